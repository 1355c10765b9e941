import { accept, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'
import type { Role } from '../../identity/rules.ts'

export const roundStatuses = ['open', 'closed'] as const
export type RoundStatus = (typeof roundStatuses)[number]

export const roundMoves = {
  close: { from: ['open'], to: 'closed', by: ['provincial-officer'], check: 'no dossier of the round is left unscored' },
} satisfies Moves<RoundStatus, Role>

/** A day of the year in the law; `yearOffset` 1 is the year after that of the round. */
type DayOfYear = { day: string; yearOffset: number }
export type RoundDeadlines = readonly { round: number; communeProposesBefore: DayOfYear; provinceFinishesBefore: DayOfYear }[]

export type RoundRefusal = { code: 'round-not-in-law'; rounds: number[] } | { code: 'round-exists'; year: number; number: number }

export type RoundOpened = { type: 'appraisal.round-opened'; communeDeadline: string; provinceDeadline: string }

/** The law says "trước ngày": the day kept is the first on which it is too late. */
export function decideRoundOpening(
  wish: { year: number; number: number },
  facts: { deadlines: RoundDeadlines; exists: boolean },
): Decision<RoundOpened, RoundRefusal> {
  const row = facts.deadlines.find((candidate) => candidate.round === wish.number)
  if (!row) return refuse('round-not-in-law', { rounds: facts.deadlines.map((candidate) => candidate.round) })
  if (facts.exists) return refuse('round-exists', { ...wish })
  const dateOf = ({ day, yearOffset }: DayOfYear) => `${wish.year + yearOffset}-${day}`
  return accept({
    type: 'appraisal.round-opened',
    communeDeadline: dateOf(row.communeProposesBefore),
    provinceDeadline: dateOf(row.provinceFinishesBefore),
  })
}

/** A round takes what was proposed before its day; later than that is told to the officer, who decides whether it waits for the next round. */
export function isLateFor(round: { communeDeadline: string }, proposedOn: string): boolean {
  return proposedOn >= round.communeDeadline
}

export type RoundClosingRefusal = { code: 'round-closed' } | { code: 'dossiers-unfinished'; dossiers: string[] }

export function decideRoundClosing(
  status: RoundStatus,
  unfinished: readonly string[],
): Decision<{ type: 'appraisal.round-closed' }, RoundClosingRefusal> {
  if (status === 'closed') return refuse('round-closed')
  if (unfinished.length > 0) return refuse('dossiers-unfinished', { dossiers: [...unfinished] })
  return accept({ type: 'appraisal.round-closed' })
}
