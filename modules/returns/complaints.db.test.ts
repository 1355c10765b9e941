import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { proveRefund } from '../payments/index.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact } from '../shop/fixtures.ts'
import { confirmPayment, handOver, placeOrder } from '../shop/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { aDeliveredOrder, aReturn, anAgreement, anAskForm } from './fixtures.ts'
import type { Bought } from './fixtures.ts'
import {
  acceptReturn,
  askReturn,
  callOffice,
  decideForBuyer,
  findReturn,
  openReturnPhoto,
  publishedTerms,
  refuseReturn,
  returnForm,
  returnsOfOrder,
  sayInReturn,
  sendGoods,
  settleReturnsOf,
} from './index.ts'
import type { ReturnId } from './rules.ts'
import { watchReturns } from './watch-clock.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const at = (moment: string) => (actor: Actor) => asAt(actor, moment)
const as = at(worldDay)
const days = (count: number) => new Date(new Date(worldDay).getTime() + count * 86_400_000).toISOString()
const buyer = as(visitor)
let world: Awaited<ReturnType<typeof shopWorld>>
let shop: Awaited<ReturnType<typeof aShop>>

beforeAll(async () => {
  world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
  shop = await aShop(as, { stock: 200, priceVnd: 85_000 })
})
const seller = () => as(shop.person)
const office = () => as(world.people['trade-department'])
const statusOf = async (id: ReturnId) =>
  (await db.selectFrom('order_return').where('id', '=', id).select('status').executeTakeFirstOrThrow()).status
const settle = ({ orderId }: Bought) => settleReturnsOf(as(system('returns')), orderId)
const leftOf = async ({ link }: Bought) => (await returnForm(buyer, link)).lines[0]!.left

/** An order of two that is paid and that nobody handed over. */
async function aPaidOrder(): Promise<Bought> {
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
  const { id: orderId, code } = placed.orders[0]!
  mustBe(await confirmPayment(seller(), { orderId, amountVnd: 170_000, reference: '', note: '', requestKey: newId('key') }))
  const { id: lineId } = await db.selectFrom('order_line').select('id').where('order_id', '=', orderId).executeTakeFirstOrThrow()
  return { orderId, link: { code, secret: placed.secret }, lineId, totalVnd: 170_000 }
}

test('too few came: their money goes back and not a đồng more, no goods come back, and what did come may still go back', async () => {
  const bought = await aDeliveredOrder(as, shop, { quantity: 3 })
  const returnId = await aReturn(buyer, bought, { reason: 'short', wanted: 'missing' })
  expect(await acceptReturn(seller(), anAgreement(returnId, 85_000))).toMatchObject({ refusal: { code: 'nothing-comes-back' } })
  const money = (vnd: number) => anAgreement(returnId, vnd, { sendsBack: false })
  expect(await acceptReturn(seller(), money(85_001))).toMatchObject({ refusal: { code: 'refund-too-large', refundableVnd: 85_000 } })
  mustBe(await acceptReturn(seller(), money(85_000)))
  expect(await statusOf(returnId)).toBe('accepted')
  const paid = { orderId: bought.orderId, amountVnd: 85_000, reference: '', sentOn: '2026-11-23', requestKey: newId('key') }
  mustBe(await proveRefund(seller(), paid, null))
  await settle(bought)
  expect(await statusOf(returnId)).toBe('settled')
  expect(await leftOf(bought)).toBe(2)
  await stockMustBeIntact(db)
})

test('the office pays no more for too few than the seller may', async () => {
  const bought = await aDeliveredOrder(as, shop, { quantity: 3 })
  const returnId = await aReturn(buyer, bought, { reason: 'short', wanted: 'missing' })
  mustBe(await callOffice(buyer, { returnId, words: 'Người bán im lặng' }, bought.link))
  expect(await decideForBuyer(office(), anAgreement(returnId, 85_001, { sendsBack: false }))).toMatchObject({
    refusal: { code: 'refund-too-large', refundableVnd: 85_000 },
  })
})

