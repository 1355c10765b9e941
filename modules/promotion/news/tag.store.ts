import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { NewsId } from './rules/ids.ts'

/** What an item is about, each with the name and the address under which it is read. */
export async function selectTags(db: ReadDb, newsId: NewsId) {
  const tagged = db.selectFrom('news_tag as tag').where('tag.news_id', '=', newsId)
  const [products, communes, fairs] = await Promise.all([
    tagged
      .innerJoin('product_card as product', 'product.id', 'tag.product_id')
      .select(['product.id', 'product.name', 'product.slug'])
      .orderBy('product.name', inVietnamese)
      .execute(),
    tagged
      .innerJoin('commune_card as commune', 'commune.code', 'tag.commune_code')
      .select(['commune.code', 'commune.name', 'commune.kind'])
      .orderBy('commune.name', inVietnamese)
      .execute(),
    tagged
      .innerJoin('fair', 'fair.id', 'tag.fair_id')
      .select(['fair.id', 'fair.name', 'fair.slug'])
      .orderBy('fair.name', inVietnamese)
      .execute(),
  ])
  return { products, communes, fairs }
}

export type NewTags = { productIds: readonly ProductId[]; communeCodes: readonly string[]; fairIds: readonly FairId[] }

export async function replaceTags(tx: Tx, newsId: NewsId, { productIds, communeCodes, fairIds }: NewTags): Promise<void> {
  await tx.deleteFrom('news_tag').where('news_id', '=', newsId).execute()
  const rows = [
    ...productIds.map((id) => ({ news_id: newsId, product_id: id })),
    ...communeCodes.map((code) => ({ news_id: newsId, commune_code: code })),
    ...fairIds.map((id) => ({ news_id: newsId, fair_id: id })),
  ]
  for (const row of rows) await tx.insertInto('news_tag').values(row).execute()
}

/** Fairs that an item may tell of: every one that was called, the latest first. */
export const selectFairsToTag = (db: ReadDb): Promise<{ id: FairId; name: string }[]> =>
  db.selectFrom('fair').select(['id', 'name']).where('status', '<>', 'draft').orderBy('opens_on', 'desc').orderBy('id').limit(30).execute()

/** Those of these fairs that were called. */
export async function selectCalledFairs(db: ReadDb, ids: readonly FairId[]): Promise<FairId[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('fair')
    .select('id')
    .where('id', 'in', [...ids])
    .where('status', '<>', 'draft')
    .execute()
  return rows.map(({ id }) => id)
}

/** One more opening of an item on a day. */
export async function addView(db: ReadDb | Tx, newsId: NewsId, day: string): Promise<void> {
  await sql`insert into news_view (news_id, day, views) values (${newsId}, ${day}, 1)
    on conflict (news_id, day) do update set views = news_view.views + 1`.execute(db as Tx)
}

export async function selectViews(db: ReadDb, newsId: NewsId): Promise<number> {
  const row = await db
    .selectFrom('news_view')
    .select((eb) => eb.fn.sum<number>('views').as('views'))
    .where('news_id', '=', newsId)
    .executeTakeFirst()
  return Number(row?.views ?? 0)
}
