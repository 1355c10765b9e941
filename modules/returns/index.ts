import './topics.ts'
export { acceptReturn, acknowledgeReturn, refuseReturn, sayInReturn, withdrawReturn } from './answer-return.ts'
export { askReturn, mayTry } from './ask-return.ts'
export {
  agreeInput,
  askReturnInput,
  caseInput,
  mostPhotos,
  publishOfferInput,
  reasonedInput,
  receiveInput,
  sayInput,
  sendInput,
} from './inputs.ts'
export { callOffice, decideAgainstBuyer, decideForBuyer, escalateReturn, mediate } from './lead-dispute.ts'
export { disputeList, returnList } from './lists.ts'
export { receiveGoods, sendGoods } from './move-goods.ts'
export { findReturn, openReturnPhoto, publishedTerms, returnForm, returnsOfOrder } from './read-returns.ts'
export type { ReturnView } from './read-returns.ts'
export { paidBackLines, returnedOfLines } from './returned-lines.store.ts'
export { sellerWorkbook } from './seller-data.ts'
export { findOffer, publishOffer } from './seller-offer.ts'
export { settleReturnsOf } from './settle.ts'
