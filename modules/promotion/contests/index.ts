export { changeEntry, enterContest, mayTryEntry, setEntryAside, withdrawEntry } from './enter.ts'
export {
  cancelContestInput,
  changeContestInput,
  changeEntryInput,
  conflictInput,
  contestInput,
  createContestInput,
  enterContestInput,
  extendContestInput,
  handInInput,
  markEntryInput,
  nameJurorInput,
  publishContestInput,
  recordVoteInput,
  releaseJurorInput,
  setAsideInput,
  sheetEntryInput,
  withdrawPrizeInput,
} from './inputs.ts'
export { declareConflict, handInSheet, markEntry, takeBackConflict } from './judge.ts'
export { contestList } from './lists.ts'
export {
  beginJudging,
  cancelContest,
  changeContest,
  createContest,
  extendContest,
  nameJuror,
  openContest,
  releaseJuror,
} from './manage-contest.ts'
export { contestPaper, papersOfContest } from './papers.ts'
export { previewResult, publishContest, recordVote, withdrawPrize } from './publish.ts'
export { contestChoices, findContest, findEntryOfOffice, openOfficeEntryPhoto } from './read-contest.ts'
export { findOwnEntry, findPublicContest, listPublicContests, openContestPhoto, openOwnEntryPhoto } from './read-public.ts'
export { findSheet, listOwnJuries, openSheetPhoto, sheetFollows } from './read-sheet.ts'
