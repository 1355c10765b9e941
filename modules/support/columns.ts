import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { ClassStatus, ParticipantStatus } from './training/acts.ts'
import type { AppliedAnswer } from './training/rules/after.ts'
import type { CostKind, ShareKey } from './training/rules/costs.ts'
import type { ClassId, CostId, CourseId, ParticipantId, SharedCostId, TrainingSessionId } from './training/rules/ids.ts'
import type { ClassKind } from './training/rules/sizes.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'training_course.id': CourseId
  'training_course.created_by_id': UserId
  'training_course_criterion.course_id': CourseId
  'training_class.id': ClassId
  'training_class.course_id': CourseId
  'training_class.status': ClassStatus
  'training_class.kind': ClassKind
  'training_class.created_by_id': UserId
  'training_session.id': TrainingSessionId
  'training_session.class_id': ClassId
  'training_participant.id': ParticipantId
  'training_participant.class_id': ClassId
  'training_participant.status': ParticipantStatus
  'training_participant.phone': LockedText
  'training_participant.producer_id': ProducerId
  'training_participant.language': MessageLanguage
  'training_participant.signed_up_by': 'self' | 'office'
  'training_participant.by_id': UserId
  'training_attendance.session_id': TrainingSessionId
  'training_attendance.participant_id': ParticipantId
  'training_attendance.how': 'code' | 'sheet'
  'training_attendance.by_id': UserId
  'training_sheet.session_id': TrainingSessionId
  'training_sheet.by_id': UserId
  'training_question.course_id': CourseId
  'training_question.options': string[]
  'training_test.participant_id': ParticipantId
  'training_test.how': 'self' | 'paper'
  'training_test.by_id': UserId
  'training_opinion.participant_id': ParticipantId
  'training_applied.participant_id': ParticipantId
  'training_applied.answer': AppliedAnswer
  'training_certificate.class_id': ClassId
  'training_certificate.participant_id': ParticipantId
  'training_certificate.by_id': UserId
  'training_shared_cost.id': SharedCostId
  'training_shared_cost.key': ShareKey
  'training_shared_cost.by_id': UserId
  'training_cost.id': CostId
  'training_cost.class_id': ClassId
  'training_cost.kind': CostKind | 'shared'
  'training_cost.shared_id': SharedCostId
  'training_cost.by_id': UserId
  'training_cost_struck.cost_id': CostId
  'training_cost_struck.by_id': UserId
}
