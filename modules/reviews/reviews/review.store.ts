import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { OrderId, OrderLineId } from '../../shop/rules.ts'
import type { ReviewAct, ReviewSide, ReviewStatus } from '../acts.ts'
import type { ReviewId } from '../rules/ids.ts'

export const reviews = (db: ReadDb) =>
  db
    .selectFrom('review')
    .innerJoin('product_card as product', 'product.id', 'review.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'review.producer_id')
    .select([
      'review.id',
      'review.order_line_id as orderLineId',
      'review.order_id as orderId',
      'review.product_id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'review.producer_id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'review.bought_in as boughtIn',
      'review.status',
      'review.version',
      'review.rating',
      'review.words',
      'review.shown_name as shownName',
      'review.language',
      'review.written_at as writtenAt',
      'review.edited_at as editedAt',
      'review.edit_until as editUntil',
      'review.returned_at as returnedAt',
      'review.reported_at as reportedAt',
      'review.hidden_reason as hiddenReason',
      'review.hidden_says as hiddenSays',
      'review.objected_at as objectedAt',
      'review.is_sample as isSample',
    ])
export type StoredReview = Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>

export const selectReview = (db: ReadDb, id: ReviewId): Promise<StoredReview | undefined> =>
  reviews(db).where('review.id', '=', id).executeTakeFirst()

/** The review, held until the end of the transaction. */
export async function lockReview(tx: Tx, id: ReviewId): Promise<StoredReview | undefined> {
  const locked = await tx.selectFrom('review').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectReview(tx, id)
}

export const selectReviewByKey = (db: ReadDb, requestKey: string) =>
  db.selectFrom('review').where('request_key', '=', requestKey).select(['id', 'order_line_id as orderLineId']).executeTakeFirst()

export const selectReviewsOfOrder = (db: ReadDb, orderId: OrderId): Promise<StoredReview[]> =>
  reviews(db).where('review.order_id', '=', orderId).orderBy('review.written_at').orderBy('review.id').execute()

export type NewReview = {
  id: ReviewId
  orderLineId: OrderLineId
  orderId: OrderId
  productId: ProductId
  producerId: ProducerId
  boughtIn: string
  rating: number
  words: string
  shownName: string
  language: MessageLanguage
  at: Date
  editUntil: Date
  returned: boolean
  requestKey: string
  isSample: boolean
}

/** False where this line has one already. */
export async function insertReview(tx: Tx, one: NewReview): Promise<boolean> {
  const inserted = await tx
    .insertInto('review')
    .values({
      id: one.id,
      order_line_id: one.orderLineId,
      order_id: one.orderId,
      product_id: one.productId,
      producer_id: one.producerId,
      bought_in: one.boughtIn,
      status: 'shown',
      rating: one.rating,
      words: one.words,
      shown_name: one.shownName,
      language: one.language,
      written_at: one.at,
      edit_until: one.editUntil,
      returned_at: one.returned ? one.at : null,
      request_key: one.requestKey,
      is_sample: sql<boolean>`${one.isSample} or (select is_sample from product_card where id = ${one.productId})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type ReviewText = { version: number; rating: number; words: string; shownName: string; at: Date }

export async function insertText(tx: Tx, reviewId: ReviewId, text: ReviewText): Promise<void> {
  const { version, rating, words, shownName, at } = text
  await tx.insertInto('review_text').values({ review_id: reviewId, version, rating, words, shown_name: shownName, at }).execute()
}

export const selectTexts = (db: ReadDb, reviewId: ReviewId): Promise<ReviewText[]> =>
  db
    .selectFrom('review_text')
    .where('review_id', '=', reviewId)
    .select(['version', 'rating', 'words', 'shown_name as shownName', 'at'])
    .orderBy('version')
    .execute()

type Change = {
  status?: ReviewStatus
  text?: ReviewText
  reportedAt?: Date | null
  hidden?: { reason: string; says: string } | null
  objectedAt?: Date
  returnedAt?: Date
}

export async function updateReview(tx: Tx, id: ReviewId, { text, hidden, ...change }: Change): Promise<void> {
  await tx
    .updateTable('review')
    .set({
      status: change.status,
      reported_at: change.reportedAt,
      objected_at: change.objectedAt,
      returned_at: change.returnedAt,
      ...(hidden !== undefined && { hidden_reason: hidden?.reason ?? null, hidden_says: hidden?.says ?? null }),
      ...(text && { version: text.version, rating: text.rating, words: text.words, shown_name: text.shownName, edited_at: text.at }),
    })
    .where('id', '=', id)
    .execute()
}

/** What its writer wrote is gone: texts, photos and name. The row stays, so that nobody writes about the line again. */
export async function emptyReviews(tx: Tx, ids: readonly ReviewId[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('review_text')
    .where('review_id', 'in', [...ids])
    .execute()
  await tx
    .deleteFrom('review_photo')
    .where('review_id', 'in', [...ids])
    .execute()
  await tx
    .deleteFrom('review_step')
    .where('review_id', 'in', [...ids])
    .where('side', '=', 'buyer')
    .where('words', '<>', '')
    .execute()
  await tx
    .updateTable('review')
    .set({ words: '', shown_name: '', erased_at: at })
    .where('id', 'in', [...ids])
    .execute()
}

export async function insertReviewPhotos(tx: Tx, reviewId: ReviewId, hashes: readonly string[]): Promise<void> {
  await insertRows(
    tx,
    'review_photo',
    hashes.map((hash, index) => ({ review_id: reviewId, place: index + 1, photo_hash: hash })),
  )
}

export const selectPhotoPlaces = async (db: ReadDb, reviewId: ReviewId): Promise<number[]> =>
  (await db.selectFrom('review_photo').where('review_id', '=', reviewId).select('place').orderBy('place').execute()).map(
    ({ place }) => place,
  )

export const selectReviewPhoto = (db: ReadDb, reviewId: ReviewId, place: number) =>
  db.selectFrom('review_photo').where('review_id', '=', reviewId).where('place', '=', place).select('photo_hash as hash').executeTakeFirst()

export type NewReviewStep = {
  step: ReviewAct
  side: ReviewSide
  reasonSays?: string
  words: string
  at: Date
  byId: UserId | null
  byName: string
}

/** The next line of what was done to a review, which whoever calls holds. */
export async function insertReviewStep(tx: Tx, reviewId: ReviewId, { step, side, reasonSays, words, at, byId, byName }: NewReviewStep) {
  await tx
    .insertInto('review_step')
    .values({
      review_id: reviewId,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from review_step where review_id = ${reviewId})`,
      step,
      side,
      reason_says: reasonSays ?? null,
      words,
      at,
      by_id: byId,
      by_name: byName,
    })
    .execute()
}

export const selectReviewSteps = (db: ReadDb, reviewId: ReviewId) =>
  db
    .selectFrom('review_step')
    .where('review_id', '=', reviewId)
    .select(['seq', 'step', 'side', 'reason_says as reasonSays', 'words', 'at', 'by_name as byName'])
    .orderBy('seq')
    .execute()

/** Whether the seller reported it before: once is enough for one review. */
export const wasReported = async (db: ReadDb, reviewId: ReviewId): Promise<boolean> =>
  (await db.selectFrom('review_step').where('review_id', '=', reviewId).where('step', '=', 'report').select('seq').executeTakeFirst()) !==
  undefined

export const selectReviewsOfLines = (db: ReadDb, orderLineIds: readonly OrderLineId[]) =>
  orderLineIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('review')
        .where('order_line_id', 'in', [...orderLineIds])
        .where('returned_at', 'is', null)
        .where('status', '<>', 'withdrawn')
        .select('id')
        .orderBy('id')
        .execute()
