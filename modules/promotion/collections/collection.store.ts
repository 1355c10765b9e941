import { insertRows } from '@dacsan/platform/insert-rows'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { NewsLanguage } from '../news/rules/languages.ts'
import type { CollectionStatus } from './acts.ts'
import type { CollectionId } from './rules/ids.ts'
import type { Receiver } from './rules/shown.ts'

const collections = (db: ReadDb) =>
  db
    .selectFrom('collection')
    .select([
      'id',
      'slug',
      'status',
      'from_month as fromMonth',
      'until_month as untilMonth',
      'for_whom as forWhom',
      'version',
      'created_at as createdAt',
      'is_sample as isSample',
    ])
export type StoredCollection = Awaited<ReturnType<ReturnType<typeof collections>['executeTakeFirstOrThrow']>>

export const selectCollection = (db: ReadDb, id: CollectionId): Promise<StoredCollection | undefined> =>
  collections(db).where('id', '=', id).executeTakeFirst()
export const selectCollectionBySlug = (db: ReadDb, slug: string): Promise<StoredCollection | undefined> =>
  collections(db).where('slug', '=', slug).executeTakeFirst()
export const selectCollectionByKey = (db: ReadDb, key: string): Promise<StoredCollection | undefined> =>
  collections(db).where('request_key', '=', key).executeTakeFirst()
export const selectPublished = (db: ReadDb): Promise<StoredCollection[]> =>
  collections(db).where('status', '=', 'published').orderBy('created_at', 'desc').orderBy('id').limit(200).execute()

export async function lockCollection(tx: Tx, id: CollectionId): Promise<StoredCollection | undefined> {
  const locked = await tx.selectFrom('collection').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectCollection(tx, id)
}
export async function takenCollectionSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('collection').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

type Fields = { fromMonth: number | null; untilMonth: number | null; forWhom: readonly Receiver[] }
type NewCollection = Fields & { id: CollectionId; slug: string; at: Date; byId: UserId | null; requestKey: string; isSample: boolean }
export async function insertCollection(tx: Tx, given: NewCollection): Promise<void> {
  await insertRows(tx, 'collection', [
    {
      id: given.id,
      slug: given.slug,
      status: 'draft' as const,
      from_month: given.fromMonth,
      until_month: given.untilMonth,
      for_whom: [...given.forWhom],
      version: 1,
      created_at: given.at,
      created_by_id: given.byId,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
}
export const updateCollection = (tx: Tx, id: CollectionId, { fromMonth, untilMonth, forWhom, version }: Fields & { version: number }) =>
  tx
    .updateTable('collection')
    .set({ from_month: fromMonth, until_month: untilMonth, for_whom: [...forWhom], version })
    .where('id', '=', id)
    .execute()
export const updateCollectionStatus = (tx: Tx, id: CollectionId, status: CollectionStatus) =>
  tx.updateTable('collection').set({ status }).where('id', '=', id).execute()

export type CollectionText = { language: NewsLanguage; title: string; text: string }
type Written = { at: Date; byId: UserId | null; byName: string }
export async function insertCollectionTexts(
  tx: Tx,
  { id, version }: { id: CollectionId; version: number },
  texts: readonly CollectionText[],
  { at, byId, byName }: Written,
): Promise<void> {
  const rows = texts.map((text) => ({ collection_id: id, version, ...text, at, by_id: byId, by_name: byName }))
  await insertRows(tx, 'collection_text', rows)
}
/** What the last versions of these say, in every language in which they say it. */
export const selectCollectionTexts = (db: ReadDb, ids: readonly CollectionId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('collection_text as text')
        .innerJoin('collection', (join) =>
          join.onRef('collection.id', '=', 'text.collection_id').onRef('collection.version', '=', 'text.version'),
        )
        .where('collection.id', 'in', [...ids])
        .select(['collection.id', 'text.language', 'text.title', 'text.text', 'text.at', 'text.by_name as byName'])
        .execute()

export async function replaceCollectionProducts(tx: Tx, id: CollectionId, productIds: readonly ProductId[]): Promise<void> {
  await tx.deleteFrom('collection_product').where('collection_id', '=', id).execute()
  await insertRows(
    tx,
    'collection_product',
    productIds.map((product_id, index) => ({ collection_id: id, product_id, position: index + 1 })),
  )
}
export const selectCollectionProducts = (
  db: ReadDb,
  ids: readonly CollectionId[],
): Promise<{ collectionId: CollectionId; productId: ProductId }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('collection_product')
        .select(['collection_id as collectionId', 'product_id as productId'])
        .where('collection_id', 'in', [...ids])
        .orderBy('collection_id')
        .orderBy('position')
        .execute()
