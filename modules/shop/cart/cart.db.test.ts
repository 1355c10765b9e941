import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aListing, aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import { addToCart, changeCartLine, findCart, pauseListing, placeOrder } from '../index.ts'

const { as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
const buyer = as(visitor)

beforeAll(() => withLaw(as))

test('a cart opens with the first goods, adds up the same goods, and is emptied of what was ordered', async () => {
  const shop = await aShop(as, { priceVnd: 50_000 })
  const more = await aListing(as, shop, { priceVnd: 30_000 })
  const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.listingId, quantity: 1 }))
  mustBe(await addToCart(buyer, { cartId, listingId: shop.listingId, quantity: 2 }))
  mustBe(await addToCart(buyer, { cartId, listingId: more.listingId, quantity: 1 }))
  expect(await findCart(buyer, cartId)).toMatchObject({
    ready: true,
    totalVnd: 180_000,
    sellers: [{ lines: [{ quantity: 3 }, { quantity: 1 }] }],
  })

  mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 3 }]), { cartId }))
  expect(await findCart(buyer, cartId)).toMatchObject({ lineCount: 1, totalVnd: 30_000 })
  await changeCartLine(buyer, { cartId, listingId: more.listingId, quantity: 0 })
  expect(await findCart(buyer, cartId)).toMatchObject({ lineCount: 0, ready: false })
})

test('a cart says line by line what cannot be ordered', async () => {
  const shop = await aShop(as, { stock: 1 })
  const limited = await aListing(as, shop, { maxPerOrder: 1 })
  const paused = await aListing(as, shop)
  const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.listingId, quantity: 2 }))
  mustBe(await addToCart(buyer, { cartId, listingId: limited.listingId, quantity: 2 }))
  mustBe(await addToCart(buyer, { cartId, listingId: paused.listingId, quantity: 1 }))
  mustBe(await pauseListing(as(shop.person), { listingId: paused.listingId }))
  const cart = await findCart(buyer, cartId)
  expect(cart.ready).toBe(false)
  expect(cart.sellers[0]!.lines.map(({ problem }) => problem?.code).toSorted()).toEqual(['not-for-sale', 'over-limit', 'sold-out'])
})

test('a cart takes nothing that is not for sale, and an invented cart id opens a new cart', async () => {
  expect(await addToCart(buyer, { listingId: 'lst_none', quantity: 1 })).toMatchObject({ refusal: { code: 'not-for-sale' } })
  const shop = await aShop(as)
  const { cartId } = mustBe(await addToCart(buyer, { cartId: 'crt_mine', listingId: shop.listingId, quantity: 1 }))
  expect(cartId).not.toBe('crt_mine')
  expect(await findCart(buyer, 'crt_mine')).toMatchObject({ lineCount: 0 })
})
