import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const whole = z.number().int()

/** What the room reads of the law of what the press is told. */
export const brandTopics = declareTopics({
  'press.spokesperson-hours': topic(whole, { title: 'Công bố người phát ngôn sau khi được giao (giờ)', ...between(1, 240) }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof brandTopics> {}
}
