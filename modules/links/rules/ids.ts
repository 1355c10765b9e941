import type { Id } from '@dacsan/platform/ids'

/** A link that a producer keeps to its product. */
export type ProductLinkId = Id<'lnk'>
