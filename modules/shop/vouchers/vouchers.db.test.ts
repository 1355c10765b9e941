import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aListing, aShop, anOrderForm, endHolds, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  confirmPayment,
  createVoucher,
  cutGoods,
  endVoucher,
  findOrderByLink,
  ownVouchers,
  placeOrder,
  quoteOrder,
  reopenOrder,
} from '../index.ts'
import type { CreateVoucherInput } from '../inputs.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const afternoon = '2026-11-23T15:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** Jars at 85 000 đ, and the code TET2027 of their seller. */
async function aShopWithCode(terms: Partial<CreateVoucherInput> = {}, stock = 50) {
  const shop = await aShop(as, { stock, priceVnd: 85_000 })
  const seller = as(shop.person)
  const input = { code: 'TET2027', percent: 10, amountVnd: null, fromVnd: 0, untilOn: '2026-12-31', mostUses: 10, packIds: [], ...terms }
  const { voucherId } = mustBe(await createVoucher(seller, input))
  const order = (quantity: number, more: Parameters<typeof anOrderForm>[1] = {}) =>
    placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }], { vouchers: { [shop.producerId]: 'TET2027' }, ...more }))
  return { ...shop, seller, voucherId, order }
}
const usesOf = async ({ seller }: { seller: Parameters<typeof ownVouchers>[0] }) => (await ownVouchers(seller)).vouchers[0]!.uses

test('a code of ten uses is used ten times by thirty-two buyers at once, and nobody else is promised its price', async () => {
  const shop = await aShopWithCode({}, 100)
  const all = await Promise.all(Array.from({ length: 32 }, () => shop.order(1)))
  const [placed, refused] = [all.filter(({ ok }) => ok), all.filter(({ ok }) => !ok)]
  expect([placed.length, refused.length]).toEqual([10, 22])
  for (const outcome of refused)
    expect(outcome).toMatchObject({ refusal: { code: 'voucher-refused', items: [{ why: 'voucher-used-up' }] } })
  expect(await usesOf(shop)).toBe(10)
  expect(
    await db.selectFrom('shop_order').where('producer_id', '=', shop.producerId).select(['total_vnd', 'discount_vnd']).distinct().execute(),
  ).toEqual([{ total_vnd: 76_500, discount_vnd: 8_500 }])
})

test('B16: what a code takes off is told before the order, stands on it, and is what is paid', async () => {
  const shop = await aShopWithCode()
  const lines = [{ listingId: shop.listingId, quantity: 3 }]
  const quote = await quoteOrder(buyer, { lines, buyerAddress: '', vouchers: { [shop.producerId]: 'TET2027' } })
  expect(quote).toMatchObject({ totalVnd: 229_500, sellers: [{ goodsVnd: 255_000, voucher: { ok: true, discountVnd: 25_500 } }] })
  const placed = mustBe(await shop.order(3, { seenVnd: quote.totalVnd }))
  const { order } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(order).toMatchObject({
    totalVnd: 229_500,
    voucher: { code: 'TET2027', discountVnd: 25_500 },
    transfer: { amountVnd: 229_500 },
    lines: [{ lineTotalVnd: 255_000, discountVnd: 25_500 }],
  })
  // Without it the buyer would pay more than what stood above the button.
  expect(await shop.order(3, { seenVnd: 229_500, vouchers: {} })).toMatchObject({ refusal: { code: 'price-changed', nowVnd: 255_000 } })
})

test('a telephone number uses a code once, and once more where its order was given up', async () => {
  const shop = await aShopWithCode()
  const buyerPhone = '0912345671'
  const first = mustBe(await shop.order(1, { buyerPhone }))
  expect(await shop.order(1, { buyerPhone })).toMatchObject({
    refusal: { code: 'voucher-refused', items: [{ why: 'voucher-used-before' }] },
  })
  mustBe(await cancelByLink(buyer, { code: first.orders[0]!.code, secret: first.secret }))
  expect(await usesOf(shop)).toBe(0)
  mustBe(await shop.order(1, { buyerPhone }))
  expect(await usesOf(shop)).toBe(1)
})

test('an order that expired gives its use back, and takes it again when its money comes late', async () => {
  const shop = await aShopWithCode({ mostUses: 1 })
  const placed = mustBe(await shop.order(1))
  const { id: orderId } = placed.orders[0]!
  await endHolds(as(visitor, afternoon))
  expect(await usesOf(shop)).toBe(0)
  mustBe(await shop.order(1))
  const money = { orderId, amountVnd: 76_500, reference: '', note: '', requestKey: newId('key') }
  // The seller promised the price to both: neither loses it.
  expect(await confirmPayment(as(shop.person, afternoon), money)).toMatchObject({ value: { payment: 'paid', fulfilment: 'held' } })
  expect(await usesOf(shop)).toBe(2)
  expect(await reopenOrder(as(shop.person, afternoon), { orderId })).toMatchObject({ refusal: { code: 'order-open' } })
})

test.each([
  ['of another seller', { code: 'KHAC2027' }, 1, 'voucher-unknown'],
  ['for more goods', { fromVnd: 200_000 }, 2, 'voucher-from'],
  ['whose day has passed', { untilOn: '2026-11-23' }, 1, 'voucher-ended'],
] as const)('a code %s takes nothing off, and the order is not placed behind the back of its buyer', async (_, terms, quantity, why) => {
  const shop = await aShopWithCode(terms)
  const lines = [{ listingId: shop.listingId, quantity }]
  const form = anOrderForm(lines, { vouchers: { [shop.producerId]: 'TET2027' } })
  expect(await placeOrder(as(visitor, '2026-11-24T10:00:00+07:00'), form)).toMatchObject({
    refusal: { code: 'voucher-refused', items: [{ why }] },
  })
})

