import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProduct } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { hasRole } from '../identity/rules.ts'
import { ruleOn } from '../law/index.ts'
import { offerOf } from '../shop/index.ts'
import { selectPublicQuestions, selectPublicReviews } from './public.store.ts'
import { figuresOf } from './rules/figures.ts'
import type { Figures } from './rules/figures.ts'
import type { ReviewId } from './rules/ids.ts'
import { openPost } from './read-desk.ts'
import { selectReviewPhoto } from './reviews/review.store.ts'
import './topics.ts'

type Reader = Pick<Ctx, 'db' | 'now'>
const onProduct = { reviews: 4, questions: 4 }
export const perPage = 20

const leastOf = async ({ db, now }: Reader) => (await ruleOn(db, 'reviews.least-for-average', dateInVietnam(now))).value

/** What a product's page shows: the figures of all reviews, the newest of them, and the newest answered questions. */
export async function postsOfProduct(ctx: Reader, productId: ProductId) {
  const [least, { counted, reviews }, { total, questions }] = await Promise.all([
    leastOf(ctx),
    selectPublicReviews(ctx.db, { productId, limit: onProduct.reviews, offset: 0 }),
    selectPublicQuestions(ctx.db, { productId, limit: onProduct.questions, offset: 0 }),
  ])
  const figures: Figures = figuresOf(counted, { least })
  return { figures, least, reviews, questions, questionCount: total, hasMore: figures.count > reviews.length || total > questions.length }
}
export type ProductPosts = Awaited<ReturnType<typeof postsOfProduct>>

/** All reviews and questions of a product, page by page. */
export async function allPostsOf(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, slug: string, pageNumber: number) {
  const product = await findProduct(ctx, slug)
  const range = { productId: product.id, limit: perPage, offset: (pageNumber - 1) * perPage }
  const [least, { counted, reviews }, { total, questions }] = await Promise.all([
    leastOf(ctx),
    selectPublicReviews(ctx.db, range),
    selectPublicQuestions(ctx.db, range),
  ])
  const figures = figuresOf(counted, { least })
  const pages = Math.max(1, Math.ceil(Math.max(figures.count, total) / perPage))
  if (pageNumber > 1 && reviews.length === 0 && questions.length === 0) throw new NotFound('No such page')
  return { product, figures, least, reviews, questions, page: pageNumber, pages }
}

/** A product that somebody may ask about now: it is on sale. */
export async function productToAsk(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, slug: string) {
  const product = await findProduct(ctx, slug)
  return { product, isSold: (await offerOf(ctx, product.id)) !== null }
}

/** For which reasons something is hidden, as everybody reads them. */
export async function publishedReasons({ db, now }: Reader) {
  return (await ruleOn(db, 'reviews.hide-reasons', dateInVietnam(now))).value
}

/** A photo of a review that is shown; of one that is hidden only for who judges it. Of any other nobody is told that it is there. */
export async function openReviewPhoto(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, id: ReviewId, place: number) {
  const isOffice = hasRole(ctx.actor, 'trade-department') || hasRole(ctx.actor, 'provincial-officer')
  const one = await openPost(ctx.db, id)
  const photo =
    one && (one.status === 'shown' || isOffice) && Number.isInteger(place) ? await selectReviewPhoto(ctx.db, id, place) : undefined
  const file = photo && (await ctx.files.open(photo.hash))
  if (!photo || !file) throw new NotFound('No such photo')
  return { ...file, mediaType: 'image/webp', name: `danh-gia-${place}.webp` }
}
