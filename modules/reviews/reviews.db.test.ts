import { newId } from '@dacsan/platform/ids'
import { watchChanges } from '@dacsan/platform/changes'
import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { publicPages } from '../public-pages.ts'
import { aDeliveredOrder, aReturn, anAgreement } from '../returns/fixtures.ts'
import type { Bought } from '../returns/fixtures.ts'
import { acceptReturn, settleReturnsOf } from '../returns/index.ts'
import { proveRefund } from '../payments/index.ts'
import { aListing, aShop, anOrderForm, mustBe } from '../shop/fixtures.ts'
import { confirmPayment, handOver, lookUpOrder, placeOrder, takeOrder, takeOrderInput } from '../shop/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { aReview, aReviewForm } from './fixtures.ts'
import {
  answerQuestion,
  answerReview,
  askQuestion,
  editReview,
  findQuestion,
  findReview,
  hideQuestion,
  hideReview,
  keepReview,
  objectToHiding,
  openReviewPhoto,
  optOut,
  ownReview,
  postsOfProduct,
  publishAnswer,
  reportReview,
  restoreReview,
  returnAnswer,
  reviewsOfOrder,
  upholdHiding,
  withdrawReview,
  writeReview,
} from './index.ts'
import { reviewReminders } from './messages/reminders.ts'
import { personalData } from './personal-data.store.ts'
import { endReviewsRetention } from './retention.ts'
import { markLinesReturned } from './reviews/judge-review.ts'
import { paidBackLines } from '../returns/index.ts'

const { db, pool, as: asAt } = await testDatabase<Tables>()
const at = (moment: string) => (actor: Actor) => asAt(actor, moment)
const as = at(worldDay)
const days = (count: number) => new Date(new Date(worldDay).getTime() + count * 86_400_000).toISOString()
let world: Awaited<ReturnType<typeof shopWorld>>
let shop: Awaited<ReturnType<typeof aShop>>
const buyer = as(visitor)
const judge = () => as(world.people['trade-department'])
const seller = () => as(shop.person)

beforeAll(async () => {
  world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
  shop = await aShop(as, { stock: 400, priceVnd: 85_000 })
})

/** An order of one more product of the shop, so that each test counts its own reviews. */
async function ofOwnProduct(count = 1): Promise<{ productId: `prd_${string}`; bought: Bought[] }> {
  const listed = await aListing(as, shop, { stock: 100 })
  const bought: Bought[] = []
  for (let one = 0; one < count; one++) bought.push(await aDeliveredOrder(as, { person: shop.person, listingId: listed.listingId }))
  return { productId: listed.productId, bought }
}
const posts = (productId: `prd_${string}`) => postsOfProduct(as(visitor), productId)
const photo = async (name = 'a.jpg') => ({
  name,
  content: await sharp({ create: { width: 900, height: 600, channels: 3, background: '#486' } })
    .jpeg()
    .toBuffer(),
})

