export { addEvidence, addEvidenceInput, replaceEvidence } from './add-evidence.ts'
export type { AddEvidenceInput, Upload } from './add-evidence.ts'
export { attachEvidence, attachEvidenceInput, detachEvidence } from './attach-evidence.ts'
export type { AttachEvidenceInput } from './attach-evidence.ts'
export { communeQueue, communeReviewRule, dueOf } from './commune-queue.ts'
export type { CommuneQueue, Due } from './commune-queue.ts'
export {
  proposeDossier,
  proposeDossierInput,
  requestItemInput,
  returnDossier,
  returnDossierInput,
  saveReview,
  saveReviewInput,
} from './commune-review.ts'
export type { ProposeDossierInput, ReturnDossierInput, SaveReviewInput } from './commune-review.ts'
export type { DossierFilter } from './dossier.store.ts'
export type { Saved } from './edit-dossier.ts'
export type { DossierMoved } from './events.ts'
export { dossierPaper } from './dossier-paper.ts'
export type { PaperFile } from './dossier-paper.ts'
export { findDraft } from './find-draft.ts'
export type { Draft, StarLaw } from './find-draft.ts'
export { choicesOf, findDossier } from './find-dossier.ts'
export { findRenewal } from './find-renewal.ts'
export type { Renewal } from './find-renewal.ts'
export { findSets } from './find-sets.ts'
export { listDossiers } from './list-dossiers.ts'
export { assignRound, moveDossier } from './move-dossier.ts'
export { qualityPapersOf } from './quality-paper.store.ts'
export type { QualityKind, QualityPaper } from './quality-paper.store.ts'
export { saveChoices, saveChoicesInput } from './save-choices.ts'
export type { SaveChoicesInput } from './save-choices.ts'
export { saveSection, saveSectionInput } from './save-section.ts'
export type { SaveSectionInput } from './save-section.ts'
export { startDossier, startDossierInput } from './start-dossier.ts'
export type { StartDossierInput } from './start-dossier.ts'
export { submitDossier, submitDossierInput } from './submit-dossier.ts'
export type { DossierReceipt, SubmitDossierInput } from './submit-dossier.ts'
export { findEvidence, listEvidence, openEvidence } from './vault.ts'
export type { EvidenceFile } from './vault.ts'
export { withdrawDossier, withdrawDossierInput } from './withdraw-dossier.ts'
export type { WithdrawDossierInput } from './withdraw-dossier.ts'
export type { ChoiceView, DossierCard, DossierKind, DossierStatus, DossierView, RequestItem, UpperMove } from './rules.ts'
