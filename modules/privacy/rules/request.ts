import { addDays, addWorkingDays } from '@dacsan/vietnam'
import type { Holidays, PlainDate } from '@dacsan/vietnam'
import type { RequestStatus } from '../acts.ts'
import { openRequests } from '../acts.ts'

export const requestKinds = ['provide', 'correct', 'erase', 'restrict', 'object'] as const
export type RequestKind = (typeof requestKinds)[number]

/** What an erasure left behind: of which kind, how much, for which purpose, and until when where the law says it. */
export type KeptData = { holding: string; says: string; rows: number; purpose: string; until: PlainDate | null }

export type RequestTerms = { acknowledgeWorkingDays: number; completeDays: Readonly<Record<RequestKind, number>> }

/** By when a request is acknowledged, in working days, and answered, in days. */
export function deadlinesOf(kind: RequestKind, received: PlainDate, terms: RequestTerms, holidays: Holidays) {
  return {
    acknowledgeBy: addWorkingDays(received, terms.acknowledgeWorkingDays, holidays),
    dueOn: addDays(received, terms.completeDays[kind]),
  }
}

export type RequestClock = { status: RequestStatus; acknowledgeBy: PlainDate; dueOn: PlainDate }

/** The next day that counts for whoever answers; null where nobody waits any more. */
export function nextDueOn({ status, acknowledgeBy, dueOn }: RequestClock): PlainDate | null {
  if (!openRequests.some((one) => one === status)) return null
  return status === 'received' && acknowledgeBy < dueOn ? acknowledgeBy : dueOn
}

export const isLate = (clock: RequestClock, today: PlainDate): boolean => {
  const next = nextDueOn(clock)
  return next !== null && next < today
}
