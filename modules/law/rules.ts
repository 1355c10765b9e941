export { certainties, isTopic, topics } from './topics.ts'
export { topicsNotUsed } from './unimplemented-topics.ts'
export { isProvincesToGrant, outcomeOf, outcomes } from './rules/recognition.ts'
export type { CriteriaSet } from './criteria.ts'
export type { Found, Ranks, RecognitionOutcome } from './rules/recognition.ts'
export type { Certainty, LegalSource, Rule, Topic, ValueOf } from './topics.ts'

/** Why a new version of a legal value was not taken. */
export type SupersessionRefusal = { code: 'value-shape'; topic: string } | { code: 'not-later'; latest: string }
