export {
  buyerKindWords,
  endReasonWords,
  enquiryStatusWords,
  knownByWords,
  needWords,
  sessionStatusWords,
  buyerSideWords,
  slotOutcomeWords,
  stageWords,
} from './words/names.ts'
export { buyersPage, enquiryPage, funnelPage, listWords as buyerListWords, relationPage, sessionPage } from './words/pages.ts'
export { buyerRefusalFields, sayBand, sayBuyerRefusal } from './words/refusals.ts'
