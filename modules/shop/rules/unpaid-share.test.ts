import { dong } from '@dacsan/vietnam'
import { expect, test } from 'vitest'
import { limitUnpaid, mayHoldReported, unpaidAllowance } from './unpaid-share.ts'
import type { PlannedOrders } from './placement.ts'

const share = { percent: 50, least: 5, ceiling: 80 }
const line = {
  listingId: 'lst_A',
  productId: 'prd_A',
  packId: 'pck_A',
  productName: 'Mứt dừa sáp',
  netContent: null,
  leastQuantity: 1,
  multiple: 1,
  quantity: 8,
} as const
const planned = { orders: [{ producerId: 'prd_A', lines: [line], totalVnd: dong(1) }], totalVnd: dong(1) } as unknown as PlannedOrders
const shelf = (onHand: number, unpaid: number, unpaidInAll = unpaid) => ({ packId: 'pck_A' as const, onHand, unpaid, unpaidInAll })

test.each([
  [40, 20],
  [41, 20],
  [10, 5],
  [9, 5],
  [1, 5],
])('of a shelf of %i, %i may be held without money', (onHand, held) => {
  expect(unpaidAllowance({ onHand }, share)).toBe(held)
})

test('what one place holds unpaid already counts, and the refusal says how much is left to it', () => {
  expect(limitUnpaid(planned, { shelves: [shelf(40, 12)], share })).toMatchObject({ ok: true })
  expect(limitUnpaid(planned, { shelves: [shelf(40, 13)], share })).toMatchObject({
    refusal: { code: 'too-much-unpaid', items: [{ listingId: 'lst_A', wanted: 8, limit: 7 }] },
  })
  expect(limitUnpaid(planned, { shelves: [shelf(40, 33)], share })).toMatchObject({ refusal: { items: [{ limit: 0 }] } })
})

test.each([
  { held: 'nothing, while another place holds its share', of: shelf(40, 0, 20), left: 12 },
  { held: 'nothing, while two others hold all up to the ceiling', of: shelf(40, 0, 32), left: 5 },
  { held: 'three pieces beyond the ceiling', of: shelf(40, 3, 35), left: 2 },
  { held: 'its least beyond the ceiling', of: shelf(40, 5, 37), left: 0 },
  { held: 'nothing of a small shelf that others hold', of: shelf(10, 0, 5), left: 5 },
])('M3: to a place that holds $held, $left of a shelf are left', ({ of, left }) => {
  const wanted = { orders: [{ producerId: 'prd_A', lines: [{ ...line, quantity: 40 }], totalVnd: dong(1) }], totalVnd: dong(1) }
  const answer = limitUnpaid(wanted as unknown as PlannedOrders, { shelves: [of], share })
  expect(answer).toMatchObject({ refusal: { items: [{ limit: left }] } })
})

test('on the word of buyers a share of every shelf is held, and of none more', () => {
  expect(mayHoldReported([{ ...shelf(20, 4), wanted: 6 }], share)).toBe(true)
  expect(mayHoldReported([{ ...shelf(20, 5), wanted: 6 }], share)).toBe(false)
  expect(
    mayHoldReported(
      [
        { ...shelf(20, 0), wanted: 1 },
        { ...shelf(20, 10), wanted: 1 },
      ],
      share,
    ),
  ).toBe(false)
})

test('what is left to a place is said in numbers in which the thing is sold', () => {
  const sixes = {
    ...planned,
    orders: [{ ...planned.orders[0]!, lines: [{ ...line, leastQuantity: 6, multiple: 6 }] }],
  } as unknown as PlannedOrders
  expect(limitUnpaid(sixes, { shelves: [shelf(40, 13)], share })).toMatchObject({ refusal: { items: [{ wanted: 8, limit: 6 }] } })
  expect(limitUnpaid(sixes, { shelves: [shelf(40, 15)], share })).toMatchObject({ refusal: { items: [{ limit: 0 }] } })
})
