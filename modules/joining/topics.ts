import { z } from 'zod'
import { between, declareTopics, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

/** What the room reads of the law and of the platform's own rules. */
export const joiningTopics = declareTopics({
  // 5 today. Within a day no officer has looked; after a season nobody waits any more.
  'producer.request-working-days': topic(z.number().int(), {
    title: 'Xã trả lời đề nghị của chủ thể (ngày làm việc)',
    ...between(1, 60),
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof joiningTopics> {}
}