describe('a review', () => {
  test('is one for a line of an order that was handed over, by its link alone; the same form sent again is the same review', async () => {
    const { productId, bought } = await ofOwnProduct()
    const [one] = bought as [Bought]
    const form = aReviewForm(one)
    const { reviewId } = mustBe(await writeReview(buyer, one.link, form))
    expect(mustBe(await writeReview(buyer, one.link, form))).toEqual({ reviewId })
    expect(await writeReview(buyer, one.link, aReviewForm(one))).toMatchObject({ refusal: { code: 'written-before' } })
    await expect(writeReview(buyer, { ...one.link, secret: 'x' }, aReviewForm(one))).rejects.toThrow()
    const other = (await ofOwnProduct()).bought[0]!
    expect(await writeReview(buyer, other.link, aReviewForm(one))).toMatchObject({ refusal: { code: 'line-of-other-order' } })
    await expect(writeReview(seller(), { ...one.link, secret: 'x' }, aReviewForm(one))).rejects.toThrow()
    const { reviews } = await posts(productId)
    expect(reviews).toMatchObject([{ rating: 5, shownName: 'N. T. M.', boughtIn: '2026-11-01', photos: [], answer: null }])
    await expect(
      db
        .insertInto('review')
        .columns(['id'])
        .expression((eb) => eb.selectFrom('review').select('id'))
        .execute(),
    ).rejects.toThrow()
  })

  test('two forms of two windows sent at once become one review', async () => {
    const { productId, bought } = await ofOwnProduct()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => writeReview(buyer, bought[0]!.link, aReviewForm(bought[0]!))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await posts(productId)).figures.count).toBe(1)
  })

  test('is refused before the goods are there, of orders that the seller placed or typed, and when the term is over', async () => {
    const listed = await aListing(as, shop, { stock: 20 })
    const order = async (more: Parameters<typeof anOrderForm>[1], ctx = buyer) => {
      const placed = mustBe(await placeOrder(ctx, anOrderForm([{ listingId: listed.listingId, quantity: 1 }], more)))
      const { id: orderId, code } = placed.orders[0]!
      const line = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
      return { orderId, link: { code, secret: placed.secret }, lineId: line.id }
    }
    const deliver = async ({ orderId }: { orderId: Bought['orderId'] }) => {
      const { total_vnd: amountVnd } = await db
        .selectFrom('shop_order')
        .select('total_vnd')
        .where('id', '=', orderId)
        .executeTakeFirstOrThrow()
      mustBe(await confirmPayment(seller(), { orderId, amountVnd, reference: '', note: '', requestKey: newId('key') }))
      mustBe(await handOver(seller(), { orderId, acceptShort: true, note: '' }))
    }
    const early = await order({})
    expect(await writeReview(buyer, early.link, aReviewForm(early))).toMatchObject({ refusal: { code: 'not-delivered' } })
    await db.updateTable('producer').set({ phone: '0294 3 812 345' }).where('id', '=', shop.producerId).execute()
    await db.updateTable('auth_user').set({ phone: '0912345678' }).where('id', '=', shop.person.userId).execute()
    for (const [own, ctx] of [
      [await order({ buyerPhone: '02943812345' }), buyer],
      [await order({ buyerPhone: '0912345678' }), buyer],
      [await order({}, seller()), buyer],
    ] as const) {
      await deliver(own)
      expect(await writeReview(ctx, own.link, aReviewForm(own))).toMatchObject({ refusal: { code: 'sellers-own' } })
      expect((await reviewsOfOrder(ctx, own.link)).isOpen).toBe(false)
    }
    await deliver(early)
    mustBe(await writeReview(buyer, early.link, aReviewForm(early)))
    const late = (await ofOwnProduct()).bought[0]!
    expect(await writeReview(at(days(181))(visitor), late.link, aReviewForm(late))).toMatchObject({
      refusal: { code: 'too-late', days: 180 },
    })
    expect(await writeReview(buyer, late.link, aReviewForm(late, { words: 'gọi 0912 345 678' }))).toMatchObject({
      refusal: { code: 'has-contact' },
    })
    mustBe(await writeReview(at(days(179))(visitor), late.link, aReviewForm(late)))
  })

  test('is not written about an order that the seller typed, by whoever has its link', async () => {
    const listed = await aListing(as, shop, { stock: 20 })
    const buyerPhone = '0987654321'
    const typed = takeOrderInput.parse({
      [`qty-${listed.listingId}`]: '1',
      requestKey: 'form-of-a-review-by-phone',
      buyerName: 'Bếp trường',
      buyerPhone,
      buyerAddress: 'Ấp Chợ, xã Cầu Kè',
      note: '',
      money: 'received',
      told: 'on',
    })
    const { orderId, code } = mustBe(await takeOrder(seller(), typed))
    mustBe(await handOver(seller(), { orderId, acceptShort: false, note: '' }))
    const link = mustBe(await lookUpOrder(buyer, { code, phone: buyerPhone }, '192.0.2.7'))
    const line = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
    expect(await writeReview(buyer, link, aReviewForm({ lineId: line.id }))).toMatchObject({ refusal: { code: 'typed-by-seller' } })
  })

  test('is changed within its term, and what stood there before is kept', async () => {
    const { productId, bought } = await ofOwnProduct()
    const [{ link }] = bought as [Bought]
    const reviewId = await aReview(buyer, bought[0]!)
    mustBe(await editReview(at(days(29))(visitor), link, { reviewId, rating: 2, words: 'Mở ra thì chảy nước', nameStyle: 'given' }))
    expect((await posts(productId)).reviews).toMatchObject([{ rating: 2, words: 'Mở ra thì chảy nước', shownName: 'Mua', isEdited: true }])
    const texts = await db
      .selectFrom('review_text')
      .where('review_id', '=', reviewId)
      .select(['version', 'rating'])
      .orderBy('version')
      .execute()
    expect(texts).toEqual([
      { version: 1, rating: 5 },
      { version: 2, rating: 2 },
    ])
    await expect(db.updateTable('review_text').set({ rating: 5 }).where('review_id', '=', reviewId).execute()).rejects.toThrow()
    const late = await editReview(at(days(31))(visitor), link, { reviewId, rating: 1, words: '', nameStyle: 'none' })
    expect(late).toMatchObject({ refusal: { code: 'edit-over' } })
    expect((await ownReview(at(days(31))(visitor), link, reviewId)).may.edit).toBe(false)
  })

  test('shows photos that carry no place and camera, three at most, and of a hidden review to nobody but who judges it', async () => {
    const { productId, bought } = await ofOwnProduct()
    const [{ link }] = bought as [Bought]
    const four = await Promise.all(['a', 'b', 'c', 'd'].map(photo))
    expect(await writeReview(buyer, link, aReviewForm(bought[0]!), { photos: four })).toMatchObject({
      refusal: { code: 'too-many-photos' },
    })
    const html = { name: 'a.jpg', content: Buffer.from('<script>alert(1)</script>') }
    expect(await writeReview(buyer, link, aReviewForm(bought[0]!), { photos: [html] })).toMatchObject({
      refusal: { code: 'file-type-refused' },
    })
    const { reviewId } = mustBe(await writeReview(buyer, link, aReviewForm(bought[0]!), { photos: [await photo(), await photo()] }))
    expect((await posts(productId)).reviews[0]!.photos).toEqual([1, 2])
    const opened = await openReviewPhoto(as(visitor), reviewId, 1)
    expect(opened.mediaType).toBe('image/webp')
    expect(opened.size).toBeLessThanOrEqual(60 * 1024)
    mustBe(await hideReview(judge(), { reviewId, reason: 'personal-data', words: '' }))
    await expect(openReviewPhoto(as(visitor), reviewId, 1)).rejects.toThrow('No such photo')
    await expect(openReviewPhoto(seller(), reviewId, 1)).rejects.toThrow('No such photo')
    expect((await openReviewPhoto(judge(), reviewId, 1)).size).toBe(opened.size)
  })

  test('is taken away by its writer: it counts no more, nothing of it is left, and the line has had its one', async () => {
    const { productId, bought } = await ofOwnProduct()
    const reviewId = await aReview(buyer, bought[0]!)
    mustBe(await withdrawReview(buyer, bought[0]!.link, { reviewId }))
    expect(await posts(productId)).toMatchObject({ figures: { count: 0 }, reviews: [] })
    expect(await db.selectFrom('review').where('id', '=', reviewId).select(['words', 'shown_name']).executeTakeFirst()).toEqual({ words: '', shown_name: '' }) // prettier-ignore
    expect(await db.selectFrom('review_text').where('review_id', '=', reviewId).select('version').execute()).toEqual([])
    expect(await writeReview(buyer, bought[0]!.link, aReviewForm(bought[0]!))).toMatchObject({ refusal: { code: 'written-before' } })
  })

  test('of goods that went back says so, and stays', async () => {
    const { productId, bought } = await ofOwnProduct()
    const [one] = bought as [Bought]
    const reviewId = await aReview(buyer, one, { rating: 1 })
    const returnId = await aReturn(buyer, one)
    mustBe(await acceptReturn(seller(), anAgreement(returnId, 85_000, { sendsBack: false })))
    mustBe(
      await proveRefund(
        seller(),
        { orderId: one.orderId, amountVnd: 85_000, reference: '', sentOn: '2026-11-23', requestKey: newId('key') },
        null,
      ),
    )
    await settleReturnsOf(as(system('returns')), one.orderId)
    const mark = async () => markLinesReturned(as(system('reviews')), await paidBackLines(db, returnId))
    expect(await mark()).toEqual([reviewId])
    expect(await mark()).toEqual([])
    expect(await posts(productId)).toMatchObject({ figures: { count: 1 }, reviews: [{ rating: 1, isReturned: true }] })
  })
})

