import { carrierOf, isEndOfWay } from '@dacsan/carriers'
import type { CarrierName, ParcelState } from '@dacsan/carriers'
import type { ParcelStatus } from './kinds.ts'

/** So many minutes until a carrier is asked again, by where the parcel is; what is at its end is asked no more. */
const minutesBetween: Readonly<Record<ParcelState, number | null>> = {
  created: 60,
  picked: 240,
  'in-transit': 240,
  'out-for-delivery': 60,
  failed: 240,
  returning: 480,
  delivered: null,
  returned: null,
  lost: null,
  cancelled: null,
}

/** When a parcel is asked about next; null: never, or its carrier cannot be asked. */
export function nextAskAt(carrier: CarrierName, state: ParcelStatus, now: Date): Date | null {
  if (carrierOf(carrier).detail === null || state === 'planned' || state === 'refused') return null
  const minutes = minutesBetween[state]
  return minutes === null ? null : new Date(now.getTime() + minutes * 60_000)
}

/** After a question without an answer. */
export const askLater = (now: Date): Date => new Date(now.getTime() + 30 * 60_000)

type Stand = { state: ParcelStatus; carrierStatus: string | null; isConfirmed: boolean }
type Told = { status: string; state: ParcelState | null; isConfirmed: boolean }

/**
 * What an answer or a message changes. A status that nobody knows is kept beside the state before; an unconfirmed word never takes back what was confirmed
 * as ended. Null: nothing.
 */
export function moveOf(stand: Stand, told: Told): { state: ParcelStatus; isConfirmed: boolean } | null {
  if (stand.state === 'planned' || stand.state === 'refused') return null
  if (!told.isConfirmed && stand.isConfirmed && isEndOfWay(stand.state)) return null
  const state = told.state ?? stand.state
  const isSame = state === stand.state && told.status === stand.carrierStatus && told.isConfirmed === stand.isConfirmed
  return isSame ? null : { state, isConfirmed: told.isConfirmed }
}

/** `01/07/2026 16:00:00` of Viettel Post and VNPost, or ISO 8601; null where it is no moment. */
export function momentTold(text: string | null): Date | null {
  if (text === null) return null
  const [, day, month, year, time] = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/.exec(text) ?? []
  const at = new Date(day === undefined ? text : `${year}-${month}-${day}T${time}+07:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** What is expected of the buyer's money for a parcel that stands so: one that goes back, was lost or was given up brings none. */
export const expectedCod = ({ state, codVnd }: { state: ParcelStatus; codVnd: number }): number =>
  state === 'returning' || state === 'returned' || state === 'lost' || state === 'cancelled' || state === 'refused' ? 0 : codVnd
