import './topics.ts'
export { decisionDesk, decisionFile, findDecision, listAwaitingMinistry } from './find-decision.ts'
export type { DecisionDesk, DecisionFile } from './find-decision.ts'
export { draftDecision, draftDecisionInput } from './draft-decision.ts'
export type { CertificateIssued, CertificateWithdrawn, DecisionRecorded } from './events.ts'
export { certificateEvents } from './events.ts'
export { expiryWatch, expiryWorkbook, renewalsDue } from './expiry-watch.ts'
export { certificateFile } from './certificate-file.ts'
export type { CertificateFile } from './certificate-file.ts'
export type { ExpiringCertificate } from './expiry-watch.ts'
export { certificatesOfProduct, findCertificate, searchCertificates, termLawOn } from './find-certificate.ts'
export type { TermLaw } from './find-certificate.ts'
export { decisionSymbols } from './issuers.ts'
export { importCertificates } from './import-certificates.ts'
export { importRegisterFile } from './import-register-file.ts'
export type { ImportedFile } from './import-register-file.ts'
export { lawBehind } from './law-behind.ts'
export { recordDecision, recordDecisionInput } from './record-decision.ts'
export type { DecisionReceipt, RecordDecisionInput } from './record-decision.ts'
export { recordMinistryResult, recordMinistryResultInput } from './record-ministry-result.ts'
export type { RecordMinistryResultInput } from './record-ministry-result.ts'
export type { CertificateCard, CertificateVerdict, CertificateView, DecisionItem, DecisionView, RenewalStage } from './rules.ts'
export { withdrawCertificate, withdrawCertificateInput } from './withdraw-certificate.ts'
export type { WithdrawCertificateInput } from './withdraw-certificate.ts'
export {
  allCertificatesPaper,
  certificatePaper,
  decisionPaper,
  hasPaperFor,
  minutesPaper,
  noticePaper,
  proposalPaper,
} from './official-papers.ts'
export type { PaperFile } from './produce-paper.ts'
