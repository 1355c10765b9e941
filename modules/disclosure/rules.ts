export { policyActs } from './acts.ts'
export { decidePublication, policyKinds, policyOfSlug, policySlugs, standingOf } from './rules/policy.ts'
export type { PolicyInForce, PolicyKind } from './rules/policy.ts'
