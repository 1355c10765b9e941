import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addProductPhoto } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import { findFeed, placeOrder } from '../index.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)
const addresses = { product: (slug: string) => `https://a.vn/san-pham/${slug}`, photo: (hash: string) => `https://a.vn/anh/${hash}.webp` }
const feed = () => findFeed(buyer, addresses)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

async function photograph(person: Actor, productId: ProductId): Promise<void> {
  const data = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer()
  mustBe(await addProductPhoto(as(person), { productId, caption: null }, { name: 'anh.jpg', content: data }))
}

test('a pack with a photo and words is in the feed at the price of what can be bought, and stays there as sold out', async () => {
  const { person, productId, listingId } = await aShop(as, { name: 'HTX Có Ảnh' })
  const without = await feed()
  expect(without.items).toEqual([])
  expect(without.leftOut).toMatchObject([{ lacks: [{ code: 'photo-missing' }] }])
  await photograph(person, productId)
  const { items, leftOut } = await feed()
  expect(leftOut).toEqual([])
  expect(items).toMatchObject([{ group: productId, inStock: true, content: { value: 200, unit: 'g' } }])
  expect(items[0]!.priceVnd).toBe(85_000)
  expect(items[0]!.link).toMatch(/^https:\/\/a\.vn\/san-pham\/[a-z0-9-]+$/)
  mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 10 }])))
  expect((await feed()).items).toMatchObject([{ group: productId, inStock: false }])
})

test('what is paused, and what was made for trying out, is in no feed and not among what was left out', async () => {
  const { person, productId, listingId } = await aShop(as, { name: 'HTX Nghỉ' })
  await photograph(person, productId)
  const shown = async () => (await feed()).items.some(({ group }) => group === productId)
  expect(await shown()).toBe(true)
  await db.updateTable('listing').set({ status: 'paused' }).where('id', '=', listingId).execute()
  expect(await shown()).toBe(false)
  await db.updateTable('listing').set({ status: 'published' }).where('id', '=', listingId).execute()
  await db.updateTable('product').set({ is_sample: true }).where('id', '=', productId).execute()
  expect(await shown()).toBe(false)
  expect((await feed()).leftOut).toEqual([])
})
