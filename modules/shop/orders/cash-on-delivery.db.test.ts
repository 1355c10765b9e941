import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aDeliveryTable, aShop, anOrderForm, endHolds, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  confirmCash,
  confirmPayment,
  createVoucher,
  dropDelivery,
  findOrderByLink,
  findSellerOrder,
  handOver,
  orderQueueCounts,
  placeOrder,
  quoteOrder,
  receiveCash,
  saveCash,
  saveDelivery,
  takeBackOrder,
} from '../index.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const tomorrow = '2026-11-24T11:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)
const address = 'Ấp Chợ, xã Cầu Kè, Vĩnh Long'

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** A seller of Xã Cầu Kè with jars at 85 000 đ that takes up to 200 000 đ at the doors of its commune. */
async function aCashShop() {
  const shop = await aShop(as, { stock: 20 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  mustBe(await saveCash(seller, { largestVnd: dong(200_000), zones: ['commune'] }))
  const form = (quantity: number, more: Parameters<typeof anOrderForm>[1] = {}) =>
    anOrderForm([{ listingId: shop.listingId, quantity }], { buyerAddress: address, ways: { [shop.producerId]: 'cod' }, ...more })
  return { ...shop, seller, form }
}

async function aCashOrder() {
  const shop = await aCashShop()
  const placed = mustBe(await placeOrder(buyer, shop.form(2)))
  const [{ id: orderId, code }] = placed.orders as [(typeof placed.orders)[number]]
  return { ...shop, orderId, link: { code, secret: placed.secret } }
}

const cash = (orderId: OrderId, amountVnd: number, note = '', requestKey: string = newId('key')) => ({
  orderId,
  amountVnd,
  reference: '',
  note,
  requestKey,
})
const shelf = (lotId: string) =>
  db
    .selectFrom('stock_balance')
    .where('lot_id', '=', lotId as never)
    .select(['on_hand', 'reserved'])
    .executeTakeFirst()

test('an order to be paid at the door asks for no transfer, holds its goods, and is paid when the seller has the cash', async () => {
  const { orderId, link, seller, lotId, producerId } = await aCashOrder()
  const placed = await findOrderByLink(buyer, link)
  expect(placed.order).toMatchObject({
    way: 'cod',
    payment: 'to-confirm',
    transfer: null,
    totalVnd: 185_000,
    facts: { cashLeftVnd: 185_000 },
  })
  expect(placed.order.holdUntil).toEqual(new Date('2026-11-24T10:00:00+07:00'))
  expect(await shelf(lotId)).toEqual({ on_hand: 20, reserved: 2 })
  expect(await handOver(seller, { orderId, acceptShort: false, note: '' })).toMatchObject({ refusal: { code: 'not-confirmed' } })

  expect(await confirmCash(seller, { orderId })).toMatchObject({ value: { payment: 'cash-due', fulfilment: 'held' } })
  expect(await confirmCash(seller, { orderId })).toMatchObject({ ok: true })
  // Its clock stands still.
  expect(await endHolds(as(visitor, tomorrow))).toBe(0)
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  expect(await shelf(lotId)).toEqual({ on_hand: 18, reserved: 0 })
  const counts = await orderQueueCounts(seller)
  expect(counts.find(({ queue }) => queue === 'to-collect')).toMatchObject({ count: 1, urgent: true })

  const form = cash(orderId, 185_000)
  const all = await Promise.all(Array.from({ length: 5 }, () => receiveCash(seller, form)))
  for (const outcome of all) expect(outcome).toMatchObject({ value: { payment: 'paid', fulfilment: 'handed-over' } })
  const { order } = await findOrderByLink(buyer, link)
  expect(order).toMatchObject({ payment: 'paid', receivedVnd: 185_000 })
  expect(order.payments).toMatchObject([{ kind: 'received', amountVnd: 185_000, inCash: true }])
  expect(order.moves.map(({ move }) => move)).toEqual(['place', 'confirm-cash', 'hand-over', 'receive-all'])
  expect(producerId).toBeTruthy()
})

test('less cash than is due is written down with its reason, and the order says that it is short', async () => {
  const { orderId, seller } = await aCashOrder()
  mustBe(await confirmCash(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  expect(await receiveCash(seller, cash(orderId, 180_000))).toMatchObject({ refusal: { code: 'note-missing' } })
  expect(await receiveCash(seller, cash(orderId, 180_000, 'Bớt tiền lẻ'))).toMatchObject({ value: { payment: 'under' } })
  const order = await findSellerOrder(seller, orderId)
  expect(order.payments).toMatchObject([{ amountVnd: 180_000, note: 'Bớt tiền lẻ' }])
})

test('an order to be paid at the door falls where its seller does not take it in time, and its goods are free again', async () => {
  const { link, lotId } = await aCashOrder()
  expect(await endHolds(as(visitor, tomorrow))).toBe(1)
  expect((await findOrderByLink(as(visitor, tomorrow), link)).order).toMatchObject({ payment: 'unpaid', fulfilment: 'expired' })
  expect(await shelf(lotId)).toEqual({ on_hand: 20, reserved: 0 })
})

test('goods that were refused at the door come back to their lot in the ledger, and the order is over', async () => {
  const { orderId, link, seller, lotId } = await aCashOrder()
  mustBe(await confirmCash(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  expect(await takeBackOrder(seller, { orderId, note: '' })).toMatchObject({ refusal: { code: 'note-missing' } })
  expect(await takeBackOrder(seller, { orderId, note: 'Không có nhà' })).toMatchObject({
    value: { payment: 'unpaid', fulfilment: 'returned' },
  })
  expect(await takeBackOrder(seller, { orderId, note: 'Không có nhà' })).toMatchObject({ refusal: { code: 'order-not-out' } })
  expect(await shelf(lotId)).toEqual({ on_hand: 20, reserved: 0 })
  const entries = await db
    .selectFrom('stock_entry')
    .where('ref', '=', link.code)
    .select(['kind', 'delta', 'note'])
    .orderBy('delta')
    .execute()
  expect(entries).toEqual([
    { kind: 'sold', delta: -2, note: '' },
    { kind: 'returned', delta: 2, note: 'Không có nhà' },
  ])
  // Money that comes all the same is not lost.
  expect(await confirmPayment(seller, cash(orderId, 185_000))).toMatchObject({ value: { payment: 'to-settle', fulfilment: 'returned' } })
})

test('the buyer is told before the order whether the door may be paid at, by the rule by which the order is made', async () => {
  const { form, producerId, listingId, seller } = await aCashShop()
  const ask = async (quantity: number, buyerAddress: string) => {
    const ways = { [producerId]: 'cod' as const }
    const quote = await quoteOrder(buyer, { lines: [{ listingId, quantity }], buyerAddress, ways })
    return quote.sellers[0]!
  }
  expect(await ask(2, address)).toMatchObject({ cash: { ok: true }, way: 'cod', totalVnd: 185_000 })
  expect(await ask(3, address)).toMatchObject({ cash: { ok: false, why: 'sum-too-large', largestVnd: 200_000 }, way: 'transfer' })
  expect(await ask(1, 'Ấp 3, xã Vinh Kim, Vĩnh Long')).toMatchObject({ cash: { ok: false, why: 'zone-without-cash' } })
  expect(await placeOrder(buyer, form(3))).toMatchObject({
    refusal: { code: 'cash-refused', items: [{ producerId, why: 'sum-too-large', largestVnd: 200_000 }] },
  })
  expect(await placeOrder(buyer, form(1, { buyerAddress: 'Ấp 3, xã Vinh Kim, Vĩnh Long' }))).toMatchObject({
    refusal: { code: 'cash-refused', items: [{ why: 'zone-without-cash' }] },
  })
  // Without a table of fees nobody brings anything, and no door is paid at.
  mustBe(await dropDelivery(seller))
  expect(await placeOrder(buyer, form(1))).toMatchObject({ refusal: { code: 'cash-refused', items: [{ why: 'not-offered' }] } })
  expect(await saveCash(seller, { largestVnd: dong(1), zones: ['commune'] })).toMatchObject({ refusal: { code: 'no-delivery-table' } })
  mustBe(await saveDelivery(seller, aDeliveryTable))
  expect(await saveCash(seller, { largestVnd: dong(1), zones: ['elsewhere'] })).toMatchObject({
    refusal: { code: 'zone-not-in-table', zone: 'elsewhere' },
  })
})

test('orders to be paid at the door count as unpaid ones of their telephone number until their cash is there', async () => {
  const { form, seller } = await aCashShop()
  const buyerPhone = '0912345670'
  const placed = []
  for (let at = 0; at < 5; at++) placed.push(mustBe(await placeOrder(buyer, form(1, { buyerPhone }))).orders[0]!)
  const { id: orderId } = placed[0]!
  mustBe(await confirmCash(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  expect(await placeOrder(buyer, form(1, { buyerPhone }))).toMatchObject({ refusal: { code: 'too-many-open', most: 5 } })
  mustBe(await receiveCash(seller, cash(orderId, 100_000)))
  expect((await placeOrder(buyer, form(1, { buyerPhone }))).ok).toBe(true)
})

test('the buyer cancels while the goods are held, also after the seller agreed', async () => {
  const { orderId, link, seller, lotId } = await aCashOrder()
  mustBe(await confirmCash(seller, { orderId }))
  expect(await cancelByLink(buyer, link)).toMatchObject({ value: { payment: 'unpaid', fulfilment: 'cancelled' } })
  expect(await shelf(lotId)).toEqual({ on_hand: 20, reserved: 0 })
})

test('a cart of three sellers is three orders, each paid its own way: who is paid by transfer stands first', async () => {
  const shop = await aCashShop()
  const [second, third] = [await aShop(as, { name: 'Cơ sở Hai', priceVnd: 120_000 }), await aShop(as, { name: 'HTX Ba', priceVnd: 50_000 })]
  const terms = { code: 'TET2027', percent: 10, amountVnd: null, fromVnd: 0, untilOn: '2026-12-31', mostUses: 10, packIds: [] }
  mustBe(await createVoucher(as(third.person), terms))
  const lines = [shop, second, third].map(({ listingId }) => ({ listingId, quantity: 1 }))
  const more = { buyerAddress: address, ways: { [shop.producerId]: 'cod' as const }, vouchers: { [third.producerId]: 'TET2027' } }
  const quote = await quoteOrder(buyer, { lines, ...more })
  expect(quote.totalVnd).toBe(100_000 + 120_000 + 45_000)
  const placed = mustBe(await placeOrder(buyer, anOrderForm(lines, { ...more, seenVnd: quote.totalVnd })))
  const { group } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(group.map(({ producerName, way, totalVnd, transfer }) => [producerName, way, totalVnd, transfer?.amountVnd ?? null])).toEqual([
    ['Cơ sở Hai', 'transfer', 120_000, 120_000],
    ['HTX Ba', 'transfer', 45_000, 45_000],
    [expect.any(String), 'cod', 100_000, null],
  ])
  // Each has its own clock.
  expect(group.map(({ holdUntil }) => holdUntil.toISOString())).toEqual([
    '2026-11-23T04:00:00.000Z',
    '2026-11-23T04:00:00.000Z',
    '2026-11-24T03:00:00.000Z',
  ])
})
