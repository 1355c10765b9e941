import { NotFound, mayOf } from '@dacsan/decisions'
import type { Grant } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { grantsOf } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { findDeliveredOrder, isSellersOwn, openOrderLink } from '../shop/index.ts'
import { answerActs, questionActs, reviewActs, tiesOfPost } from './acts.ts'
import { selectAnswers } from './answers/answer.store.ts'
import type { Answered } from './answers/answer.store.ts'
import { isOptedOut } from './invitation.store.ts'
import { selectQuestion } from './questions/question.store.ts'
import type { QuestionId, ReviewId } from './rules/ids.ts'
import { nameAs, nameStyles, refuseWriting } from './rules/writing.ts'
import { opensReview, reviewNamed } from './reviews/open-review.ts'
import type { Link } from './reviews/open-review.ts'
import {
  selectPhotoPlaces,
  selectReview,
  selectReviewsOfOrder,
  selectReviewSteps,
  selectTexts,
  wasReported,
} from './reviews/review.store.ts'
import { writingTerms } from './reviews/write-review.ts'
import './topics.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export const openPost = (db: ReadDb, id: ReviewId) => selectReview(db, id)

const isJudge = ({ party }: Grant) => party === 'trade-department' || party === 'provincial-officer'
const isSeller = ({ party, tie }: Grant) => party === 'producer' && tie === 'owner'

/** By what right somebody works on a post; to anybody else it is not there. */
function deskOf(ctx: Reader, one: { organisationId: OrganisationId | null }) {
  const grants = grantsOf(ctx.actor, tiesOfPost(one))
  const as = grants.some(isSeller) ? ('seller' as const) : grants.some(isJudge) && ('office' as const)
  if (!as) throw new NotFound('No such post')
  return { grants, as }
}

/** All versions of an answer, with what may be done to each and to the next one. */
async function answersTo(ctx: Reader, about: Answered, grants: readonly Grant[]) {
  const answers = await selectAnswers(ctx.db, about)
  return {
    answers: answers.map((answer) => ({ ...answer, may: mayOf(answerActs, answer.status, grants) })),
    mayAnswer: mayOf(answerActs, 'waiting', grants).write === true,
    /** What stands on the page. */
    standing: answers.findLast(({ status }) => status === 'published') ?? null,
  }
}

/** One review as its seller or the office works on it. Who wrote it is told to neither beyond the name that is shown. */
export async function findReview(ctx: Reader, id: ReviewId) {
  const one = await reviewNamed(ctx.db, id)
  const { grants, as } = deskOf(ctx, one)
  const [texts, steps, photos, answer, reported] = await Promise.all([
    selectTexts(ctx.db, id),
    selectReviewSteps(ctx.db, id),
    selectPhotoPlaces(ctx.db, id),
    answersTo(ctx, { reviewId: id }, grants),
    wasReported(ctx.db, id),
  ])
  const may = mayOf(reviewActs, one.status, grants)
  const isShown = one.status === 'shown'
  return {
    one,
    as,
    // What is hidden from everybody is not shown to its seller either.
    words: as === 'office' || isShown ? one.words : '',
    texts: as === 'office' ? texts : [],
    steps: as === 'office' ? steps : steps.filter(({ side }) => side !== 'buyer'),
    photos: as === 'office' || isShown ? photos : [],
    ...answer,
    mayAnswer: answer.mayAnswer && isShown,
    reasons: await reasonsOn(ctx),
    facts: { isShown, isReported: one.reportedAt !== null, isReturned: one.returnedAt !== null, hiddenSays: one.hiddenSays },
    may: {
      keep: may.keep === true && one.reportedAt !== null,
      hide: may.hide === true,
      restore: may.restore === true,
      uphold: may.uphold === true,
      report: may.report === true && !reported,
    },
  }
}
export type ReviewView = Awaited<ReturnType<typeof findReview>>

async function reasonsOn({ db, now }: Reader) {
  const { value } = await ruleOn(db, 'reviews.hide-reasons', dateInVietnam(now))
  return value.map(({ key, says }) => ({ key, says: says.vi }))
}

