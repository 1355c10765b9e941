import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aLot, aProduct, aShop, anOrderForm, mustBe, putUp, withLaw } from '../fixtures.ts'
import { findOrderByLink, findOwnOffer, offerOf, placeOrder, productsOnSale, saveListing, submitListing } from '../index.ts'
import { packLot } from '../../inventory/fixtures.ts'
import { shopWaiting } from '../waiting.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))

/** Five stars of the register, of which no source gives the last day. */
async function fiveStars() {
  const shop = await aShop(as)
  const { person, producerId } = shop
  const productId = await aProduct(as, producerId, { name: 'Mật hoa dừa' })
  await db.updateTable('product').set({ stars: 5, certified_until: null, certified_year: 2023 }).where('id', '=', productId).execute()
  const seller = as(person)
  const { listingId } = mustBe(await saveListing(seller, { productId, priceVnd: 120_000, unit: 'chai', description: '' }))
  return { ...shop, seller, productId, listingId }
}

test('a product whose certificate has no known last day is read, shown and ordered, and its stars stand beside nothing', async () => {
  const { seller, person, producerId, productId, listingId } = await fiveStars()
  await putUp(as, person, listingId)
  await packLot(seller, await aLot(as, { productId, producerId }), 5)
  expect(await offerOf(buyer, productId)).toMatchObject({ starsHold: false, listings: [{ available: 5 }] })
  expect(await productsOnSale(buyer)).toContain(productId)
  const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 1 }])))
  const { order } = await findOrderByLink(buyer, { code: orders[0]!.code, secret })
  expect(order.lines).toMatchObject([{ stars: 5, starsHold: false }])
  // What was told stays, once the term is known as well.
  await db.updateTable('product').set({ certified_until: '2028-12-31' }).where('id', '=', productId).execute()
  expect(await offerOf(buyer, productId)).toMatchObject({ starsHold: true })
  expect((await findOrderByLink(buyer, { code: orders[0]!.code, secret })).order.lines).toMatchObject([{ starsHold: false }])
})

test('its producer is asked for the paper until the term is known', async () => {
  const { seller, productId } = await fiveStars()
  const asked = { kind: 'term-unknown', path: `/van-phong/ban-hang/ke/${productId}` }
  expect(await shopWaiting(seller)).toContainEqual(expect.objectContaining(asked))
  expect(await findOwnOffer(seller, { productId })).toMatchObject({ isRecognised: true, termUnknown: true })
  await db.updateTable('product').set({ certified_until: '2028-12-31' }).where('id', '=', productId).execute()
  expect(await shopWaiting(seller)).not.toContainEqual(expect.objectContaining({ kind: 'term-unknown' }))
  expect(await findOwnOffer(seller, { productId })).toMatchObject({ isRecognised: true, termUnknown: false })
})

test.each([
  ['that ended', { certified_until: '2026-11-22' }],
  ['that was taken back', { standing: 'withdrawn' }],
] as const)('a product of a certificate %s is not handed in for sale', async (_, change) => {
  const { seller, productId, listingId } = await fiveStars()
  await db.updateTable('product').set(change).where('id', '=', productId).execute()
  expect(await submitListing(seller, { listingId })).toMatchObject({ refusal: { code: 'not-certified' } })
})

test('stars in force stand beside the offer, and the order keeps that they did', async () => {
  const { productId, listingId } = await aShop(as)
  expect(await offerOf(buyer, productId)).toMatchObject({ starsHold: true })
  const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 1 }])))
  expect((await findOrderByLink(buyer, { code: orders[0]!.code, secret })).order.lines).toMatchObject([{ stars: 4, starsHold: true }])
})
