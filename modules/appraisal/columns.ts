import type { DossierId, RoundId } from '../dossiers/rules.ts'
import type { ConflictOfInterest, SheetLine } from './rules/sheet.ts'
import type { CouncilResult, CountedSheet } from './rules/result.ts'
import type { Deviation } from './rules/deviation.ts'
import type { Finding } from './rules/closing.ts'
import type { IntakeCheck } from './rules/intake.ts'
import type { RoundStatus, SessionStatus, SheetStatus } from './acts.ts'
import type { Seat, SessionRules } from './rules/session.ts'

/** What the columns hold that PostgreSQL knows only as text, a number or JSON (see tools/database-types.ts). */
export type Columns = {
  'evaluation_round.id': RoundId
  'council_session.round_id': RoundId
  'advisory_report.dossier_id': DossierId
  'appraisal_result.dossier_id': DossierId
  'conflict_of_interest.dossier_id': DossierId
  'intake_check.dossier_id': DossierId
  'score_sheet.dossier_id': DossierId
  'session_dossier.dossier_id': DossierId
  'evaluation_round.status': RoundStatus
  'council_member.seat': Seat
  'council_session.status': SessionStatus
  'council_session.rules': SessionRules
  'session_dossier.finding': Finding
  'session_dossier.deviation': Deviation
  'conflict_of_interest.origin': ConflictOfInterest['origin']
  'intake_check.checks': IntakeCheck[]
  'score_sheet.status': SheetStatus
  'score_revision.lines': SheetLine[]
  'appraisal_result.outcome': CouncilResult
  'appraisal_result.sheets': CountedSheet[]
}
