import type { DossierId, RoundId } from './rules/ids.ts'
import type { DossierMove, DossierStatus } from './acts.ts'
import type { EvidenceKind } from './rules/evidence.ts'
import type { DossierAnswers, DossierKind } from './rules/forms.ts'
import type { SupplementRequest } from './rules/requests.ts'
import type { CommuneReview } from './rules/review.ts'

/** What the columns hold that PostgreSQL knows only as text, a number or JSON (see tools/database-types.ts). */
export type Columns = {
  'dossier.id': DossierId
  'dossier.round_id': RoundId
  'commune_review.dossier_id': DossierId
  'dossier_choice.dossier_id': DossierId
  'dossier_evidence.dossier_id': DossierId
  'dossier_fact.dossier_id': DossierId
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
  'commune_review.form_check': CommuneReview['formCheck']
}
