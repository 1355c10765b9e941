import './topics.ts'
export {
  advisoryReportInput,
  assignAdvisory,
  assignAdvisoryInput,
  saveAdvisoryReport,
  submitAdvisoryReport,
} from './intake/advisory-report.ts'
export type { SessionClosed, SessionOpened, SheetsReopened } from './acts.ts'
export { admitReader, consentPaperForReader, evidenceFileForReader, paperForReader, receiptForReader } from './admission.ts'
export { acceptAppeal, acceptAppealInput, answerAppeal, answerAppealInput } from './appeals/answer-appeal.ts'
export { fileAppeal, fileAppealInput, withdrawAppeal } from './appeals/file-appeal.ts'
export { findAppeal, findOwnAppeals, hasAppeals, listAppeals, openAppealPaper } from './appeals/find-appeal.ts'
export type { AppealView } from './appeals/find-appeal.ts'
export { findAppraisal } from './intake/find-appraisal.ts'
export type { Appraisal } from './intake/find-appraisal.ts'
export { listAppraisalQueue, listAppraisals } from './intake/list-appraisals.ts'
export type { AppraisalQueue, AppraisalRow } from './intake/list-appraisals.ts'
export {
  evidencePageForMember,
  evidencePageForReader,
  paperForMember,
  preparationFileForMember,
  readingFor,
  readingForMember,
  setForMember,
  setForReader,
} from './reading.ts'
export type { Reading } from './reading.ts'
export { findOwnTests, findPreparation, openOwnTestFile, openPreparationFile } from './preparation/find-preparation.ts'
export type { Preparation } from './preparation/find-preparation.ts'
export type { Prepared } from './preparation/ground-of-report.ts'
export { planVisit, planVisitInput, reportVisit, reportVisitInput } from './preparation/field-visits.ts'
export { answerTest, answerTestInput, askTest, askTestInput } from './preparation/laboratory-tests.ts'
export { findPreScore, savePreScore, savePreScoreInput } from './preparation/pre-score.ts'
export { recordSamples, recordSamplesInput } from './preparation/record-samples.ts'
export { findRound, firstRoundDay, listRounds } from './rounds/find-round.ts'
export type { RoundDossiers, RoundSummary, RoundView } from './rounds/find-round.ts'
export { selectRounds as roundsOnFile } from './rounds/round.store.ts'
export { ministryDaysOf } from './rounds/ministry-days.ts'
export { findRoundOverview } from './rounds/find-round-overview.ts'
export type { RoundOverview, RoundRow } from './rounds/find-round-overview.ts'
export {
  assignSeveral,
  assignSeveralInput,
  findSeveral,
  previewAssignments,
  previewReceipts,
  receiveSeveral,
  receiveSeveralInput,
} from './rounds/several.ts'
export type { OneOfSeveral } from './rounds/several.ts'
export { closeSession } from './sessions/close-session.ts'
export { declareConflict, declareConflictInput, withdrawDeclaration } from './councils/declare-conflict.ts'
export { confirmTie, dismissTie, judgeTieInput } from './councils/judge-tie.ts'
export { findSessionPreparation, listCouncilWork } from './councils/council-work.ts'
export type { CouncilWork, SessionPreparation } from './councils/council-work.ts'
export { establishCouncil, establishCouncilInput, listCouncils, listNominees } from './councils/establish-council.ts'
export { findResultForProducer, listResults } from './sessions/list-results.ts'
export type { ProducerResult, ResultRow } from './sessions/list-results.ts'
export { scoredProducts } from './sessions/scored-products.ts'
export { findSession, listSessions } from './sessions/list-sessions.ts'
export type { SessionCard, SessionParts } from './sessions/list-sessions.ts'
export { declareHome, declareHomeInput, ownHome } from './councils/declare-home.ts'
export { findSample, memberSamples, sessionRepeats } from './repeats/find-repeats.ts'
export { scoreRepeat, scoreRepeatInput } from './repeats/score-repeat.ts'
export { slipInRepeat, slipInRepeatInput, takeOutRepeat, takeOutRepeatInput } from './repeats/slip-in-repeat.ts'
export { keepNote, keepNoteInput, memberNote } from './sheets/keep-note.ts'
export { memberRecord } from './sheets/member-record.ts'
export { memberSheets } from './sheets/member-sheets.ts'
export type { MemberSheets } from './sheets/member-sheets.ts'
export { closeRound, openRound, openRoundInput } from './rounds/open-round.ts'
export { openSession, openSessionInput } from './sessions/open-session.ts'
export { cancelSession, cancelSessionInput, moveSession, moveSessionInput } from './sessions/change-session.ts'
export { takeBackDossier } from './intake/take-back-dossier.ts'
export { refuseDossier, refuseDossierInput } from './intake/refuse-dossier.ts'
export { receiveIntoRound, receiveIntoRoundInput, returnDossier, returnDossierInput } from './intake/receive-dossier.ts'
export {
  openDiscussion,
  openDiscussionInput,
  recordDiscussion,
  recordDiscussionInput,
  recordFinding,
  recordFindingInput,
} from './sessions/discuss-dossier.ts'
export { awaitTest, awaitTestInput } from './sessions/await-test.ts'
export {
  callDossier,
  callDossierInput,
  notePresentation,
  notePresentationInput,
  orderDossiers,
  orderDossiersInput,
} from './sessions/lead-meeting.ts'
export { recordAttendance, recordAttendanceInput, recordMinutesNote, recordMinutesNoteInput, startScoring } from './sessions/run-session.ts'
export { reopenSheet, reopenSheetInput } from './sheets/reopen-sheet.ts'
export { saveSheet, saveSheetInput, submitSheet, submitSheetInput } from './sheets/score-sheet.ts'
export { appraisalPaper, papersOfAppraisal, papersOfSession, sessionPaper, sessionPapers, appealFile, papersOfAppeal } from './papers.ts'
export { reasonBlocks } from './papers/minutes-appendices.ts'
export { partTable, unmetLines } from './papers/result-tables.ts'
export { sessionResults } from './sessions/session-results.ts'
export { sessionMarks, marksWorkbook } from './sessions/session-marks.ts'
export type { MarkedDossier } from './sessions/session-marks.ts'
export { sessionPackage } from './sessions/scoring-package.ts'
export { closedSession, sessionForMinutes } from './sessions/session-for-minutes.ts'
export type { MinutesDossier, SessionForMinutes } from './sessions/session-for-minutes.ts'
export { sessionOverview } from './sessions/session-overview.ts'
export type { DossierProgress, SessionOverview } from './sessions/session-overview.ts'
export { openSheetEvidence, sheetFor } from './sheets/sheet-for.ts'
export type { SheetDenied, SheetView } from './sheets/sheet-for.ts'
export { appealList, appraisalList, roundDossierList, roundList, sessionList } from './lists.ts'
export type { ListedAppeal, ListedAppraisal } from './lists.ts'
