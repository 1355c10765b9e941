import './topics.ts'
export { askChange, fileRequest, fileRequestFor, findClaimed, findOwn, mayTry } from './file-request.ts'
export { followRequest, lookUpRequest, supplementRequest, withdrawRequest } from './follow-request.ts'
export { askForMore, confirmRequest, refuseRequest, takeBackRequest } from './decide-request.ts'
export { findProducerSlips, findSlip, printSlip, useSlip } from './producer-slip.ts'
export { findRequest, listRequests, openRequestPaper, requestDeadline, requestsWaiting } from './read-requests.ts'
export { fileTransfer, readSides } from './transfers/file-transfer.ts'
export {
  agreeOnPaper,
  agreeToTransfer,
  askMoreOfTransfer,
  checkTransfer,
  confirmTransfer,
  declineTransfer,
  refuseProductTransfer,
  supplementTransfer,
  withdrawTransfer,
} from './transfers/answer-transfer.ts'
export { findTransfer, listTransfers, openTransferPaper, ownTransfers } from './transfers/read-transfers.ts'
export {
  answerRequestInput,
  answerTransferInput,
  askChangeInput,
  confirmRequestInput,
  fileRequestInput,
  fileTransferInput,
  lookUpInput,
  printSlipInput,
  transferInput,
  useSlipInput,
} from './inputs.ts'
export * from './rules.ts'
export { requestList, transferList } from './lists.ts'
