import { sql } from 'kysely'
import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

type Own = { organisationIds: readonly OrganisationId[] }

/** Reviews that were reported, or whose writer objected. */
export const selectToJudge = pileOf((db) =>
  db
    .selectFrom('review')
    .innerJoin('product_card as product', 'product.id', 'review.product_id')
    .where((eb) => eb.or([eb('review.status', '=', 'objected'), eb('review.reported_at', 'is not', null)]))
    .select([
      'review.id',
      'product.name as about',
      sql`coalesce(review.objected_at, review.reported_at)`.as('since'),
      sql<null>`null::timestamptz`.as('until'),
    ]),
)

/** Answers to reviews that nobody read yet. */
export const selectReviewAnswers = pileOf((db) =>
  db
    .selectFrom('seller_answer as answer')
    .innerJoin('review', 'review.id', 'answer.review_id')
    .innerJoin('product_card as product', 'product.id', 'review.product_id')
    .where('answer.status', '=', 'waiting')
    .select(['review.id', 'product.name as about', 'answer.at as since', sql<null>`null::timestamptz`.as('until')]),
)

/** Answers to questions that nobody read yet. */
export const selectQuestionAnswers = pileOf((db) =>
  db
    .selectFrom('seller_answer as answer')
    .innerJoin('product_question as question', 'question.id', 'answer.question_id')
    .innerJoin('product_card as product', 'product.id', 'question.product_id')
    .where('answer.status', '=', 'waiting')
    .where('question.status', '=', 'open')
    .select(['question.id', 'product.name as about', 'answer.at as since', sql<null>`null::timestamptz`.as('until')]),
)

/** Questions that a seller has not answered, or whose answer was sent back. */
export const selectToAnswer = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('product_question as question')
    .innerJoin('producer_card as producer', 'producer.id', 'question.producer_id')
    .innerJoin('product_card as product', 'product.id', 'question.product_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('question.status', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('question.answered_at', 'is', null),
        eb(
          sql<string>`(select answer.status from seller_answer as answer where answer.question_id = question.id order by answer.version desc limit 1)`,
          '=',
          'returned',
        ),
      ]),
    )
    .select(['question.id', 'product.name as about', 'question.asked_at as since', 'question.answer_by as until']),
)
