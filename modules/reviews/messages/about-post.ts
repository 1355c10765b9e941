import { dateInVietnam } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { peopleWith } from '../../identity/index.ts'
import type { Asking, Recipient, Told } from '../../message.ts'
import { aboutOrder } from '../../shop/index.ts'
import type { AnswerMoved, QuestionAsked, ReviewMoved } from '../acts.ts'
import { judges } from '../policy.ts'
import { selectQuestion } from '../questions/question.store.ts'
import { selectReview } from '../reviews/review.store.ts'

export const sample = { product: 'Mứt dừa sáp', producer: 'HTX Dừa sáp Cầu Kè' }
export const orderSample = { ...sample, order: 'DS7K2M9XQ4' }
export const work = { kind: 'work', pace: 'at-once' } as const
export const digest = { kind: 'work', pace: 'digest' } as const
/** What a reader must know to object cannot be silenced. */
export const law = { kind: 'law', pace: 'at-once' } as const

type Said = Told<keyof typeof sample>
const office = ({ db, now }: Asking) => peopleWith(db, [...judges], { today: dateInVietnam(now) })

async function aboutReview(
  { reviewId }: Pick<ReviewMoved, 'reviewId'>,
  asking: Asking,
  path: string,
  to: readonly Recipient[],
): Promise<Said[]> {
  const one = await selectReview(asking.db, reviewId)
  if (!one) return []
  return [{ to, path, object: ['review', reviewId], values: { product: one.productName, producer: one.producerName } }]
}

export const sellerOfReview = async (moved: ReviewMoved, asking: Asking) =>
  aboutReview(moved, asking, `/van-phong/ban-hang/danh-gia/${moved.reviewId}`, await peopleOfProducer(asking, moved.producerId))

export const judgesOfReview = async (moved: ReviewMoved, asking: Asking) =>
  aboutReview(moved, asking, `/van-phong/danh-gia/${moved.reviewId}`, await office(asking))

/** Whoever wrote, by the way by which the order reaches them: the secret link stands in no message. */
export async function writer(moved: Pick<ReviewMoved, 'reviewId'>, asking: Asking): Promise<Told<keyof typeof orderSample>[]> {
  const one = await selectReview(asking.db, moved.reviewId)
  if (!one) return []
  return (await aboutOrder.buyer(one.orderId, asking)).map(({ to, path, values }) => ({
    to,
    path,
    object: ['review', one.id] as const,
    values: { product: one.productName, producer: one.producerName, order: values.code },
  }))
}

export async function sellerOfQuestion({ questionId, producerId }: QuestionAsked, asking: Asking): Promise<Said[]> {
  const one = await selectQuestion(asking.db, questionId)
  if (!one) return []
  return [
    {
      to: await peopleOfProducer(asking, producerId),
      path: `/van-phong/ban-hang/hoi-dap/${questionId}`,
      object: ['question', questionId],
      values: { product: one.productName, producer: one.producerName },
    },
  ]
}

/** Whoever asked and left a number; the page of the product is where the answer stands. */
export async function asker({ questionId }: AnswerMoved, asking: Asking): Promise<Said[]> {
  const one = questionId && (await selectQuestion(asking.db, questionId))
  if (!one) return []
  return [
    {
      to: [one.id],
      path: `/san-pham/${one.productSlug}`,
      object: ['question', one.id],
      values: { product: one.productName, producer: one.producerName },
    },
  ]
}

type Side = 'office' | 'seller'

/** An answer, where whoever hears of it works on it: at its review or its question. */
export async function aboutAnswer({ reviewId, questionId, producerId }: AnswerMoved, asking: Asking, side: Side): Promise<Said[]> {
  const to = side === 'office' ? await office(asking) : await peopleOfProducer(asking, producerId)
  const desk = side === 'office' ? '/van-phong' : '/van-phong/ban-hang'
  if (reviewId) return aboutReview({ reviewId }, asking, `${desk}/danh-gia/${reviewId}`, to)
  const one = questionId && (await selectQuestion(asking.db, questionId))
  if (!one) return []
  const values = { product: one.productName, producer: one.producerName }
  return [{ to, path: `${desk}/hoi-dap/${one.id}`, object: ['question', one.id], values }]
}
