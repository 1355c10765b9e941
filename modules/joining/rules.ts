export { fatesOfHolders, fatesOfOthers } from './rules/request.ts'
export type { JoiningRefusal } from './rules/refusals.ts'
export type { ProducerRequestId } from './rules/ids.ts'
