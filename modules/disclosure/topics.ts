import { z } from 'zod'
import { between, declareTopics, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

export const disclosureTopics = declareTopics({
  // 20 today; half a year is longer than any law of trade asks for.
  'disclosure.fee-notice-days': topic(z.number().int(), { title: 'Báo trước khi đổi phí của người bán (ngày)', ...between(0, 180) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof disclosureTopics> {}
}
