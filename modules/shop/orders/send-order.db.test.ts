import { testDatabase } from '@dacsan/platform/testing'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { packLot } from '../../inventory/fixtures.ts'
import { aDeliveryTable, aListing, aLot, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  confirmPayment,
  createVoucher,
  findOrderByLink,
  findPacking,
  placeOrder,
  printAddressLabels,
  printPackingLists,
  quoteOrder,
  saveCash,
  saveDelivery,
  sendOrderInput,
} from '../index.ts'
import type { PlaceOrderInput } from '../inputs.ts'
import { forgetBuyers, personalData } from '../personal-data.store.ts'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

type Receiver = NonNullable<PlaceOrderInput['receivers']>[number]
const to = (name: string, more: Partial<Receiver> = {}): Receiver => ({
  name,
  phone: '0987654321',
  address: 'Ấp 3, xã Vinh Kim, Vĩnh Long',
  gift: true,
  card: '',
  counts: {},
  ...more,
})
const orderOf = async (placed: { orders: { code: string }[]; secret: string }, at = 0) =>
  (await findOrderByLink(buyer, { code: placed.orders[at]!.code, secret: placed.secret })).order
const paid = async (seller: ReturnType<typeof as>, order: Awaited<ReturnType<typeof orderOf>>) =>
  mustBe(
    await confirmPayment(seller, {
      orderId: order.id,
      amountVnd: order.totalVnd,
      reference: '',
      note: '',
      requestKey: `key-of-${order.id}`,
    }),
  )

/** Brings goods: 20 000 đ in the province up to a kilogram, 35 000 đ up to three; takes cash there. */
async function aBringingShop(stock = 20) {
  const shop = await aShop(as, { stock })
  const seller = as(shop.person)
  mustBe(await saveDelivery(seller, aDeliveryTable))
  mustBe(await saveCash(seller, { largestVnd: dong(2_000_000), zones: ['commune', 'province'] }))
  return { ...shop, seller, lines: (quantity: number) => [{ listingId: shop.listingId, quantity }] }
}

test('a gift goes to whom the buyer named; no paper of its parcel says a price or what the buyer wrote, and the card is printed', async () => {
  const shop = await aBringingShop()
  const card = 'Chúc mừng năm mới, cháu Mua'
  const form = anOrderForm(shop.lines(2), { buyerAddress: '', note: 'Giá 85.000đ nhé', receivers: [to('Bà Ngoại', { card })] })
  const placed = mustBe(await placeOrder(buyer, form))
  const order = await orderOf(placed)
  expect(order).toMatchObject({
    totalVnd: 190_000,
    buyer: { name: 'Nguyễn Thị Mua' },
    receiver: { name: 'Bà Ngoại', phone: '0987654321', address: 'Ấp 3, xã Vinh Kim, Vĩnh Long', gift: true, card, named: true },
    delivery: { way: 'delivered', feeVnd: 20_000 },
  })
  await paid(shop.seller, order)
  expect((await findPacking(shop.seller)).orders[0]!.receiver).toMatchObject({ name: 'Bà Ngoại', gift: true })
  const papers = [mustBe(await printAddressLabels(shop.seller, [order.id], 'a6')), mustBe(await printPackingLists(shop.seller, [order.id]))]
  for (const pages of await Promise.all(papers.map((paper) => pagesOfPdf(paper)))) {
    expect(pages.join(' ')).toContain('Bà Ngoại')
    expect(pages.join(' ')).not.toMatch(/85|190|đồng|₫|Nguyễn Thị Mua/)
  }
  expect((await pagesOfPdf(papers[1]!)).join(' ')).toContain(card)
})

test('nobody is told anything at the telephone number of a receiver', async () => {
  const shop = await aBringingShop()
  const phone = '0977000111'
  const placed = mustBe(await placeOrder(buyer, anOrderForm(shop.lines(1), { receivers: [to('Ông Nội', { phone })] })))
  await paid(shop.seller, await orderOf(placed))
  const found = await db.selectFrom('event').select('payload').execute()
  expect(JSON.stringify(found)).not.toContain(phone)
})

test('cash is not asked for a gift, and is where the receiver was only named', async () => {
  const shop = await aBringingShop()
  const ways = { [shop.producerId]: 'cod' as const }
  const asked = (gift: boolean) => anOrderForm(shop.lines(1), { receivers: [to('Bạn Tư', { gift, ways })] })
  expect(await placeOrder(buyer, asked(true))).toMatchObject({ refusal: { code: 'cash-refused', items: [{ why: 'gift' }] } })
  const quote = await quoteOrder(buyer, { lines: shop.lines(1), buyerAddress: '', receivers: [to('Bạn Tư', { ways })] })
  expect(quote).toMatchObject({ sellers: [{ way: 'transfer', cash: { ok: false, why: 'gift' } }] })
  const order = await orderOf(mustBe(await placeOrder(buyer, asked(false))))
  expect(order).toMatchObject({ way: 'cod', receiver: { gift: false, named: true } })
})

