import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPayoutRows } from '../payouts/payout-columns.ts'
import { judgePayout, netOf, sumsOf } from './judge-payout.ts'
import type { PaidParcel, PayoutRow } from './judge-payout.ts'
import { parcelStatuses } from './kinds.ts'
import { expectedCod, momentTold, moveOf, nextAskAt } from './parcel-moves.ts'

const row = fc.record({
  parcelCode: fc.constantFrom('A', 'a', 'B', 'C ', 'DS-1', 'x'),
  codVnd: fc.constantFrom(0, 1, 100, 200),
  carriageVnd: fc.nat(500),
  returnVnd: fc.nat(500),
  reweighVnd: fc.nat(500),
  otherVnd: fc.nat(500),
  grams: fc.constant(null),
}) satisfies fc.Arbitrary<PayoutRow>
const parcels = fc
  .tuple(fc.constantFrom(...parcelStatuses), fc.constantFrom(0, 100), fc.boolean())
  .map(([state, codVnd, isPaid]): PaidParcel[] =>
    ['A', 'B', 'C'].map((code, at) => ({
      id: `pcl_${code}`,
      carrierCode: code,
      clientCode: `DS-${at}`,
      state,
      codVnd,
      isPaid: isPaid && at === 0,
    })),
  )

test('whatever a file says, every line of it is judged, its sums stay, and each parcel is paid by itself at most once', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), parcels, (rows, known) => {
      const judged = judgePayout(rows, known)
      expect(judged.map(({ parcelCode }) => parcelCode)).toEqual(rows.map(({ parcelCode }) => parcelCode))
      expect(judged.reduce((sum, { netVnd }) => sum + netVnd, 0)).toBe(sumsOf(rows).netVnd)
      const paying = judged.filter(({ state }) => state === 'exact' || state === 'less' || state === 'more')
      expect(new Set(paying.map(({ parcelId }) => parcelId)).size).toBe(paying.length)
      for (const one of judged) {
        expect(one.state === 'unknown').toBe(one.parcelId === null)
        expect(one.netVnd).toBe(netOf(one))
        if (one.state === 'exact') expect(one.codVnd).toBe(one.expectedVnd)
        if (known.some(({ id, isPaid }) => isPaid && id === one.parcelId)) expect(['twice', 'fees']).toContain(one.state)
      }
    }),
  )
})

test('a parcel that goes back, was lost or given up brings no money of a buyer', () => {
  const none = parcelStatuses.filter((state) => expectedCod({ state, codVnd: 5 }) === 0)
  expect(none).toEqual(['returning', 'returned', 'lost', 'cancelled', 'refused'])
})

test('an unknown status is kept beside the state before, and an unconfirmed word takes no confirmed end back', () => {
  const stand = { state: 'picked', carrierStatus: 'picked', isConfirmed: true } as const
  expect(moveOf(stand, { status: 'x', state: null, isConfirmed: true })).toEqual({ state: 'picked', isConfirmed: true })
  expect(moveOf(stand, { status: 'picked', state: 'picked', isConfirmed: true })).toBeNull()
  const ended = { state: 'delivered', carrierStatus: 'delivered', isConfirmed: true } as const
  expect(moveOf(ended, { status: '500', state: 'out-for-delivery', isConfirmed: false })).toBeNull()
  expect(moveOf(ended, { status: 'return', state: 'returning', isConfirmed: true })).toEqual({ state: 'returning', isConfirmed: true })
})

test('a carrier is asked until the way ends, and one that cannot be asked never', () => {
  const now = new Date('2026-11-23T10:00:00+07:00')
  const asked = (carrier: 'ghn' | 'viettelpost') => parcelStatuses.filter((state) => nextAskAt(carrier, state, now) !== null)
  expect(asked('ghn')).toEqual(['created', 'picked', 'in-transit', 'out-for-delivery', 'failed', 'returning'])
  expect(asked('viettelpost')).toEqual([])
})

test('moments are read as Viettel Post and VNPost print them, and what is none is none', () => {
  expect(momentTold('01/07/2026 16:00:00')).toEqual(new Date('2026-07-01T16:00:00+07:00'))
  expect(momentTold('2026-07-01T16:00:00+07:00')).toEqual(new Date('2026-07-01T09:00:00Z'))
  expect([momentTold('99/99/2026 16:00:00'), momentTold('hôm qua'), momentTold(null)]).toEqual([null, null, null])
})

test('the columns of a file are found by their headings, however they are written, and amounts as they are printed', () => {
  const table = [
    ['Bảng kê COD kỳ 3'],
    ['STT', 'MÃ ĐƠN GHN', 'Tiền thu hộ', 'Phí vận chuyển', 'Phí bảo hiểm', 'Phí COD', 'Khối lượng (g)', 'Thực nhận'],
    [1, 'GHN1', '350.000 đ', '-32.000', '1,000', 500, '1.200', '316.500'],
    [2, 'GHN2', 0, 15_000, '', null, '', -15_000],
    ['', 'Tổng cộng', '350.000', '', '', '', '', ''],
  ]
  const rest = { returnVnd: 0, reweighVnd: 0 }
  expect(readPayoutRows(table)).toEqual({
    ok: true,
    value: [
      { parcelCode: 'GHN1', codVnd: 350_000, carriageVnd: 32_000, otherVnd: 1500, grams: 1200, ...rest },
      { parcelCode: 'GHN2', codVnd: 0, carriageVnd: 15_000, otherVnd: 0, grams: null, ...rest },
    ],
  })
  expect(
    readPayoutRows([
      ['Mã vận đơn', 'Cước phí'],
      ['A', 1],
    ]),
  ).toMatchObject({ refusal: { problems: [{ code: 'column-missing' }] } })
})
