export { advanceRelation, confirmByCode, confirmStep, correctStep } from './advance.ts'
export { askForGoods, closeEnquiry, introduceProducers } from './ask.ts'
export {
  advanceInput,
  askInput,
  cancelSessionInput,
  closeEnquiryInput,
  confirmStepInput,
  correctStepInput,
  introduceInput,
  moveSlotInput,
  noteSlotInput,
  offerInput,
  planSessionInput,
  relationInput,
  sessionInput,
  wishInput,
} from './inputs.ts'
export { enquiryList, relationList, sessionList } from './lists.ts'
export { offerGoods, openBuyerPapers, sharePapers } from './offer.ts'
export { enquiryForm, findEnquiry, followEnquiry } from './read-enquiry.ts'
export { findFunnel } from './read-funnel.ts'
export { findRelation, openStepProof } from './read-relation.ts'
export { findSession, printSession, sessionForm } from './read-session.ts'
export { allotSession, cancelSession, finishSession, moveSlot, noteSlot, planSession, wishMeeting } from './sessions.ts'
