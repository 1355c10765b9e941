import { dong } from '@dacsan/vietnam'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { checkLedger } from '../../inventory/index.ts'
import { countLot, packLot, takeOutOfLot } from '../../inventory/fixtures.ts'
import { aDeliveryTable, aListing, aLot, anOrderForm, aShop, mustBe, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmCash,
  confirmPayment,
  handOver,
  placeOrder,
  checkStock,
  receiveCash,
  refundPayment,
  reportTransfer,
  reopenOrder,
  saveCash,
  saveDelivery,
  takeBackOrder,
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
    'confirm-cash',
    'hand-over',
    'cash',
    'take-back',
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

test('B4, B20: whatever buyers, sellers and the clock do, alone or all at once, goods and money add up and nothing goes below zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 }), async (rounds) => {
      const shop = await aShop(as, { stock: 6, priceVnd: 50_000 })
      // Goods are brought for nothing, so that sums stay round, and may be paid at the door.
      await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
      const free = { zone: 'commune', freeFromVnd: null, carriesCold: true, fees: [dong(0), dong(0)] } as const
      mustBe(
        await saveDelivery(as(shop.person), {
          ...aDeliveryTable,
          stepGrams: [100_000, 200_000],
          zones: [{ ...free, fees: [...free.fees] }],
        }),
      )
      mustBe(await saveCash(as(shop.person), { largestVnd: dong(10_000_000), zones: ['commune'] }))
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
          const placed = await placeOrder(
            buyer,
            anOrderForm(which % 2 ? lines : lines.slice(0, 1), { ways: { [shop.producerId]: which % 3 === 0 ? 'cod' : 'transfer' } }),
          )
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
        if (what === 'confirm-cash') return confirmCash(seller, { orderId })
        if (what === 'cash') return receiveCash(seller, { ...money, note: 'Bớt tiền lẻ' })
        if (what === 'take-back') return takeBackOrder(seller, { orderId, note: 'Không có nhà' })
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
