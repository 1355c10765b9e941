import type { Certainty } from '../../law/rules.ts'

/** The seats of a council. The secretary writes the minutes and neither scores nor counts towards the quorum. */
export const seats = ['chair', 'vice-chair', 'member', 'secretary'] as const
export type Seat = (typeof seats)[number]

export const isSeat = (value: unknown): value is Seat => seats.some((seat) => seat === value)

export const scores = (seat: Seat): boolean => seat !== 'secretary'

/** A legal value as it stood when the session opened, with the row of the law that it came from. */
export type RuleInForce<Value> = {
  value: Value
  instrument: string
  article: string | null
  sourceUrl: string | null
  certainty: Certainty
}

/** The rules of one session: taken once, when it opens, so that a later change of the law cannot move a finished result. */
export type SessionRules = {
  /** Present scoring members out of all scoring members, in per cent. */
  quorumPercent: RuleInForce<number>
  quorumNeedsChair: RuleInForce<boolean>
  /** Points between the highest and the lowest sheet above which the council discusses. */
  deviationPoints: RuleInForce<number>
}

/**
 * How a council judges. In writing only re-evaluations (Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6), and it meets over those on which opinions
 * differ or which are complex.
 */
export const manners = ['meeting', 'written'] as const
export type Manner = (typeof manners)[number]

/** What a member answers in writing beside the marks: that the dossier can be concluded so, or that the council should meet over it. */
export const opinions = ['conclude', 'meet'] as const
export type Opinion = (typeof opinions)[number]
