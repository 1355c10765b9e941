import type { Id } from '@dacsan/platform/ids'

export type CollectionId = Id<'col'>
