import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type { OrderId } from '../shop/rules.ts'
import { photoUploadRefusals } from '../upload-refusals.ts'
import type { AnswerId, QuestionId, ReviewId } from './rules/ids.ts'

/** `objected`: hidden, and its writer asked that it be looked at once more; `upheld`: it was, and stays hidden. */
export const reviewStatuses = ['shown', 'hidden', 'objected', 'upheld', 'withdrawn'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

export const reviewSides = ['buyer', 'seller', 'office', 'clock'] as const
export type ReviewSide = (typeof reviewSides)[number]

const buyer = { anyone: 'link' } as const
const seller = { producer: 'owner' } as const
/** Whoever reads what sellers post reads this as well. */
const office = { 'trade-department': 'any', 'provincial-officer': 'any' } as const

/** What subscribers hear of a review. */
export type ReviewMoved = { reviewId: ReviewId; orderId: OrderId; productId: ProductId; producerId: ProducerId }
const moved = carries<ReviewMoved>()
const closed = 'review-closed'

/** No act hides a review by who sold: a seller answers and reports, the office hides for a reason that is published. */
export const reviewActs = nameActs('review', {
  write: {
    by: buyer,
    event: 'review.written',
    payload: moved,
    says: 'Người mua viết đánh giá',
    refusals: [
      'too-many-attempts',
      'not-delivered',
      'line-of-other-order',
      'sellers-own',
      'typed-by-seller',
      'too-late',
      'written-before',
      'has-contact',
      'too-many-photos',
      ...photoUploadRefusals,
    ],
  },
  edit: {
    from: ['shown'],
    by: buyer,
    event: 'review.edited',
    payload: moved,
    says: 'Người mua sửa đánh giá',
    closed,
    refusals: ['edit-over', 'has-contact'],
  },
  withdraw: {
    from: ['shown', 'hidden', 'objected', 'upheld'],
    to: 'withdrawn',
    by: buyer,
    event: 'review.withdrawn',
    payload: moved,
    says: 'Người mua rút đánh giá',
    closed,
  },
  report: {
    from: ['shown'],
    by: seller,
    event: 'review.reported',
    payload: moved,
    says: 'Người bán báo đánh giá vi phạm',
    closed,
    refusals: ['reason-unknown', 'reported-before'],
  },
  /** Nothing is wrong with what was reported. */
  keep: {
    from: ['shown'],
    by: office,
    event: 'review.kept',
    payload: moved,
    says: 'Giữ đánh giá bị báo',
    closed,
    refusals: ['none-reported'],
  },
  hide: {
    from: ['shown'],
    to: 'hidden',
    by: office,
    event: 'review.hidden',
    payload: moved,
    says: 'Ẩn đánh giá, có lý do',
    closed,
    refusals: ['reason-unknown'],
  },
  object: {
    from: ['hidden'],
    to: 'objected',
    by: buyer,
    event: 'review.objected',
    payload: moved,
    says: 'Người viết phản đối việc ẩn',
    closed,
    refusals: ['objected-before'],
  },
  restore: {
    from: ['hidden', 'objected'],
    to: 'shown',
    by: office,
    event: 'review.restored',
    payload: moved,
    says: 'Cho hiện lại đánh giá',
    closed,
  },
  uphold: {
    from: ['objected'],
    to: 'upheld',
    by: office,
    event: 'review.upheld',
    payload: moved,
    says: 'Giữ nguyên việc ẩn',
    closed,
  },
  'mark-returned': {
    from: ['shown', 'hidden', 'objected', 'upheld'],
    by: { system: 'any' },
    event: 'review.goods-returned',
    payload: moved,
    says: 'Ghi trên đánh giá: hàng đã trả',
    closed,
  },
} as const satisfies ActRows<ReviewStatus>)
export type ReviewAct = keyof typeof reviewActs

/** Whoever bought wants no message that asks for a review. */
export const invitationActs = nameActs('review-invitation', {
  'opt-out': { by: buyer, event: 'review-invitation.opted-out', says: 'Người mua thôi nhận lời mời đánh giá' },
} as const satisfies ActRows)

export const questionStatuses = ['open', 'hidden'] as const
export type QuestionStatus = (typeof questionStatuses)[number]

export type QuestionAsked = { questionId: QuestionId; productId: ProductId; producerId: ProducerId }
const asked = carries<QuestionAsked>()

export const questionActs = nameActs('question', {
  ask: {
    by: { anyone: 'any' },
    event: 'question.asked',
    payload: asked,
    says: 'Khách hỏi người bán',
    refusals: ['too-many-attempts', 'nobody-sells', 'has-contact', 'phone-wrong'],
  },
  hide: {
    from: ['open'],
    to: 'hidden',
    by: office,
    event: 'question.hidden',
    payload: asked,
    says: 'Ẩn câu hỏi, có lý do',
    closed: 'question-closed',
    refusals: ['reason-unknown'],
  },
} as const satisfies ActRows<QuestionStatus>)

export const answerStatuses = ['waiting', 'published', 'returned'] as const
export type AnswerStatus = (typeof answerStatuses)[number]

export type AnswerMoved = { answerId: AnswerId; reviewId: ReviewId | null; questionId: QuestionId | null; producerId: ProducerId }
const answered = carries<AnswerMoved>()

/** What a seller posts is read before it is shown, as a listing is. */
export const answerActs = nameActs('seller-answer', {
  write: {
    by: seller,
    event: 'seller-answer.written',
    payload: answered,
    says: 'Người bán trả lời công khai',
    refusals: ['same-words', 'review-closed', 'question-closed'],
  },
  publish: {
    from: ['waiting'],
    to: 'published',
    by: office,
    event: 'seller-answer.published',
    payload: answered,
    says: 'Duyệt câu trả lời của người bán',
    closed: 'answer-closed',
  },
  return: {
    from: ['waiting', 'published'],
    to: 'returned',
    by: office,
    event: 'seller-answer.returned',
    payload: answered,
    says: 'Gửi lại câu trả lời, có lý do',
    closed: 'answer-closed',
  },
} as const satisfies ActRows<AnswerStatus>)

export type AnswerAct = keyof typeof answerActs

export const reviewActTables = [
  { says: 'Đánh giá của người mua', statuses: reviewStatuses, acts: reviewActs },
  { says: 'Lời mời đánh giá', statuses: [], acts: invitationActs },
  { says: 'Câu hỏi cho người bán', statuses: questionStatuses, acts: questionActs },
  { says: 'Câu trả lời của người bán', statuses: answerStatuses, acts: answerActs },
] as const

/** Whose a review, a question or an answer is: the organisation of who sold, and whoever holds the link of the order. */
export const tiesOfPost = ({ organisationId, link = false }: { organisationId: OrganisationId | null; link?: boolean }): Ties => ({
  owner: organisationId,
  link,
})