describe('the figures', () => {
  test('are those of all visible reviews, with no average below three, and the newest stand first whatever they say', async () => {
    const { productId, bought } = await ofOwnProduct(4)
    for (const [index, rating] of [5, 1].entries()) await aReview(at(days(index))(visitor), bought[index]!, { rating })
    expect((await posts(productId)).figures).toEqual({ count: 2, average: null, histogram: [1, 0, 0, 0, 1] })
    await aReview(at(days(2))(visitor), bought[2]!, { rating: 4 })
    const last = await aReview(at(days(3))(visitor), bought[3]!, { rating: 2 })
    const { figures, reviews } = await posts(productId)
    expect(figures).toEqual({ count: 4, average: 3, histogram: [1, 1, 0, 1, 1] })
    expect(reviews.map(({ rating }) => rating)).toEqual([2, 4, 1, 5])
    mustBe(await hideReview(judge(), { reviewId: last, reason: 'advert', words: '' }))
    expect((await posts(productId)).figures).toEqual({ count: 3, average: 3.3, histogram: [1, 0, 0, 1, 1] })
  })

  test('move nothing in the register: its order never reads a review', () => {
    expect(publicPages.register as readonly string[]).not.toContain('reviews')
    expect(publicPages.home as readonly string[]).not.toContain('reviews')
  })

  test('are told to every process within a second of a new review', async () => {
    const { bought } = await ofOwnProduct()
    const changes = watchChanges(pool.options, { warn: () => {}, info: () => {} })
    onTestFinished(() => changes.close())
    await vi.waitFor(() => expect(changes.isListening()).toBe(true), { timeout: 20_000 })
    const heard: string[] = []
    changes.hear({ changed: (room) => heard.push(room), lost: () => {} })
    await aReview(buyer, bought[0]!)
    await vi.waitFor(() => expect(heard).toContain('reviews'), { timeout: 1_000, interval: 10 })
    expect(publicPages.product).toContain('reviews')
  })
})

