import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addPack } from '../../catalogue/index.ts'
import type { PackId } from '../../catalogue/rules.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { packGoods } from '../../inventory/index.ts'
import { aListing, aShop, anOrderForm, mustBe, putUp, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addToCart,
  findCart,
  findOrderByLink,
  findOwnOffer,
  listingsFor,
  offerOf,
  ordersOfProducer,
  ownOffers,
  placeOrder,
  productsOnSale,
  reportTransfer,
  saveListing,
} from '../index.ts'
import { expireHolds } from '../orders/expire-holds.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as: typeof asAt = (actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

/** A seller whose jars of 200 g stand beside jars of 500 g of the same lot. */
async function twoPacks({ small = 10, large = 10 } = {}) {
  const shop = await aShop(as, { stock: small, priceVnd: 85_000 })
  const seller = as(shop.person)
  const { packId } = mustBe(await addPack(seller, { productId: shop.productId, name: 'Hũ 500 g', gtin: null }))
  const second = await sell(shop, packId, { priceVnd: 190_000, stock: large })
  return { ...shop, seller, largePackId: packId, largeId: second }
}

type Shop = Awaited<ReturnType<typeof aShop>>
async function sell({ person, productId, lotId }: Shop, packId: PackId, { priceVnd, stock }: { priceVnd: number; stock: number }) {
  const seller = as(person)
  const { listingId } = mustBe(await saveListing(seller, { productId, packId, priceVnd, unit: 'hũ', description: '' }))
  await putUp(as, person, listingId)
  if (stock > 0) mustBe(await packGoods(seller, { lotId, packs: [{ packId, quantity: stock }], requestKey: newId('key') }))
  return listingId
}

test('packs of a product are offered beside each other, each with its price, what a kilogram costs and what there is of it', async () => {
  const shop = await twoPacks({ small: 10, large: 4 })
  expect(await offerOf(buyer, shop.productId)).toMatchObject({
    listings: [
      {
        listingId: shop.listingId,
        packName: '200 g',
        isDefault: true,
        priceVnd: 85_000,
        unitPrice: { perVnd: 425_000, unit: 'kg' },
        available: 10,
      },
      { listingId: shop.largeId, packName: 'Hũ 500 g', isDefault: false, priceVnd: 190_000, unitPrice: { perVnd: 380_000 }, available: 4 },
    ],
  })
  expect((await productsOnSale(buyer)).filter((id) => id === shop.productId)).toHaveLength(1)
})

test('B3: an order names the pack of each line, takes the goods of that pack alone and says so to the seller', async () => {
  const shop = await twoPacks({ small: 10, large: 4 })
  const wanted = [
    { listingId: shop.listingId, quantity: 2 },
    { listingId: shop.largeId, quantity: 3 },
  ]
  const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm(wanted, { seenVnd: 2 * 85_000 + 3 * 190_000 })))
  expect(orders).toHaveLength(1)
  const { order } = await findOrderByLink(buyer, { code: orders[0]!.code, secret })
  expect(order.lines.map(({ netContent, quantity, lineTotalVnd }) => [netContent, quantity, lineTotalVnd])).toEqual(
    expect.arrayContaining([
      ['200 g', 2, 170_000],
      ['Hũ 500 g', 3, 570_000],
    ]),
  )
  expect((await listingsFor(db, [shop.productId], buyer.now)).map(({ available }) => available)).toEqual([8, 1])
  const { rows } = await ordersOfProducer(shop.seller, { page: 1, queue: undefined, from: undefined, to: undefined, lotId: undefined })
  expect(rows[0]!.contents).toMatch(/, 200 g × 2; .*, Hũ 500 g × 3|, Hũ 500 g × 3; .*, 200 g × 2/)
})

test('a pack that is sold out is named, whatever there is of the others', async () => {
  const shop = await twoPacks({ small: 10, large: 2 })
  const refused = await placeOrder(buyer, anOrderForm([{ listingId: shop.largeId, quantity: 3 }]))
  expect(refused).toMatchObject({
    refusal: { code: 'sold-out', items: [{ name: expect.stringContaining('Hũ 500 g'), wanted: 3, available: 2 }] },
  })
  const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.listingId, quantity: 2 }))
  mustBe(await addToCart(buyer, { cartId, listingId: shop.largeId, quantity: 3 }))
  expect((await findCart(buyer, cartId)).sellers[0]!.lines.map(({ problem }) => problem)).toEqual([null, { code: 'sold-out' }])
})

test('what is held without money counts for the pack that it is held of', async () => {
  const shop = await twoPacks({ small: 40, large: 40 })
  const address = '203.0.113.7'
  const ask = (listingId: typeof shop.listingId, quantity: number) => placeOrder(buyer, anOrderForm([{ listingId, quantity }]), { address })
  mustBe(await ask(shop.listingId, 20))
  expect(await ask(shop.listingId, 1)).toMatchObject({ refusal: { code: 'too-much-unpaid', items: [{ limit: 0 }] } })
  const { orders, secret } = mustBe(await ask(shop.largeId, 20))
  mustBe(await reportTransfer(buyer, { code: orders[0]!.code, secret }))
  const held = await db.selectFrom('shop_order').where('id', '=', orders[0]!.id).select('hold_until').executeTakeFirstOrThrow()
  expect(held.hold_until.getTime()).toBeGreaterThan(new Date('2026-11-25T10:00:00+07:00').getTime())
  await expireHolds(as(visitor, '2026-12-01T10:00:00+07:00'))
})

test('the seller sees each pack with its own price, state and shelf, and a pack without a price as one to offer', async () => {
  const shop = await twoPacks({ small: 10, large: 4 })
  mustBe(await addPack(shop.seller, { productId: shop.productId, name: 'Túi 1 kg', gtin: null }))
  const offers = (await ownOffers(shop.seller)).map(({ packName, listing, onHand, available }) => [
    packName,
    listing?.priceVnd ?? null,
    onHand,
    available,
  ])
  expect(offers).toEqual([
    ['200 g', 85_000, 10, 10],
    ['Hũ 500 g', 190_000, 4, 4],
    ['Túi 1 kg', null, 0, 0],
  ])
  expect(await findOwnOffer(shop.seller, { productId: shop.productId })).toMatchObject({ packName: '200 g', packs: [{}, {}, {}] })
  expect(await findOwnOffer(shop.seller, { productId: shop.productId, packId: shop.largePackId })).toMatchObject({ onHand: 4 })
})

test('a pack of another product, or of nobody, is not offered', async () => {
  const shop = await twoPacks()
  const other = await aListing(as, shop, {})
  const fields = { priceVnd: 1000, unit: 'hũ', description: '' }
  await expect(saveListing(shop.seller, { productId: other.productId, packId: shop.largePackId, ...fields })).rejects.toThrow(NotFound)
  await expect(saveListing(shop.seller, { productId: shop.productId, packId: 'pck_nobody', ...fields })).rejects.toThrow(NotFound)
})
