import type {
  ConflictOfInterest,
  CouncilResult,
  CountedSheet,
  Deviation,
  Finding,
  IntakeCheck,
  RoundStatus,
  Seat,
  SessionRules,
  SessionStatus,
  SheetLine,
  SheetStatus,
} from './rules.ts'

/** What the columns hold that PostgreSQL knows only as text, a number or JSON (see tools/database-types.ts). */
export type Columns = {
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