describe('moderation', () => {
  test('hides for a published reason alone, tells it to the writer, who objects once; the office decides again', async () => {
    const { productId, bought } = await ofOwnProduct()
    const [{ link }] = bought as [Bought]
    const reviewId = await aReview(buyer, bought[0]!, { rating: 1, words: 'Dở nhất tôi từng mua' })
    expect(await hideReview(judge(), { reviewId, reason: 'negative', words: '' })).toMatchObject({ refusal: { code: 'reason-unknown' } })
    await expect(hideReview(seller(), { reviewId, reason: 'insult', words: '' })).rejects.toThrow()
    mustBe(await hideReview(judge(), { reviewId, reason: 'insult', words: 'Lời lẽ nặng' }))
    expect((await posts(productId)).figures.count).toBe(0)
    expect(await ownReview(buyer, link, reviewId)).toMatchObject({
      hidden: { says: { vi: 'Xúc phạm, đe dọa' }, note: 'Lời lẽ nặng' },
      may: { object: true },
    })
    // What nobody sees is not read by its seller either.
    expect(await findReview(seller(), reviewId)).toMatchObject({ words: '', texts: [], mayAnswer: false })
    mustBe(await objectToHiding(buyer, link, { reviewId, words: 'Tôi chỉ chê hàng' }))
    mustBe(await restoreReview(judge(), { reviewId, words: 'Chê hàng là được' }))
    expect((await posts(productId)).figures.count).toBe(1)
    mustBe(await hideReview(judge(), { reviewId, reason: 'advert', words: '' }))
    expect(await objectToHiding(buyer, link, { reviewId, words: 'Lần nữa' })).toMatchObject({ refusal: { code: 'objected-before' } })
    const steps = await db.selectFrom('review_step').where('review_id', '=', reviewId).select('step').orderBy('seq').execute()
    expect(steps.map(({ step }) => step)).toEqual(['write', 'hide', 'object', 'restore', 'hide'])
    await expect(db.updateTable('review_step').set({ words: '' }).where('review_id', '=', reviewId).execute()).rejects.toThrow()
  })

  test('a seller reports once, which hides nothing, and the office keeps the review or hides it', async () => {
    const { productId, bought } = await ofOwnProduct()
    const reviewId = await aReview(buyer, bought[0]!, { rating: 2 })
    const report = { reviewId, reason: 'not-about-goods', words: 'Chê người giao' }
    mustBe(await reportReview(seller(), report))
    expect((await posts(productId)).figures.count).toBe(1)
    expect(await reportReview(seller(), report)).toMatchObject({ refusal: { code: 'reported-before' } })
    mustBe(await keepReview(judge(), { reviewId, words: 'Giao hàng là một phần' }))
    expect(await keepReview(judge(), { reviewId, words: 'Lần nữa' })).toMatchObject({ refusal: { code: 'none-reported' } })
    expect((await findReview(seller(), reviewId)).may.report).toBe(false)
    expect(await upholdHiding(judge(), { reviewId, words: 'Không ẩn' })).toMatchObject({
      refusal: { code: 'review-closed', status: 'shown' },
    })
  })

  test('another seller, a visitor and another buyer find no review, and no link opens that of another order', async () => {
    const { bought } = await ofOwnProduct(2)
    const reviewId = await aReview(buyer, bought[0]!)
    for (const who of [world.people.rival, world.people['commune-officer'], world.people.buyer])
      await expect(findReview(as(who), reviewId)).rejects.toThrow('No such post')
    await expect(ownReview(buyer, bought[1]!.link, reviewId)).rejects.toThrow('No such review')
    await expect(editReview(buyer, bought[1]!.link, { reviewId, rating: 1, words: '', nameStyle: 'none' })).rejects.toThrow()
    await expect(answerReview(as(world.people.rival), { reviewId, words: 'Cảm ơn' })).rejects.toThrow()
    await expect(reviewsOfOrder(buyer, { ...bought[0]!.link, secret: 'x' })).rejects.toThrow('No such order')
    expect(JSON.stringify(await findReview(judge(), reviewId))).not.toContain('Nguyễn')
    expect(JSON.stringify(await findReview(seller(), reviewId))).not.toContain(bought[0]!.link.code)
  })
})