export async function findQuestion(ctx: Reader, id: QuestionId) {
  const one = await selectQuestion(ctx.db, id)
  if (!one) throw new NotFound('No such question')
  const { grants, as } = deskOf(ctx, one)
  const answer = await answersTo(ctx, { questionId: id }, grants)
  const isOpen = one.status === 'open'
  return {
    one,
    as,
    ...answer,
    mayAnswer: answer.mayAnswer && isOpen,
    reasons: await reasonsOn(ctx),
    facts: {
      isOpen,
      isOver: isOpen && one.answeredAt === null && ctx.now.getTime() > one.answerBy.getTime(),
      isAnswered: one.answeredAt !== null,
    },
    may: { hide: mayOf(questionActs, one.status, grants).hide === true },
  }
}
/** What the page of an order says of its reviews: each line with what was written, or whether something may be. */
export async function reviewsOfOrder(ctx: Reader, link: Link) {
  const { orderId, link: opens } = await openOrderLink(ctx, link)
  if (!opens) throw new NotFound('No such order')
  const [order, written, terms, own] = await Promise.all([
    findDeliveredOrder(ctx.db, orderId),
    selectReviewsOfOrder(ctx.db, orderId),
    writingTerms(ctx.db, ctx.now),
    isSellersOwn(ctx.db, orderId),
  ])
  const refused = refuseWriting({ ...order, isSellersOwn: own }, { now: ctx.now, writeDays: terms.writeDays })
  return {
    code: order.code,
    producerName: order.producerName,
    ...terms,
    refusal: refused?.refusal ?? null,
    /** There is something to write, or something was written. */
    isOpen: refused === null || written.length > 0,
    optedOut: await isOptedOut(ctx.db, order.groupId),
    names: nameStyles.map((style) => ({ style, says: nameAs(style, order.buyerName) })),
    lines: order.lines.map(({ id, productName, netContent }) => {
      const review = written.find(({ orderLineId }) => orderLineId === id)
      return { id, productName, netContent, reviewId: review?.id ?? null, rating: review?.rating ?? null, status: review?.status ?? null }
    }),
  }
}

/** A review as its writer sees it, by the link of the order. */
export async function ownReview(ctx: Reader, link: Link, id: ReviewId) {
  const one = await reviewNamed(ctx.db, id)
  const opens = await opensReview(ctx.db, one, link)
  const grants = grantsOf(ctx.actor, tiesOfPost({ organisationId: null, link: opens })).filter(({ party }) => party === 'anyone')
  if (!opens) throw new NotFound('No such review')
  requireAct(ctx.actor, reviewActs.write, { link: opens })
  const may = mayOf(reviewActs, one.status, grants)
  const { buyerName } = await findDeliveredOrder(ctx.db, one.orderId)
  const answers = await selectAnswers(ctx.db, { reviewId: id })
  const steps = await selectReviewSteps(ctx.db, id)
  const isHidden = one.hiddenReason !== null
  const said = steps.findLast(({ side, words }) => side === 'office' && words !== '')
  const reasons = isHidden ? (await ruleOn(ctx.db, 'reviews.hide-reasons', dateInVietnam(ctx.now))).value : []
  return {
    one,
    names: nameStyles.map((style) => ({ style, says: nameAs(style, buyerName) })),
    nameStyle: nameStyles.find((style) => nameAs(style, buyerName) === one.shownName) ?? 'none',
    answer: answers.findLast(({ status }) => status === 'published')?.words ?? null,
    hidden: isHidden
      ? { says: reasons.find(({ key }) => key === one.hiddenReason)?.says ?? null, kept: one.hiddenSays!, note: said?.words ?? '' }
      : null,
    facts: {
      isShown: one.status === 'shown',
      isObjected: one.status === 'objected',
      isUpheld: one.status === 'upheld',
      isWithdrawn: one.status === 'withdrawn',
    },
    may: {
      edit: may.edit === true && ctx.now.getTime() <= one.editUntil.getTime(),
      withdraw: may.withdraw === true,
      object: may.object === true && one.objectedAt === null,
    },
  }
}
