import type { SessionId } from '../appraisal/rules.ts'
import type { CertificateId, DecisionId, ImportId, WithdrawalProposalId } from './rules/ids.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { RecognitionOutcome } from '../law/rules.ts'
import type { CertificateStatus, DecisionStatus, ImportStatus, WithdrawalStatus } from './acts.ts'
import type { Difference, Doubt, Finding, ImportSource } from './rules/import-row.ts'
import type { DecisionKind } from './rules/decision.ts'
import type { WithdrawalReason } from './rules/withdrawal.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'certificate.id': CertificateId
  'certificate.decision_id': DecisionId
  'certificate.corrects': CertificateId
  'certificate_reprint.certificate_id': CertificateId
  'certificate_reprint.by': UserId
  'certificate.superseded_by': CertificateId
  'certificate.import_id': ImportId
  'imported_certificate.certificate_id': CertificateId
  'imported_certificate.import_id': ImportId
  'imported_certificate.product_id': ProductId
  'certificate_fact.certificate_id': CertificateId
  'decision_item.decision_id': DecisionId
  'recognition_decision.id': DecisionId
  'recognition_decision.session_id': SessionId
  'certificate.product_id': ProductId
  'certificate_fact.product_id': ProductId
  'decision_item.product_id': ProductId
  'recognition_decision.recorded_by': UserId
  'register_import.id': ImportId
  'register_import_row.import_id': ImportId
  'register_import.proposed_by': UserId
  'register_import.decided_by': UserId
  'certificate.dossier_id': DossierId
  'decision_item.dossier_id': DossierId
  'recognition_decision.kind': DecisionKind
  'recognition_decision.status': DecisionStatus
  'decision_item.outcome': RecognitionOutcome
  'certificate.status': CertificateStatus
  'certificate.withdrawal_reason': WithdrawalReason
  'certificate_fact.status': CertificateStatus
  'withdrawal_proposal.id': WithdrawalProposalId
  'withdrawal_proposal.certificate_id': CertificateId
  'withdrawal_proposal.reason': WithdrawalReason
  'withdrawal_proposal.status': WithdrawalStatus
  'withdrawal_proposal.made_by': UserId
  'withdrawal_proposal.closed_by': UserId
  'register_import.status': ImportStatus
  'register_import.source': ImportSource
  'register_import_row.finding': Finding
  'register_import_row.doubts': readonly Doubt[]
  'register_import_row.differences': readonly Difference[]
}
