import { testDatabase } from '@dacsan/platform/testing'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { findProduct, registerDay } from '../catalogue/index.ts'
import type { DB as Tables } from '../database.tables.ts'
import { visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { aShop, mustBe } from '../shop/fixtures.ts'
import { offerOf } from '../shop/index.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { sharePictureMark, squarePicture, widePicture } from './index.ts'

const { as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, worldDay)
let world: Awaited<ReturnType<typeof shopWorld>>
let shop: Awaited<ReturnType<typeof aShop>>
beforeAll(async () => {
  world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
  shop = await aShop(as, { stock: 5, priceVnd: 85_000 })
})
const origin = 'https://dacsan.example.vn'

test('the picture beside a link is 1200 × 630, light, and drawn anew when its facts change', async () => {
  const ctx = as(visitor)
  const { slug } = await findProduct(ctx, shop.productId)
  const { mark, drawn } = await widePicture(ctx, slug)
  const png = mustBe(drawn)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  expect(png.length).toBeLessThanOrEqual(150 * 1024)
  const [product, day, offer] = [await findProduct(ctx, shop.productId), await registerDay(ctx), await offerOf(ctx, shop.productId)]
  expect(sharePictureMark(product, day, offer)).toBe(mark)
  expect(sharePictureMark(product, day, null)).not.toBe(mark)
  // Stars that ended are on no picture: it is another one.
  expect(sharePictureMark(product, { ...day, today: '2029-01-01' }, offer)).not.toBe(mark)
})

test('its producer gets a square one, whose symbol leads to the page of the product; nobody else does', async () => {
  const { slug, drawn } = await squarePicture(as(shop.person), shop.productId, { origin })
  const png = mustBe(drawn)
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([1080, 1080])
  expect(jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(`${origin}/san-pham/${slug}`)
  for (const who of [visitor, world.people.rival])
    await expect(squarePicture(as(who), shop.productId, { origin })).rejects.toThrow('No such product')
})
