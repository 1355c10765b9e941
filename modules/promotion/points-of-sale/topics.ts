import { z } from 'zod'
import { declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const criterion = z.object({ key: z.string().regex(/^[a-z0-9-]{2,40}$/), says: z.string().min(5).max(300), required: z.boolean() })

/** What the room reads of the law of points of sale. */
export const pointTopics = declareTopics({
  'point-of-sale.criteria': topic(z.object({ version: z.string().min(2).max(80), criteria: z.array(criterion) }), {
    title: 'Tiêu chí điểm bán sản phẩm OCOP',
    say: ({ version, criteria }) =>
      `${version}: ${criteria.length} tiêu chí, ${criteria.filter(({ required }) => required).length} bắt buộc`,
    bounds: [
      {
        says: 'Từ 1 đến 40 tiêu chí, mỗi mã một lần, ít nhất một tiêu chí bắt buộc.',
        holds: ({ criteria }) =>
          criteria.length >= 1 &&
          criteria.length <= 40 &&
          new Set(criteria.map(({ key }) => key)).size === criteria.length &&
          criteria.some(({ required }) => required),
      },
    ],
  }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof pointTopics> {}
}
