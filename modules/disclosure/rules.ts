export { decidePublication, policyKinds, policyOfSlug, policySlugs, standingOf } from './rules/policy.ts'
export type { PolicyInForce, PolicyKind, PolicyRefusal, PolicyVersion } from './rules/policy.ts'
export type { DisclosurePart, PartPlace } from './rules/part.ts'
