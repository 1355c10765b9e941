import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import { offerOf, placeOrder } from '../index.ts'
import { expireHolds } from '../orders/expire-holds.ts'
import { shelfNow } from './products-on-sale.ts'
import { marksOfShelf, stockMark } from './shelf-mark.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as: typeof asAt = (actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

test('an order ends the marks of the whole shelf and of its product, not of others, and they return when the hold has ended', async () => {
  const [sold, other] = [await aShop(as, { name: 'HTX Một' }), await aShop(as, { name: 'HTX Hai' })]
  const whole = stockMark('all', (await shelfNow(buyer)).listings)
  const [one, two] = await Promise.all(
    [sold, other].map(async ({ productId }) => stockMark(productId, (await offerOf(buyer, productId))!.listings)),
  )
  const still = async (now = buyer.now) => {
    const isStill = await marksOfShelf({ db, now })
    return [whole, one!, two!].map(isStill)
  }
  expect(await still()).toEqual([true, true, true])
  mustBe(await placeOrder(buyer, anOrderForm([{ listingId: sold.listingId, quantity: 2 }])))
  expect(await still()).toEqual([false, false, true])
  const later = as(visitor, '2026-11-23T12:00:00+07:00')
  await expireHolds(later)
  expect(await still(later.now)).toEqual([true, true, true])
})

test('a shelf on which nothing stands has a mark of its own, and a product that left it has none', async () => {
  const { productId, listingId } = await aShop(as, { name: 'HTX Ba' })
  const mark = stockMark(productId, (await offerOf(buyer, productId))!.listings)
  await db.updateTable('listing').set({ status: 'paused' }).where('id', '=', listingId).execute()
  expect((await marksOfShelf(buyer))(mark)).toBe(false)
  expect(stockMark('all', [])).not.toBe(stockMark('all', [{ listingId, productId, available: 1, nextExpiry: null, ahead: null }]))
})
