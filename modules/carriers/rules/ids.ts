import type { Id } from '@dacsan/platform/ids'

/** A contract of a seller with a carrier. */
export type CarrierAccountId = Id<'cac'>
export type ParcelId = Id<'pcl'>
/** What a carrier sent by itself. */
export type CarrierPushId = Id<'cpu'>
/** A file of a carrier about money. */
export type CodPayoutId = Id<'cpo'>
export type CodPayoutLineId = Id<'cpl'>
