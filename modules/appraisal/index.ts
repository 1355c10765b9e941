export { advisoryReportInput, assignAdvisory, assignAdvisoryInput, saveAdvisoryReport, submitAdvisoryReport } from './advisory-report.ts'
export { findAppraisal, findRound, listAppraisals, listRounds } from './appraisal-desk.ts'
export type { Appraisal, AppraisalRow } from './appraisal-desk.ts'
export { closeSession } from './close-session.ts'
export { declareConflict, declareConflictInput, withdrawDeclaration } from './declare-conflict.ts'
export { establishCouncil, establishCouncilInput, listCouncils, listNominees } from './establish-council.ts'
export type { SessionClosedEvent, SessionOpened, SheetsReopened } from './events.ts'
export { findResultForProducer, listResults } from './list-results.ts'
export type { ProducerResult, ResultRow } from './list-results.ts'
export { findSession, listSessions } from './list-sessions.ts'
export type { SessionCard } from './list-sessions.ts'
export { memberDesk } from './member-desk.ts'
export type { MemberDesk } from './member-desk.ts'
export { closeRound, openRound, openRoundInput } from './open-round.ts'
export { openSession, openSessionInput } from './open-session.ts'
export { receiveIntoRound, receiveIntoRoundInput, returnDossier, returnDossierInput } from './receive-dossier.ts'
export {
  openDiscussion,
  openDiscussionInput,
  recordAttendance,
  recordAttendanceInput,
  recordDiscussion,
  recordDiscussionInput,
  recordFinding,
  recordFindingInput,
  recordMinutesNote,
  recordMinutesNoteInput,
  reopenSheet,
  reopenSheetInput,
  startScoring,
} from './run-session.ts'
export { saveSheet, saveSheetInput, submitSheet, submitSheetInput } from './score-sheet.ts'
export { sessionForMinutes } from './session-for-minutes.ts'
export type { MinutesDossier, SessionForMinutes } from './session-for-minutes.ts'
export { sessionOverview } from './session-overview.ts'
export type { DossierProgress, SessionOverview } from './session-overview.ts'
export { evidenceOnTable, sheetFor } from './sheet-for.ts'
export type { SheetDenied, SheetView } from './sheet-for.ts'
