export { sayCodes, sayYesOrNo } from './say.ts'
export { certainties, declareTopics, topic, unimplementedTopic } from './topics.ts'
export { communeItems } from './rules/papers.ts'
export { isProvincesToGrant, outcomeOf, outcomes } from './rules/recognition.ts'
export type { CriteriaSet } from './criteria.ts'
export type { CommuneItem, ItemSources, PaperLaw, PaperRow, QualityKind } from './rules/papers.ts'
export type { Ranks, RecognitionOutcome } from './rules/recognition.ts'
export type { Certainty, LegalSource, ReadTopics, Rule, ValueOf } from './topics.ts'

/** Why a new version of a legal value was not taken. */
export type SupersessionRefusal = { code: 'value-shape'; topic: string } | { code: 'not-later'; latest: string }
