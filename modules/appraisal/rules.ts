export { checkHours, hourPattern } from './rules/hours.ts'
export type { HoursRefusal } from './rules/hours.ts'
export * from './acts.ts'
export {
  attendance,
  decideAttendance,
  decideClosing,
  decideDiscussion,
  decideDisclosure,
  isHandedIn,
  owesDiscussion,
  progressOf,
  quorumFor,
  scoringStateOf,
  uncountedSheets,
} from './rules/closing.ts'
export type {
  Attendance,
  AttendanceRefusal,
  ClosingRefusal,
  CouncilRules,
  DiscussionRefusal,
  DossierScoring,
  Finding,
  Progress,
  ScoringState,
} from './rules/closing.ts'
export { isExcluding, isProposed, proposedTies, tiesOfInterest } from './rules/conflict.ts'
export type { DossierTies, InterestTie, MemberTies, ProposedTie, TieDecision } from './rules/conflict.ts'
export type { HomeRefusal } from './rules/home.ts'
export type { Home } from './rules/kinship.ts'
export { decideCouncil, decideSessionOpening, seatRoles, sessionWarnings, whyNotInWriting } from './rules/council.ts'
export type { CouncilRefusal, OpeningRefusal, SessionWarning, Unready } from './rules/council.ts'
export { adviserRoles, decideAssignment, decideReceipt, decideReport, decideReportDraft, decideReturn, returnMove } from './rules/intake.ts'
export { dayInRound, decideRoundClosing, decideRoundOpening, isLateFor, refuseClosedRound } from './rules/round.ts'
export type { RoundClosingRefusal, RoundRefusal } from './rules/round.ts'
export { answerDueOn, appealAbout, appealDue, decideAnswer, decideAppeal, lastDayToAppeal, moveOfGrant } from './rules/appeal.ts'
export type { AppealAbout, AppealDue, AppealLaw } from './rules/appeal.ts'
export { visitReasons } from './rules/visit.ts'
export type { VisitReason } from './rules/visit.ts'
export type { AdvisoryRefusal, IntakeCheck, IntakeItem, IntakeRefusal, RefuseDossierRefusal, ReportGround } from './rules/intake.ts'
export { decidePreScore, preScoreOf } from './rules/pre-score.ts'
export type { PreScore, PreScoreRefusal, WeakPoint } from './rules/pre-score.ts'
export { countSamples, decideSamples, sampleMoveNames, samplesComplete } from './rules/samples.ts'
export type { SampleCount, SampleMove, SamplePlace, SampleRefusal } from './rules/samples.ts'
export { decideVisitPlan, decideVisitReport } from './rules/visits.ts'
export type { VisitRefusal, VisitReportRefusal } from './rules/visits.ts'
export { decideAskedTest, decideAwaitedTest, decideTestAnswer, testSides } from './rules/laboratory.ts'
export type { AnswerTestRefusal, AskTestRefusal, AwaitTestRefusal, LaboratoryTestView, TestResult, TestSide } from './rules/laboratory.ts'
export { countByCommune, daysOf, lateIn } from './rules/round-overview.ts'
export type { CommuneCount, Holder, Late, RoundDay } from './rules/round-overview.ts'
export { figuresBeside } from './rules/figures.ts'
export type { CriterionFigures, FiledFigures } from './rules/figures.ts'
export { decideMove } from './rules/move.ts'
export type { CancelRefusal, MoveRefusal } from './rules/move.ts'
export { isSeat, manners, opinions, scores, seats } from './rules/session.ts'
export type {
  AcceptAppealRefusal,
  AnswerAppealRefusal,
  AppraisalRefusal,
  FileAppealRefusal,
  ReasonMissing,
  SessionClosedRefusal,
  SessionStatusRefusal,
  WithdrawAppealRefusal,
} from './rules/refusals.ts'
export type { Manner, Opinion, RuleInForce, Seat, SessionRules } from './rules/session.ts'
export {
  blankSheet,
  changedCriteria,
  decideReopening,
  decideSave,
  decideSubmission,
  memberSheetStateOf,
  refuseWriting,
  totalOf,
} from './rules/sheet.ts'
export { decideWrittenClosing, meetingOnly, refuseInWriting, takingPart, whyMeet, writtenProgress } from './rules/written.ts'
export type { MeetingOnlyRefusal, WhyMeet, WrittenClosingRefusal } from './rules/written.ts'
export { mayMarkNone } from './rules/mark-none.ts'
export type {
  ConflictOfInterest,
  ConflictRefusal,
  LineChange,
  LineReasons,
  MemberSheetState,
  ReopenRefusal,
  SaveRefusal,
  Sheet,
  SheetFacts,
  SheetLine,
  SheetRefusal,
  SubmitRefusal,
} from './rules/sheet.ts'
export { spreadToName } from './rules/deviation.ts'
export type { DeviationDisclosure, DisclosedDeviation, NamedSpread } from './rules/deviation.ts'
export { decideOrder, decidePresentation } from './rules/meeting.ts'
export type { MeetingRefusal, Presentation, PresentationRefusal } from './rules/meeting.ts'
export { decideRepeatSheet, decideSlipIn, repeatabilityOf, scoredTwice, sensoryCriteria } from './rules/repeat.ts'
export type { Repeatability, ScoredTwice, ScoreRepeatRefusal, SlipInRefusal, TakeOutRefusal } from './rules/repeat.ts'
export { apartFrom, ownRecord } from './rules/own-record.ts'
export type { OwnRecord } from './rules/own-record.ts'
export { packageFormat, replayPackage } from './rules/scoring-package.ts'
export type { PackedDossier, PackedResult, PackedSet, PackedSheet, ScoringPackage } from './rules/scoring-package.ts'
export { minimumsHoldingBack, resultOf } from './rules/result.ts'
export type { CouncilResult, CountedSheet, CriterionVerdict } from './rules/result.ts'
export { stageGroups, stageOf } from './rules/stage.ts'
export type { AppraisalStage, StageGroup } from './rules/stage.ts'
export type { ScoreSheetId, SessionId } from './rules/ids.ts'