test('a cart that is divided becomes an order for each seller and receiver, each with its own fee, code and lots, and nothing is sold twice', async () => {
  const [one, two] = [await aBringingShop(6), await aShop(as, { stock: 5, priceVnd: 120_000 })]
  const soon = await aLot(as, { productId: one.productId, producerId: one.producerId, expiresOn: '2026-12-24' })
  mustBe(await packLot(as(one.person), soon, 3))
  const lines = [...one.lines(8), { listingId: two.listingId, quantity: 2 }]
  const receivers = [
    to('Cô Hai', { address: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long', counts: { [one.listingId]: 5, [two.listingId]: 0 } }),
    to('Chú Ba', { counts: { [one.listingId]: 3, [two.listingId]: 2 } }),
  ]
  const quote = await quoteOrder(buyer, { lines, buyerAddress: '', receivers })
  expect(quote).toMatchObject({ divided: null, ready: true, totalVnd: 8 * 85_000 + 2 * 120_000 + 35_000 + 20_000 })
  const placed = mustBe(await placeOrder(buyer, anOrderForm(lines, { receivers, seenVnd: quote.totalVnd })))
  expect(placed.orders).toHaveLength(3)
  const { group } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(group.map(({ receiver, totalVnd, transfer }) => [receiver.name, totalVnd, transfer?.amountVnd]).toSorted()).toEqual(
    [
      ['Cô Hai', 460_000, 460_000],
      ['Chú Ba', 275_000, 275_000],
      ['Chú Ba', 240_000, 240_000],
    ].toSorted(),
  )
  const held = await Promise.all(placed.orders.map((_, at) => orderOf(placed, at)))
  const own = held
    .filter(({ lines: [line] }) => line!.listingId === one.listingId)
    .flatMap((order) => order.lines[0]!.lots.map((lot) => [order.receiver.name, lot.lotId, lot.quantity]))
  expect(own.toSorted()).toEqual(
    [
      ['Cô Hai', soon, 3],
      ['Cô Hai', one.lotId, 2],
      ['Chú Ba', one.lotId, 3],
    ].toSorted(),
  )
})

test('a price step counts for the whole cart, and a form that is sent twice places nothing twice', async () => {
  const shop = await aBringingShop()
  await db
    .updateTable('listing')
    .set({ price_steps: JSON.stringify([{ from: 10, priceVnd: 80_000 }]) as never })
    .where('id', '=', shop.listingId)
    .execute()
  const receivers = Array.from({ length: 10 }, (_, at) => to(`Người thứ ${at + 1}`, { counts: { [shop.listingId]: 1 } }))
  const form = anOrderForm(shop.lines(10), { receivers })
  const sent = await Promise.all(Array.from({ length: 4 }, () => placeOrder(buyer, form)))
  const [first, ...again] = sent.map(mustBe)
  expect(first!.orders).toHaveLength(10)
  for (const one of again) expect(one).toEqual(first)
  const { group } = await findOrderByLink(buyer, { code: first!.orders[0]!.code, secret: first!.secret })
  expect(group.map(({ receiver }) => receiver.name)).toEqual(receivers.map(({ name }) => name))
  expect((await orderOf(first!, 7)).lines).toMatchObject([{ unitPriceVnd: 80_000, quantity: 1 }])
  expect(
    await placeOrder(buyer, { ...form, receivers: [...receivers.slice(1), to('Người khác', { counts: { [shop.listingId]: 1 } })] }),
  ).toMatchObject({
    refusal: { code: 'request-key-reused' },
  })
})

test('where one thing is short, or the numbers do not add up, nothing of all orders is placed', async () => {
  const shop = await aBringingShop(4)
  const more = await aListing(as, shop, { stock: 10 })
  const groups = async () => (await db.selectFrom('order_group').select('id').execute()).length
  const before = await groups()
  const lines = [...shop.lines(5), { listingId: more.listingId, quantity: 2 }]
  const divided = (one: number, two: number, third = 1) => [
    to('A Một', { counts: { [shop.listingId]: one, [more.listingId]: 1 } }),
    to('A Hai', { counts: { [shop.listingId]: two, [more.listingId]: third } }),
  ]
  expect(await placeOrder(buyer, anOrderForm(lines, { receivers: divided(3, 2) }))).toMatchObject({
    refusal: { code: 'sold-out', items: [{ listingId: shop.listingId, wanted: 5, available: 4 }] },
  })
  expect(await placeOrder(buyer, anOrderForm(lines, { receivers: divided(3, 3) }))).toMatchObject({
    refusal: { code: 'division-mismatch', items: [{ listingId: shop.listingId, wanted: 5, divided: 6 }] },
  })
  expect(await placeOrder(buyer, anOrderForm(lines, { receivers: [...divided(3, 2), to('A Ba')] }))).toMatchObject({
    refusal: { code: 'receiver-without-goods', receivers: [3] },
  })
  expect(await groups()).toBe(before)
})

test('two buyers who divide the last jars at once are not both promised them', async () => {
  const shop = await aBringingShop(6)
  const receivers = [to('Một', { counts: { [shop.listingId]: 2 } }), to('Hai', { counts: { [shop.listingId]: 2 } })]
  const both = await Promise.all(Array.from({ length: 2 }, () => placeOrder(buyer, anOrderForm(shop.lines(4), { receivers }))))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a code of a seller is used once, and is parted over its orders', async () => {
  const shop = await aBringingShop()
  mustBe(
    await createVoucher(shop.seller, {
      code: 'TET2027',
      percent: 10,
      amountVnd: null,
      fromVnd: 0,
      untilOn: '2026-12-31',
      mostUses: 1,
      packIds: [],
    }),
  )
  const receivers = [to('Một', { counts: { [shop.listingId]: 2 } }), to('Hai', { counts: { [shop.listingId]: 1 } })]
  const asked = { receivers, vouchers: { [shop.producerId]: 'TET2027' } }
  const quote = await quoteOrder(buyer, { lines: shop.lines(3), buyerAddress: '', ...asked })
  const placed = mustBe(await placeOrder(buyer, anOrderForm(shop.lines(3), { ...asked, seenVnd: quote.totalVnd })))
  const reduced = await Promise.all(placed.orders.map((_, at) => orderOf(placed, at)))
  expect(reduced.map(({ receiver, voucher }) => [receiver.name, voucher?.discountVnd ?? 0]).toSorted()).toEqual([
    ['Hai', 8_500],
    ['Một', 17_000],
  ])
})

test('one place holds no more of a shelf for ten receivers than for itself', async () => {
  const shop = await aBringingShop(20)
  const receivers = Array.from({ length: 10 }, (_, at) => to(`Người thứ ${at + 1}`, { counts: { [shop.listingId]: 2 } }))
  expect(await placeOrder(buyer, anOrderForm(shop.lines(20), { receivers }), { address: '203.0.113.9' })).toMatchObject({
    refusal: { code: 'too-much-unpaid', items: [{ wanted: 20 }] },
  })
})

test('whom a buyer named is told to the buyer, and forgotten with the buyer', async () => {
  const shop = await aBringingShop()
  const placed = mustBe(await placeOrder(buyer, anOrderForm(shop.lines(1), { receivers: [to('Bà Sáu', { card: 'Chúc thọ' })] })))
  const held = await personalData.holdings['receivers']!.find(db, { kind: 'purchase', groupId: placed.groupId, link: true } as never)
  expect(held).toMatchObject([{ code: placed.orders[0]!.code, name: 'Bà Sáu', card: 'Chúc thọ' }])
  mustBe(await cancelByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret }))
  await inTransaction(buyer, (tx) => forgetBuyers(tx, new Date('2026-11-24T00:00:00+07:00'), new Date(now)))
  const left = await db.selectFrom('order_receiver').where('order_id', '=', placed.orders[0]!.id).selectAll().executeTakeFirstOrThrow()
  expect(left).toMatchObject({ name: '', phone: '', address: '', card: '', is_gift: true })
})

