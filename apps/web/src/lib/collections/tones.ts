import type { CollectionStatus } from '@dacsan/modules/promotion/rules'

export const collectionTones = { draft: 'neutral', published: 'good', closed: 'warn' } as const satisfies Record<CollectionStatus, string>
