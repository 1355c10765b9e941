import './topics.ts'
export { decisionDesk, listAwaitingMinistry } from './decision-desk.ts'

export { decisionFile } from './decision-file.ts'

export { findDecision } from './find-decision.ts'
export { draftDecision, draftDecisionInput } from './draft-decision.ts'
export { expiryWatch, expiryWorkbook, renewalsDue } from './expiry-watch.ts'
export { certificateFile } from './certificate-file.ts'

export { certificatesOfProduct, findCertificate, searchCertificates, termLawOn } from './find-certificate.ts'
export type { TermLaw } from './find-certificate.ts'
export { importCertificates } from './import-certificates.ts'
export { importRegisterFile } from './import-register-file.ts'

export { registerForm } from './register-form.ts'
export { lawBehind } from './law-behind.ts'
export { recordDecision, recordDecisionInput } from './record-decision.ts'

export { recordMinistryResult, recordMinistryResultInput } from './record-ministry-result.ts'

export type { DecisionView, RenewalStage } from './rules.ts'
export { withdrawCertificate, withdrawCertificateInput } from './withdraw-certificate.ts'

export { certificatePaper, decisionPaper, hasPaperFor } from './papers.ts'
