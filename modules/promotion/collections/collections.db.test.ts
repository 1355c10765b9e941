import { Forbidden, NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { describe, expect, test } from 'vitest'
import '../topics.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { mustBe } from '../../shop/fixtures.ts'
import { shopWorld, worldDay } from '../../shop/test-world.ts'
import { aNewsPerson, aPublishedItem } from '../news/fixtures.ts'
import {
  correctNewsInput,
  createNewsInput,
  findPublicNews,
  latestNews,
  listPublicNews,
  newsAbout,
  toldAbout,
  toldOfProduct,
  writeCorrection,
} from '../news/index.ts'
import * as collections from './index.ts'
import { collectionReminders } from './messages.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const office = (moment = worldDay) => asAt(aNewsPerson('provincial-officer', 'sưu'), moment)
const anybody = (moment = worldDay) => asAt(visitor, moment)
const {
  slug: product,
  name,
  producer_id: producerId,
} = await db.selectFrom('product').select(['slug', 'name', 'producer_id']).where('id', '=', world.productId).executeTakeFirstOrThrow()

const aForm = (given: Record<string, unknown> = {}) =>
  collections.createCollectionInput.parse({
    title: 'Quà Tết xứ dừa',
    text: 'Những món mang về biếu ông bà dịp Tết.',
    fromMonth: '11',
    untilMonth: '2',
    forWhom: ['elders'],
    products: `https://dacsan.example/san-pham/${product}`,
    requestKey: newId('key'),
    ...given,
  })
const form = aForm({ enTitle: 'New Year gifts', enText: 'What is brought home at the New Year.' })
const { collectionId } = mustBe(await collections.createCollection(office(), form))
mustBe(await collections.publishCollection(office(), { collectionId }))
const { slug } = (await collections.findCollection(office(), collectionId)).collection

describe('a collection', () => {
  test('is read in the language in which it is told, else in Vietnamese, and is in season each year', async () => {
    expect(await collections.findPublicCollection(anybody(), slug, 'en')).toMatchObject({
      title: 'New Year gifts',
      language: 'en',
      isInSeason: true,
    })
    expect(await collections.findPublicCollection(anybody('2026-06-01T08:00:00+07:00'), slug, 'km')).toMatchObject({
      language: 'vi',
      isInSeason: false,
    })
  })

  test('is made once of a form sent twice, and not seen before it is published', async () => {
    const draft = aForm({ title: 'Bản nháp' })
    const made = mustBe(await collections.createCollection(office(), draft))
    expect(mustBe(await collections.createCollection(office(), draft))).toEqual(made)
    const { slug: hidden } = (await collections.findCollection(office(), made.collectionId)).collection
    await expect(collections.findPublicCollection(anybody(), hidden, 'vi')).rejects.toThrow(NotFound)
    expect((await collections.listCollections(anybody(), 'vi')).map((one) => one.slug)).not.toContain(hidden)
    await expect(collections.findCollection(anybody(), made.collectionId)).rejects.toThrow(Forbidden)
  })

  test('is refused with a product that is none, and with half a season; the second who changes it is told', async () => {
    expect(await collections.createCollection(office(), aForm({ products: 'khong-co' }))).toMatchObject({
      ok: false,
      refusal: { code: 'product-unknown', said: 'khong-co' },
    })
    expect(await collections.createCollection(office(), aForm({ untilMonth: '' }))).toMatchObject({
      ok: false,
      refusal: { code: 'season-half' },
    })
    const { requestKey: _, ...typed } = form
    const change = { ...typed, collectionId, version: 1 }
    mustBe(await collections.changeCollection(office(), change))
    expect(await collections.changeCollection(office(), change)).toMatchObject({ ok: false, refusal: { code: 'changed-elsewhere' } })
  })

  test('lets a product that is recognised no more fall out by itself, tells the office, and takes it back by itself', async () => {
    const shown = async () => (await collections.findPublicCollection(anybody(), slug, 'vi')).products.map((one) => one.slug)
    const told = async () => collectionReminders[0]!.due({ db, now: new Date(worldDay) })
    expect(await shown()).toEqual([product])
    expect(await told()).toEqual([])
    const { standing } = await db.selectFrom('product').select('standing').where('id', '=', world.productId).executeTakeFirstOrThrow()
    await db.updateTable('product').set({ standing: 'withdrawn' }).where('id', '=', world.productId).execute()
    expect(await shown()).toEqual([])
    expect(await told()).toMatchObject([{ values: { product: name }, fact: `${collectionId}:${world.productId}:withdrawn` }])
    expect((await collections.findCollection(office(), collectionId)).fallen).toMatchObject([{ slug: product, state: 'withdrawn' }])
    // Nobody is led to a list that shows nothing.
    expect(await collections.listCollections(anybody(), 'vi')).toEqual([])
    await db.updateTable('product').set({ standing }).where('id', '=', world.productId).execute()
    expect(await shown()).toEqual([product])
  })
})

test('a collection that was taken down is changed and published again', async () => {
  const made = mustBe(await collections.createCollection(office(), aForm({ title: 'Bộ gỡ xuống' })))
  mustBe(await collections.publishCollection(office(), made))
  expect(await collections.publishCollection(office(), made)).toMatchObject({
    ok: false,
    refusal: { code: 'collection-closed', status: 'published' },
  })
  mustBe(await collections.closeCollection(office(), made))
  expect((await collections.listCollections(anybody(), 'vi')).map(({ title }) => title)).not.toContain('Bộ gỡ xuống')
  const { requestKey: _, ...typed } = aForm({ title: 'Bộ đăng lại' })
  mustBe(await collections.changeCollection(office(), { ...typed, ...made, version: 1 }))
  mustBe(await collections.publishCollection(office(), made))
  expect((await collections.listCollections(anybody(), 'vi')).map(({ title }) => title)).toContain('Bộ đăng lại')
  mustBe(await collections.closeCollection(office(), made))
})

test('a gift stands in the band of what its cheapest pack costs today, and for whom it is', async () => {
  const all = await collections.findGifts(anybody(), 'vi', {})
  expect(all.gifts.map((gift) => [gift.product.slug, gift.priceVnd])).toEqual([[product, 85_000]])
  expect((await collections.findGifts(anybody(), 'vi', { band: '50-100', receiver: 'elders' })).gifts).toHaveLength(1)
  expect((await collections.findGifts(anybody(), 'vi', { band: '100-200' })).gifts).toEqual([])
  expect((await collections.findGifts(anybody(), 'vi', { receiver: 'children' })).gifts).toEqual([])
})

test('a product is in season in the months that an officer set, with who says so, and no longer once they were taken away', async () => {
  const inSeason = async (moment: string) => (await collections.productsInSeason(anybody(moment), 6)).map((one) => one.slug)
  mustBe(
    await collections.setSeason(
      office(),
      collections.setSeasonInput.parse({ product, fromMonth: '11', untilMonth: '1', source: 'Hội Nông dân xã' }),
    ),
  )
  expect(await inSeason(worldDay)).toEqual([product])
  expect(await inSeason('2026-05-01T08:00:00+07:00')).toEqual([])
  mustBe(
    await collections.setSeason(
      office(),
      collections.setSeasonInput.parse({ product, fromMonth: '5', untilMonth: '6', source: 'Hội Nông dân xã' }),
    ),
  )
  expect(await inSeason(worldDay)).toEqual([])
  expect(await collections.listSeasons(office())).toMatchObject([{ slug: product, fromMonth: 5, untilMonth: 6, source: 'Hội Nông dân xã' }])
  mustBe(await collections.clearSeason(office(), { product }))
  expect(await collections.listSeasons(office())).toEqual([])
})

describe('a story and a dish', () => {
  const hands = {
    writer: asAt(aNewsPerson('trade-department', 'viết'), worldDay),
    judge: asAt(aNewsPerson('provincial-officer', 'duyệt'), worldDay),
    chief: asAt(aNewsPerson('leader', 'phát hành'), worldDay),
  }
  const dish = {
    kind: 'recipe',
    title: 'Dừa sáp dầm đường',
    products: product,
    body: 'Món mát.\n\n- 1 trái dừa sáp\n- Đường\n\n- Nạo cơm dừa\n- Dầm với đường',
  }

  test('stand on the pages of the product and of who makes it, and not among the news of a product', async () => {
    await aPublishedItem(hands, { kind: 'story', title: 'Chuyện vườn dừa sáp', products: product })
    await aPublishedItem(hands, dish)
    const titles = (cards: readonly { title: string }[]) => cards.map(({ title }) => title)
    expect(titles(await toldAbout(anybody(), 'vi', 'story', { product: world.productId }))).toEqual(['Chuyện vườn dừa sáp'])
    expect(titles(await toldAbout(anybody(), 'vi', 'story', { producer: producerId }))).toEqual(['Chuyện vườn dừa sáp'])
    expect(titles(await toldAbout(anybody(), 'vi', 'recipe', { product: world.productId }))).toEqual(['Dừa sáp dầm đường'])
    expect(await newsAbout(anybody(), 'vi', { product: world.productId })).toEqual([])
    expect(await latestNews(anybody(), 'vi', 3)).toEqual([])
    expect(titles((await listPublicNews(anybody(), 'vi', {})).items)).toEqual(['Chuyện vườn dừa sáp'])
    expect(titles((await listPublicNews(anybody(), 'vi', {}, ['recipe'])).items)).toEqual(['Dừa sáp dầm đường'])
  })

  test('is read by machines as what goes in and what is done', async () => {
    const { article } = await findPublicNews(anybody(), 'dua-sap-dam-duong', 'vi')
    expect(article?.dish).toEqual({ ingredients: ['1 trái dừa sáp', 'Đường'], steps: ['Nạo cơm dừa', 'Dầm với đường'] })
  })

  test('a dish stays one when it is corrected: without its two lists a correction is refused', async () => {
    const newsId = await aPublishedItem(hands, { ...dish, title: 'Dừa sáp trộn sữa' })
    const form = { ...dish, lead: 'Món mát của miền dừa, làm mười phút.', newsId, version: 1, note: 'Bớt đường đi một nửa.' }
    const correct = (body: string) => writeCorrection(hands.writer, correctNewsInput.parse({ ...form, body }))
    expect(await correct('Chỉ kể suông, không có danh sách nào.')).toMatchObject({ ok: false, refusal: { code: 'dish-lists' } })
    mustBe(await correct('- 1 trái dừa sáp\n\n- Dầm với sữa'))
  })

  test('a product is told of in one question: its stories, its dishes and its news apart', async () => {
    await aPublishedItem(hands, { title: 'Dừa sáp vào mùa quà', products: product })
    const told = await toldOfProduct(anybody(), 'vi', world.productId)
    expect([told.stories, told.news].map((all) => all.map(({ title }) => title))).toEqual([
      ['Chuyện vườn dừa sáp'],
      ['Dừa sáp vào mùa quà'],
    ])
    expect(told.dishes.map(({ kind }) => kind)).toEqual(['recipe', 'recipe'])
  })

  test('a dish without its two lists, or without a product, is asked for again', () => {
    const faults = (given: Record<string, unknown>) =>
      createNewsInput
        .safeParse({ ...dish, lead: 'Món mát của miền dừa, làm mười phút.', madeOn: '2026-11-20', requestKey: newId('key'), ...given })
        .error?.issues.map(({ path }) => path[0])
    expect(faults({})).toBeUndefined()
    expect(faults({ body: 'Chỉ kể suông, không có danh sách nào.' })).toEqual(['body'])
    expect(faults({ products: '' })).toEqual(['products'])
  })
})
