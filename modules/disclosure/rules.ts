export { decidePublication, policyKinds, policyOfSlug, policySlugs, standingOf } from './rules/policy.ts'
