import type { Id } from '@dacsan/platform/ids'

/** A case: what somebody who bought is not content with, and what became of it. */
export type ReturnId = Id<'ret'>
/** A line of what came back, or was sent for it. */
export type ReturnGoodsId = Id<'rtg'>