test('a form of receivers asks for a name, a telephone and a place of each, and not where the buyer lives', () => {
  const typed = {
    requestKey: 'key-of-a-form-1234',
    lines: [],
    buyerName: 'Nguyễn Thị Mua',
    buyerPhone: '0912345678',
    buyerAddress: '',
    note: '',
  }
  const one = {
    name: 'Bà Sáu',
    phone: '0987 654 321',
    address: 'Ấp 3, xã Vinh Kim',
    gift: 'on',
    card: ' Chúc\r\nthọ ',
    counts: { lst_a: '2', lst_b: '' },
  }
  expect(sendOrderInput.parse({ ...typed, receivers: [one] }).receivers).toMatchObject([
    { phone: '0987654321', gift: true, card: 'Chúc\nthọ', counts: { lst_a: 2, lst_b: 0 } },
  ])
  const faults = sendOrderInput.safeParse({
    ...typed,
    receivers: [{ ...one, name: '', phone: '1', address: '', card: 'x'.repeat(301), counts: { lst_a: 'hai' } }],
  })
  expect(faults.error!.issues.map(({ path }) => path.join('.'))).toEqual([
    'receivers.0.name',
    'receivers.0.phone',
    'receivers.0.address',
    'receivers.0.card',
    'receivers.0.counts.lst_a',
  ])
})
