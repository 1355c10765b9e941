import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSellable } from '../../traceability/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import { freeOf } from '../../inventory/rules.ts'
import type { LotStock } from '../../inventory/rules.ts'
import { availableOf, lasts, leastExpiryOf, pickLots, saleOf } from './lots.ts'

const today = '2026-11-23'
const lot = (lotId: LotId, more: Partial<LotStock> = {}): LotStock => ({
  lotId,
  productId: 'prd_1',
  packId: 'pck_1',
  placeId: 'plc_1',
  number: lotId,
  madeOn: '2026-11-01',
  expiresOn: '2027-01-31',
  status: 'open',
  onHand: 10,
  reserved: 0,
  ...more,
})

describe('which lots are for sale', () => {
  test('an expired or closed lot is marked apart from a recalled one', () => {
    expect(saleOf(lot('lot_a', { expiresOn: '2026-11-23' }), today)).toBe('sellable')
    expect(saleOf(lot('lot_a', { expiresOn: '2026-11-22' }), today)).toBe('not-sellable')
    expect(saleOf(lot('lot_a', { status: 'closed' }), today)).toBe('not-sellable')
    expect(saleOf(lot('lot_a', { status: 'recalled' }), today)).toBe('recalled')
  })

  test('goods that are reserved, expired or recalled are not available', () => {
    const lots = [lot('lot_a', { reserved: 4 }), lot('lot_b', { expiresOn: '2026-11-01' }), lot('lot_c', { status: 'recalled' })]
    expect(availableOf(lots, today)).toBe(6)
  })
})

describe('first to expire, first out', () => {
  test('the lot that expires first is emptied first, one without a date last', () => {
    const lots = [
      lot('lot_never', { expiresOn: null }),
      lot('lot_late', { expiresOn: '2027-06-30' }),
      lot('lot_soon', { expiresOn: '2026-12-01', onHand: 3 }),
    ]
    expect(pickLots(lots, 15, today)).toMatchObject([
      { lotId: 'lot_soon', quantity: 3 },
      { lotId: 'lot_late', quantity: 10 },
      { lotId: 'lot_never', quantity: 2 },
    ])
  })

  test('the older of two lots with one expiry goes first, then the one with the smaller id', () => {
    const lots = [lot('lot_b'), lot('lot_a'), lot('lot_old', { madeOn: '2026-10-01', onHand: 1 })]
    expect(pickLots(lots, 2, today)).toMatchObject([
      { lotId: 'lot_old', quantity: 1 },
      { lotId: 'lot_a', quantity: 1 },
    ])
  })

  test('B6: a quantity that the lots cannot give in full gets nothing', () => {
    expect(pickLots([lot('lot_a', { onHand: 2 })], 3, today)).toBeNull()
    expect(pickLots([], 1, today)).toBeNull()
  })

  test('a promise of days takes the first lot that keeps it, and none of which nobody knows how long it lasts', () => {
    const lots = [
      lot('lot_soon', { expiresOn: '2026-12-22' }),
      lot('lot_kept', { expiresOn: '2026-12-23', onHand: 2 }),
      lot('lot_late', { expiresOn: '2027-06-30', onHand: 1 }),
      lot('lot_never', { expiresOn: null }),
    ]
    const promised = leastExpiryOf(30, today)
    expect(promised).toBe('2026-12-23')
    expect(pickLots(lots, 3, today, promised)).toMatchObject([
      { lotId: 'lot_kept', quantity: 2 },
      { lotId: 'lot_late', quantity: 1 },
    ])
    expect(pickLots(lots, 4, today, promised)).toBeNull()
    expect(availableOf(lots, today, promised)).toBe(3)
    expect([null, 30].map((days) => lasts({ expiresOn: null }, leastExpiryOf(days, today)))).toEqual([true, false])
  })

  test('B6: picks add up to the quantity, never exceed a lot, and never skip an earlier lot that still has goods', () => {
    const anyLot = fc.record({
      expiresOn: fc.option(fc.constantFrom('2026-11-01', '2026-11-23', '2026-12-31', '2027-05-01')),
      madeOn: fc.constantFrom('2026-09-01', '2026-10-01'),
      status: fc.constantFrom('open', 'open', 'open', 'recalled', 'closed'),
      onHand: fc.nat(20),
      held: fc.nat(20),
    })
    fc.assert(
      fc.property(fc.array(anyLot, { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (drawn, quantity) => {
        const lots = drawn.map(({ held, ...facts }, index) => lot(`lot_${index}`, { ...facts, reserved: Math.min(held, facts.onHand) }))
        const picks = pickLots(lots, quantity, today)
        if (picks === null) return availableOf(lots, today) < quantity
        const taken = (one: LotStock) => picks.find((pick) => pick.lotId === one.lotId)?.quantity ?? 0
        const last = lots.find((one) => one.lotId === picks.at(-1)!.lotId)!
        return (
          picks.reduce((sum, pick) => sum + pick.quantity, 0) === quantity &&
          lots.every((one) => taken(one) <= Math.max(0, freeOf(one)) && (taken(one) === 0 || isSellable(one, today))) &&
          lots.every(
            (one) =>
              !isSellable(one, today) || (one.expiresOn ?? '9999-12-31') >= (last.expiresOn ?? '9999-12-31') || taken(one) === freeOf(one),
          )
        )
      }),
    )
  })
})
