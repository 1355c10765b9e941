import { z } from 'zod'
import { declareTopics, topic } from './topics.ts'
import type { ReadTopics } from './topics.ts'

/** What the law itself reads to say who grants which rank: rooms ask for the answer, `ranksOn`. */
export const rankTopics = declareTopics({
  'star.recognised-from': topic(z.number().int().min(1).max(5), { title: 'Hạng sao thấp nhất được công nhận' }),
  'star.authority': topic(z.record(z.string(), z.string()), {
    title: 'Người có thẩm quyền công nhận',
    say: (authority) =>
      Object.entries(authority)
        .map(([stars, whom]) => `${stars} sao: ${whom}`)
        .join('; '),
  }),
  'star.ministry-from-points': topic(z.number().min(0).max(100), { title: 'Điểm phải gửi hồ sơ lên Bộ' }),
})

declare module './topics.ts' {
  interface LegalTopics extends ReadTopics<typeof rankTopics> {}
}
