import { identityTopics } from '../identity/index.ts'
import { declareTopics } from './topics.ts'
import type { ReadTopics } from './topics.ts'

declareTopics(identityTopics)

declare module './topics.ts' {
  interface LegalTopics extends ReadTopics<typeof identityTopics> {}
}
