export { publishOwner, publishOwnerInput } from './owner.ts'
export { findDisclosure, findPolicy, policiesInForce, policyForm, publishPolicy, publishPolicyInput } from './policies.ts'
export { unpublishedParts } from './waiting.ts'
