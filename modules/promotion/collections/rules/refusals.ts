import type { StatusRefusal } from '@dacsan/decisions'
import type { CollectionStatus, collectionActs } from '../acts.ts'

export type CollectionClosed = StatusRefusal<typeof collectionActs.publish, CollectionStatus>
export type CollectionFormRefusal = { code: 'product-unknown'; said: string } | { code: 'season-half' } | { code: 'changed-elsewhere' }
export type PublishRefusal = { code: 'no-product-shown' }
export type SeasonRefusal = { code: 'product-unknown'; said: string }
export type CollectionRefusal = CollectionClosed | CollectionFormRefusal | PublishRefusal | SeasonRefusal
