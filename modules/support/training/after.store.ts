import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { AppliedAnswer, Question } from './rules/after.ts'
import type { ClassId, CourseId, ParticipantId } from './rules/ids.ts'

export const selectQuestions = (db: ReadDb, courseId: CourseId): Promise<Question[]> =>
  db
    .selectFrom('training_question')
    .select(['position', 'says', 'options', 'answer', 'points'])
    .where('course_id', '=', courseId)
    .orderBy('position')
    .execute()

export async function replaceQuestions(tx: Tx, courseId: CourseId, questions: readonly Question[]): Promise<void> {
  await tx.deleteFrom('training_question').where('course_id', '=', courseId).execute()
  await insertRows(tx, 'training_question', questions.map((one) => ({ ...one, course_id: courseId }))) // prettier-ignore
}

export const hasTests = async (db: ReadDb, courseId: CourseId): Promise<boolean> =>
  (await db
    .selectFrom('training_test as test')
    .innerJoin('training_participant as person', 'person.id', 'test.participant_id')
    .innerJoin('training_class as class', 'class.id', 'person.class_id')
    .where('class.course_id', '=', courseId)
    .select('test.participant_id')
    .executeTakeFirst()) !== undefined

/** What is known of each of a class after it: points, opinion, whether it was of use. */
export const selectAfter = (db: ReadDb, classId: ClassId) =>
  db
    .selectFrom('training_participant as person')
    .leftJoin('training_test as test', 'test.participant_id', 'person.id')
    .leftJoin('training_opinion as opinion', 'opinion.participant_id', 'person.id')
    .leftJoin('training_applied as applied', 'applied.participant_id', 'person.id')
    .where('person.class_id', '=', classId)
    .select([
      'person.id as participantId',
      'test.points',
      'test.most',
      'test.how',
      'opinion.score',
      'opinion.words as opinionWords',
      'applied.answer',
      'applied.words as appliedWords',
    ])
    .orderBy('person.number')
    .execute()

export const selectAfterOf = (db: ReadDb, id: ParticipantId) =>
  db
    .selectFrom('training_participant as person')
    .leftJoin('training_test as test', 'test.participant_id', 'person.id')
    .leftJoin('training_opinion as opinion', 'opinion.participant_id', 'person.id')
    .leftJoin('training_applied as applied', 'applied.participant_id', 'person.id')
    .where('person.id', '=', id)
    .select(['test.points', 'test.most', 'opinion.score', 'applied.answer'])
    .executeTakeFirstOrThrow()

type NewTest = {
  participantId: ParticipantId
  points: number
  most: number
  how: 'self' | 'paper'
  at: Date
  byId: UserId | null
  byName: string
}
export const insertTest = (tx: Tx, { participantId, byId, byName, ...rest }: NewTest): Promise<void> =>
  insertRows(tx, 'training_test', [{ ...rest, participant_id: participantId, by_id: byId, by_name: byName }])
export const insertOpinion = (
  tx: Tx,
  { participantId, ...rest }: { participantId: ParticipantId; score: number; words: string; at: Date },
) => insertRows(tx, 'training_opinion', [{ ...rest, participant_id: participantId }])
export const insertApplied = (
  tx: Tx,
  { participantId, ...rest }: { participantId: ParticipantId; answer: AppliedAnswer; words: string; at: Date },
) => insertRows(tx, 'training_applied', [{ ...rest, participant_id: participantId }])

/** Who was at a session of a class that was held between two moments, and has not said whether it was of use. */
export const selectToAsk = (db: ReadDb, { from, to }: { from: Date; to: Date }) =>
  db
    .selectFrom('training_participant as person')
    .innerJoin('training_class as class', 'class.id', 'person.class_id')
    .leftJoin('training_applied as applied', 'applied.participant_id', 'person.id')
    .where('person.status', '=', 'listed')
    .where('person.erased_at', 'is', null)
    .where('class.status', 'in', ['held', 'accepted'])
    .where('class.held_at', '>', from)
    .where('class.held_at', '<=', to)
    .where('applied.participant_id', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('training_attendance as line')
          .select('line.seq')
          .whereRef('line.participant_id', '=', 'person.id')
          .where('line.present', '=', true)
          // What was corrected since counts no more.
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('training_attendance as newer')
                  .select('newer.seq')
                  .whereRef('newer.session_id', '=', 'line.session_id')
                  .whereRef('newer.participant_id', '=', 'line.participant_id')
                  .whereRef('newer.seq', '>', 'line.seq'),
              ),
            ),
          ),
      ),
    )
    .select(['person.id', 'person.class_id as classId'])
    .orderBy('person.id')
    .execute()

/** Who was at a session of a class of this course that was held. */
export const selectTaught = (db: ReadDb, courseId: CourseId) =>
  db
    .selectFrom('training_participant as person')
    .innerJoin('training_class as class', 'class.id', 'person.class_id')
    .where('class.course_id', '=', courseId)
    .where('class.status', 'in', ['held', 'accepted'])
    .where('person.status', '=', 'listed')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('training_attendance as line')
          .select('line.seq')
          .whereRef('line.participant_id', '=', 'person.id')
          .where('line.present', '=', true),
      ),
    )
    .select(['person.producer_id as producerId', 'class.held_at as heldAt'])
    .orderBy('person.id')
    .execute()
