import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { ClassStatus, ParticipantStatus, classActs, participantActs } from '../acts.ts'
import type { FilePart } from './acceptance.ts'

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

export type TestFormRefusal = { code: 'tests-taken' }
export type MarkRefusal = { code: 'session-not-begun'; at: Date } | { code: 'correction-reason-missing'; names: string }
export type SheetRefusal = { code: 'session-not-begun'; at: Date } | { code: 'photo-missing' } | PhotoUploadRefusal
export type CheckInRefusal =
  | { code: 'too-many-attempts'; minutes: number }
  | { code: 'code-wrong' }
  | { code: 'not-now'; from: Date; until: Date }
  | { code: 'not-in-list' }
  | { code: 'marked-absent' }
export type TestRefusal =
  | { code: 'test-taken-before' }
  | { code: 'no-test' }
  | { code: 'not-yet'; at: Date }
  | { code: 'points-outside'; most: number }
  | { code: 'not-listed' }
export type SayRefusal = { code: 'said-before' } | { code: 'not-yet'; at: Date }
export type CertifyRefusal = { code: 'nobody-earns' }
export type CostRefusal =
  | { code: 'above-norm'; norm: number; instrument: string }
  | { code: 'cost-shared' }
  | { code: 'request-key-reused' }
  | { code: 'nothing-to-share-by' }
export type AcceptRefusal = { code: 'file-incomplete'; lacks: { part: FilePart; sessions: number[] }[] }

/** Every refusal of training: each has its sentence in `words/refusals.ts`; those that people of the public pages meet, in every language of them. */
export type TrainingRefusal =
  | ClassClosed
  | PlaceGivenUp
  | CourseRefusal
  | ClassFormRefusal
  | MoveClassRefusal
  | SignUpRefusal
  | WithdrawRefusal
  | TestFormRefusal
  | MarkRefusal
  | SheetRefusal
  | CheckInRefusal
  | TestRefusal
  | SayRefusal
  | CertifyRefusal
  | CostRefusal
  | AcceptRefusal
