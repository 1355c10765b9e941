import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { checkLedger } from '../../inventory/index.ts'
import { countLot, packLot, takeOutOfLot } from '../../inventory/fixtures.ts'
import { aListing, aLot, anOrderForm, aShop, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmPayment,
  handOver,
  placeOrder,
  checkStock,
  refundPayment,
  reportTransfer,
  reopenOrder,
} from '../index.ts'
import { expireHolds } from '../orders/expire-holds.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)

beforeAll(() => withLaw(as))

const step = fc.record({
  do: fc.constantFrom(
    'order',
    'order',
    'order',
    'pay',
    'pay',
    'refund',
    'report',
    'cancel',
    'buyer-cancel',
    'hand-over',
    'reopen',
    'expire',
    'receive',
    'count',
    'damage',
  ),
  which: fc.nat(7),
  listing: fc.nat(1),
  quantity: fc.integer({ min: 1, max: 4 }),
  amountVnd: fc.constantFrom(50_000, 100_000, 200_000),
  later: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('whatever buyers, sellers and the clock do, alone or all at once, goods and money add up and nothing goes below zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 }), async (rounds) => {
      const shop = await aShop(as, { stock: 6, priceVnd: 50_000 })
      const second = await aListing(as, shop, { stock: 3, priceVnd: 100_000 })
      const early = await aLot(as, { ...shop, quantity: 8, expiresOn: '2026-12-31' })
      const listings = [shop.listingId, second.listingId]
      const lots = [shop.lotId, second.lotId, early]
      await packLot(as(shop.person), early, 1)
      const orders: { orderId: OrderId; code: string; secret: string }[] = []

      const act = async ({ do: what, which, listing, quantity, amountVnd, later }: Step): Promise<unknown> => {
        const moment = later ? '2026-11-23T15:00:00+07:00' : morning
        const [seller, buyer] = [as(shop.person, moment), as(visitor, moment)]
        const requestKey = newId('key')
        if (what === 'order') {
          const lines = [
            { listingId: listings[listing]!, quantity },
            { listingId: listings[1 - listing]!, quantity: 1 },
          ]
          const placed = await placeOrder(buyer, anOrderForm(which % 2 ? lines : lines.slice(0, 1)))
          if (placed.ok) orders.push(...placed.value.orders.map(({ id, code }) => ({ orderId: id, code, secret: placed.value.secret })))
          return placed
        }
        if (what === 'expire') return expireHolds(buyer)
        const lotId = lots[which % lots.length]!
        if (what === 'receive') return packLot(seller, lotId, quantity)
        if (what === 'damage') return takeOutOfLot(seller, lotId, 'damaged', quantity)
        if (what === 'count') return countLot(seller, lotId, which)
        const order = orders[which % Math.max(1, orders.length)]
        if (!order) return undefined
        const { orderId } = order
        const money = { orderId, amountVnd, reference: '', note: '', requestKey }
        if (what === 'pay') return confirmPayment(seller, money)
        if (what === 'refund') return refundPayment(seller, money)
        if (what === 'report') return reportTransfer(buyer, order)
        if (what === 'buyer-cancel') return cancelByLink(buyer, order)
        if (what === 'cancel') return cancelOrder(seller, { orderId, note: 'Hết hàng' })
        if (what === 'reopen') return reopenOrder(seller, { orderId })
        return handOver(seller, { orderId, acceptShort: later, note: 'Khách quen' })
      }

      for (const round of rounds) await Promise.all(round.map(act))
      expect(await checkStock(db)).toMatchObject({ ok: true, faults: [] })
      expect(await checkLedger(db)).toMatchObject({ ok: true, faults: [] })
    }),
    { numRuns: 30 },
  )
}, 120_000)
