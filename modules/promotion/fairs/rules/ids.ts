import type { Id } from '@dacsan/platform/ids'

export type FairId = Id<'fai'>
/** What one producer asks of one fair. */
export type FairApplicationId = Id<'fap'>
export type FairStandId = Id<'fst'>