test('a code for some packs reduces these alone, and one that was ended reduces nothing', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const other = await aListing(as, shop, { priceVnd: 40_000 })
  const seller = as(shop.person)
  const { pack_id: packId } = await db.selectFrom('listing').where('id', '=', other.listingId).select('pack_id').executeTakeFirstOrThrow()
  const terms = { code: 'MUT5', percent: null, amountVnd: 5_000, fromVnd: 40_000, untilOn: '2026-12-31', mostUses: 5, packIds: [packId] }
  const { voucherId } = mustBe(await createVoucher(seller, terms))
  expect(await createVoucher(seller, terms)).toMatchObject({ refusal: { code: 'voucher-code-taken' } })
  expect(await createVoucher(seller, { ...terms, code: 'MUT6', amountVnd: 40_000 })).toMatchObject({
    refusal: { code: 'voucher-amount-from' },
  })
  const order = (listingIds: (typeof shop.listingId)[]) =>
    placeOrder(
      buyer,
      anOrderForm(
        listingIds.map((listingId) => ({ listingId, quantity: 1 })),
        { vouchers: { [shop.producerId]: 'MUT5' } },
      ),
    )
  expect(await order([shop.listingId])).toMatchObject({ refusal: { items: [{ why: 'voucher-other-goods' }] } })
  const placed = mustBe(await order([shop.listingId, other.listingId]))
  const view = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(view.order.totalVnd).toBe(120_000)
  expect(view.order.lines.map(({ discountVnd }) => discountVnd).toSorted((a, b) => a - b)).toEqual([0, 5_000])
  mustBe(await endVoucher(seller, { voucherId }))
  expect(await order([other.listingId])).toMatchObject({ refusal: { items: [{ why: 'voucher-ended' }] } })
})

test('B16, B17: goods for two people are two orders, the code counts on all of them once, and each part keeps its share', async () => {
  const shop = await aShopWithCode({ percent: null, amountVnd: 50_000, fromVnd: 300_000, mostUses: 1 })
  const to = (name: string, count: number) => ({
    name,
    phone: '0987654321',
    address: 'Ấp 3, xã Vinh Kim, Vĩnh Long',
    gift: false,
    card: '',
    counts: { [shop.listingId]: count },
  })
  const receivers = [to('Bà Ngoại', 1), to('Bạn Tư', 3)]
  const lines = [{ listingId: shop.listingId, quantity: 4 }]
  // One part alone would be worth too little for it.
  const quote = await quoteOrder(buyer, { lines, buyerAddress: '', receivers, vouchers: { [shop.producerId]: 'TET2027' } })
  expect(quote).toMatchObject({
    totalVnd: 290_000,
    sellers: [
      { goodsVnd: 85_000, voucher: { ok: true, discountVnd: 12_500 }, totalVnd: 72_500 },
      { goodsVnd: 255_000, voucher: { ok: true, discountVnd: 37_500 }, totalVnd: 217_500 },
    ],
  })
  const placed = mustBe(await shop.order(4, { receivers, seenVnd: quote.totalVnd }))
  expect(await usesOf(shop)).toBe(1)
  const orders = await Promise.all(
    placed.orders.map(async ({ code }) => (await findOrderByLink(buyer, { code, secret: placed.secret })).order),
  )
  const [small, large] = orders.toSorted((a, b) => a.totalVnd - b.totalVnd)
  expect([small, large]).toMatchObject([{ totalVnd: 72_500 }, { totalVnd: 217_500 }])
  // Goods of the large part may go while the purchase is worth what the code asks for: three jars more than the other part are.
  const secret = placed.secret
  const cut = (left: number) => cutGoods(buyer, { code: large!.code, secret }, { left: { [large!.lines[0]!.id]: left } })
  expect(await cut(2)).toMatchObject({ refusal: { code: 'cut-voucher', fromVnd: 215_000 } })
  // One part is given up: the other stays as it was, and so does the one use.
  mustBe(await cancelByLink(buyer, { code: small!.code, secret }))
  expect(await usesOf(shop)).toBe(1)
  expect((await findOrderByLink(buyer, { code: large!.code, secret })).order).toMatchObject({ totalVnd: 217_500 })
  mustBe(await cancelByLink(buyer, { code: large!.code, secret }))
  expect(await usesOf(shop)).toBe(0)
  mustBe(await shop.order(4, { receivers }))
  expect(await usesOf(shop)).toBe(1)
})

test('two parts of a purchase that end at the same moment give back one use', async () => {
  const shop = await aShopWithCode()
  const named = { phone: '0987654321', address: 'Ấp 3, xã Vinh Kim, Vĩnh Long', gift: false, card: '', counts: { [shop.listingId]: 1 } }
  const placed = mustBe(
    await shop.order(2, {
      receivers: [
        { ...named, name: 'Bà Ngoại' },
        { ...named, name: 'Bạn Tư' },
      ],
    }),
  )
  const [one, two] = await Promise.all(placed.orders.map(({ code }) => cancelByLink(buyer, { code, secret: placed.secret })))
  mustBe(one!)
  mustBe(two!)
  expect(await usesOf(shop)).toBe(0)
})
