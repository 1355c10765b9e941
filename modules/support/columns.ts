import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import type { ClassStatus, ParticipantStatus } from './training/acts.ts'
import type { ClassId, CourseId, ParticipantId, TrainingSessionId } from './training/rules/ids.ts'
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
}
