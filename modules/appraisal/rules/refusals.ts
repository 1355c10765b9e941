import type { RefusalsOf } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { appealActs, SessionStatus } from '../acts.ts'
import type { AppealRefusal } from './appeal.ts'
import type { AttendanceRefusal, ClosingRefusal, DiscussionRefusal } from './closing.ts'
import type { CouncilRefusal, OpeningRefusal } from './council.ts'
import type { HomeRefusal } from './home.ts'
import type { HoursRefusal } from './hours.ts'
import type { PresentationRefusal } from './meeting.ts'
import type { MoveRefusal } from './move.ts'
import type { AdvisoryRefusal, IntakeRefusal, RefuseDossierRefusal } from './intake.ts'
import type { AnswerTestRefusal, AskTestRefusal, AwaitTestRefusal } from './laboratory.ts'
import type { PreScoreRefusal } from './pre-score.ts'
import type { ScoreRepeatRefusal, SlipInRefusal, TakeOutRefusal } from './repeat.ts'
import type { RoundClosingRefusal, RoundRefusal } from './round.ts'
import type { SampleRefusal } from './samples.ts'
import type { ReopenRefusal, SaveRefusal, SubmitRefusal } from './sheet.ts'
import type { MeetingOnlyRefusal, WrittenClosingRefusal } from './written.ts'
import type { VisitReportRefusal } from './visits.ts'

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
  | PreScoreRefusal
  | SampleRefusal
  | VisitReportRefusal
  | AskTestRefusal
  | AnswerTestRefusal
  | AwaitTestRefusal
  | CouncilRefusal
  | HomeRefusal
  | SlipInRefusal
  | TakeOutRefusal
  | ScoreRepeatRefusal
  | OpeningRefusal
  | SaveRefusal
  | SubmitRefusal
  | ReopenRefusal
  | AttendanceRefusal
  | ClosingRefusal
  | DiscussionRefusal
  | HoursRefusal
  | MoveRefusal
  | AppealRefusal
  | UploadRefusal
  | MeetingOnlyRefusal
  | WrittenClosingRefusal
  | PresentationRefusal
  | SessionClosedRefusal
  | SessionStatusRefusal
  | ReasonMissing

type OfAppeal<Name extends keyof typeof appealActs> = RefusalsOf<AppraisalRefusal, (typeof appealActs)[Name]>
export type FileAppealRefusal = OfAppeal<'file'>
export type WithdrawAppealRefusal = OfAppeal<'withdraw'>
export type AcceptAppealRefusal = OfAppeal<'accept'>
export type AnswerAppealRefusal = OfAppeal<'grant' | 'reject'>
