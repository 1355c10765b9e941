import type { DossierId } from '../dossiers/rules.ts'
import type { RecognitionOutcome } from '../law/rules.ts'
import type { CertificateStatus, DecisionStatus } from './acts.ts'
import type { DecisionKind } from './rules/decision.ts'
import type { WithdrawalReason } from './rules/withdrawal.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'certificate.dossier_id': DossierId
  'decision_item.dossier_id': DossierId
  'recognition_decision.kind': DecisionKind
  'recognition_decision.status': DecisionStatus
  'decision_item.outcome': RecognitionOutcome
  'certificate.status': CertificateStatus
  'certificate.withdrawal_reason': WithdrawalReason
  'certificate_fact.status': CertificateStatus
}
