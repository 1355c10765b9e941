import './topics.ts'
export { approvePlan, chooseForPlan, openPlan } from './plans/tend-plan.ts'
export { candidatesFor, findPlan } from './plans/read-plan.ts'
export { assignInspection, attendInspection, orderInspection } from './visits/set-visit.ts'
export { dropFinding, finishInspection, noteFinding, photographInspection, writeSheet } from './visits/write-visit.ts'
export { findInspection, listInspections, openInspectionPhoto, openProof } from './visits/read-visits.ts'
export { acceptMending, mendFinding, sendMendingBack } from './findings/answer-finding.ts'
export { inspectionsBehind, proposeFromVisit } from './withdrawal/propose-from-visit.ts'
export { answerProduction, listProduction } from './production/confirm-production.ts'
export { inspectionFile, papersOfInspection, papersOfPlan, planFile } from './papers.ts'
export {
  acceptMendingInput,
  answerProductionInput,
  approvePlanInput,
  assignInspectionInput,
  choosePlanInput,
  dropFindingInput,
  findInput,
  finishInput,
  mendInput,
  orderInspectionInput,
  photographInput,
  planInput,
  proposeFromVisitInput,
  sendBackInput,
  writeSheetInput,
} from './inputs.ts'
export * from './rules.ts'
export { askedYear, inspectionList, markUseList, planList, productionList } from './lists.ts'
