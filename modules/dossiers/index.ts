export { addEvidence, addEvidenceInput, replaceEvidence } from './evidence/add-evidence.ts'
export type { AddEvidenceInput, Upload } from './evidence/add-evidence.ts'
export { attachEvidence, attachEvidenceInput, detachEvidence } from './evidence/attach-evidence.ts'
export type { AttachEvidenceInput } from './evidence/attach-evidence.ts'
export { communeQueue, communeReviewRule, dueOf } from './review/commune-queue.ts'
export type { CommuneQueue, Due } from './review/commune-queue.ts'
export {
  proposeDossier,
  proposeDossierInput,
  requestItemInput,
  returnDossier,
  returnDossierInput,
  saveReview,
  saveReviewInput,
} from './review/commune-review.ts'
export type { ProposeDossierInput, ReturnDossierInput, SaveReviewInput } from './review/commune-review.ts'
export type { DossierFilter } from './dossier.store.ts'
export type { Saved } from './drafting/edit-dossier.ts'
export type { DossierMoved } from './acts.ts'
export { dossierPaper, dossierPapers } from './dossier-paper.ts'
export { findDraft } from './drafting/find-draft.ts'
export type { Draft, StarLaw } from './drafting/find-draft.ts'
export { choicesOf, findDossier } from './find-dossier.ts'
export { findRenewal } from './drafting/find-renewal.ts'
export type { Renewal } from './drafting/find-renewal.ts'
export { findSets } from './drafting/find-sets.ts'
export { listDossiers } from './list-dossiers.ts'
export { assignRound, moveDossier } from './filing/move-dossier.ts'
export { qualityPapersOf } from './evidence/quality-paper.store.ts'
export type { QualityKind, QualityPaper } from './evidence/quality-paper.store.ts'
export { saveChoices, saveChoicesInput } from './drafting/save-choices.ts'
export type { SaveChoicesInput } from './drafting/save-choices.ts'
export { saveSection, saveSectionInput } from './drafting/save-section.ts'
export type { SaveSectionInput } from './drafting/save-section.ts'
export { startDossier, startDossierInput } from './drafting/start-dossier.ts'
export type { StartDossierInput } from './drafting/start-dossier.ts'
export { submitDossier, submitDossierInput } from './filing/submit-dossier.ts'
export type { DossierReceipt, SubmitDossierInput } from './filing/submit-dossier.ts'
export { findEvidence, listEvidence, openEvidence } from './evidence/vault.ts'
export type { EvidenceFile } from './evidence/vault.ts'
export { withdrawDossier, withdrawDossierInput } from './filing/withdraw-dossier.ts'
export type { WithdrawDossierInput } from './filing/withdraw-dossier.ts'
export type { ChoiceView, DossierCard, DossierKind, DossierStatus, DossierView, RequestItem, UpperMove } from './rules.ts'
