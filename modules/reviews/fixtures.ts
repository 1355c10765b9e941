import './topics.ts'
import { newId } from '@dacsan/platform/ids'
import type { Ctx } from '../context.ts'
import { mustBe } from '../shop/fixtures.ts'
import type { Bought } from '../returns/fixtures.ts'
import { writeReview } from './index.ts'
import type { WriteReviewInput } from './inputs.ts'
import type { ReviewId } from './rules.ts'

export const aReviewForm = ({ lineId }: Pick<Bought, 'lineId'>, given: Partial<WriteReviewInput> = {}): WriteReviewInput => ({
  orderLineId: lineId,
  rating: 5,
  words: 'Mứt dẻo, ngọt vừa, hộp sạch.',
  nameStyle: 'initials',
  requestKey: newId('key'),
  ...given,
})

/** A review that was written. */
export async function aReview(ctx: Ctx, bought: Bought, given: Partial<WriteReviewInput> = {}): Promise<ReviewId> {
  return mustBe(await writeReview(ctx, bought.link, aReviewForm(bought, given))).reviewId
}
