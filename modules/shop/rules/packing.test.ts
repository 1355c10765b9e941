import fc from 'fast-check'
import { dong } from '@dacsan/vietnam'
import { expect, test } from 'vitest'
import { picksOf, toCollectVnd } from './packing.ts'
import type { LineToPack, Take } from './packing.ts'

const take = (changes: Partial<Take> = {}): Take => ({
  lotId: 'lot_a',
  number: 'A',
  expiresOn: '2027-01-01',
  placeId: 'plc_1',
  place: 'Kho',
  quantity: 2,
  recalled: false,
  ...changes,
})
const line = (takes: Take[], changes: Partial<LineToPack> = {}): LineToPack => ({
  id: 'oln_1',
  byWeight: null,
  weighed: null,
  orderId: 'ord_1',
  listingId: 'lst_1',
  box: null,
  packId: 'pck_1',
  productName: 'Mứt dừa',
  netContent: '200 g',
  unit: 'hũ',
  quantity: takes.reduce((sum, { quantity }) => sum + quantity, 0),
  takes,
  ...changes,
})

test('the goods of several orders are fetched lot by lot, place by place, the first to expire first', () => {
  const late = take({ lotId: 'lot_b', number: 'B', expiresOn: '2027-06-01', quantity: 1 })
  const elsewhere = take({ placeId: 'plc_2', place: 'Bếp', quantity: 4 })
  const picks = picksOf([{ lines: [line([late, take()])] }, { lines: [line([take({ quantity: 3 }), elsewhere])] }])
  expect(picks.map(({ place, number, quantity }) => [place, number, quantity])).toEqual([
    ['Bếp', 'A', 4],
    ['Kho', 'A', 5],
    ['Kho', 'B', 1],
  ])
})

test('whatever the orders, as much is fetched as lies in their parcels', () => {
  const takes = fc.record({
    lot: fc.constantFrom('a', 'b', 'c'),
    place: fc.constantFrom('1', '2'),
    quantity: fc.integer({ min: 1, max: 50 }),
  })
  const orders = fc.array(fc.array(fc.array(takes, { minLength: 1, maxLength: 4 }), { maxLength: 3 }), { maxLength: 6 })
  fc.assert(
    fc.property(orders, (drawn) => {
      const all = drawn.map((lines) => ({
        lines: lines.map((own) =>
          line(own.map(({ lot, place, quantity }) => take({ lotId: `lot_${lot}`, placeId: `plc_${place}`, place, quantity }))),
        ),
      }))
      const wanted = all.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
      expect(picksOf(all).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(wanted)
    }),
  )
})

test('nothing is collected for an order that is paid, nor for one whose money waits for a decision', () => {
  const order = {
    totalVnd: dong(170_000),
    receivedVnd: dong(170_000),
    refundedVnd: dong(0),
    holdUntil: new Date(0),
    fulfilment: 'held',
  } as const
  expect(toCollectVnd({ ...order, payment: 'paid' })).toBe(0)
  expect(toCollectVnd({ ...order, payment: 'on-account' })).toBe(0)
  expect(toCollectVnd({ ...order, payment: 'under', receivedVnd: dong(100_000) })).toBe(0)
})
