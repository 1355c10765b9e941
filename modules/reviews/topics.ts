import { z } from 'zod'
import { between, declareTopics, isDistinct, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const reason = z.object({
  key: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  says: z.object({ vi: z.string().min(2).max(120), en: z.string().min(2).max(120), km: z.string().min(2).max(120) }),
})

/** What the room reads of the law. */
export const reviewTopics = declareTopics({
  'reviews.invite-days': topic(z.number().int(), { title: 'Số ngày sau khi giao thì mời đánh giá', ...between(1, 60) }),
  'reviews.write-days': topic(z.number().int(), { title: 'Số ngày sau khi giao còn viết được đánh giá', ...between(7, 730) }),
  'reviews.edit-days': topic(z.number().int(), { title: 'Số ngày còn sửa được đánh giá', ...between(1, 365) }),
  'reviews.least-for-average': topic(z.number().int(), { title: 'Số đánh giá ít nhất để tính điểm trung bình', ...between(2, 50) }),
  'reviews.hide-reasons': topic(z.array(reason), {
    title: 'Lý do được ẩn đánh giá, câu hỏi',
    say: (reasons) => reasons.map(({ says }) => says.vi).join('; '),
    bounds: [
      {
        says: 'Có ít nhất một lý do, không lý do nào lặp lại. Khen hay chê không phải là lý do.',
        holds: (reasons) => reasons.length > 0 && isDistinct(reasons.map(({ key }) => key)),
      },
    ],
  }),
  'questions.answer-hours': topic(z.number().int(), { title: 'Số giờ người bán trả lời câu hỏi', ...between(1, 240) }),
  'questions.phone-days': topic(z.number().int(), { title: 'Số ngày giữ số điện thoại của người hỏi', ...between(7, 365) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof reviewTopics> {}
}
