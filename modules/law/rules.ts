import type { ProposalStatus } from './acts.ts'
export { sayCodes, sayYesOrNo } from './say.ts'
export { certainties, declareTopics, topic, unimplementedTopic } from './topics.ts'
export { atMost, between, distinctCodes, eachBetween, fieldBetween, isDistinct, isFalling, listed } from './rules/bounds.ts'
export { communeItems } from './rules/papers.ts'
export { isProvincesToGrant, outcomeOf, outcomes } from './rules/recognition.ts'
export type { ProposalKind, ProposalStatus } from './acts.ts'
export type { CriteriaSet } from './criteria.ts'
export type { CommuneItem, ItemSources, PaperLaw, PaperRow, QualityKind } from './rules/papers.ts'
export type { Ranks, RecognitionOutcome } from './rules/recognition.ts'
export type { Certainty, LegalSource, ReadTopics, Rule, ValueOf } from './topics.ts'

/** Why a new version of a legal value was not taken. */
export type SupersessionRefusal =
  | { code: 'value-shape'; topic: string }
  /** `says`: the bound of the topic that it breaks. */
  | { code: 'out-of-bounds'; topic: string; says: string }
  /** `other`: the title of the other topic; `says`: what both must keep together. */
  | { code: 'disagrees'; topic: string; other: string; says: string }
  | { code: 'not-later'; latest: string }
  | { code: 'too-early'; earliest: string }
  | { code: 'too-far'; latest: string }

/** Why a row of the law was not taken back. */
export type TakingBackRefusal = { code: 'first-day-over'; firstDay: string } | { code: 'nothing-before' }

/** Somebody else's proposal for the topic waits. */
export type WaitingRefusal = { code: 'already-proposed' }

/** Why a proposal was not confirmed, turned down or withdrawn: it was decided in the meantime, or the law or the day has changed. */
export type ProposalRefusal = SupersessionRefusal | TakingBackRefusal | { code: 'wrong-status'; status: ProposalStatus }
