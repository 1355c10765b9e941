import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import { mostRows, ofAccount } from '../personal-data.ts'
import type { DataSubject, PersonalData } from '../personal-data.ts'
import { emptyReviews } from './reviews/review.store.ts'
import { answerStatusWords, reviewStatusWords, reviewStepWords } from './words/names.ts'
import { personalDataWords as words, spokenHeld } from './words/personal-data.ts'

/** What somebody wrote about what they bought: with an account, or by the link of one purchase. */
const reviewsOf = (db: ReadDb, subject: DataSubject) => {
  const all = db
    .selectFrom('review')
    .innerJoin('shop_order_card as sold', 'sold.id', 'review.order_id')
    .innerJoin('product_card as product', 'product.id', 'review.product_id')
  return subject.kind === 'purchase' ? all.where('sold.group_id', '=', subject.groupId) : all.where('sold.user_id', '=', subject.userId)
}

export const personalData: PersonalData = {
  holdings: {
    // The words were given to everybody; who wants them back gets them back. The points stay: they are a figure that names nobody.
    reviews: {
      ...words.reviews,
      codes: { status: reviewStatusWords },
      spoken: spokenHeld,
      purpose: 'sales',
      columns: ['review.words', 'review.shown_name', 'review_text.words', 'review_text.shown_name'],
      find: (db, subject) =>
        reviewsOf(db, subject)
          .select([
            'product.name as product',
            'review.rating',
            'review.words',
            'review.shown_name as name',
            'review.status',
            'review.written_at as at',
          ])
          .where('review.erased_at', 'is', null)
          .orderBy('review.written_at', 'desc')
          .limit(mostRows)
          .execute(),
      erase: async (tx, subject, at) => {
        const found = await reviewsOf(tx, subject).select('review.id').where('review.erased_at', 'is', null).execute()
        await emptyReviews(
          tx,
          found.map(({ id }) => id),
          at,
        )
      },
    },
    'review-steps': {
      ...words.steps,
      codes: { step: reviewStepWords },
      purpose: 'sales',
      columns: ['review_step.words', 'review_step.by_name'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('review_step as step')
          .innerJoin('review', 'review.id', 'step.review_id')
          .innerJoin('product_card as product', 'product.id', 'review.product_id')
          .select(['product.name as product', 'step.step', 'step.words', 'step.at'])
          .where('step.by_id', '=', userId)
          .orderBy('step.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
    // Nobody is asked who they are: whose question it was is known by no account. The number is forgotten by itself.
    questions: {
      ...words.questions,
      purpose: 'sales',
      columns: ['product_question.words', 'product_question.phone'],
      find: async () => [],
    },
    'seller-answers': {
      ...words.answers,
      codes: { status: answerStatusWords },
      purpose: 'selling',
      columns: ['seller_answer.words', 'seller_answer.by_name', 'seller_answer.return_reason'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('seller_answer as answer')
          .leftJoin('review', 'review.id', 'answer.review_id')
          .leftJoin('product_question as question', 'question.id', 'answer.question_id')
          .innerJoin('product_card as product', (join) =>
            join.on(sql<boolean>`product.id = coalesce(review.product_id, question.product_id)`),
          )
          .select(['product.name as product', 'answer.words', 'answer.status', 'answer.at'])
          .where('answer.by_id', '=', userId)
          .orderBy('answer.at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
    },
  },
  others: [
    'product_question.hidden_reason',
    'product_question.hidden_says',
    'product_question.request_key',
    'review.hidden_reason',
    'review.hidden_says',
    'review.request_key',
    'review_step.by_id',
    'review_step.reason_says',
    'review_step.step',
    'seller_answer.by_id',
    'seller_answer.read_by_id',
  ],
}

/** Reviews of orders of which the term has ended say no more by what name they were written. Answers how many. */
export async function forgetNames(tx: Tx, before: Date): Promise<number> {
  const old = await tx
    .selectFrom('review')
    .select('id')
    .where('written_at', '<', before)
    .where('shown_name', '<>', '')
    .limit(1000)
    .forUpdate()
    .skipLocked()
    .execute()
  if (old.length === 0) return 0
  const ids = old.map(({ id }) => id)
  await tx.deleteFrom('review_text').where('review_id', 'in', ids).execute()
  await tx.updateTable('review').set({ shown_name: '' }).where('id', 'in', ids).execute()
  return ids.length
}
