import { z } from 'zod'
import { declareTopics, topic } from './topics.ts'
import type { ReadTopics } from './topics.ts'
import { rankTopicWords } from './words/values.ts'

/** What the law itself reads to say who grants which rank: rooms ask for the answer, `ranksOn`. */
export const rankTopics = declareTopics({
  'star.recognised-from': topic(z.number().int().min(1).max(5), rankTopicWords['star.recognised-from']),
  'star.authority': topic(z.record(z.string(), z.string()), rankTopicWords['star.authority']),
  'star.ministry-from-points': topic(z.number().min(0).max(100), rankTopicWords['star.ministry-from-points']),
})

declare module './topics.ts' {
  interface LegalTopics extends ReadTopics<typeof rankTopics> {}
}
