import { buffer } from 'node:stream/consumers'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireAct, takeUpload } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { rulesOn } from '../../law/index.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { returnedOfLines } from '../../returns/index.ts'
import { findDeliveredOrder, isSellersOwn, lockDeliveredOrder, openOrderLink } from '../../shop/index.ts'
import type { DeliveredOrder } from '../../shop/index.ts'
import { reviewActs } from '../acts.ts'
import type { EditReviewInput, ReviewInput, ReviewWordsInput, WriteReviewInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import type { EditRefusal, JudgeRefusal, ReviewClosed, WriteRefusal } from '../rules/refusals.ts'
import type { ReviewId } from '../rules/ids.ts'
import { editableUntil, hasContact, mostPhotos, nameAs, refuseWriting } from '../rules/writing.ts'
import { beginReviewAct, recordReviewStep } from './open-review.ts'
import type { Link } from './open-review.ts'
import {
  emptyReviews,
  insertReview,
  insertReviewPhotos,
  insertText,
  selectReview,
  selectReviewByKey,
  updateReview,
} from './review.store.ts'

/** Minutes to wait before somebody at this address may send a form here again; 0 now. Asked before a file is read. */
export const mayTry = ({ db, now }: Pick<Ctx, 'db' | 'now'>, address: string): Promise<number> =>
  consume(db, now, { limit: limits.tries, address })

/** How long somebody may write, and change what was written, as the rule of today says. */
export async function writingTerms(db: ReadDb, now: Date): Promise<{ writeDays: number; editDays: number }> {
  const law = await rulesOn(db, ['reviews.write-days', 'reviews.edit-days'], dateInVietnam(now))
  return { writeDays: law['reviews.write-days'].value, editDays: law['reviews.edit-days'].value }
}

async function judge(db: ReadDb, order: DeliveredOrder, input: WriteReviewInput, now: Date) {
  const line = order.lines.find(({ id }) => id === input.orderLineId)
  if (!line) return refuse('line-of-other-order')
  const { writeDays } = await writingTerms(db, now)
  const refused = refuseWriting({ ...order, isSellersOwn: await isSellersOwn(db, order.id) }, { now, writeDays })
  return refused ?? (hasContact(input.words) ? refuse('has-contact') : done(line))
}

/** Whoever bought says what came: one review for each line of the order, shown at once. The same form sent again is the same review. */
export async function writeReview(
  ctx: Ctx,
  link: Link,
  input: WriteReviewInput,
  { photos = [], language = 'vi' }: { photos?: readonly Upload[]; language?: MessageLanguage } = {},
): Promise<Outcome<{ reviewId: ReviewId }, WriteRefusal>> {
  const { orderId, link: opens } = await openOrderLink(ctx, link)
  requireAct(ctx.actor, reviewActs.write, { link: opens })
  const known = async (db: ReadDb): Promise<Outcome<{ reviewId: ReviewId }, WriteRefusal> | null> => {
    const before = await selectReviewByKey(db, input.requestKey)
    if (!before) return null
    return before.orderLineId === input.orderLineId ? done({ reviewId: before.id }) : refuse('written-before')
  }
  const before = await known(ctx.db)
  if (before) return before
  if (photos.length > mostPhotos) return refuse('too-many-photos', { most: mostPhotos })
  const early = await judge(ctx.db, await findDeliveredOrder(ctx.db, orderId), input, ctx.now)
  if (!early.ok) return early as Outcome<never, WriteRefusal>
  const drawn: KeptFile[] = []
  for (const photo of photos) {
    const taken = await drawPhoto(ctx, photo)
    if (!taken.ok) return taken
    drawn.push(taken.value)
  }
  return inTransaction(ctx, async (tx): Promise<Outcome<{ reviewId: ReviewId }, WriteRefusal>> => {
    const order = await lockDeliveredOrder(tx, orderId)
    const again = await known(tx)
    if (again) return again
    const judged = await judge(tx, order, input, ctx.now)
    if (!judged.ok) return judged as Outcome<never, WriteRefusal>
    const { id: orderLineId, productId } = judged.value
    const { editDays } = await writingTerms(tx, ctx.now)
    const text = { version: 1, rating: input.rating, words: input.words, shownName: nameAs(input.nameStyle, order.buyerName), at: ctx.now }
    const id = ctx.newId('rvw')
    const isNew = await insertReview(tx, {
      ...text,
      id,
      orderLineId,
      orderId,
      productId,
      producerId: order.producerId,
      boughtIn: `${dateInVietnam(order.createdAt).slice(0, 7)}-01`,
      language,
      editUntil: editableUntil(ctx.now, editDays),
      returned: (await returnedOfLines(tx, [orderLineId])).has(orderLineId),
      requestKey: input.requestKey,
      isSample: order.isSample,
    })
    if (!isNew) return refuse('written-before')
    await insertText(tx, id, text)
    for (const file of drawn) await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    await insertReviewPhotos(
      tx,
      id,
      drawn.map(({ hash }) => hash),
    )
    await recordReviewStep(tx, ctx, 'write', { one: (await selectReview(tx, id))!, side: 'buyer' })
    return done({ reviewId: id })
  })
}

const photoSize = { side: 800, most: 60 * 1024 }

/** Drawn anew and small, without what a telephone writes into a photo; what was sent is not kept. */
async function drawPhoto(ctx: Ctx, photo: Upload): Promise<Outcome<KeptFile, WriteRefusal>> {
  const taken = await takeUpload(ctx, photo, ['photo'])
  if (!taken.ok) return taken as Outcome<never, WriteRefusal>
  const opened = await ctx.files.open(taken.value.hash)
  if (!opened) throw new Error(`the photo ${taken.value.hash} was kept and is not there`)
  const { bytes, width, height } = await drawForPage(await buffer(opened.stream), photoSize)
  const kept = await ctx.files.keepOwn(bytes, { name: 'danh-gia.webp', mediaType: 'image/webp' })
  return done({ ...kept, width, height })
}

/** Other points or words, until the term of the first day ends; what stood there before is kept. */
export async function editReview(ctx: Ctx, link: Link, input: EditReviewInput): Promise<Outcome<null, ReviewClosed | EditRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ReviewClosed | EditRefusal>> => {
    const begun = await beginReviewAct(tx, ctx, 'edit', input.reviewId, link)
    if (!begun.ok) return begun
    const { one } = begun.value
    if (ctx.now.getTime() > one.editUntil.getTime()) return refuse('edit-over')
    if (hasContact(input.words)) return refuse('has-contact')
    const { buyerName } = await findDeliveredOrder(tx, one.orderId)
    const next = { rating: input.rating, words: input.words, shownName: nameAs(input.nameStyle, buyerName) }
    if (next.rating === one.rating && next.words === one.words && next.shownName === one.shownName) return done(null)
    const text = { ...next, version: one.version + 1, at: ctx.now }
    await insertText(tx, one.id, text)
    await updateReview(tx, one.id, { text })
    await recordReviewStep(tx, ctx, 'edit', begun.value)
    return done(null)
  })
}

/** Its writer takes it away: it counts no more, and what was written is gone. */
export async function withdrawReview(ctx: Ctx, link: Link, { reviewId }: ReviewInput): Promise<Outcome<null, ReviewClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginReviewAct(tx, ctx, 'withdraw', reviewId, link)
    if (!begun.ok) return begun
    await updateReview(tx, reviewId, { status: reviewActs.withdraw.to, hidden: null, reportedAt: null })
    await emptyReviews(tx, [reviewId], ctx.now)
    await recordReviewStep(tx, ctx, 'withdraw', begun.value)
    return done(null)
  })
}

/** Its writer does not agree that it is hidden: it is looked at once more, by whoever decides then. */
export async function objectToHiding(
  ctx: Ctx,
  link: Link,
  { reviewId, words }: ReviewWordsInput,
): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ReviewClosed | JudgeRefusal>> => {
    const begun = await beginReviewAct(tx, ctx, 'object', reviewId, link)
    if (!begun.ok) return begun
    if (begun.value.one.objectedAt !== null) return refuse('objected-before')
    await updateReview(tx, reviewId, { status: reviewActs.object.to, objectedAt: ctx.now })
    await recordReviewStep(tx, ctx, 'object', begun.value, { words })
    return done(null)
  })
}
