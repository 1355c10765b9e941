import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addToCart,
  cancelByLink,
  changeCartLine,
  findCart,
  findOrderByLink,
  offerOf,
  placeOrder,
  quoteOrder,
  saveListing,
  saveListingForm,
} from '../index.ts'
import { unitPriceFor } from '../rules.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)
const steps = [
  { from: 12, priceVnd: dong(90_000) },
  { from: 24, priceVnd: dong(84_000) },
]

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

async function aWholesaler(more: { leastQuantity?: number; multiple?: number; maxPerOrder?: number } = {}) {
  const shop = await aShop(as, { stock: 200, priceVnd: 100_000 })
  const seller = as(shop.person)
  const save = (change: object = {}) =>
    saveListing(seller, { productId: shop.productId, priceVnd: 100_000, unit: 'hũ', description: '', steps, ...more, ...change })
  mustBe(await save())
  return { ...shop, seller, save }
}

test('the page of a product, the cart, the quote and the order name one price for every number', async () => {
  const { listingId, productId } = await aWholesaler()
  const { cartId } = mustBe(await addToCart(buyer, { listingId, quantity: 1 }))
  const { listings } = (await offerOf(buyer, productId))!
  const asked = { buyerAddress: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long' }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 11, 12, 13, 23, 24, 60), async (quantity) => {
      await changeCartLine(buyer, { cartId, listingId, quantity })
      const cart = await findCart(buyer, cartId)
      const line = cart.sellers[0]!.lines[0]!
      const totalVnd = unitPriceFor(listings[0]!, quantity) * quantity
      expect(line).toMatchObject({ unitPriceVnd: totalVnd / quantity, lineTotalVnd: totalVnd, problem: null })
      expect(await quoteOrder(buyer, { ...asked, lines: [{ listingId, quantity }] })).toMatchObject({ totalVnd })
      const { orders, secret } = mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity }], { seenVnd: totalVnd })))
      const link = { code: orders[0]!.code, secret }
      const { order } = await findOrderByLink(buyer, link)
      expect(order).toMatchObject({ totalVnd, lines: [{ quantity, unitPriceVnd: totalVnd / quantity, lineTotalVnd: totalVnd }] })
      expect(order.lines[0]!.unitPriceVnd).toBeGreaterThanOrEqual(84_000)
      mustBe(await cancelByLink(buyer, link))
    }),
    { numRuns: 8 },
  )
})

test('a step that the seller took away after the cart was seen is told before the order binds', async () => {
  const { listingId, save } = await aWholesaler()
  mustBe(await save({ steps: [] }))
  expect(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 12 }], { seenVnd: 12 * 90_000 }))).toEqual({
    ok: false,
    refusal: { code: 'price-changed', seenVnd: 1_080_000, nowVnd: 1_200_000 },
  })
})

test('a number that is not sold stays in the cart with the next one that is, and is not ordered', async () => {
  const { listingId } = await aWholesaler({ leastQuantity: 6, multiple: 6 })
  const { cartId } = mustBe(await addToCart(buyer, { listingId, quantity: 7 }))
  const cart = await findCart(buyer, cartId)
  expect(cart).toMatchObject({ ready: false, sellers: [{ lines: [{ problem: { code: 'quantity-not-sold', next: 12 } }] }] })
  expect(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 7 }]))).toMatchObject({
    refusal: { code: 'quantity-not-sold', items: [{ wanted: 7, next: 12, least: 6, multiple: 6 }] },
  })
  mustBe(await placeOrder(buyer, anOrderForm([{ listingId, quantity: 12 }], { seenVnd: 12 * 90_000 })))
})

test('terms that do not hold together are refused to the seller and change nothing', async () => {
  const { productId, save } = await aWholesaler()
  expect(await save({ steps: [{ from: 12, priceVnd: dong(120_000) }] })).toMatchObject({
    refusal: { code: 'price-step-not-falling', step: 0, below: 100_000 },
  })
  expect(await save({ leastQuantity: 5, multiple: 2 })).toMatchObject({ refusal: { code: 'least-not-multiple', next: 6 } })
  expect(await offerOf(buyer, productId)).toMatchObject({ listings: [{ steps, leastQuantity: 1 }] })
})

test.each([
  ['a dearer step', `price_steps = '[{"from": 12, "priceVnd": 100000}]'`],
  ['steps out of order', `price_steps = '[{"from": 12, "priceVnd": 90000}, {"from": 11, "priceVnd": 80000}]'`],
  ['a step for nothing', `price_steps = '[{"from": 12, "priceVnd": 0}]'`],
  ['a step without a price', `price_steps = '[{"from": 12}]'`],
  ['a price that a step undercuts from above', 'price_vnd = 80000'],
  ['a least number above the first step', 'least_quantity = 12'],
  ['a least number that is no multiple', 'least_quantity = 5, multiple = 2'],
  ['a limit below the least number', 'least_quantity = 8, max_per_order = 7'],
])('the table takes no listing with %s', async (_, change) => {
  const { listingId } = await aWholesaler()
  await expect(sql`update listing set ${sql.raw(change)} where id = ${listingId}`.execute(db)).rejects.toThrow(/check constraint/)
})

test('rows of the form become steps: empty ones are none, half-filled ones are asked for', () => {
  const form = { priceVnd: '100.000', unit: 'hũ', leastQuantity: '', multiple: '6' }
  const filled = { ...form, 'steps.0.from': '', 'steps.0.priceVnd': '', 'steps.2.from': '12', 'steps.2.priceVnd': '90 000' }
  expect(saveListingForm.parse(filled)).toMatchObject({ steps: [{ from: 12, priceVnd: 90_000 }], multiple: 6, leastQuantity: undefined })
  const { error } = saveListingForm.safeParse({ ...form, 'steps.1.from': '12' })
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['steps.1.priceVnd'])
})
