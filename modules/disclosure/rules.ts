export { decidePublication, policyKinds, policyOfSlug, policySlugs, standingOf } from './rules/policy.ts'
export type { PolicyInForce } from './rules/policy.ts'
