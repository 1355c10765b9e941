import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { AnswerStatus } from '../acts.ts'
import type { AnswerId, QuestionId, ReviewId } from '../rules/ids.ts'

/** What an answer is about: a review or a question. */
export type Answered = { reviewId: ReviewId; questionId?: undefined } | { questionId: QuestionId; reviewId?: undefined }

const answers = (db: ReadDb) =>
  db
    .selectFrom('seller_answer as answer')
    .leftJoin('review', 'review.id', 'answer.review_id')
    .leftJoin('product_question as question', 'question.id', 'answer.question_id')
    .innerJoin('producer_card as producer', (join) =>
      join.on(sql<boolean>`producer.id = coalesce(review.producer_id, question.producer_id)`),
    )
    .select([
      'answer.id',
      'answer.review_id as reviewId',
      'answer.question_id as questionId',
      'producer.id as producerId',
      'producer.organisation_id as organisationId',
      'answer.version',
      'answer.status',
      'answer.words',
      'answer.at',
      'answer.by_name as byName',
      'answer.read_at as readAt',
      'answer.return_reason as returnReason',
    ])
export type StoredAnswer = Omit<Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>, 'producerId'> & {
  producerId: ProducerId
}

export const selectAnswer = (db: ReadDb, id: AnswerId): Promise<StoredAnswer | undefined> =>
  answers(db).where('answer.id', '=', id).executeTakeFirst()

export async function lockAnswer(tx: Tx, id: AnswerId): Promise<StoredAnswer | undefined> {
  const locked = await tx.selectFrom('seller_answer').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectAnswer(tx, id)
}

/** All versions, the first one first. */
export const selectAnswers = (db: ReadDb, { reviewId, questionId }: Answered): Promise<StoredAnswer[]> =>
  answers(db)
    .$if(reviewId !== undefined, (found) => found.where('answer.review_id', '=', reviewId!))
    .$if(questionId !== undefined, (found) => found.where('answer.question_id', '=', questionId!))
    .orderBy('answer.version')
    .execute()

export type NewAnswer = Answered & {
  id: AnswerId
  version: number
  words: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertAnswer(tx: Tx, one: NewAnswer): Promise<void> {
  await tx
    .insertInto('seller_answer')
    .values({
      id: one.id,
      review_id: one.reviewId ?? null,
      question_id: one.questionId ?? null,
      version: one.version,
      status: 'waiting',
      words: one.words,
      at: one.at,
      by_id: one.byId,
      by_name: one.byName,
    })
    .execute()
}

export async function updateAnswer(
  tx: Tx,
  id: AnswerId,
  { status, at, byId, returnReason = null }: { status: AnswerStatus; at: Date; byId: UserId | null; returnReason?: string | null },
): Promise<void> {
  await tx
    .updateTable('seller_answer')
    .set({ status, read_at: at, read_by_id: byId, return_reason: returnReason })
    .where('id', '=', id)
    .execute()
}
