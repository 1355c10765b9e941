import { Forbidden } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aReader, aShop, anOrderForm, mustBe, putUp, withLaw } from '../fixtures.ts'
import {
  addToCart,
  findOwnOffer,
  listingsToRead,
  offerOf,
  pauseListing,
  placeOrder,
  productsOnSale,
  publishListing,
  resumeListing,
  returnListing,
  saveListing,
  submitListing,
} from '../index.ts'
import { shopWaiting } from '../waiting.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)
const officer = as(aReader)

beforeAll(() => withLaw(as))

/** On sale; `say` saves it with other words, and `version` is what an officer reads now. */
async function aPoster() {
  const shop = await aShop(as, { stock: 20 })
  const seller = as(shop.person)
  const { listingId, productId } = shop
  const say = (description: string, priceVnd = 85_000) => saveListing(seller, { productId, priceVnd, unit: 'hũ', description })
  const version = async () => (await listingsToRead(officer, [listingId]))[0]!.version
  return { ...shop, seller, say, version }
}

const isPublic = async ({ productId, listingId }: Awaited<ReturnType<typeof aPoster>>) => {
  const onPage = (await offerOf(buyer, productId)) !== null
  expect((await productsOnSale(buyer)).includes(productId)).toBe(onPage)
  expect((await addToCart(buyer, { listingId, quantity: 1 })).ok).toBe(onPage)
  const ordered = await placeOrder(buyer, anOrderForm([{ listingId, quantity: 1 }]))
  expect(ordered.ok ? 'ordered' : ordered.refusal.code).toBe(onPage ? 'ordered' : 'not-for-sale')
  return onPage
}

test('what nobody has read stands on no page and cannot be ordered, and once it was read it can', async () => {
  const shop = await aPoster()
  expect(await isPublic(shop)).toBe(true)
  mustBe(await shop.say('Chữa bách bệnh.'))
  expect(await isPublic(shop)).toBe(false)
  mustBe(await publishListing(officer, { listingId: shop.listingId, version: await shop.version() }))
  expect(await isPublic(shop)).toBe(true)
})

test('another price, another limit and other stock are sold without a second reading', async () => {
  const shop = await aPoster()
  mustBe(await shop.say('', 79_000))
  expect(await offerOf(buyer, shop.productId)).toMatchObject({ listings: [{ priceVnd: 79_000 }] })
})

test('the seller reads why it was sent back, finds it on the desk, corrects it and hands it in again', async () => {
  const shop = await aPoster()
  const { listingId, productId, seller, person } = shop
  mustBe(await shop.say('Chữa bách bệnh.'))
  expect(await shopWaiting(officer)).toContainEqual(expect.objectContaining({ kind: 'listings' }))
  mustBe(await returnListing(officer, { listingId, version: await shop.version(), reason: 'Không nói chữa bệnh' }))
  expect((await findOwnOffer(seller, { productId })).listing).toMatchObject({
    shown: 'returned',
    returnReason: 'Không nói chữa bệnh',
    may: { submit: true, resume: { code: 'listing-status' } },
  })
  expect(await shopWaiting(seller)).toContainEqual(
    expect.objectContaining({ kind: 'returned', path: `/van-phong/ban-hang/ke/${productId}` }),
  )
  mustBe(await shop.say('Mứt dừa sáp cắt tay.'))
  expect((await findOwnOffer(seller, { productId })).listing).toMatchObject({ shown: 'returned', returnReason: 'Không nói chữa bệnh' })
  await putUp(as, person, listingId)
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ description: 'Mứt dừa sáp cắt tay.' }] })
  expect((await findOwnOffer(seller, { productId })).listing).toMatchObject({ returnReason: null })
})

test('words that the seller changed while somebody read them are not published', async () => {
  const shop = await aPoster()
  mustBe(await shop.say('Mứt dừa sáp cắt tay.'))
  const version = await shop.version()
  mustBe(await shop.say('Chữa bách bệnh.'))
  expect(await publishListing(officer, { listingId: shop.listingId, version })).toEqual({
    ok: false,
    refusal: { code: 'changed-since-read' },
  })
  expect(await isPublic(shop)).toBe(false)
})

test('what was paused is sold again as it was read, and with other words only after a reading', async () => {
  const shop = await aPoster()
  const { listingId, seller } = shop
  mustBe(await pauseListing(officer, { listingId }))
  mustBe(await resumeListing(seller, { listingId }))
  expect(await isPublic(shop)).toBe(true)
  mustBe(await pauseListing(seller, { listingId }))
  mustBe(await shop.say('Lời mới.'))
  expect(await resumeListing(seller, { listingId })).toMatchObject({ refusal: { code: 'listing-status', status: 'draft' } })
  mustBe(await submitListing(seller, { listingId }))
  expect(await isPublic(shop)).toBe(false)
})

test('nobody but those who watch over the market reads what others post', async () => {
  const shop = await aPoster()
  await expect(listingsToRead(shop.seller, [shop.listingId])).rejects.toThrow(Forbidden)
  await expect(listingsToRead(buyer, [shop.listingId])).rejects.toThrow(Forbidden)
})

test.each([
  ['shown and was read by nobody', { status: 'published', read_at: null }],
  ['sent back without a reason', { status: 'returned', return_reason: null }],
  ['waiting since no moment', { status: 'waiting', submitted_at: null }],
] as const)('the table takes no listing that is %s', async (_, change) => {
  const shop = await aPoster()
  await expect(db.updateTable('listing').set(change).where('id', '=', shop.listingId).execute()).rejects.toThrow(/check constraint/)
})
