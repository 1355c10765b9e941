import { expectedCod } from './parcel-moves.ts'
import type { ParcelId } from './ids.ts'
import type { ParcelStatus, PayoutLineState } from './kinds.ts'

/** A line of a file; all sums in đồng, fees as what is taken off. */
export type PayoutRow = {
  parcelCode: string
  codVnd: number
  carriageVnd: number
  returnVnd: number
  reweighVnd: number
  otherVnd: number
  grams: number | null
}
export type PaidParcel = { id: ParcelId; carrierCode: string; clientCode: string; state: ParcelStatus; codVnd: number; isPaid: boolean }
export type JudgedRow = PayoutRow & { state: PayoutLineState; parcelId: ParcelId | null; expectedVnd: number | null; netVnd: number }

export const feesOf = ({ carriageVnd, returnVnd, reweighVnd, otherVnd }: PayoutRow): number =>
  carriageVnd + returnVnd + reweighVnd + otherVnd
export const netOf = (row: PayoutRow): number => row.codVnd - feesOf(row)

/** By the carrier's code, or by ours. */
const keyOf = (code: string) => code.replaceAll(/\s/g, '').toUpperCase()

/**
 * What each line is, in the order of the file. `fees`: no money of a buyer stands in it, such as a later re-weighing; the parcel goes on waiting for its
 * own. A second line with money for one parcel is `twice`, in this file or since an earlier one.
 */
export function judgePayout(rows: readonly PayoutRow[], parcels: readonly PaidParcel[]): JudgedRow[] {
  const byCode = new Map(parcels.flatMap((parcel) => [parcel.clientCode, parcel.carrierCode].map((code) => [keyOf(code), parcel] as const)))
  const paid = new Set(parcels.filter(({ isPaid }) => isPaid).map(({ id }) => id))
  return rows.map((row) => {
    const parcel = byCode.get(keyOf(row.parcelCode))
    if (!parcel) return { ...row, state: 'unknown', parcelId: null, expectedVnd: null, netVnd: netOf(row) }
    const expectedVnd = expectedCod(parcel)
    const judged = { ...row, parcelId: parcel.id, expectedVnd, netVnd: netOf(row) }
    if (row.codVnd === 0) return { ...judged, state: 'fees' }
    if (paid.has(parcel.id)) return { ...judged, state: 'twice' }
    paid.add(parcel.id)
    return { ...judged, state: row.codVnd === expectedVnd ? 'exact' : row.codVnd < expectedVnd ? 'less' : 'more' }
  })
}

export type PayoutSums = { codVnd: number; feesVnd: number; netVnd: number }
/** One credit of the bank pays for all of it: what the buyers gave less everything that was taken off. */
export function sumsOf(rows: readonly PayoutRow[]): PayoutSums {
  const codVnd = rows.reduce((sum, row) => sum + row.codVnd, 0)
  const feesVnd = rows.reduce((sum, row) => sum + feesOf(row), 0)
  return { codVnd, feesVnd, netVnd: codVnd - feesVnd }
}

/** What a seller may answer to a line that waits. */
export const answersFor = {
  less: ['accepted', 'claimed'],
  more: ['accepted', 'claimed'],
  unknown: ['assigned', 'set-aside'],
  twice: ['accepted', 'set-aside'],
  exact: [],
  fees: [],
} as const satisfies Record<PayoutLineState, readonly ('accepted' | 'claimed' | 'assigned' | 'set-aside')[]>
