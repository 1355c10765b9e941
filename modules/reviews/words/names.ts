import type { AnswerStatus, QuestionStatus, ReviewAct, ReviewSide, ReviewStatus } from '../acts.ts'

export const reviewStatusWords = {
  shown: 'Đang hiện',
  hidden: 'Đã ẩn',
  objected: 'Đã ẩn, người viết phản đối',
  upheld: 'Ẩn, đã xem lại',
  withdrawn: 'Người viết đã rút',
} as const satisfies Record<ReviewStatus, string>

export const questionStatusWords = { open: 'Đang mở', hidden: 'Đã ẩn' } as const satisfies Record<QuestionStatus, string>
export const answerStatusWords = {
  waiting: 'Chờ duyệt',
  published: 'Đã duyệt',
  returned: 'Bị gửi lại',
} as const satisfies Record<AnswerStatus, string>
/** What became of a question, for its lists. */
export const questionStateWords = {
  unanswered: 'Chưa trả lời',
  waiting: 'Trả lời chờ duyệt',
  returned: 'Trả lời bị gửi lại',
  published: 'Đã trả lời',
  hidden: 'Đã ẩn',
} as const
export type QuestionState = keyof typeof questionStateWords

export const sideNames = {
  buyer: 'Người mua',
  seller: 'Người bán',
  office: 'Cơ quan',
  clock: 'Hệ thống',
  asker: 'Khách hỏi',
} as const satisfies Record<ReviewSide | 'asker', string>

export const reviewStepWords = {
  write: 'Viết đánh giá',
  edit: 'Sửa đánh giá',
  withdraw: 'Rút đánh giá',
  report: 'Người bán báo vi phạm',
  keep: 'Giữ, không vi phạm',
  hide: 'Ẩn đánh giá',
  object: 'Phản đối việc ẩn',
  restore: 'Cho hiện lại',
  uphold: 'Giữ nguyên việc ẩn',
  'mark-returned': 'Hàng đã trả hoặc được hoàn tiền',
} as const satisfies Record<ReviewAct, string>

export const pointsWords = { 5: '5 điểm', 4: '4 điểm', 3: '3 điểm', 2: '2 điểm', 1: '1 điểm' } as const
export const sayPoints = (rating: number): string => `${rating}/5 điểm`
export const flagWords = { reported: 'Bị báo', objected: 'Phản đối', none: 'Không' } as const
