export * from './acts.ts'
export { buyerKinds, endReasons, needs as buyerNeeds, slotOutcomes } from './rules/choices.ts'
export * from './rules/ids.ts'
export type * from './rules/refusals.ts'
