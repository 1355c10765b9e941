import './topics.ts'
export { decisionDesk, listAwaitingMinistry } from './decision-desk.ts'

export { decisionFile } from './decision-file.ts'
export type { MinistryFile } from './decision-file.ts'

export { findDecision } from './find-decision.ts'
export { chooseMeanwhile, chooseMeanwhileInput } from './choose-meanwhile.ts'
export { draftDecision, draftDecisionInput } from './draft-decision.ts'
export { expiryWatch, renewalsDue } from './expiry-watch.ts'
export { certificateFile } from './certificate-file.ts'
export {
  correctCertificate,
  correctCertificateInput,
  numberCertificate,
  numberCertificateInput,
  reprintCertificate,
  reprintCertificateInput,
} from './certificate-papers.ts'

export { attestAll, credentialOf } from './credentials/attest-certificate.ts'
export { issuerDocument, issuerKeys, prepareIssuerKey, rotateIssuerKey, voidIssuerKey } from './credentials/issuer-keys.ts'
export { statusList, trustedNow } from './credentials/status-lists.ts'
export { certificatesOfProduct, findCertificate, searchCertificates, termLawOn } from './find-certificate.ts'
export type { TermLaw } from './find-certificate.ts'
export { importCertificates } from './import-certificates.ts'
export { carryOutImport } from './carry-out-import.ts'
export { confirmImport, confirmImportInput, turnDownImport, turnDownImportInput } from './decide-import.ts'
export { findImport, listImports } from './find-import.ts'
export { faultyRows } from './faulty-rows.ts'
export { proposeImport } from './propose-import.ts'
export { seedRegister } from './seed-register.ts'

export { registerForm } from './register-form.ts'
export { lawBehind } from './law-behind.ts'
export { recordDecision, recordDecisionInput } from './record-decision.ts'

export { ministryPackage } from './ministry-package.ts'
export { sendToMinistry, sendToMinistryInput } from './send-to-ministry.ts'
export { recordMinistryResult, recordMinistryResultInput } from './record-ministry-result.ts'

export type { DecisionView, RenewalStage } from './rules.ts'
export type { WithdrawalProposal } from './withdrawals/withdrawal.store.ts'
export { listStops, listWithdrawals, proposalsById } from './withdrawals/find-withdrawals.ts'
export {
  askCommune,
  askCommuneInput,
  confirmStop,
  confirmStopInput,
  denyStop,
  denyStopInput,
  dropProposal,
  proposeWithdrawal,
  proposeWithdrawalWithin,
  proposeWithdrawalInput,
  reportStop,
  reportStopInput,
} from './withdrawals/propose-withdrawal.ts'
export { withdrawalDraft } from './withdrawals/draft-withdrawal.ts'
export { withdrawCertificates, withdrawCertificatesInput } from './withdrawals/withdraw-certificates.ts'

export { certificatePaper, certificatePapersFor, decisionPaper, papersOfResult } from './papers.ts'
export { decisionList, expiryList, registerImportList } from './lists.ts'