test('what did not come is sent again from the shelf, not more than was missing, and the case is over', async () => {
  const bought = await aDeliveredOrder(as, shop)
  const returnId = await aReturn(buyer, bought, { reason: 'not-received', wanted: 'rest', quantity: 1 })
  mustBe(await acceptReturn(seller(), anAgreement(returnId, 0, { sendsBack: false, exchanges: true })))
  const [shelf] = (await findReturn(seller(), returnId)).shelf
  const { orderLineId, lotId, packId, placeId } = shelf!
  const send = (quantity: number) =>
    sendGoods(seller(), { returnId, goods: { orderLineId, lotId, packId, placeId }, quantity, note: '', requestKey: newId('key') })
  expect(await send(2)).toMatchObject({ refusal: { code: 'more-than-agreed', left: 1 } })
  mustBe(await send(1))
  expect(await statusOf(returnId)).toBe('settled')
  await stockMustBeIntact(db)
})

test('a complaint about service names no goods and is over with a written answer, which whoever bought reads', async () => {
  const bought = await aDeliveredOrder(as, shop)
  const returnId = await aReturn(buyer, bought, { reason: 'service', wanted: 'answer' })
  expect(await leftOf(bought)).toBe(2)
  const answer = anAgreement(returnId, 0, { sendsBack: false })
  expect(await acceptReturn(seller(), answer)).toMatchObject({ refusal: { code: 'answer-missing' } })
  expect(await acceptReturn(seller(), { ...answer, exchanges: true })).toMatchObject({ refusal: { code: 'no-goods-named' } })
  mustBe(await acceptReturn(seller(), { ...answer, words: 'Chúng tôi đã nhắc người giao hàng' }))
  expect(await statusOf(returnId)).toBe('settled')
  const { steps } = await findReturn(buyer, returnId, bought.link)
  expect(steps.map(({ step, words }) => [step, words])).toContainEqual(['accept', 'Chúng tôi đã nhắc người giao hàng'])
})

test('the same is not asked twice while it runs, and goods that were only answered for may be asked about again', async () => {
  const bought = await aDeliveredOrder(as, shop)
  const service = { reason: 'service', wanted: 'answer' } as const
  await aReturn(buyer, bought, service)
  expect(await askReturn(buyer, bought.link, anAskForm(bought, service))).toMatchObject({ refusal: { code: 'asked-before' } })
  const short = await aReturn(buyer, bought, { reason: 'short', wanted: 'answer', quantity: 2 })
  expect(await leftOf(bought)).toBe(0)
  mustBe(await acceptReturn(seller(), anAgreement(short, 0, { sendsBack: false, words: 'Có ảnh đủ hai hộp khi đóng gói' })))
  expect(await leftOf(bought)).toBe(2)
})

test('what does not go with a reason is refused and named, and goods must be named where the reason is about goods', async () => {
  const bought = await aDeliveredOrder(as, shop)
  expect(await askReturn(buyer, bought.link, anAskForm(bought, { reason: 'short', wanted: 'refund' }))).toMatchObject({
    refusal: { code: 'wish-closed', wishes: ['missing', 'rest', 'answer'] },
  })
  const unnamed = anAskForm(bought, { reason: 'short', wanted: 'missing', lines: [] })
  expect(await askReturn(buyer, bought.link, unnamed)).toMatchObject({ refusal: { code: 'nothing-chosen' } })
  expect(await askReturn(buyer, bought.link, { ...unnamed, reason: 'other', wanted: 'part' })).toMatchObject({
    refusal: { code: 'nothing-chosen' },
  })
  expect(await askReturn(buyer, bought.link, { ...unnamed, reason: 'other', wanted: 'answer' })).toMatchObject({ ok: true })
})

