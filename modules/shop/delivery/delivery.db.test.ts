import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { parseVietQr } from '@dacsan/vietqr'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { ownPlaces } from '../../traceability/index.ts'
import { aDeliveryTable, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import { confirmPayment, dropDelivery, findOrderByLink, ownDelivery, placeOrder, quoteOrder, saveDelivery, saveListing } from '../index.ts'
import { saveDeliveryInput } from '../inputs.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as: typeof asAt = (actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** A seller of Xã Cầu Kè with jars of 200 g at 85 000 đ, and its table of fees. */
async function aDeliveringShop() {
  const shop = await aShop(as, { stock: 100 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  return { ...shop, seller, lines: (quantity: number) => [{ listingId: shop.listingId, quantity }] }
}

test.each([
  ['Ấp Chợ, xã Cầu Kè, Vĩnh Long', 1, 15_000],
  ['Số 5, xã Kim Hòa, huyện Cầu Ngang, Trà Vinh', 4, 20_000],
  ['Ấp 3, xã Vinh Kim, Vĩnh Long', 5, 35_000],
  ['Ấp 3, xã Vinh Kim, Vĩnh Long', 6, 0],
])(
  'to %s %i jars cost %i đồng to bring: told before the order, part of its sum, its QR and what it promised',
  async (address, quantity, fee) => {
    const shop = await aDeliveringShop()
    const asked = { lines: shop.lines(quantity), buyerAddress: address }
    const quote = await quoteOrder(buyer, asked)
    const goods = quantity * 85_000
    expect(quote).toMatchObject({
      unclear: false,
      ready: true,
      totalVnd: goods + fee,
      sellers: [{ told: true, chosen: { way: 'delivered', feeVnd: fee } }],
    })

    const placed = mustBe(await placeOrder(buyer, anOrderForm(shop.lines(quantity), { buyerAddress: address, seenVnd: quote.totalVnd })))
    const [{ id: orderId, code }] = placed.orders as [(typeof placed.orders)[number]]
    const { order } = await findOrderByLink(buyer, { code, secret: placed.secret })
    expect(order).toMatchObject({ totalVnd: goods + fee, delivery: { way: 'delivered', feeVnd: fee, grams: quantity * 250 } })
    const read = parseVietQr(order.transfer!.payload)
    expect(read).toMatchObject({ ok: true, value: { amount: goods + fee } })

    // What the seller changes later is for later orders.
    mustBe(await dropDelivery(shop.seller))
    mustBe(await confirmPayment(shop.seller, { orderId, amountVnd: goods + fee, reference: '', note: '', requestKey: `key-${orderId}` }))
    const paid = await findOrderByLink(buyer, { code, secret: placed.secret })
    expect(paid.order).toMatchObject({ payment: 'paid', delivery: { feeVnd: fee } })
  },
)

test('an order whose buyer saw the goods alone is not placed: the fee comes first', async () => {
  const shop = await aDeliveringShop()
  const form = anOrderForm(shop.lines(1), { seenVnd: 85_000 })
  expect(await placeOrder(buyer, form)).toMatchObject({ refusal: { code: 'price-changed', seenVnd: 85_000, nowVnd: 100_000 } })
})

test('an address of which nobody knows the commune asks for it, and the buyer may say that it is out of the province', async () => {
  const shop = await aDeliveringShop()
  const asked = { lines: shop.lines(1), buyerAddress: 'Nhà sau bưu điện' }
  expect(await quoteOrder(buyer, asked)).toMatchObject({ unclear: true, ready: false, sellers: [{ chosen: null }] })
  expect(await placeOrder(buyer, anOrderForm(shop.lines(1), { buyerAddress: asked.buyerAddress }))).toMatchObject({
    refusal: { code: 'not-delivered', items: [{ producerId: shop.producerId, why: 'place-unclear' }] },
  })
  expect(await quoteOrder(buyer, { ...asked, deliverTo: '29308' })).toMatchObject({ commune: 'Xã Cầu Kè', ready: true, totalVnd: 100_000 })
  expect(await quoteOrder(buyer, { ...asked, deliverTo: 'elsewhere' })).toMatchObject({
    unclear: false,
    ready: false,
    sellers: [{ brought: { ok: false, why: { code: 'zone-not-served' } } }],
  })
})

test('goods are taken at a place of the seller for nothing, also where it does not bring them', async () => {
  const shop = await aDeliveringShop()
  const [place] = await ownPlaces(shop.seller)
  mustBe(await saveDelivery(shop.seller, { ...aDeliveryTable, pickupIds: [place!.id] }))
  const asked = { lines: shop.lines(1), buyerAddress: 'Quận 1, TP. Hồ Chí Minh', deliverTo: 'elsewhere' }
  expect(await quoteOrder(buyer, asked)).toMatchObject({ ready: false, sellers: [{ wish: null, chosen: null }] })
  const wishes = { [shop.producerId]: place!.id }
  const quote = await quoteOrder(buyer, { ...asked, wishes })
  expect(quote).toMatchObject({ ready: true, totalVnd: 85_000, sellers: [{ wish: place!.id, chosen: { way: 'pickup', feeVnd: 0 } }] })
  const form = anOrderForm(shop.lines(1), { ...asked, seenVnd: 85_000, wishes })
  const placed = mustBe(await placeOrder(buyer, form))
  const { order } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(order.delivery).toMatchObject({ way: 'pickup', placeId: place!.id })
})

test('each seller of a cart brings its goods for its own fee, and one without a table says that the order holds none', async () => {
  const [one, two] = [await aDeliveringShop(), await aShop(as)]
  const lines = [...one.lines(1), { listingId: two.listingId, quantity: 1 }]
  const quote = await quoteOrder(buyer, { lines, buyerAddress: 'Ấp Chợ, xã Cầu Kè' })
  expect(quote.totalVnd).toBe(85_000 + 15_000 + 85_000)
  expect(quote.sellers.map(({ told, totalVnd, chosen }) => [told, totalVnd, chosen?.way])).toEqual([
    [true, 100_000, 'delivered'],
    [false, 85_000, 'agreed'],
  ])
  mustBe(await placeOrder(buyer, anOrderForm(lines, { buyerAddress: 'Ấp Chợ, xã Cầu Kè', seenVnd: quote.totalVnd })))
})

test('goods that must stay cold are brought only where the seller keeps them cold, and by the weight that the seller gave', async () => {
  const shop = await aDeliveringShop()
  const { productId } = shop
  const fields = { productId, priceVnd: 85_000, unit: 'hũ', description: '', needsCold: true, weightGrams: 1200 }
  mustBe(await saveListing(shop.seller, fields))
  const to = (buyerAddress: string) => quoteOrder(buyer, { lines: shop.lines(1), buyerAddress })
  expect(await to('Ấp Chợ, xã Cầu Kè')).toMatchObject({ sellers: [{ brought: { ok: true, grams: 1200, feeVnd: 15_000 } }] })
  expect(await to('Ấp 3, xã Vinh Kim')).toMatchObject({ sellers: [{ brought: { ok: false, why: { code: 'no-cold-chain' } } }] })
})

test('the table is read again as it was written, another one takes its place, and nobody but a producer writes one', async () => {
  const shop = await aDeliveringShop()
  expect((await ownDelivery(shop.seller)).table).toMatchObject({
    tareGrams: 50,
    zones: [
      { zone: 'commune', carriesCold: true, freeFromVnd: null, steps: [{ upToGrams: 1000 }, { upToGrams: 3000 }] },
      { zone: 'province', carriesCold: false, freeFromVnd: 500_000, steps: [{ feeVnd: 20_000 }, { feeVnd: 35_000 }] },
    ],
    pickups: [],
  })
  const form = { tareGrams: '0', 'step-1': '0,5', 'step-2': '', 'fee-elsewhere-1': '30.000', 'free-elsewhere': '', 'cold-elsewhere': 'on' }
  mustBe(await saveDelivery(shop.seller, saveDeliveryInput.parse(form)))
  expect((await ownDelivery(shop.seller)).table).toEqual({
    tareGrams: 0,
    zones: [{ zone: 'elsewhere', freeFromVnd: null, carriesCold: true, steps: [{ upToGrams: 500, feeVnd: dong(30_000) }] }],
    pickups: [],
  })
  await expect(saveDelivery(as(shop.officer), aDeliveryTable)).rejects.toThrow(Forbidden)
  await expect(dropDelivery(buyer)).rejects.toThrow(Forbidden)
})
