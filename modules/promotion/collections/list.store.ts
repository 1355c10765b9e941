import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { CollectionStatus } from './acts.ts'
import type { CollectionId } from './rules/ids.ts'

export type ListedCollection = {
  id: CollectionId
  title: string
  status: CollectionStatus
  season: number | null
  products: number
  createdAt: Date
}

export const collectionsListed = (db: ReadDb) =>
  sql<ListedCollection>`${db
    .selectFrom('collection')
    .innerJoin('collection_text as text', (join) =>
      join
        .onRef('text.collection_id', '=', 'collection.id')
        .onRef('text.version', '=', 'collection.version')
        .on('text.language', '=', 'vi'),
    )
    .select([
      'collection.id',
      'text.title',
      'collection.status',
      'collection.from_month as season',
      sql`(select count(*) from collection_product where collection_product.collection_id = collection.id)::int`.as('products'),
      'collection.created_at as createdAt',
    ])}`
