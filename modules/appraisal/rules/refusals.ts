import type { SessionStatus } from '../acts.ts'
import type { AttendanceRefusal, ClosingRefusal, DiscussionRefusal } from './closing.ts'
import type { CouncilRefusal, OpeningRefusal } from './council.ts'
import type { HoursRefusal } from './hours.ts'
import type { MoveRefusal } from './move.ts'
import type { AdvisoryRefusal, IntakeRefusal, RefuseDossierRefusal } from './intake.ts'
import type { RoundClosingRefusal, RoundRefusal } from './round.ts'
import type { ReopenRefusal, SaveRefusal, SubmitRefusal } from './sheet.ts'

/** What is done to a session until it is closed. */
export type SessionClosedRefusal = { code: 'session-closed'; status: SessionStatus }
export type SessionStatusRefusal = { code: 'wrong-session-status'; status: SessionStatus }
/** A reason that an act asks for; `criteria`: for which marks. */
export type ReasonMissing = { code: 'reason-missing'; criteria: string[] }

/** Every "no" of the module: `words.ts` has a sentence for each. */
export type AppraisalRefusal =
  | RoundRefusal
  | RoundClosingRefusal
  | IntakeRefusal
  | RefuseDossierRefusal
  | AdvisoryRefusal
  | CouncilRefusal
  | OpeningRefusal
  | SaveRefusal
  | SubmitRefusal
  | ReopenRefusal
  | AttendanceRefusal
  | ClosingRefusal
  | DiscussionRefusal
  | HoursRefusal
  | MoveRefusal
  | SessionClosedRefusal
  | SessionStatusRefusal
  | ReasonMissing
