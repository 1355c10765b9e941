import type {
  AppealId,
  CouncilId,
  CouncilMemberId,
  FieldVisitId,
  FieldVisitPhotoId,
  LaboratoryTestId,
  RepeatSampleId,
  SampleMovementId,
  ScoreSheetId,
  SessionId,
} from './rules/ids.ts'
import type { TestSide } from './rules/laboratory.ts'
import type { SampleMove } from './rules/samples.ts'
import type { UserId } from '../identity/rules.ts'
import type { DossierId, RoundId } from '../dossiers/rules.ts'
import type { ProposedTie, TieDecision } from './rules/conflict.ts'
import type { ConflictOfInterest, LineReasons, SheetLine } from './rules/sheet.ts'
import type { CouncilResult, CountedSheet } from './rules/result.ts'
import type { AppealAbout } from './rules/appeal.ts'
import type { Deviation, NamedSpread } from './rules/deviation.ts'
import type { Finding } from './rules/closing.ts'
import type { IntakeCheck } from './rules/intake.ts'
import type { AppealStatus, RoundStatus, SessionStatus, SheetStatus } from './acts.ts'
import type { Manner, Opinion, Seat, SessionRules } from './rules/session.ts'

/** What the columns hold that PostgreSQL knows only as text, a number or JSON (see tools/database-types.ts). */
export type Columns = {
  'appeal.id': AppealId
  'appeal.dossier_id': DossierId
  'appeal.filed_by': UserId
  'appeal.about': AppealAbout
  'appeal.status': AppealStatus
  'appraisal_result.session_id': SessionId
  'conflict_of_interest.member_id': CouncilMemberId
  'conflict_of_interest.session_id': SessionId
  'council.id': CouncilId
  'council_member.council_id': CouncilId
  'council_member.id': CouncilMemberId
  'council_session.council_id': CouncilId
  'council_session.id': SessionId
  'score_line.sheet_id': ScoreSheetId
  'score_revision.sheet_id': ScoreSheetId
  'score_sheet.id': ScoreSheetId
  'score_sheet.member_id': CouncilMemberId
  'score_sheet.session_id': SessionId
  'session_attendance.member_id': CouncilMemberId
  'session_attendance.session_id': SessionId
  'session_dossier.session_id': SessionId
  'advisory_report.assigned_to': UserId
  'council_member.user_id': UserId
  'council_session.closed_by': UserId
  'intake_check.checked_by': UserId
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
  'council_session.manner': Manner
  'council_session.on_table': DossierId
  'member_note.session_id': SessionId
  'member_note.dossier_id': DossierId
  'member_note.member_id': CouncilMemberId
  'session_dossier.finding': Finding
  'session_dossier.deviation': Deviation
  'session_dossier.named_spread': NamedSpread[]
  'conflict_of_interest.origin': Exclude<ConflictOfInterest['origin'], 'confirmed'>
  'member_home.user_id': UserId
  'repeat_sample.id': RepeatSampleId
  'repeat_sample.session_id': SessionId
  'repeat_sample.first_session_id': SessionId
  'repeat_sample.dossier_id': DossierId
  'repeat_sheet.sample_id': RepeatSampleId
  'repeat_sheet.member_id': CouncilMemberId
  'repeat_sheet.lines': SheetLine[]
  'proposed_tie.session_id': SessionId
  'proposed_tie.member_id': CouncilMemberId
  'proposed_tie.decided_by': UserId
  'proposed_tie.dossier_id': DossierId
  'proposed_tie.tie': ProposedTie
  'proposed_tie.decision': TieDecision
  'pre_score_line.dossier_id': DossierId
  'sample_movement.id': SampleMovementId
  'sample_movement.dossier_id': DossierId
  'sample_movement.what': SampleMove
  'field_visit.id': FieldVisitId
  'field_visit.dossier_id': DossierId
  'field_visit_photo.id': FieldVisitPhotoId
  'field_visit_photo.visit_id': FieldVisitId
  'laboratory_test.id': LaboratoryTestId
  'laboratory_test.dossier_id': DossierId
  'laboratory_test.session_id': SessionId
  'laboratory_test.asked_of': TestSide
  'intake_check.checks': IntakeCheck[]
  'score_sheet.status': SheetStatus
  'score_sheet.opinion': Opinion
  'score_revision.lines': SheetLine[]
  'score_revision.reasons': LineReasons
  'appraisal_result.outcome': CouncilResult
  'appraisal_result.sheets': CountedSheet[]
}
