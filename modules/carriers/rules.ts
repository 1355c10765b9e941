export type { CarrierName, ParcelStatus, PayoutAnswer, PayoutLineState, Sent } from './rules/kinds.ts'
export type { CodPayoutId, CodPayoutLineId, ParcelId } from './rules/ids.ts'
export type { CarriersRefusal } from './rules/refusals.ts'
export { isCarrier } from '@dacsan/carriers'
