import type { StatusRefusal } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { ApplicationStatus, FairStatus, fairActs, fairApplicationActs } from '../acts.ts'

export type FairClosed = StatusRefusal<typeof fairActs.open, FairStatus>
export type ApplicationClosed = StatusRefusal<typeof fairApplicationActs.change, ApplicationStatus>
type RequestKeyReused = { code: 'request-key-reused' }

export type FairFormRefusal =
  | RequestKeyReused
  | { code: 'days-turned' }
  | { code: 'apply-after-opening' }
  | { code: 'kinds-missing' }
  | { code: 'change-too-late'; until: PlainDate }
  | { code: 'kind-in-use'; says: string }
export type MoveRefusal =
  | { code: 'apply-over' }
  | { code: 'apply-not-over'; until: Date }
  | { code: 'before-opening'; day: PlainDate }
  | { code: 'before-closing'; day: PlainDate }
export type AllotRefusal = { code: 'preview-old' } | { code: 'no-applications' }
export type PlanRefusal =
  | { code: 'plan-unreadable'; line: number; text: string }
  | { code: 'number-twice'; number: string }
  | { code: 'stands-overlap'; number: string; other: string }
  | { code: 'stand-held'; number: string }
  | { code: 'number-printed'; number: string }
  | { code: 'plan-missing' }
  | { code: 'printed-before' }
  | { code: 'stand-taken' }
  | { code: 'not-allotted' }
export type ApplyRefusal =
  | RequestKeyReused
  | { code: 'applied-before' }
  | { code: 'call-over'; until: Date }
  | { code: 'producer-missing' }
  | { code: 'product-of-other' }
  | { code: 'kind-unknown' }
export type TurnRefusal =
  | { code: 'confirm-over' }
  | { code: 'confirm-not-over' }
  | { code: 'no-place-free' }
  | { code: 'fair-over' }
  | { code: 'not-running' }
  | { code: 'nobody-absent' }
export type AppealRefusal = { code: 'appeal-over' } | { code: 'appealed-before' } | { code: 'nothing-to-answer' }
export type BooksRefusal =
  | { code: 'day-outside'; from: PlainDate; to: PlainDate }
  | { code: 'not-running' }
  | { code: 'supported-before' }
  | { code: 'more-than-support'; mostVnd: number }
  | { code: 'stand-missing' }
  | { code: 'too-early'; from: PlainDate }
  | { code: 'days-unknown' }

/** Every refusal of fairs: each has its sentence in `words/refusals.ts`. */
export type FairRefusal =
  | FairClosed
  | ApplicationClosed
  | FairFormRefusal
  | MoveRefusal
  | AllotRefusal
  | PlanRefusal
  | ApplyRefusal
  | TurnRefusal
  | AppealRefusal
  | BooksRefusal
