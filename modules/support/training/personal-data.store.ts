import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { participantStatusWords } from './words/names.ts'
import { trainingHoldings as words } from './words/personal-data.ts'

export const trainingPersonalData: Readonly<Record<string, Holding>> = {
  // Who was taught is the evidence of public money: the name stays as long as the file of the class, the number goes by `training.keep-months`.
  'training-places': {
    ...words.places,
    codes: { status: participantStatusWords },
    purpose: 'official-acts',
    columns: [
      'training_participant.name',
      'training_participant.phone',
      'training_participant.place',
      'training_class.lecturer',
      'training_class.accepted_by_name',
      'training_class.cancel_reason',
      'training_attendance.reason',
      'training_attendance.by_name',
      'training_sheet.by_name',
      'training_test.by_name',
      'training_opinion.words',
      'training_applied.words',
      'training_certificate.name',
      'training_certificate.by_name',
      'training_shared_cost.by_name',
      'training_cost.by_name',
      'training_cost_struck.reason',
      'training_cost_struck.by_name',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('training_participant as person')
        .innerJoin('training_class as class', 'class.id', 'person.class_id')
        .where('person.by_id', '=', userId)
        .where('person.signed_up_by', '=', 'self')
        .select(['class.name as class', 'person.name', 'person.place', 'person.status', 'person.signed_up_at as at'])
        .orderBy('person.signed_up_at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const trainingOthers: readonly ColumnName[] = [
  'training_course.slug',
  'training_course.name',
  'training_course.about',
  'training_course.content',
  'training_course.need',
  'training_course.request_key',
  'training_course.created_by_id',
  'training_course_criterion.says',
  'training_class.slug',
  'training_class.name',
  'training_class.organiser',
  'training_class.venue',
  'training_class.plan_number',
  'training_class.budget_source',
  'training_class.pay_note',
  'training_class.accepted_number',
  'training_class.request_key',
  'training_class.created_by_id',
  'training_session.topic',
  'training_session.check_in_secret',
  'training_attendance.by_id',
  'training_sheet.by_id',
  'training_question.says',
  'training_question.options',
  'training_test.by_id',
  'training_certificate.class_name',
  'training_certificate.course_name',
  'training_certificate.organiser',
  'training_certificate.decision_number',
  'training_certificate.by_id',
  'training_shared_cost.says',
  'training_shared_cost.paper',
  'training_shared_cost.request_key',
  'training_shared_cost.by_id',
  'training_cost.says',
  'training_cost.norm_instrument',
  'training_cost.paper',
  'training_cost.request_key',
  'training_cost.by_id',
  'training_cost_struck.by_id',
  'training_participant.by_id',
  'training_participant.request_key',
]
