import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { YearCallRefusal } from './refusals.ts'

/** Why somebody is called: `commune` is the office of a commune, the others are producers. */
export const callReasons = ['commune', 'draft', 'ending', 'no-product'] as const
export type CallReason = (typeof callReasons)[number]
export type ProducerReason = Exclude<CallReason, 'commune'>

/** The law says "trước ngày": the last day is the one before. */
export const lastDayBefore = (before: PlainDate): PlainDate => addDays(before, -1)

export type ProducerFacts = {
  hasDraft: boolean
  /** A certificate that may be handed in for its re-evaluation before the commune's day, and whose re-evaluation is not under way. */
  hasEnding: boolean
  hasProduct: boolean
  /** A dossier that was handed in and waits for its end. */
  isUnderWay: boolean
}

/** The nearest to a dossier comes first; who has nothing to hand in is not called. */
export function reasonToCall({ hasDraft, hasEnding, hasProduct, isUnderWay }: ProducerFacts): ProducerReason | null {
  if (hasDraft) return 'draft'
  if (hasEnding) return 'ending'
  return hasProduct || isUnderWay ? null : 'no-product'
}

/** Whether a certificate can be handed in for its re-evaluation by the day of a round: its window has opened by then, and it has not ended. */
export const endsForRound = (
  validUntil: PlainDate,
  { today, before, windowFrom }: { today: PlainDate; before: PlainDate; windowFrom: number },
) => validUntil >= today && addDays(validUntil, -windowFrom) < before

export type CallFacts = {
  year: number
  round: number
  today: PlainDate
  /** The first day on which a commune's proposal is too late; null where the law has no such round. */
  communeBefore: PlainDate | null
  isPlanIssued: boolean
  isRoundOpen: boolean
  /** How many were not called yet by the same side. */
  left: number
}

/** Whether a call may go out; `lastDay` is the commune's own, or the law's where the province calls. */
export function decideCall(lastDay: PlainDate | null, facts: CallFacts): Decision<{ lastDay: PlainDate }, YearCallRefusal> {
  const { year, round, today, communeBefore, isPlanIssued, isRoundOpen, left } = facts
  if (communeBefore === null || !(isPlanIssued || isRoundOpen)) return refuse('nothing-to-call-for', { year, round })
  if (today >= communeBefore) return refuse('round-over', { communeBefore })
  const day = lastDay ?? lastDayBefore(communeBefore)
  if (day < today) return refuse('last-day-over')
  if (day >= communeBefore) return refuse('last-day-late', { communeBefore })
  return left === 0 ? refuse('nobody-left') : accept({ lastDay: day })
}
