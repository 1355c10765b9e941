import type { StatusRefusal } from '@dacsan/decisions'
import type { ClassStatus, ParticipantStatus, classActs, participantActs } from '../acts.ts'

export type ClassClosed = StatusRefusal<typeof classActs.open, ClassStatus>
export type PlaceGivenUp = StatusRefusal<typeof participantActs.withdraw, ParticipantStatus>

export type CourseRefusal = { code: 'request-key-reused' } | { code: 'criterion-unknown'; line: string }
export type ClassFormRefusal =
  | { code: 'request-key-reused' }
  | { code: 'size-outside'; least: number; most: number; instrument: string }
  | { code: 'sessions-overlap' }
  | { code: 'sign-up-after-start' }
export type MoveClassRefusal =
  | { code: 'sign-up-passed' }
  | { code: 'hours-short'; planned: string; hours: number }
  | { code: 'sessions-still-come'; until: Date }
  | { code: 'nobody-listed' }
export type SignUpRefusal =
  | { code: 'request-key-reused' }
  | { code: 'sign-up-closed' }
  | { code: 'phone-wrong' }
  | { code: 'listed-before' }
  | { code: 'producer-missing' }
  | { code: 'producer-unknown'; typed: string }
export type WithdrawRefusal = { code: 'class-over' }

/** Every refusal of training: each has its sentence in `words/refusals.ts`; those that people of the public pages meet, in every language of them. */
export type TrainingRefusal =
  | ClassClosed
  | PlaceGivenUp
  | CourseRefusal
  | ClassFormRefusal
  | MoveClassRefusal
  | SignUpRefusal
  | WithdrawRefusal
