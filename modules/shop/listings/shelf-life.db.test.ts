import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { packLot } from '../../inventory/fixtures.ts'
import { aLot, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import { addToCart, confirmPayment, findCart, findOrderByLink, findOwnOffer, offerOf, placeOrder, saveListing } from '../index.ts'
import { expireHolds } from '../orders/expire-holds.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** Ten jars until June 2027 and four until 20 December 2026, with a promise of thirty days. */
async function promised(more: { lowStock?: number } = {}) {
  const shop = await aShop(as, { stock: 10 })
  const seller = as(shop.person)
  const shortLot = await aLot(as, { ...shop, expiresOn: '2026-12-20' })
  await packLot(seller, shortLot, 4)
  const save = (shelfLifeDays?: number) =>
    saveListing(seller, { productId: shop.productId, priceVnd: 85_000, unit: 'hũ', description: '', shelfLifeDays, ...more })
  mustBe(await save(30))
  return { ...shop, seller, shortLot, save }
}

test('a lot with less left than was promised is counted on no page and goes into no order', async () => {
  const { productId, listingId, lotId, shortLot, seller, save } = await promised()
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ available: 10, nextExpiry: '2027-06-30', shelfLifeDays: 30 }] })
  const { cartId } = mustBe(await addToCart(buyer, { listingId, quantity: 11 }))
  expect(await findCart(buyer, cartId)).toMatchObject({ sellers: [{ lines: [{ available: 10, problem: { code: 'sold-out' } }] }] })
  expect(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 11 }]))).toMatchObject({
    refusal: { code: 'sold-out', items: [{ available: 10 }] },
  })
  const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 10 }])))
  const { order } = await findOrderByLink(buyer, { code: orders[0]!.code, secret })
  expect(order.lines).toMatchObject([{ leastExpiresOn: '2026-12-23', lots: [{ lotId, quantity: 10 }] }])
  // What is left keeps no promise: it is sold out, and the seller reads why.
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ available: 0, nextExpiry: null }] })
  const own = await findOwnOffer(seller, { productId })
  expect(own.lots.find((lot) => lot.lotId === shortLot)).toMatchObject({ tooShort: true, onHand: 4 })
  mustBe(await save())
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ available: 4, nextExpiry: '2026-12-20' }] })
})

test('money that comes late holds only goods that keep what the order promised', async () => {
  const { listingId, productId, seller, save } = await promised()
  const { orders } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 8 }])))
  await expireHolds(as(visitor, '2026-11-23T15:00:00+07:00'))
  const afternoon = as(visitor, '2026-11-23T15:05:00+07:00')
  // Others buy of the long lot, and the promise is taken from the page meanwhile.
  mustBe(await save())
  mustBe(await placeOrder(afternoon, anOrderForm([{ listingId, quantity: 5 }])))
  mustBe(await placeOrder(afternoon, anOrderForm([{ listingId, quantity: 2 }])))
  expect(await offerOf(afternoon, productId)).toMatchObject({ listings: [{ available: 7 }] })
  const money = { amountVnd: 680_000, reference: '', note: '', requestKey: newId('key') }
  const late = { ...seller, now: new Date('2026-11-23T15:10:00+07:00') }
  mustBe(await confirmPayment(late, { orderId: orders[0]!.id, ...money }))
  const { fulfilment_status } = await db
    .selectFrom('shop_order')
    .where('id', '=', orders[0]!.id)
    .select('fulfilment_status')
    .executeTakeFirstOrThrow()
  expect(fulfilment_status).toBe('expired')
})

test('the seller is told when it runs low, by its own number', async () => {
  const { productId, listingId, seller } = await promised({ lowStock: 3 })
  expect(await findOwnOffer(seller, { productId })).toMatchObject({ available: 10, runsLow: false })
  mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 7 }])))
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ available: 3, lowStock: 3 }] })
  expect(await findOwnOffer(seller, { productId })).toMatchObject({ available: 3, runsLow: true })
})
