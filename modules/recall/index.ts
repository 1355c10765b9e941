import './topics.ts'
export { findAffected, reachOfChosen } from './find-affected.ts'
export type { AffectedLot } from './find-affected.ts'
export { rehearseRecall, startRecall } from './start-recall.ts'
export { closeRecall, decideRecall } from './lead-recall.ts'
export { countGoods } from './count-goods.ts'
export { acknowledgeRecall, findForPartner, tellPartner } from './tell-partner.ts'
export { findRecall, openDecision, openTallyFile, openTallyPhoto } from './read-recall.ts'
export { riskClasses } from './risk-classes.ts'
export { drawReport, papersOfRecall, recallFile } from './papers.ts'
export { findCaseOfLot, findRecallOfLot, reportOf } from './report.ts'
export { listPublicRecalls } from './public-recalls.ts'
export {
  acknowledgeInput,
  closeRecallInput,
  countInput,
  decideRecallInput,
  findAffectedInput,
  findAffectedNames,
  startRecallInput,
  tellPartnerInput,
} from './inputs.ts'
export * from './rules.ts'
export { recallList } from './lists.ts'
