import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, StatusRefusal } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { lotActs } from '../acts.ts'
import type { LotStatus } from '../acts.ts'

/** A lot may be sold while it is open, up to and including its last day of use. The one rule: the shop asks it as well. */
export function isSellable(lot: { status: string; expiresOn: PlainDate | null }, today: PlainDate): boolean {
  return lot.status === 'open' && !isExpired(lot, today)
}

export function isExpired(lot: { expiresOn: PlainDate | null }, today: PlainDate): boolean {
  return lot.expiresOn !== null && lot.expiresOn < today
}

export type OpeningFacts = {
  number: string
  madeOn: PlainDate
  /** Last day of use; null for goods that carry none. */
  expiresOn: PlainDate | null
}

export type OpeningRefusal =
  | { code: 'made-in-future'; madeOn: PlainDate }
  | { code: 'made-too-long-ago'; madeOn: PlainDate; earliest: PlainDate }
  | { code: 'expires-before-made'; madeOn: PlainDate }
  | { code: 'number-taken'; number: string; free: string }

/** Older than this is a slip of the finger, or goods that were never recorded in time. */
const oldestDays = 3 * 365

export function decideOpening<Facts extends OpeningFacts>(
  facts: Facts,
  { today, numbersTaken, freeNumber }: { today: PlainDate; numbersTaken: readonly string[]; freeNumber: string },
): Decision<{ lot: Facts }, OpeningRefusal> {
  const { number, madeOn, expiresOn } = facts
  if (madeOn > today) return refuse('made-in-future', { madeOn })
  const earliest = addDays(today, -oldestDays)
  if (madeOn < earliest) return refuse('made-too-long-ago', { madeOn, earliest })
  if (expiresOn !== null && expiresOn < madeOn) return refuse('expires-before-made', { madeOn })
  if (numbersTaken.some((taken) => taken.toUpperCase() === number.toUpperCase()))
    return refuse('number-taken', { number, free: freeNumber })
  return accept({ lot: facts })
}

export type LotMoveRefusal = StatusRefusal<typeof lotActs.close, LotStatus>
export type RecallRefusal = StatusRefusal<typeof lotActs.recall, LotStatus>

export function decideLotMove(status: LotStatus, move: 'close' | 'reopen'): Decision<{ to: LotStatus }, LotMoveRefusal> {
  return refuseStatus(lotActs[move], status) ?? accept({ to: lotActs[move].to })
}

export function decideRecall(status: LotStatus): Decision<{ to: LotStatus }, RecallRefusal> {
  return refuseStatus(lotActs.recall, status) ?? accept({ to: lotActs.recall.to })
}
