import { z } from 'zod'
import { between, declareTopics, isDistinct, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const reason = z.object({
  key: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  says: z.string().min(2).max(80),
  /** Days after the goods were handed over; null: no end. 0: closed, unless a seller opens it. */
  days: z.number().int().nullable(),
  /** No seller may close it or shorten it. */
  always: z.boolean(),
})

/** What the room reads of the law. */
export const returnsTopics = declareTopics({
  'returns.acknowledge-hours': topic(z.number().int(), { title: 'Số giờ người bán xác nhận đã nhận khiếu nại', ...between(1, 168) }),
  'returns.answer-hours': topic(z.number().int(), { title: 'Số giờ người bán trả lời khiếu nại', ...between(1, 720) }),
  'returns.resolve-days': topic(z.number().int(), { title: 'Số ngày giải quyết xong khiếu nại', ...between(1, 90) }),
  // 7 today: what is ordered without a promised day has left the seller within the week.
  'returns.late-days': topic(z.number().int(), { title: 'Số ngày chưa giao thì người mua khiếu nại được', ...between(1, 60) }),
  'returns.reasons': topic(z.array(reason), {
    title: 'Lý do trả hàng và số ngày được trả',
    say: (reasons) =>
      reasons
        .map(({ says, days, always }) => `${says}: ${days === null ? 'không hạn' : `${days} ngày`}${always ? ', bắt buộc' : ''}`)
        .join('; '),
    bounds: [
      {
        says: 'Phải có not-as-described (không đúng mô tả), bắt buộc và không hạn; không lý do nào lặp lại; số ngày từ 0 đến 365.',
        holds: (reasons) =>
          isDistinct(reasons.map(({ key }) => key)) &&
          reasons.some(({ key, always, days }) => key === 'not-as-described' && always && days === null) &&
          reasons.every(({ days }) => days === null || (days >= 0 && days <= 365)),
      },
    ],
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof returnsTopics> {}
}
