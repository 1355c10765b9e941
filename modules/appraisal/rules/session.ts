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