describe('what a seller answers', () => {
  test('is shown once it was read; another text waits while the one before stands, and all are kept', async () => {
    const { productId, bought } = await ofOwnProduct()
    const reviewId = await aReview(buyer, bought[0]!, { rating: 2 })
    const answerOf = async () => (await posts(productId)).reviews[0]!.answer
    const { answerId } = mustBe(await answerReview(seller(), { reviewId, words: 'Xin lỗi, chúng tôi đổi hộp mới.' }))
    expect(mustBe(await answerReview(seller(), { reviewId, words: 'Xin lỗi, chúng tôi đổi hộp mới.' }))).toEqual({ answerId })
    expect(await answerOf()).toBeNull()
    mustBe(await publishAnswer(judge(), { answerId }))
    expect(await answerOf()).toEqual({ words: 'Xin lỗi, chúng tôi đổi hộp mới.', isEdited: false })
    const next = mustBe(await answerReview(seller(), { reviewId, words: 'Chị ở ấp Chợ đừng nói sai.' }))
    expect((await answerOf())!.isEdited).toBe(false)
    mustBe(await returnAnswer(judge(), { answerId: next.answerId, words: 'Lộ nơi ở của người mua' }))
    expect(await answerReview(seller(), { reviewId, words: 'Chị ở ấp Chợ đừng nói sai.' })).toMatchObject({
      refusal: { code: 'same-words' },
    })
    const third = mustBe(await answerReview(seller(), { reviewId, words: 'Chúng tôi đã đổi hộp.' }))
    mustBe(await publishAnswer(judge(), { answerId: third.answerId }))
    expect(await answerOf()).toEqual({ words: 'Chúng tôi đã đổi hộp.', isEdited: true })
    expect((await findReview(seller(), reviewId)).answers).toHaveLength(3)
  })

  test('a question stands on the page once its answer was read, and its telephone number on none', async () => {
    const { productId } = await ofOwnProduct()
    const form = { words: 'Mở hộp rồi để được mấy ngày?', phone: '0912 345 679', requestKey: newId('key') }
    const ask = (more = {}) => askQuestion(buyer, productId, { ...form, ...more }, { address: '198.51.100.1', language: 'km' })
    const { questionId } = mustBe(await ask())
    expect(mustBe(await ask())).toEqual({ questionId })
    expect(await ask({ phone: '12' , requestKey: newId('key') })).toMatchObject({ refusal: { code: 'phone-wrong' } }) // prettier-ignore
    expect((await posts(productId)).questions).toEqual([])
    expect(JSON.stringify(await findQuestion(seller(), questionId))).not.toMatch(/912.?345|locked/)
    const { answerId } = mustBe(await answerQuestion(seller(), { questionId, words: 'Bảy ngày trong tủ lạnh.' }))
    expect((await posts(productId)).questions).toEqual([])
    mustBe(await publishAnswer(judge(), { answerId }))
    expect(await posts(productId)).toMatchObject({
      questionCount: 1,
      questions: [{ words: form.words, answer: 'Bảy ngày trong tủ lạnh.', language: 'km' }],
    })
    await expect(findQuestion(as(world.people.rival), questionId)).rejects.toThrow('No such post')
    mustBe(await hideQuestion(judge(), { questionId, reason: 'advert' }))
    expect((await posts(productId)).questions).toEqual([])
  })

  test('one address floods no seller, and a product that nobody sells is asked about by nobody', async () => {
    const { productId } = await ofOwnProduct()
    const ask = (product: `prd_${string}`) =>
      askQuestion(buyer, product, { words: 'Câu hỏi dài vừa đủ', phone: '', requestKey: newId('key') }, { address: '198.51.100.77' })
    for (let one = 0; one < 8; one++) mustBe(await ask(productId))
    expect(await ask(productId)).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    await db.updateTable('listing').set({ status: 'paused' }).where('product_id', '=', productId).execute()
    expect(await ask(productId)).toMatchObject({ refusal: { code: 'nobody-sells' } })
  })
})

