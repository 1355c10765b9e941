import { dong, readHolidays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LotPick } from '../../inventory/rules.ts'
import { ordersOf } from './ahead.ts'
import { decideCashWay } from './cash-on-delivery.ts'
import { goodsOf } from './placement.ts'
import { dividePicks, partsFor, refuseDivision, sharesOf } from './receivers.ts'

const pick = (lot: string, quantity: number): LotPick => ({ lotId: `lot_${lot}`, packId: 'pck_a', placeId: 'plc_a', quantity })
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('goods that were picked once are parted so that every receiver gets the number, and no lot gives more than was picked of it', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(amounts, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 200 }), (shares, sizes) => {
      const wanted = sum(shares)
      const picks: LotPick[] = []
      let missing = wanted
      for (const [at, size] of sizes.entries()) {
        const quantity = Math.min(missing, at === sizes.length - 1 ? missing : size)
        if (quantity > 0) picks.push(pick(String(at), quantity))
        missing -= quantity
      }
      const divided = dividePicks(picks, shares)
      expect(divided.map((own) => sum(own.map(({ quantity }) => quantity)))).toEqual(shares)
      for (const { lotId, quantity } of picks)
        expect(sum(divided.flat().map((own) => (own.lotId === lotId ? own.quantity : 0)))).toBe(quantity)
    }),
  )
})

test('who is alone gets everything, whatever number stands in the form', () => {
  expect(sharesOf({ listingId: 'lst_a', quantity: 7 }, [{ counts: { lst_a: 3 } }])).toEqual([7])
  expect(sharesOf({ listingId: 'lst_a', quantity: 7 }, [{ counts: { lst_a: 3 } }, { counts: {} }])).toEqual([3, 0])
})

test('a division says each thing that does not add up, and who would get nothing', () => {
  const cart = [
    { listingId: 'lst_a', name: 'Mứt', quantity: 3 },
    { listingId: 'lst_b', name: 'Kẹo', quantity: 2 },
  ] as const
  expect(refuseDivision(cart, [{ counts: { lst_a: 3, lst_b: 1 } }, { counts: { lst_a: 1, lst_b: 1 } }])).toMatchObject({
    refusal: { code: 'division-mismatch', items: [{ name: 'Mứt', wanted: 3, divided: 4 }] },
  })
  expect(refuseDivision(cart, [{ counts: { lst_a: 3, lst_b: 2 } }, { counts: {} }])).toMatchObject({
    refusal: { code: 'receiver-without-goods', receivers: [2] },
  })
  expect(refuseDivision(cart, [{ counts: { lst_a: 3 } }, { counts: { lst_b: 2 } }])).toBeNull()
  expect(refuseDivision(cart, [{ counts: {} }])).toBeNull()
})

test('a line is parted for those who get some of it, and each becomes an order of its seller', () => {
  const parts = partsFor({ listingId: 'lst_a', quantity: 3 }, [{ counts: { lst_a: 1 } }, { counts: {} }, { counts: { lst_a: 2 } }])
  expect(parts.map(({ quantity, to }) => [to, quantity])).toEqual([
    [0, 1],
    [2, 2],
  ])
  const orders = ordersOf(parts, ({ to }) => ({ producerId: 'pro_1', ahead: null, to }))
  expect(orders.map(({ key, to, first }) => [key, to, first])).toEqual([
    ['pro_1 #0', 0, true],
    ['pro_1 #2', 2, false],
  ])
})

test('a gift is not paid at the door, wherever its seller takes cash', () => {
  const offered = { largestVnd: dong(1_000_000), zones: ['commune'] as const }
  const delivery = { way: 'delivered', zone: 'commune', grams: 500, feeVnd: dong(15_000), commune: null } as never
  const asked = { delivery, totalVnd: dong(100_000), cashless: false }
  expect(decideCashWay(offered as never, { ...asked, gift: true })).toMatchObject({ refusal: { code: 'gift' } })
  expect(decideCashWay(offered as never, asked).ok).toBe(true)
})

test('nothing is quoted for nothing', () => {
  const holidays = readHolidays({ knownFrom: '2026-01-01', knownTo: '2027-12-31', weeklyRest: [6, 7], daysOff: [], swaps: [] })
  expect(goodsOf([], [], { today: '2026-11-23', holidays, slots: [] }, [{ counts: {} }])).toEqual([])
})
