import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import type { OrderLineId } from '../../shop/rules.ts'
import { reviewActs } from '../acts.ts'
import type { ReviewInput, ReviewReasonInput, ReviewWordsInput } from '../inputs.ts'
import type { ReviewId } from '../rules/ids.ts'
import type { JudgeRefusal, ReportRefusal, ReviewClosed } from '../rules/refusals.ts'
import { beginReviewAct, reasonNamed, recordReviewStep } from './open-review.ts'
import { selectReviewsOfLines, updateReview, wasReported } from './review.store.ts'

/** The seller says which published reason a review is against; that hides nothing. */
export async function reportReview(
  ctx: Ctx,
  { reviewId, reason, words }: ReviewReasonInput,
): Promise<Outcome<null, ReviewClosed | ReportRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ReviewClosed | ReportRefusal>> => {
    const begun = await beginReviewAct(tx, ctx, 'report', reviewId)
    if (!begun.ok) return begun
    const named = await reasonNamed(tx, reason, ctx.now)
    if (!named.ok) return named
    if (await wasReported(tx, reviewId)) return refuse('reported-before')
    await updateReview(tx, reviewId, { reportedAt: ctx.now })
    await recordReviewStep(tx, ctx, 'report', begun.value, { words, reasonSays: named.value.says })
    return done(null)
  })
}

/** Hidden for a reason that is published, by whoever reads what is posted; its writer is told and may object once. */
export async function hideReview(
  ctx: Ctx,
  { reviewId, reason, words }: ReviewReasonInput,
): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> => {
    const begun = await beginReviewAct(tx, ctx, 'hide', reviewId)
    if (!begun.ok) return begun
    const named = await reasonNamed(tx, reason, ctx.now)
    if (!named.ok) return named
    await updateReview(tx, reviewId, { status: reviewActs.hide.to, hidden: named.value, reportedAt: null })
    await recordReviewStep(tx, ctx, 'hide', begun.value, { words, reasonSays: named.value.says })
    return done(null)
  })
}

/** What the seller reported is against no reason. */
export async function keepReview(ctx: Ctx, { reviewId, words }: ReviewWordsInput): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> => {
    const begun = await beginReviewAct(tx, ctx, 'keep', reviewId)
    if (!begun.ok) return begun
    if (begun.value.one.reportedAt === null) return refuse('none-reported')
    await updateReview(tx, reviewId, { reportedAt: null })
    await recordReviewStep(tx, ctx, 'keep', begun.value, { words })
    return done(null)
  })
}

export async function restoreReview(ctx: Ctx, { reviewId, words }: ReviewWordsInput): Promise<Outcome<null, ReviewClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginReviewAct(tx, ctx, 'restore', reviewId)
    if (!begun.ok) return begun
    await updateReview(tx, reviewId, { status: reviewActs.restore.to, hidden: null })
    await recordReviewStep(tx, ctx, 'restore', begun.value, { words })
    return done(null)
  })
}

export async function upholdHiding(ctx: Ctx, { reviewId, words }: ReviewWordsInput): Promise<Outcome<null, ReviewClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginReviewAct(tx, ctx, 'uphold', reviewId)
    if (!begun.ok) return begun
    await updateReview(tx, reviewId, { status: reviewActs.uphold.to })
    await recordReviewStep(tx, ctx, 'uphold', begun.value, { words })
    return done(null)
  })
}

export async function markReturned(ctx: Ctx, { reviewId }: ReviewInput): Promise<Outcome<null, ReviewClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginReviewAct(tx, ctx, 'mark-returned', reviewId)
    if (!begun.ok) return begun
    if (begun.value.one.returnedAt !== null) return done(null)
    await updateReview(tx, reviewId, { returnedAt: ctx.now })
    await recordReviewStep(tx, ctx, 'mark-returned', begun.value)
    return done(null)
  })
}

/** Goods of these lines went back, or money for them: their reviews say so and stay. Done twice it changes nothing. */
export async function markLinesReturned(ctx: Ctx, orderLineIds: readonly OrderLineId[]): Promise<ReviewId[]> {
  const found = await selectReviewsOfLines(ctx.db, orderLineIds)
  const marked: ReviewId[] = []
  for (const { id } of found) if ((await markReturned(ctx, { reviewId: id })).ok) marked.push(id)
  return marked
}
