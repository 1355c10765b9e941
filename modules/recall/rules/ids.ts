import type { Id } from '@dacsan/platform/ids'

/** A case: what is called back, why, and what became of it. */
export type RecallId = Id<'rcl'>
/** A point of sale or partner that may hold goods of it. */
export type RecallPartnerId = Id<'rcp'>
/** A line of what was counted. */
export type RecallTallyId = Id<'rct'>
