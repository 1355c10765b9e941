import './topics.ts'
export { addEvidence, addEvidenceInput, replaceEvidence } from './evidence/add-evidence.ts'
export type { AddEvidenceInput, Upload } from './evidence/add-evidence.ts'
export { attachEvidence, attachEvidenceInput, detachEvidence } from './evidence/attach-evidence.ts'
export { communeQueue } from './review/commune-queue.ts'
export { findReview } from './review/find-review.ts'
export { declineDossier, declineDossierInput } from './review/decline-dossier.ts'
export {
  proposeDossier,
  proposeDossierInput,
  returnDossier,
  returnDossierInput,
  saveReview,
  saveReviewInput,
} from './review/commune-review.ts'

export { openConsentPaper } from './proxy/consent-paper.ts'
export { findProxyDesk, findStartFor } from './proxy/find-proxy.ts'
export { askProxy, endProxy, takeProxy } from './proxy/hand-over.ts'
export type { ProxyTurn } from './proxy/proxy.store.ts'
export { proxiesOf } from './proxy/proxy.store.ts'
export { startDossierFor, startForInput } from './proxy/start-for.ts'
export { filedStatementsOf } from './filing/filed-statements.store.ts'
export {
  drawLetter,
  drawLetterInput,
  dropLetter,
  dropLetterInput,
  findLetterDesk,
  letterFile,
  letterOf,
  sendLetter,
  sendLetterInput,
} from './letters/covering-letter.ts'
export type { SentWith } from './letters/covering-letter.ts'
export { reviewersOf } from './review/reviewers.store.ts'
export { lockDossier as lockDossierCard, selectDossier as selectDossierCard } from './dossier.store.ts'
export { dossierPaper } from './dossier-paper.ts'
export { dossierSet } from './dossier-set.ts'

export { keepCarried, keepCarriedInput } from './drafting/carry-over.ts'
export { findDraft } from './drafting/find-draft.ts'
export { findDossier } from './find-dossier.ts'
export { earlierCycle } from './earlier-cycle.ts'
export { readDossier } from './read-dossier.ts'
export type { DossierReading } from './read-dossier.ts'
export { evidencePage } from './evidence/evidence-page.ts'
export type { EvidencePageKey } from './evidence/evidence-page.ts'
export { dossierIdOf, listDossierReaders } from './dossier-readers.ts'
export { findTransitionTerm, transitionOn } from './find-transition.ts'
export type { TransitionTerm } from './find-transition.ts'
export { findRenewalTerm } from './drafting/find-renewal.ts'
export type { Renewal, RenewalTerm } from './drafting/find-renewal.ts'
export { findStart } from './drafting/find-start.ts'
export { changeSet, changeSetInput, correctSet, correctSetInput } from './drafting/change-set.ts'
export { findLift } from './drafting/find-lift.ts'
export type { SetChange } from './drafting/find-set-change.ts'
export { findSetChange } from './drafting/find-set-change.ts'
export { draftSection } from './drafting/draft-section.ts'
export { scoringSheet } from './drafting/scoring-sheet.ts'
export { findSets } from './drafting/find-sets.ts'
export { listDossiers, listOwnDossiers, listProductsToRegister } from './list-dossiers.ts'
export { openDossierOf } from './list-dossiers.ts'
export { changesSinceLastCycle } from './filing/last-cycle-changes.ts'
export { selectProposedAt as proposedAtOf } from './filing/history.store.ts'
export { assignRound, moveDossier } from './filing/move-dossier.ts'
export { qualityFilesOf, qualityPapersOf } from './evidence/quality-paper.store.ts'
export { saveChoices } from './drafting/save-choices.ts'
export { saveSection } from './drafting/save-section.ts'
export { startDossier, startDossierInput } from './drafting/start-dossier.ts'
export { findReceipt } from './filing/find-receipt.ts'
export { submitDossier, submitDossierInput } from './filing/submit-dossier.ts'
export { evidenceTable } from './evidence/evidence-table.ts'
export { papersRunningOut } from './evidence/running-out.ts'
export { warningsOf } from './find-warnings.ts'
export { findEvidence, listEvidence, openEvidence } from './evidence/vault.ts'
export type { EvidenceFile } from './evidence/vault.ts'
export { withdrawDossier, withdrawDossierInput } from './filing/withdraw-dossier.ts'
export type { WithdrawDossierInput } from './filing/withdraw-dossier.ts'
export type { Receipt } from './filing/find-receipt.ts'
export type { DossierCard, DossierStatus, DossierView } from './rules.ts'
export { communeDossierList, communeRows, evidenceList, ownDossierList, trademarkList } from './lists.ts'
export { enterTrademark, enterTrademarkInput, enterTrademarkStep, trademarkStepInput } from './trademarks/enter-trademark.ts'
export { correctTrademark, correctTrademarkInput, strikeInput, strikeTrademarkStep } from './trademarks/mend-trademark.ts'
export { findTrademark, findTrademarkStart, mayEnterTrademark, openTrademarkPaper } from './trademarks/find-trademarks.ts'
