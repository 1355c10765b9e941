import type { Id } from '@dacsan/platform/ids'

export type NewsId = Id<'new'>
export type NewsPhotoId = Id<'nph'>
/** What a reader asks to be corrected. */
export type NewsRequestId = Id<'nrq'>
