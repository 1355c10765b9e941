import { mostRows, ofAccount } from '../../personal-data.ts'
import type { ColumnName, Holding } from '../../personal-data.ts'
import { collectionPersonalWords as words } from './words/desk.ts'

export const collectionsPersonalData: Readonly<Record<string, Holding>> = {
  'collection-texts': {
    ...words,
    purpose: 'official-acts',
    columns: [
      'collection_text.title',
      'collection_text.text',
      'collection_text.by_name',
      'product_season.source',
      'product_season.set_by_name',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('collection_text')
        .where('by_id', '=', userId)
        .select(['title', 'version', 'at'])
        .orderBy('at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}
export const collectionsOthers: readonly ColumnName[] = [
  'collection.slug',
  'collection.for_whom',
  'collection.created_by_id',
  'collection.request_key',
  'collection_text.by_id',
  'product_season.set_by_id',
]
