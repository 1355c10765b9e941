import type { Id } from '@dacsan/platform/ids'

export type ContestId = Id<'cts'>
/** One entry of a contest; whoever made it without an account is known by it alone. */
export type ContestEntryId = Id<'cen'>
/** One of the jury, with the one sheet that is theirs. */
export type ContestJurorId = Id<'cju'>
