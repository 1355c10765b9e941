export type { CarrierName, ParcelStatus, PayoutLineState } from './rules/kinds.ts'
export type { CarriersRefusal } from './rules/refusals.ts'
export { isCarrier } from '@dacsan/carriers'
