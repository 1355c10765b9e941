export { certificateActs, decisionActs, registerActs, withdrawalActs } from './acts.ts'
export type { CertificateStatus, DecisionRecorded, DecisionStatus, ImportStatus, WithdrawalStatus } from './acts.ts'
export { certificateCode, decisionNumber, numberIn, productCode } from './rules/codes.ts'
export { isInForce, judgeCredential, readTyped } from './rules/judge-credential.ts'
export type { CredentialJudgement, CredentialState, UntrustedPart } from './rules/judge-credential.ts'
export {
  checkProposal,
  countOutcomes,
  decideMeanwhile,
  decideRecording,
  isWrittenHere,
  meanwhileRanks,
  recognisedBy,
} from './rules/decision.ts'
export type { DecisionKind, MeanwhileRefusal, Proposal, RecordingRefusal, Signing, SigningFacts } from './rules/decision.ts'
export { decideMinistryResult, decideSending, grants, isOfMinistry, ministryStep, starsAfter } from './rules/ministry.ts'
export type { Grant, MinistryRefusal, MinistryStep, SendingRefusal } from './rules/ministry.ts'
export type { CertificatesRefusal, DraftRefusal } from './rules/refusals.ts'
export { correctedCode, decideCorrection, decideReprint } from './rules/paper.ts'
export type { PaperRefusal } from './rules/paper.ts'
export { lastDayOf, renewalStage, showsStarsOf, verdictOn } from './rules/validity.ts'
export type { CertificateVerdict, RenewalStage, TermRules } from './rules/validity.ts'
export type {
  CertificateCard,
  CertificateView,
  DecisionCard,
  DecisionItem,
  DecisionView,
  MayCertify,
  MayDecide,
  MayImport,
  MayWithdraw,
} from './rules/views.ts'
export { decidedUntil, decideProposal, decideWithdrawal, isLive, withdrawalReasons } from './rules/withdrawal.ts'
export type { ProposalRefusal, WithdrawalReason, WithdrawalRefusal } from './rules/withdrawal.ts'
export type { DecisionId, ImportId, WithdrawalProposalId } from './rules/ids.ts'
export { foundOf } from './rules/import.ts'
export type { Difference, Doubt, Finding, ImportRefusal, ImportSource, NotSecondPerson, OnFile } from './rules/import.ts'
