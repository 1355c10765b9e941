import './topics.ts'
export {
  advisoryReportInput,
  assignAdvisory,
  assignAdvisoryInput,
  saveAdvisoryReport,
  submitAdvisoryReport,
} from './intake/advisory-report.ts'
export { findAppraisal, findRound, listAppraisals, listRounds } from './intake/find-appraisal.ts'
export type { Appraisal, AppraisalRow } from './intake/find-appraisal.ts'
export { closeSession } from './sessions/close-session.ts'
export { declareConflict, declareConflictInput, withdrawDeclaration } from './councils/declare-conflict.ts'
export { establishCouncil, establishCouncilInput, listCouncils, listNominees } from './councils/establish-council.ts'
export type { SessionClosedEvent, SessionOpened, SheetsReopened } from './events.ts'
export { findResultForProducer, listResults } from './sessions/list-results.ts'
export type { ProducerResult, ResultRow } from './sessions/list-results.ts'
export { findSession, listSessions } from './sessions/list-sessions.ts'
export type { SessionCard } from './sessions/list-sessions.ts'
export { memberDesk } from './sheets/member-sheets.ts'
export type { MemberDesk } from './sheets/member-sheets.ts'
export { closeRound, openRound, openRoundInput } from './rounds/open-round.ts'
export { openSession, openSessionInput } from './sessions/open-session.ts'
export { receiveIntoRound, receiveIntoRoundInput, returnDossier, returnDossierInput } from './intake/receive-dossier.ts'
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
} from './sessions/run-session.ts'
export { saveSheet, saveSheetInput, submitSheet, submitSheetInput } from './sheets/score-sheet.ts'
export { sessionForMinutes } from './sessions/session-for-minutes.ts'
export type { MinutesDossier, SessionForMinutes } from './sessions/session-for-minutes.ts'
export { sessionOverview } from './sessions/session-overview.ts'
export type { DossierProgress, SessionOverview } from './sessions/session-overview.ts'
export { evidenceOnTable, sheetFor } from './sheets/sheet-for.ts'
export type { SheetDenied, SheetView } from './sheets/sheet-for.ts'