test('goods that did not come may be asked about once they are late, and only an answer is owed: their money goes back with the order', async () => {
  const bought = await aPaidOrder()
  const form = () => anAskForm(bought, { reason: 'not-received', wanted: 'answer' })
  const late = at(days(8))(visitor)
  expect(await askReturn(at(days(7))(visitor), bought.link, form())).toMatchObject({ refusal: { code: 'not-delivered' } })
  expect((await returnsOfOrder(at(days(7))(visitor), bought.link)).mayAsk).toBe(false)
  expect((await returnsOfOrder(late, bought.link)).mayAsk).toBe(true)
  expect((await returnForm(late, bought.link)).reasons.map(({ key }) => key)).toEqual(['not-received', 'service', 'other'])
  expect(await askReturn(late, bought.link, { ...form(), reason: 'damaged', wanted: 'refund' })).toMatchObject({
    refusal: { code: 'not-delivered' },
  })
  expect(await askReturn(late, bought.link, { ...form(), wanted: 'missing' })).toMatchObject({ refusal: { code: 'wish-closed' } })
  const { returnId } = mustBe(await askReturn(late, bought.link, form()))
  const soon = at(days(8))(shop.person)
  const answer = anAgreement(returnId, 0, { sendsBack: false, words: 'Giao ngày mai' })
  expect(await acceptReturn(soon, { ...answer, refundVnd: 1 })).toMatchObject({ refusal: { code: 'refund-too-large' } })
  mustBe(await acceptReturn(soon, answer))
  expect(await statusOf(returnId)).toBe('settled')
  mustBe(await handOver(soon, { orderId: bought.orderId, acceptShort: false, note: '' }))
  expect(await askReturn(at(days(9))(visitor), bought.link, anAskForm(bought))).toMatchObject({ ok: true })
  await stockMustBeIntact(db)
})

test('an order that nobody paid for waits for its money, however long, and nothing can be asked about it', async () => {
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  const link = { code: placed.orders[0]!.code, secret: placed.secret }
  expect((await returnsOfOrder(at(days(30))(visitor), link)).mayAsk).toBe(false)
})

test('a complaint keeps the same clock as a return: late, then with the office by itself, whose decision in words ends it', async () => {
  const bought = await aDeliveredOrder(as, shop)
  const returnId = await aReturn(buyer, bought, { reason: 'service', wanted: 'answer' })
  const watch = (day: number) => watchReturns(at(new Date(new Date(days(day)).getTime() + 1).toISOString())(system('returns')))
  const { one } = await findReturn(seller(), returnId)
  expect([one.acknowledgeBy, one.answerBy, one.resolveBy].map((by) => by.toISOString())).toEqual([days(1), days(3), days(15)])
  await watch(3)
  expect((await findReturn(seller(), returnId)).one.lateAt).not.toBeNull()
  await expect(findReturn(office(), returnId)).rejects.toThrow('No such return')
  await watch(15)
  expect(await statusOf(returnId)).toBe('disputed')
  const later = at(days(16))(world.people['trade-department'])
  mustBe(await decideForBuyer(later, anAgreement(returnId, 0, { sendsBack: false, words: 'Người bán phải xin lỗi người mua' })))
  expect(await statusOf(returnId)).toBe('accepted')
  await settle(bought)
  expect(await statusOf(returnId)).toBe('settled')
})

test('another seller, another buyer and an office to which nothing was brought find no complaint and do nothing to it', async () => {
  const [bought, other] = [await aDeliveredOrder(as, shop), await aDeliveredOrder(as, shop)]
  const returnId = await aReturn(buyer, bought, { reason: 'service', wanted: 'answer' })
  const none = 'No such return'
  const { rival } = world.people
  const said = { returnId, words: 'Xin chào', requestKey: newId('key') }
  await expect(findReturn(as(rival), returnId)).rejects.toThrow(none)
  await expect(findReturn(office(), returnId)).rejects.toThrow(none)
  await expect(findReturn(buyer, returnId, other.link)).rejects.toThrow(none)
  await expect(openReturnPhoto(as(rival), returnId, 1)).rejects.toThrow(none)
  const answer = anAgreement(returnId, 0, { sendsBack: false, words: 'Tôi trả lời thay' })
  await expect(acceptReturn(as(rival), answer)).rejects.toThrow()
  await expect(refuseReturn(as(rival), said)).rejects.toThrow()
  await expect(sayInReturn(buyer, said, other.link)).rejects.toThrow()
  await expect(decideForBuyer(office(), answer)).rejects.toThrow(none)
  await expect(
    askReturn(buyer, { ...bought.link, secret: 'x' }, anAskForm(bought, { reason: 'service', wanted: 'answer' })),
  ).rejects.toThrow()
  expect(await statusOf(returnId)).toBe('open')
})

test('what is published says for how long one may complain, and when goods count as late', async () => {
  const { reasons, lateDays, clock } = await publishedTerms(buyer)
  expect(lateDays).toBe(7)
  expect(clock).toEqual({ acknowledgeHours: 24, answerHours: 72, resolveDays: 15 })
  expect(reasons.map(({ key }) => key)).toEqual(expect.arrayContaining(['short', 'not-received', 'service', 'other']))
})
