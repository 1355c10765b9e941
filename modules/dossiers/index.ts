import './topics.ts'
export { addEvidence, addEvidenceInput, replaceEvidence } from './evidence/add-evidence.ts'
export type { AddEvidenceInput, Upload } from './evidence/add-evidence.ts'
export { attachEvidence, attachEvidenceInput, detachEvidence } from './evidence/attach-evidence.ts'
export { communeQueue } from './review/commune-queue.ts'
export { findReview } from './review/find-review.ts'
export {
  proposeDossier,
  proposeDossierInput,
  returnDossier,
  returnDossierInput,
  saveReview,
  saveReviewInput,
} from './review/commune-review.ts'

export { filedEmailsOf } from './filing/filed-email.store.ts'
export { reviewersOf } from './review/reviewers.store.ts'
export { lockDossier as lockDossierCard, selectDossier as selectDossierCard } from './dossier.store.ts'
export { dossierPaper } from './dossier-paper.ts'
export { dossierSet } from './dossier-set.ts'

export { findDraft } from './drafting/find-draft.ts'
export { findDossier } from './find-dossier.ts'
export { readDossier } from './read-dossier.ts'
export type { DossierReading } from './read-dossier.ts'
export { evidencePage } from './evidence/evidence-page.ts'
export type { EvidencePageKey } from './evidence/evidence-page.ts'
export { dossierIdOf, listDossierReaders } from './dossier-readers.ts'
export type { Renewal } from './drafting/find-renewal.ts'
export { findStart } from './drafting/find-start.ts'
export { draftSection } from './drafting/draft-section.ts'
export { scoringSheet } from './drafting/scoring-sheet.ts'
export { findSets } from './drafting/find-sets.ts'
export { listDossiers, listOwnDossiers, listProductsToRegister } from './list-dossiers.ts'
export { assignRound, moveDossier } from './filing/move-dossier.ts'
export { qualityPapersOf } from './evidence/quality-paper.store.ts'
export { saveChoices } from './drafting/save-choices.ts'
export { saveSection } from './drafting/save-section.ts'
export { startDossier, startDossierInput } from './drafting/start-dossier.ts'
export { findReceipt } from './filing/find-receipt.ts'
export { submitDossier, submitDossierInput } from './filing/submit-dossier.ts'
export { evidenceTable } from './evidence/evidence-table.ts'
export { warningsOf } from './find-warnings.ts'
export { findEvidence, listEvidence, openEvidence } from './evidence/vault.ts'
export type { EvidenceFile } from './evidence/vault.ts'
export { withdrawDossier, withdrawDossierInput } from './filing/withdraw-dossier.ts'
export type { Receipt } from './filing/find-receipt.ts'
export type { DossierCard, DossierStatus, DossierView } from './rules.ts'
export { communeDossierList, communeRows, evidenceList, ownDossierList } from './lists.ts'