describe('who is told what', () => {
  const due = async (name: string, moment: string) => reviewReminders.find((one) => one.name === name)!.due({ db, now: new Date(moment) })

  test('whoever bought is asked once, some days after the goods came, unless something was written or they want no such word', async () => {
    const { bought } = await ofOwnProduct(3)
    const facts = async (moment: string) => (await due('review.invited', moment)).map(({ fact }) => fact)
    const [silent, wrote, quiet] = bought as [Bought, Bought, Bought]
    expect(await facts(days(4))).not.toContain(silent.orderId)
    await aReview(buyer, wrote)
    mustBe(await optOut(buyer, quiet.link))
    mustBe(await optOut(buyer, quiet.link))
    const told = await facts(days(6))
    expect(told).toContain(silent.orderId)
    expect(told).not.toContain(wrote.orderId)
    expect(told).not.toContain(quiet.orderId)
    expect(await facts(days(36))).not.toContain(silent.orderId)
  })

  test('a seller is reminded of a question before its term ends, and not once it was answered', async () => {
    const { productId } = await ofOwnProduct()
    const { questionId } = mustBe(
      await askQuestion(
        buyer,
        productId,
        { words: 'Có gửi đi Huế không?', phone: '', requestKey: newId('key') },
        { address: '198.51.100.9' },
      ),
    )
    const facts = async (hours: number) => (await due('question.answer-due', days(hours / 24))).map(({ fact }) => fact)
    expect(await facts(30)).not.toContain(questionId)
    expect(await facts(40)).toContain(questionId)
    mustBe(await answerQuestion(seller(), { questionId, words: 'Có, ba ngày là tới.' }))
    expect(await facts(40)).not.toContain(questionId)
  })
})

test('who asks for it gets the words back, and the points stay without a name; the number of who asked is forgotten', async () => {
  const { productId, bought } = await ofOwnProduct()
  const reviewId = await aReview(buyer, bought[0]!, { rating: 2, words: 'Không ngon' })
  const { group_id: groupId } = await db
    .selectFrom('shop_order')
    .select('group_id')
    .where('id', '=', bought[0]!.orderId)
    .executeTakeFirstOrThrow()
  const subject = { kind: 'purchase', groupId } as const
  const { reviews } = personalData.holdings as Required<typeof personalData.holdings>
  expect(await reviews!.find(db, subject)).toMatchObject([{ words: 'Không ngon', rating: 2 }])
  await db.transaction().execute(async (tx) => reviews!.erase!(tx, subject, new Date(worldDay)))
  expect(await reviews!.find(db, subject)).toEqual([])
  expect(await posts(productId)).toMatchObject({ figures: { count: 1 }, reviews: [{ rating: 2, words: '', shownName: '' }] })
  const form = { words: 'Còn hàng không vậy?', phone: '0912345670', requestKey: newId('key') }
  const { questionId } = mustBe(await askQuestion(buyer, productId, form, { address: '198.51.100.12' }))
  const night = (moment: string) => db.transaction().execute((tx) => endReviewsRetention(tx, new Date(moment)))
  const phone = async () =>
    (await db.selectFrom('product_question').where('id', '=', questionId).select('phone').executeTakeFirstOrThrow()).phone
  await night(days(89))
  expect(await phone()).toMatch(/^locked:/)
  await night(days(91))
  expect(await phone()).toBeNull()
  expect(reviewId).toMatch(/^rvw_/)
})
