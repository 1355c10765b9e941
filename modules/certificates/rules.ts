export { certificateActs, certificateStatuses, decisionActs, decisionStatuses, registerActs } from './acts.ts'
export type {
  CertificateIssued,
  CertificateStatus,
  CertificateSuperseded,
  CertificateWithdrawn,
  DecisionRecorded,
  DecisionStatus,
} from './acts.ts'
export { certificateCode, decisionNumber, numberIn, productCode } from './rules/codes.ts'
export { checkSigning, countOutcomes, decideRecording, decisionKinds, isWrittenHere } from './rules/decision.ts'
export type { DecisionKind, RecordingRefusal, Signing, SigningFacts, SigningRefusal } from './rules/decision.ts'
export { decideMinistryResult, grants } from './rules/ministry.ts'
export type { Grant, MinistryRefusal } from './rules/ministry.ts'
export type { CertificatesRefusal, DraftRefusal } from './rules/refusals.ts'
export { certificateVerdicts, extendedUntil, lastDayOf, renewalStage, renewalStages, verdictOn } from './rules/validity.ts'
export type { CertificateTerm, CertificateVerdict, RenewalStage, TermRules } from './rules/validity.ts'
export type { CertificateCard, CertificateView, DecisionCard, DecisionItem, DecisionView, MayCertify, MayDecide } from './rules/views.ts'
export { decideWithdrawal, withdrawalReasons } from './rules/withdrawal.ts'
export type { WithdrawalReason, WithdrawalRefusal } from './rules/withdrawal.ts'
