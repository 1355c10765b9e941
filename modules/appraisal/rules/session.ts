import type { Moves } from '@dacsan/decisions'
import type { Role } from '../../identity/rules.ts'
import type { Certainty } from '../../law/rules.ts'

export const sessionStatuses = ['preparing', 'scoring', 'reviewing', 'closed'] as const
export type SessionStatus = (typeof sessionStatuses)[number]

/** A council session: prepared by the secretary, scored by its members, discussed where they differ, closed by its chair. */
export const sessionMoves = {
  'start-scoring': { from: ['preparing'], to: 'scoring', by: ['council-secretary', 'council-chair'] },
  discuss: { from: ['scoring', 'reviewing'], to: 'reviewing', by: ['council-secretary'], check: 'every sheet of the dossier is in' },
  close: { from: ['scoring', 'reviewing'], to: 'closed', by: ['council-chair'], check: 'quorum, sheets, deviation' },
} satisfies Moves<SessionStatus, Role>

export const sheetStatuses = ['draft', 'submitted', 'reopened'] as const
export type SheetStatus = (typeof sheetStatuses)[number]

/** A member's score sheet of one dossier: locked when submitted, opened again only for a reason, and never by its own member. */
export const sheetMoves = {
  save: { from: ['draft'], to: 'draft', by: ['council-member', 'council-chair'] },
  submit: {
    from: ['draft', 'reopened'],
    to: 'submitted',
    by: ['council-member', 'council-chair'],
    check: 'complete, reason for a changed score',
  },
  reopen: { from: ['submitted'], to: 'reopened', by: ['council-secretary'], check: 'reason' },
  revise: { from: ['reopened'], to: 'reopened', by: ['council-member', 'council-chair'] },
} satisfies Moves<SheetStatus, Role>

/** The places at the council's table. The secretary writes the minutes and neither scores nor counts towards the quorum. */
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
