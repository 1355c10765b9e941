import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectQuestionAnswers, selectReviewAnswers, selectToAnswer, selectToJudge } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const [reviews, questions, sellersQuestions] = ['/van-phong/danh-gia', '/van-phong/hoi-dap', '/van-phong/ban-hang/hoi-dap']
const below = (desk: string) => (id: string) => `${desk}/${id}`

/** For a seller what to answer, by the clock; for whoever judges what was reported, objected to or answered. */
export const reviewsWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const judges = hasRole(actor, 'trade-department') || hasRole(actor, 'provincial-officer')
  const [toAnswer, toJudge, onReviews, onQuestions] = await Promise.all([
    organisationIds.length > 0 ? selectToAnswer(db, { organisationIds }) : null,
    judges ? selectToJudge(db) : null,
    judges ? selectReviewAnswers(db) : null,
    judges ? selectQuestionAnswers(db) : null,
  ])
  return [
    ...(toAnswer
      ? lineOf(toAnswer, { kind: 'questions-open', says: says.toAnswer, path: sellersQuestions!, pathOf: below(sellersQuestions!) })
      : []),
    ...(toJudge ? lineOf(toJudge, { kind: 'reviews-to-judge', says: says.toJudge, path: reviews!, pathOf: below(reviews!) }) : []),
    ...(onReviews ? lineOf(onReviews, { kind: 'review-answers', says: says.toRead, path: reviews!, pathOf: below(reviews!) }) : []),
    ...(onQuestions
      ? lineOf(onQuestions, { kind: 'question-answers', says: says.toRead, path: questions!, pathOf: below(questions!) })
      : []),
  ]
}
