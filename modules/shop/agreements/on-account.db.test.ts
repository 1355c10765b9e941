import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aShop, anOrderForm, endHolds, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addAgreedBuyer,
  agreeTerms,
  cancelByLink,
  confirmPayment,
  findAgreedBuyer,
  findOrderByLink,
  findSellerOrder,
  handOver,
  openAgreedShelf,
  ownAgreedBuyers,
  packOrder,
  placeOrder,
  quoteOrder,
  reportTransfer,
  takeBackOrder,
} from '../index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const nextWeek = '2026-11-30T10:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)
let serial = 0

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** Jars at 10 000 đ for a canteen that may owe 100 000 đ. */
async function aCanteen(limitVnd = 100_000) {
  const shop = await aShop(as, { stock: 500, priceVnd: 10_000 })
  const seller = as(shop.person)
  const phone = `0913${String(345_000 + serial++).padStart(6, '0')}`
  const { buyerId } = mustBe(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn', phone, taxCode: null }))
  const credit = { limitVnd: dong(limitVnd), dueDays: 15 }
  mustBe(await agreeTerms(seller, { buyerId, percent: null, prices: [], fromOn: '2026-11-01', untilOn: '2026-12-31', credit }))
  const { accessCode: code } = (await findAgreedBuyer(seller, buyerId)).buyer
  const { cartId } = mustBe(await openAgreedShelf(buyer, { phone, code }, { cartId: null, address: '203.0.113.9' }))
  const order = (quantity: number, more: { cartId?: typeof cartId | null } = {}) =>
    placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }], { ways: { [shop.producerId]: 'account' } }), {
      cartId,
      address: '203.0.113.9',
      ...more,
    })
  const openVnd = async () => (await ownAgreedBuyers(seller)).find(({ id }) => id === buyerId)!.openVnd as number
  const pay = async (orderId: `ord_${string}`, amountVnd: number) =>
    mustBe(await confirmPayment(seller, { orderId, amountVnd, reference: '', note: '', requestKey: newId('key') }))
  return { ...shop, seller, buyerId, cartId, order, openVnd, pay }
}

test('whoever may owe orders without paying; the goods are packed and handed over unpaid, and the money is due until it came', async () => {
  const canteen = await aCanteen()
  const placed = mustBe(await canteen.order(4))
  const [{ id: orderId, code }] = placed.orders as [{ id: `ord_${string}`; code: string }]
  const link = { code, secret: placed.secret }
  expect((await findOrderByLink(buyer, link)).order).toMatchObject({
    payment: 'on-account',
    fulfilment: 'held',
    transfer: null,
    facts: { onHold: false, onAccount: true },
  })
  expect(await reportTransfer(buyer, link)).toMatchObject({ refusal: { code: 'pays-by-month' } })
  // No hold runs out.
  await endHolds(as(visitor, nextWeek))
  mustBe(await packOrder(canteen.seller, { orderId }))
  mustBe(await handOver(canteen.seller, { orderId, acceptShort: false, note: '' }))
  expect(await findSellerOrder(canteen.seller, orderId)).toMatchObject({ payment: 'on-account', fulfilment: 'handed-over' })
  expect(await canteen.openVnd()).toBe(40_000)
  expect(await canteen.pay(orderId, 15_000)).toEqual({ payment: 'on-account', fulfilment: 'handed-over' })
  expect(await canteen.openVnd()).toBe(25_000)
  expect(await takeBackOrder(canteen.seller, { orderId, note: 'Không nhận' })).toMatchObject({ refusal: { code: 'no-cash-due' } })
  expect(await canteen.pay(orderId, 25_000)).toEqual({ payment: 'paid', fulfilment: 'handed-over' })
  expect(await canteen.openVnd()).toBe(0)
})

test('what is owed never passes the limit, by however many orders at once, and money or a cancelled order makes room again', async () => {
  const canteen = await aCanteen()
  const all = await Promise.all(Array.from({ length: 8 }, () => canteen.order(3)))
  const placed = all.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  expect(placed).toHaveLength(3)
  for (const outcome of all)
    if (!outcome.ok) expect(outcome.refusal).toMatchObject({ code: 'account-refused', items: [{ why: 'over-credit' }] })
  expect(await canteen.openVnd()).toBe(90_000)
  const ask = { cartId: canteen.cartId, buyerAddress: '', ways: { [canteen.producerId]: 'account' as const } }
  const quote = async (quantity: number) =>
    (await quoteOrder(buyer, { ...ask, lines: [{ listingId: canteen.listingId, quantity }] })).sellers[0]!
  expect(await quote(1)).toMatchObject({ way: 'account', account: { ok: true, leftVnd: 10_000 } })
  expect(await quote(2)).toMatchObject({ way: 'transfer', account: { ok: false, leftVnd: 10_000 } })
  const { orders, secret } = placed[0]!
  mustBe(await cancelByLink(buyer, { code: orders[0]!.code, secret }))
  expect(await canteen.openVnd()).toBe(60_000)
  await canteen.pay(placed[1]!.orders[0]!.id, 30_000)
  expect(await canteen.openVnd()).toBe(30_000)
  expect((await canteen.order(7)).ok).toBe(true)
  expect(await canteen.order(1)).toMatchObject({ refusal: { items: [{ why: 'over-credit', leftVnd: 0 }] } })
})

test('nobody else buys on account: not a stranger, not with the cart of another, not without a limit that was agreed', async () => {
  const canteen = await aCanteen()
  expect(await canteen.order(1, { cartId: null })).toMatchObject({
    refusal: { code: 'account-refused', items: [{ why: 'no-account', leftVnd: null }] },
  })
  const other = await aCanteen()
  expect(await canteen.order(1, { cartId: other.cartId })).toMatchObject({ refusal: { items: [{ why: 'no-account' }] } })
  mustBe(
    await agreeTerms(canteen.seller, {
      buyerId: canteen.buyerId,
      percent: 5,
      prices: [],
      fromOn: '2026-11-01',
      untilOn: '2026-12-31',
      credit: null,
    }),
  )
  expect(await canteen.order(1)).toMatchObject({ refusal: { items: [{ why: 'no-account' }] } })
  const stranger = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: canteen.listingId, quantity: 1 }])))
  const onAccount = db.updateTable('shop_order').set({ payment_way: 'account', payment_status: 'on-account' })
  await expect(onAccount.where('id', '=', stranger.orders[0]!.id).execute()).rejects.toThrow('shop_order_account')
})

test('goods that the buyer did not take come back and are owed no more; money that came before goes back', async () => {
  const canteen = await aCanteen()
  const placed = mustBe(await canteen.order(2))
  const { id: orderId, code } = placed.orders[0]!
  mustBe(await handOver(canteen.seller, { orderId, acceptShort: false, note: '' }))
  expect(await takeBackOrder(canteen.seller, { orderId, note: 'Bếp ăn nghỉ' })).toMatchObject({
    value: { payment: 'unpaid', fulfilment: 'returned' },
  })
  expect(await canteen.openVnd()).toBe(0)
  const second = mustBe(await canteen.order(2))
  await canteen.pay(second.orders[0]!.id, 5_000)
  expect(await cancelByLink(buyer, { code: second.orders[0]!.code, secret: second.secret })).toMatchObject({
    value: { payment: 'to-settle', fulfilment: 'cancelled' },
  })
  expect(code).not.toBe(second.orders[0]!.code)
})
