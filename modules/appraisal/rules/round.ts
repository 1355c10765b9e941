import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import { roundActs } from '../acts.ts'
import type { RoundStatus } from '../acts.ts'

/** A day of the year in the law; `yearOffset` 1 is the year after that of the round. */
type DayOfYear = { day: string; yearOffset: number }
export type RoundDeadlines = readonly { round: number; communeProposesBefore: DayOfYear; provinceFinishesBefore: DayOfYear }[]

export type RoundRefusal = { code: 'round-not-in-law'; rounds: number[] } | { code: 'round-exists'; year: number; number: number }

export type RoundOpened = { communeDeadline: string; provinceDeadline: string }

/** A day of the law in the round of a year. */
export const dayInRound = ({ year }: { year: number }, { day, yearOffset }: DayOfYear): PlainDate => `${year + yearOffset}-${day}`

/** The law says "trước ngày": the day kept is the first on which it is too late. */
export function decideRoundOpening(
  wish: { year: number; number: number },
  facts: { deadlines: RoundDeadlines; exists: boolean },
): Decision<RoundOpened, RoundRefusal> {
  const row = facts.deadlines.find((candidate) => candidate.round === wish.number)
  if (!row) return refuse('round-not-in-law', { rounds: facts.deadlines.map((candidate) => candidate.round) })
  if (facts.exists) return refuse('round-exists', { ...wish })
  return accept({
    communeDeadline: dayInRound(wish, row.communeProposesBefore),
    provinceDeadline: dayInRound(wish, row.provinceFinishesBefore),
  })
}

/** A round takes what was proposed before its day; of a later one the officer is warned, and decides whether it waits for the next round. */
export function isLateFor(round: { communeDeadline: string }, proposedOn: string): boolean {
  return proposedOn >= round.communeDeadline
}

export type RoundClosedRefusal = { code: 'round-closed'; status: RoundStatus }
export type RoundClosingRefusal = RoundClosedRefusal | { code: 'dossiers-unfinished'; dossiers: string[] }

export function decideRoundClosing(status: RoundStatus, unfinished: readonly string[]): Decision<{ to: 'closed' }, RoundClosingRefusal> {
  const closed = refuseStatus(roundActs.close, status)
  if (closed) return closed
  if (unfinished.length > 0) return refuse('dossiers-unfinished', { dossiers: [...unfinished] })
  return accept({ to: roundActs.close.to })
}

/** A closed round takes no more work. */
export function refuseClosedRound(status: RoundStatus) {
  return status === 'closed' ? refuse('round-closed', { status }) : null
}
