import type { ProposalKind, ProposalStatus } from './acts.ts'
import type { LegalRuleId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'legal_proposal.kind': ProposalKind
  'legal_proposal.status': ProposalStatus
  'legal_proposal.rule_id': LegalRuleId
  'legal_rule.id': LegalRuleId
}
