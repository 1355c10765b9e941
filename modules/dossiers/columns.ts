import type { EvidenceId, RequestId } from './rules/ids.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { FilingContent } from './rules/filings.ts'
import type { TrademarkStatus } from './trademarks/acts.ts'
import type {
  CoveringLetterId,
  DossierId,
  DossierProxyId,
  FilingId,
  RoundId,
  TrademarkCorrectionId,
  TrademarkId,
  TrademarkStepId,
} from './rules/ids.ts'
import type { DossierMove, DossierStatus, LetterStatus } from './acts.ts'
import type { LetterLine } from './rules/covering-letter.ts'
import type { CarriedPlace } from './rules/carried.ts'
import type { EvidenceKind } from './rules/evidence.ts'
import type { DossierAnswers, DossierKind } from './rules/forms.ts'
import type { SupplementRequest } from './rules/requests.ts'
import type { ProxyConsent } from './rules/views.ts'
import type { CommuneReview } from './rules/review.ts'

/** What the columns hold that PostgreSQL knows only as text, a number or JSON (see tools/database-types.ts). */
export type Columns = {
  'covering_letter.id': CoveringLetterId
  'covering_letter.status': LetterStatus
  'covering_letter.lines': readonly LetterLine[]
  'covering_letter.made_by_id': UserId
  'covering_letter.sent_by_id': UserId
  'covering_letter_dossier.letter_id': CoveringLetterId
  'covering_letter_dossier.dossier_id': DossierId
  'dossier_evidence.evidence_id': EvidenceId
  'dossier_request.id': RequestId
  'evidence.id': EvidenceId
  'evidence.replaces_id': EvidenceId
  'dossier.producer_id': ProducerId
  'dossier.product_id': ProductId
  'dossier_fact.producer_id': ProducerId
  'dossier_fact.product_id': ProductId
  'evidence.producer_id': ProducerId
  'commune_review.updated_by': UserId
  'dossier.carried_from': DossierId
  'dossier_carried.dossier_id': DossierId
  'dossier_carried.place': CarriedPlace
  'dossier_proxy.id': DossierProxyId
  'dossier_proxy.dossier_id': DossierId
  'dossier_proxy.user_id': UserId
  'dossier_proxy.consent': ProxyConsent
  'dossier_proxy_now.dossier_id': DossierId
  'dossier_proxy_now.user_id': UserId
  'dossier_proxy_now.consent': ProxyConsent
  'dossier_move.by_id': UserId
  'evidence.created_by': UserId
  'dossier.id': DossierId
  'dossier.round_id': RoundId
  'commune_review.dossier_id': DossierId
  'dossier_choice.dossier_id': DossierId
  'dossier_evidence.dossier_id': DossierId
  'dossier_fact.dossier_id': DossierId
  'dossier_filing.content': FilingContent
  'dossier_filing.dossier_id': DossierId
  'dossier_filing.id': FilingId
  'dossier_move.dossier_id': DossierId
  'dossier_request.dossier_id': DossierId
  'dossier.status': DossierStatus
  'dossier.kind': DossierKind
  'dossier.answers': Partial<DossierAnswers>
  'dossier_fact.status': DossierStatus
  'dossier_fact.kind': DossierKind
  'dossier_move.move': DossierMove
  'dossier_move.from_status': DossierStatus
  'dossier_move.to_status': DossierStatus
  'dossier_request.move': SupplementRequest['move']
  'dossier_request.items': SupplementRequest['items']
  'evidence.kind': EvidenceKind
  'evidence.number': LockedText
  'commune_review.form_check': CommuneReview['formCheck']
  'trademark_application.id': TrademarkId
  'trademark_application.producer_id': ProducerId
  'trademark_application.status': TrademarkStatus
  'trademark_correction.application_id': TrademarkId
  'trademark_correction.id': TrademarkCorrectionId
  'trademark_step.application_id': TrademarkId
  'trademark_step.evidence_id': EvidenceId
  'trademark_step.id': TrademarkStepId
  'trademark_step.status': TrademarkStatus
}
