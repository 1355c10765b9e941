import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { QuestionStatus } from '../acts.ts'
import type { QuestionId } from '../rules/ids.ts'

export const askerPhoneColumn: LockedColumn = { table: 'product_question', key: 'id', column: 'phone' }

const questions = (db: ReadDb) =>
  db
    .selectFrom('product_question as question')
    .innerJoin('product_card as product', 'product.id', 'question.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'question.producer_id')
    .select([
      'question.id',
      'question.product_id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'question.producer_id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'question.status',
      'question.words',
      'question.language',
      'question.asked_at as askedAt',
      'question.answer_by as answerBy',
      'question.answered_at as answeredAt',
      'question.hidden_says as hiddenSays',
      'question.is_sample as isSample',
    ])
export type StoredQuestion = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>

export const selectQuestion = (db: ReadDb, id: QuestionId): Promise<StoredQuestion | undefined> =>
  questions(db).where('question.id', '=', id).executeTakeFirst()

export async function lockQuestion(tx: Tx, id: QuestionId): Promise<StoredQuestion | undefined> {
  const locked = await tx.selectFrom('product_question').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectQuestion(tx, id)
}

export const selectQuestionByKey = (db: ReadDb, requestKey: string) =>
  db.selectFrom('product_question').where('request_key', '=', requestKey).select('id').executeTakeFirst()

export type NewQuestion = {
  id: QuestionId
  productId: ProductId
  producerId: ProducerId
  words: string
  phone: string | null
  language: MessageLanguage
  at: Date
  answerBy: Date
  requestKey: string
  isSample: boolean
}

/** False where the same form was sent before. */
export async function insertQuestion(tx: Tx, one: NewQuestion): Promise<boolean> {
  const inserted = await tx
    .insertInto('product_question')
    .values({
      id: one.id,
      product_id: one.productId,
      producer_id: one.producerId,
      status: 'open',
      words: one.words,
      phone: await lockText(tx, askerPhoneColumn, one.id, one.phone),
      language: one.language,
      asked_at: one.at,
      answer_by: one.answerBy,
      request_key: one.requestKey,
      is_sample: one.isSample,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateQuestion(
  tx: Tx,
  id: QuestionId,
  { status, hidden, answeredAt }: { status?: QuestionStatus; hidden?: { reason: string; says: string }; answeredAt?: Date },
): Promise<void> {
  await tx
    .updateTable('product_question')
    .set({ status, answered_at: answeredAt, ...(hidden && { hidden_reason: hidden.reason, hidden_says: hidden.says }) })
    .where('id', '=', id)
    .execute()
}

/** How whoever asked is told of the answer; null where no number was left, or it is forgotten. */
export async function selectAsker(db: ReadDb, id: QuestionId): Promise<{ phone: string; language: MessageLanguage } | null> {
  const row = await db.selectFrom('product_question').where('id', '=', id).select(['phone', 'language']).executeTakeFirst()
  const phone = row?.phone ? await openTextIfPossible(db, askerPhoneColumn, id, row.phone) : null
  return row && phone ? { phone, language: row.language } : null
}

/** Telephone numbers of those who asked so long ago are forgotten. Answers how many. */
export async function forgetAskers(tx: Tx, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('product_question')
    .set({ phone: null })
    .where('asked_at', '<', before)
    .where('phone', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Questions that nobody answered and that are due between two moments. */
export const selectQuestionsDue = (db: ReadDb, { from, to }: { from: Date; to: Date }) =>
  questions(db)
    .where('question.status', '=', 'open')
    .where('question.answered_at', 'is', null)
    .where('question.answer_by', '>', from)
    .where('question.answer_by', '<=', to)
    .orderBy('question.answer_by')
    .execute()
