export { fairAbsences } from './absences.ts'
export { previewAllotment, publishAllotment } from './allot.ts'
export { applyForStand, changeApplication, withdrawApplication } from './apply.ts'
export { fairCalendar } from './calendar-file.ts'
export { drawFairPlan, placeApplication, printPlan } from './draw-plan.ts'
export {
  allotInput,
  applicationInput,
  applyInput,
  cancelFairInput,
  changeApplicationInput,
  changeFairInput,
  costInput,
  createFairInput,
  fairInput,
  placeInput,
  planInput,
  reasonedInput,
  reportFairInput,
  resultInput,
  saidInput,
  salesInput,
  substituteInput,
  visitsInput,
} from './inputs.ts'
export { countVisits, declareSales, recordCost, recordResult } from './keep-books.ts'
export { fairList } from './lists.ts'
export { beginRunning, cancelFair, changeFair, closeCall, createFair, endFair, openCall, reportFair } from './manage-fair.ts'
export { fairPaper, papersOfFair } from './papers.ts'
export { printCatalogue } from './print-catalogue.ts'
export { applicationForm, findApplication, listForProducer } from './read-application.ts'
export { findFair, findPublicFair, findStall, listPublicFairs, nextFairs } from './read-fair.ts'
export { findReport } from './report-fair.ts'
export {
  appealAllotment,
  confirmStand,
  declineStand,
  grantAppeal,
  lapseStand,
  markAbsent,
  offerStand,
  rejectAppeal,
  substitute,
} from './take-turns.ts'
