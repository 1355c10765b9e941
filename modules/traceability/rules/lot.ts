import { accept, canMove, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Role } from '../../identity/rules.ts'

export const lotStatuses = ['open', 'closed', 'recalled'] as const
export type LotStatus = (typeof lotStatuses)[number]
export type LotMove = 'close' | 'reopen' | 'recall'

/** A recall has no way back: goods that turned out good are a new lot, so that no label ever says both. */
export const lotMoves = {
  close: { from: ['open'], to: 'closed', by: ['producer'] },
  reopen: { from: ['closed'], to: 'open', by: ['producer'] },
  recall: { from: ['open', 'closed'], to: 'recalled', by: ['producer', 'provincial-officer'], check: 'reason' },
} as const satisfies Moves<LotStatus, Role, LotMove>

export const mayMove = (status: LotStatus, move: LotMove): boolean => canMove<LotStatus, Role, LotMove>(lotMoves, status, move)

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
): Decision<{ type: 'lot.opened'; lot: Facts }, OpeningRefusal> {
  const { number, madeOn, expiresOn } = facts
  if (madeOn > today) return refuse('made-in-future', { madeOn })
  const earliest = addDays(today, -oldestDays)
  if (madeOn < earliest) return refuse('made-too-long-ago', { madeOn, earliest })
  if (expiresOn !== null && expiresOn < madeOn) return refuse('expires-before-made', { madeOn })
  if (numbersTaken.some((taken) => taken.toUpperCase() === number.toUpperCase()))
    return refuse('number-taken', { number, free: freeNumber })
  return accept({ type: 'lot.opened', lot: facts })
}

export type LotMoveRefusal = { code: 'lot-not-in-status'; status: LotStatus }
export type RecallRefusal = { code: 'already-recalled' }

export function decideLotMove(status: LotStatus, move: 'close' | 'reopen'): Decision<{ type: 'lot.moved'; to: LotStatus }, LotMoveRefusal> {
  return mayMove(status, move) ? accept({ type: 'lot.moved', to: lotMoves[move].to }) : refuse('lot-not-in-status', { status })
}

export function decideRecall(status: LotStatus, reason: string): Decision<{ type: 'lot.recalled'; reason: string }, RecallRefusal> {
  return mayMove(status, 'recall') ? accept({ type: 'lot.recalled', reason }) : refuse('already-recalled')
}
