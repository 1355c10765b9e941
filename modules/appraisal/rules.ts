export { attendance, decideClosing, decideDiscussion, decideTelling, progressOf } from './rules/closing.ts'
export type {
  Attendance,
  ClosingRefusal,
  CouncilRules,
  CouncilSeat,
  DiscussionRefusal,
  DossierOnTable,
  Finding,
  Progress,
  SessionClosed,
} from './rules/closing.ts'
export { computeConflicts } from './rules/conflict.ts'
export type { ComputedConflict, DossierTies, MemberTies } from './rules/conflict.ts'
export { decideCouncil, decideSessionOpening, seatRoles, sessionWarnings } from './rules/council.ts'
export type { Candidate, CouncilRefusal, Nominee, OpeningRefusal, SessionWarning, Unready } from './rules/council.ts'
export { adviserRoles, decideAssignment, decideReceipt, decideReport, decideReturn, returnMove } from './rules/intake.ts'
export type { AdvisoryRefusal, IntakeCheck, IntakeItem, IntakeRefusal, Request, ReturnTo } from './rules/intake.ts'
export { decideRoundClosing, decideRoundOpening, isLateFor, roundMoves, roundStatuses } from './rules/round.ts'
export type { RoundClosingRefusal, RoundDeadlines, RoundRefusal, RoundStatus } from './rules/round.ts'
export { isSeat, scores, seats, sessionMoves, sessionStatuses, sheetMoves, sheetStatuses } from './rules/session.ts'
export type { AppraisalRefusal } from './rules/refusals.ts'
export type { RuleInForce, Seat, SessionRules, SessionStatus, SheetStatus } from './rules/session.ts'
export {
  blankSheet,
  changedCriteria,
  choicesOn,
  decideReopening,
  decideSave,
  decideSubmission,
  missingCriteria,
  totalOf,
} from './rules/sheet.ts'
export type {
  ConflictOfInterest,
  LineChange,
  ReopenRefusal,
  SaveRefusal,
  Scorable,
  Sheet,
  SheetFacts,
  SheetLine,
  SheetRefusal,
  SubmitRefusal,
} from './rules/sheet.ts'
export type { Spread, ToldSpread } from './rules/deviation.ts'
export { resultOf } from './rules/result.ts'
export type { Average, CouncilResult, CriterionVerdict, UnmetMinimum } from './rules/result.ts'
