import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { ReviewStatus } from './acts.ts'
import type { QuestionId, ReviewId } from './rules/ids.ts'
import type { QuestionState } from './words/names.ts'

export type ListedReview = {
  id: ReviewId
  productName: string
  producerName: string
  rating: string
  words: string
  status: ReviewStatus
  flag: 'reported' | 'objected' | 'none'
  boughtIn: string
  writtenAt: Date
}

/** The reviews of who sold, or all of them. What is hidden from everybody is not told to its seller. */
export const reviewsListed = (db: ReadDb, { producerId }: { producerId: ProducerId | null }) =>
  sql<ListedReview>`${db
    .selectFrom('review')
    .innerJoin('product_card as product', 'product.id', 'review.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'review.producer_id')
    .$if(producerId !== null, (found) => found.where('review.producer_id', '=', producerId!))
    .select([
      'review.id',
      'product.name as productName',
      'producer.name as producerName',
      sql<string>`review.rating::text`.as('rating'),
      producerId === null ? 'review.words' : sql<string>`case when review.status = 'shown' then review.words else '' end`.as('words'),
      'review.status',
      sql<string>`case when review.status = 'objected' then 'objected' when review.reported_at is not null then 'reported' else 'none' end`.as(
        'flag',
      ),
      'review.bought_in as boughtIn',
      'review.written_at as writtenAt',
    ])}`

export type ListedQuestion = {
  id: QuestionId
  productName: string
  producerName: string
  words: string
  state: QuestionState
  askedAt: Date
  answerBy: Date
}

export const questionsListed = (db: ReadDb, { producerId }: { producerId: ProducerId | null }) =>
  sql<ListedQuestion>`${db
    .selectFrom('product_question as question')
    .innerJoin('product_card as product', 'product.id', 'question.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'question.producer_id')
    .$if(producerId !== null, (found) => found.where('question.producer_id', '=', producerId!))
    .select([
      'question.id',
      'product.name as productName',
      'producer.name as producerName',
      'question.words',
      sql<string>`case when question.status = 'hidden' then 'hidden' else coalesce(
        (select answer.status from seller_answer as answer where answer.question_id = question.id order by answer.version desc limit 1),
        'unanswered') end`.as('state'),
      'question.asked_at as askedAt',
      'question.answer_by as answerBy',
    ])}`
