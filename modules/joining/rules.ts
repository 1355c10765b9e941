export { fatesOfHolders, fatesOfOthers } from './rules/request.ts'
export { slipPath } from './rules/slip-path.ts'
export type { JoiningRefusal } from './rules/refusals.ts'
export type { ProducerRequestId, ProductTransferId } from './rules/ids.ts'
