export { certificateCode, decisionNumber, numberIn, productCode } from './rules/codes.ts'
export {
  certificateMoves,
  checkSigning,
  decideRecording,
  decisionKinds,
  decisionMoves,
  decisionStatuses,
  isProvincesToGrant,
  outcomeOf,
  outcomes,
} from './rules/decision.ts'
export type {
  DecisionKind,
  DecisionStatus,
  Ranks,
  RecognitionOutcome,
  RecordingRefusal,
  Signing,
  SigningFacts,
  SigningRefusal,
} from './rules/decision.ts'
export { decideMinistryResult, grants } from './rules/ministry.ts'
export type { Grant, MinistryRefusal } from './rules/ministry.ts'
export type { CertificatesRefusal, DraftRefusal } from './rules/refusals.ts'
export {
  certificateStatuses,
  certificateVerdicts,
  extendedUntil,
  lastDayOf,
  renewalStage,
  renewalStages,
  verdictOn,
} from './rules/validity.ts'
export type { CertificateStatus, CertificateTerm, CertificateVerdict, RenewalStage, TermRules } from './rules/validity.ts'
export type { CertificateCard, CertificateView, DecisionCard, DecisionItem, DecisionView } from './rules/views.ts'
export { decideWithdrawal, withdrawalReasons } from './rules/withdrawal.ts'
export type { WithdrawalReason, WithdrawalRefusal } from './rules/withdrawal.ts'
