import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { NewsKind } from './rules/kinds.ts'
import type { NewsId } from './rules/ids.ts'
import type { NewsLanguage } from './rules/languages.ts'

/** What a list of items is narrowed to; words are folded. */
export type NewsFilter = {
  words?: readonly string[]
  product?: ProductId
  commune?: string
  fair?: FairId
  year?: number
  producer?: ProducerId
  kinds?: readonly NewsKind[]
}
export type NewsPage = {
  language: NewsLanguage
  limit: number
  offset: number
  onlyInLanguage?: boolean
  withSamples?: boolean
  newsLast?: boolean
}

/** Items that everybody reads, as their latest edition says. */
const shown = (db: ReadDb) =>
  db
    .selectFrom('news_item as item')
    .innerJoin('news_edition as edition', (join) =>
      join
        .onRef('edition.news_id', '=', 'item.id')
        .on(sql<SqlBool>`edition.number = (select max(number) from news_edition where news_id = item.id)`),
    )
    .innerJoin('news_text as vi', (join) =>
      join.onRef('vi.news_id', '=', 'item.id').onRef('vi.version', '=', 'edition.version').on('vi.language', '=', 'vi'),
    )
    .where('item.status', 'in', ['published', 'correcting'])

function matching({ words = [], product, commune, fair, year, producer, kinds }: NewsFilter): Expression<SqlBool> {
  const tagged = (column: string, value: string) =>
    sql<SqlBool>`exists (select from news_tag where news_tag.news_id = item.id and ${sql.ref(`news_tag.${column}`)} = ${value})`
  const all = [
    ...words.map(
      (word) => sql<SqlBool>`exists (select from news_text as found where found.news_id = item.id and found.version = edition.version
        and strpos(found.search, ${word}) > 0)`,
    ),
    ...(product ? [tagged('product_id', product)] : []),
    ...(commune ? [tagged('commune_code', commune)] : []),
    ...(fair ? [tagged('fair_id', fair)] : []),
    ...(kinds ? [sql<SqlBool>`item.kind in (${sql.join(kinds)})`] : []),
    ...(producer
      ? [
          sql<SqlBool>`exists (select from news_tag join product_card on product_card.id = news_tag.product_id
            where news_tag.news_id = item.id and product_card.producer_id = ${producer})`,
        ]
      : []),
    ...(year ? [sql<SqlBool>`extract(year from item.published_at at time zone 'Asia/Ho_Chi_Minh') = ${year}`] : []),
  ]
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(all, sql` and `)}`
}

/** The latest first, in the asked language where they are told in it; one question, with how many there are. */
export async function selectPublicNews(db: ReadDb, filter: NewsFilter, page: NewsPage) {
  const rows = await shown(db)
    .leftJoin('news_text as own', (join) =>
      join.onRef('own.news_id', '=', 'item.id').onRef('own.version', '=', 'edition.version').on('own.language', '=', page.language),
    )
    .where(matching(filter))
    .$if(page.onlyInLanguage === true, (query) => query.where('own.language', 'is not', null))
    .$if(page.withSamples === false, (query) => query.where('item.is_sample', '=', false))
    .select([
      'item.id',
      'item.slug',
      'item.kind',
      'item.published_at as publishedAt',
      'item.is_sample as isSample',
      'edition.at as changedAt',
      'edition.number as edition',
    ])
    .select((eb) => [
      eb.fn.coalesce('own.title', 'vi.title').as('title'),
      eb.fn.coalesce('own.lead', 'vi.lead').as('lead'),
      sql<NewsLanguage>`coalesce(own.language, 'vi')`.as('language'),
      sql<number>`count(*) over ()::int`.as('total'),
      sql<SmallPhoto | null>`(select json_build_object('hash', photo.small_file_hash, 'alt', photo.alt, 'width', file.width, 'height', file.height)
        from news_photo as photo join stored_file_card as file on file.hash = photo.small_file_hash
        where photo.news_id = item.id order by photo.position, photo.id limit 1)`.as('photo'),
    ])
    .$if(page.newsLast === true, (query) => query.orderBy(sql`item.kind = 'news'`))
    .orderBy('item.published_at', 'desc')
    .orderBy('item.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const items = rows.map(({ edition, ...item }) => ({ ...item, publishedAt: item.publishedAt!, isCorrected: edition > 1 }))
  return { items, total: rows[0]?.total ?? 0 }
}
export type SmallPhoto = { hash: string; alt: string; width: number; height: number }
export type NewsCard = Awaited<ReturnType<typeof selectPublicNews>>['items'][number]

/** The years in which something was published, the latest first. */
export async function selectNewsYears(db: ReadDb): Promise<number[]> {
  const year = sql<number>`extract(year from published_at at time zone 'Asia/Ho_Chi_Minh')::int`
  const rows = await db
    .selectFrom('news_item')
    .select(year.as('year'))
    .distinct()
    .where('status', 'in', ['published', 'correcting'])
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** Whether a photo belongs to an item that everybody reads. */
export async function isPhotoShown(db: ReadDb, newsId: NewsId, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom('news_photo as photo')
    .innerJoin('news_item as item', 'item.id', 'photo.news_id')
    .where('item.id', '=', newsId)
    .where('item.status', 'in', ['published', 'correcting'])
    .where((eb) => eb.or([eb('photo.file_hash', '=', hash), eb('photo.small_file_hash', '=', hash)]))
    .select('photo.id')
    .executeTakeFirst()
  return found !== undefined
}
