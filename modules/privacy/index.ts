export {
  agree,
  agrees,
  consentsOf,
  giveConsent,
  giveConsentInput,
  listAgreed,
  listConsentTexts,
  supersedeText,
  supersedeTextInput,
  textToAsk,
  withdrawConsent,
} from './consents.ts'
export {
  acknowledgeRequest,
  answerInput,
  askInput,
  askRequest,
  countRequests,
  extendRequest,
  findRequest,
  fulfilRequest,
  listRequests,
  reasonInput,
  refuseRequest,
  requestsOf,
  withdrawRequest,
} from './requests.ts'
export type { AnswerInput, CarryOut, RequestView } from './requests.ts'
export {
  closeBreach,
  countOpenBreaches,
  describeBreach,
  describeBreachInput,
  findBreach,
  registerBreach,
  registerBreachInput,
  reportBreach,
  tellPersons,
} from './breaches.ts'
export { breachPaper, requestPaper } from './privacy-papers.ts'
export { ownDataDocument } from './papers/own-data.ts'
export type { DataSection } from './papers/own-data.ts'
export { keptUntil, privacyNotice, purposesOn } from './purposes.ts'
export { insertErasure, selectErasures } from './request.store.ts'
export type { Erasure } from './request.store.ts'
export type { SubjectKey } from './subject.ts'
export { dataBreachList, dataRequestList } from './lists.ts'
