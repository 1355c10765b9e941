import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { NewsStatus } from './acts.ts'
import type { NewsId } from './rules/ids.ts'
import type { NewsKind } from './rules/kinds.ts'
import type { NewsLanguage } from './rules/languages.ts'

const items = (db: ReadDb) =>
  db
    .selectFrom('news_item')
    .select([
      'id',
      'slug',
      'kind',
      'status',
      'version',
      'correction_note as correctionNote',
      'made_on as madeOn',
      'publish_at as publishAt',
      'published_at as publishedAt',
      'withdrawn_at as withdrawnAt',
      'withdraw_reason as withdrawReason',
      'created_at as createdAt',
      'is_sample as isSample',
    ])

export type StoredNews = Awaited<ReturnType<ReturnType<typeof items>['executeTakeFirstOrThrow']>>

export const selectNews = (db: ReadDb, id: NewsId): Promise<StoredNews | undefined> => items(db).where('id', '=', id).executeTakeFirst()
export const selectNewsBySlug = (db: ReadDb, slug: string): Promise<StoredNews | undefined> =>
  items(db).where('slug', '=', slug).executeTakeFirst()
export const selectNewsByKey = (db: ReadDb, requestKey: string): Promise<StoredNews | undefined> =>
  items(db).where('request_key', '=', requestKey).executeTakeFirst()

/** The item, held until the end of the transaction. */
export async function lockNews(tx: Tx, id: NewsId): Promise<StoredNews | undefined> {
  const locked = await tx.selectFrom('news_item').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectNews(tx, id)
}

/** Released items whose moment has come. */
export async function selectNewsToPublish(db: ReadDb, now: Date): Promise<NewsId[]> {
  const rows = await db
    .selectFrom('news_item')
    .select('id')
    .where('status', '=', 'released')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}

export async function selectSlugsLike(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('news_item').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

type NewNews = {
  id: NewsId
  slug: string
  kind: NewsKind
  madeOn: PlainDate
  at: Date
  byId: UserId | null
  requestKey: string
  isSample: boolean
}
export async function insertNews(tx: Tx, given: NewNews): Promise<void> {
  await insertRows(tx, 'news_item', [
    {
      id: given.id,
      slug: given.slug,
      kind: given.kind,
      status: 'draft' as const,
      version: 1,
      made_on: given.madeOn,
      created_at: given.at,
      created_by_id: given.byId,
      request_key: given.requestKey,
      is_sample: given.isSample,
    },
  ])
}

type NewsChange = {
  status?: NewsStatus
  version?: number
  correction_note?: string | null
  made_on?: PlainDate
  kind?: NewsKind
  publish_at?: Date | null
  published_at?: Date
  withdrawn_at?: Date
  withdraw_reason?: string
}
export const updateNews = (tx: Tx, id: NewsId, change: NewsChange) => tx.updateTable('news_item').set(change).where('id', '=', id).execute()

export type NewsText = { language: NewsLanguage; title: string; lead: string; body: string }

/** What one version says, Vietnamese first. */
export async function selectTexts(db: ReadDb, newsId: NewsId, version: number): Promise<NewsText[]> {
  const rows = await db
    .selectFrom('news_text')
    .select(['language', 'title', 'lead', 'body'])
    .where('news_id', '=', newsId)
    .where('version', '=', version)
    .execute()
  return rows.toSorted((one, other) => order.indexOf(one.language) - order.indexOf(other.language))
}
const order: readonly NewsLanguage[] = ['vi', 'en', 'km']

export async function selectWriters(db: ReadDb, newsId: NewsId): Promise<{ id: UserId | null; name: string }[]> {
  return db
    .selectFrom('news_text')
    .select(['by_id as id', 'by_name as name'])
    .distinct()
    .where('news_id', '=', newsId)
    .orderBy('by_id')
    .execute()
}

type Written = { newsId: NewsId; version: number; at: Date; byId: UserId | null; byName: string }
export async function insertTexts(tx: Tx, written: Written, texts: readonly (NewsText & { search: string })[]): Promise<void> {
  const { newsId, version, at, byId, byName } = written
  await insertRows(
    tx,
    'news_text',
    texts.map((text) => ({ news_id: newsId, version, ...text, at, by_id: byId, by_name: byName })),
  )
}

export type Edition = { number: number; version: number; note: string | null; at: Date; byName: string }

/** What stood in public, the latest first. */
export const selectEditions = (db: ReadDb, newsId: NewsId): Promise<Edition[]> =>
  db
    .selectFrom('news_edition')
    .select(['number', 'version', 'note', 'at', 'by_name as byName'])
    .where('news_id', '=', newsId)
    .orderBy('number', 'desc')
    .execute()

export async function insertEdition(tx: Tx, newsId: NewsId, { number, version, note, at, byName }: Edition): Promise<void> {
  await insertRows(tx, 'news_edition', [{ news_id: newsId, number, version, note, at, by_name: byName }])
}

type Step = { newsId: NewsId; step: string; words: string; at: Date; byId: UserId | null; byName: string }
/** The item is held: nobody else numbers its steps. */
export async function insertStep(tx: Tx, { newsId, step, words, at, byId, byName }: Step): Promise<void> {
  const last = await tx
    .selectFrom('news_step')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('news_id', '=', newsId)
    .executeTakeFirst()
  await insertRows(tx, 'news_step', [{ news_id: newsId, seq: (last?.seq ?? 0) + 1, step, words, at, by_id: byId, by_name: byName }])
}

export const selectSteps = (db: ReadDb, newsId: NewsId) =>
  db
    .selectFrom('news_step')
    .select(['seq', 'step', 'words', 'at', 'by_name as byName'])
    .where('news_id', '=', newsId)
    .orderBy('seq', 'desc')
    .execute()
