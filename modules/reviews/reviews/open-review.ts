import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { openOrderLink } from '../../shop/index.ts'
import { reviewActs, tiesOfPost } from '../acts.ts'
import type { ReviewAct, ReviewMoved, ReviewSide } from '../acts.ts'
import type { ReviewId } from '../rules/ids.ts'
import type { ReasonUnknown, ReviewClosed } from '../rules/refusals.ts'
import { sideNames } from '../words/names.ts'
import { insertReviewStep, lockReview, selectReview } from './review.store.ts'
import type { StoredReview } from './review.store.ts'
import '../topics.ts'

/** The secret link of an order, as its buyer has it. */
export type Link = { code: string; secret: string }
export type BegunReview = { one: StoredReview; side: ReviewSide }

const sideOf: Readonly<Record<string, ReviewSide>> = {
  anyone: 'buyer',
  producer: 'seller',
  'trade-department': 'office',
  'provincial-officer': 'office',
  system: 'clock',
}

/** Whether a link opens the order of a review. */
export async function opensReview(db: ReadDb, one: Pick<StoredReview, 'orderId'>, link: Link): Promise<boolean> {
  const opened = await openOrderLink({ db }, link)
  return opened.link && opened.orderId === one.orderId
}

/** The review, held, for somebody who may do this to it in its state. Whoever comes by a link comes as its writer, whatever else they are. */
export async function beginReviewAct(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<ReviewAct, 'write'>,
  id: ReviewId,
  link?: Link,
): Promise<Outcome<BegunReview, ReviewClosed>> {
  const one = await lockReview(tx, id)
  if (!one) throw new NotFound('No such review')
  const ties = link ? { organisationId: null, link: await opensReview(tx, one, link) } : one
  const { party } = requireAct(ctx.actor, reviewActs[act], tiesOfPost(ties))
  return (
    (refuseStatus(reviewActs[act], one.status) as ReturnType<typeof refuseStatus<typeof reviewActs.hide, typeof one.status>>) ??
    done({ one, side: sideOf[party]! })
  )
}

export const movedOf = ({ id, orderId, productId, producerId }: StoredReview): ReviewMoved => ({
  reviewId: id,
  orderId,
  productId,
  producerId,
})

/** A line of what was done, the event, and the line of the audit trail, which repeats none of the words. */
export async function recordReviewStep(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  act: ReviewAct,
  { one, side }: BegunReview,
  { words = '', reasonSays }: { words?: string; reasonSays?: string } = {},
): Promise<void> {
  const byName = side === 'buyer' || side === 'clock' ? sideNames[side] : actorName(ctx.actor)
  await insertReviewStep(tx, one.id, { step: act, side, words, reasonSays, at: ctx.now, byId: actorId(ctx.actor), byName })
  await record(tx, ctx, reviewActs[act] as NamedAct & typeof reviewActs.hide, { subjectId: one.id, payload: movedOf(one) })
}

/** A reason for which something may be hidden today, as it is published. */
export async function reasonNamed(db: ReadDb, key: string, now: Date): Promise<Outcome<{ reason: string; says: string }, ReasonUnknown>> {
  const { value } = await ruleOn(db, 'reviews.hide-reasons', dateInVietnam(now))
  const found = value.find((one) => one.key === key)
  return found ? done({ reason: key, says: found.says.vi }) : refuse('reason-unknown')
}

export async function reviewNamed(db: ReadDb, id: ReviewId): Promise<StoredReview> {
  const one = await selectReview(db, id)
  if (!one) throw new NotFound('No such review')
  return one
}
