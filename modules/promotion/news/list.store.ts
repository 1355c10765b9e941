import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { NewsRequestStatus, NewsStatus } from './acts.ts'
import type { NewsKind } from './rules/kinds.ts'
import type { NewsId, NewsRequestId } from './rules/ids.ts'

export type ListedNews = {
  id: NewsId
  title: string
  kind: NewsKind
  status: NewsStatus
  madeOn: PlainDate
  publishAt: Date | null
  writer: string
  views: number
}

/** Every item by its last version. */
export const newsListed = (db: ReadDb) =>
  sql<ListedNews>`${db
    .selectFrom('news_item as item')
    .innerJoin('news_text as text', (join) =>
      join.onRef('text.news_id', '=', 'item.id').onRef('text.version', '=', 'item.version').on('text.language', '=', 'vi'),
    )
    .select([
      'item.id',
      'text.title',
      'item.kind',
      'item.status',
      'item.made_on as madeOn',
      sql`coalesce(item.published_at, item.publish_at)`.as('publishAt'),
      'text.by_name as writer',
      sql`(select coalesce(sum(views), 0) from news_view where news_id = item.id)::int`.as('views'),
    ])}`

export type ListedRequest = {
  id: NewsRequestId
  caseCode: string
  title: string
  words: string
  status: NewsRequestStatus
  askedAt: Date
  dueOn: PlainDate
}

export const newsRequestsListed = (db: ReadDb) =>
  sql<ListedRequest>`${db
    .selectFrom('news_request as request')
    .innerJoin('news_item as item', 'item.id', 'request.news_id')
    .innerJoin('news_text as text', (join) =>
      join.onRef('text.news_id', '=', 'item.id').onRef('text.version', '=', 'item.version').on('text.language', '=', 'vi'),
    )
    .select([
      'request.id',
      'request.case_code as caseCode',
      'text.title',
      'request.words',
      'request.status',
      'request.asked_at as askedAt',
      'request.due_on as dueOn',
    ])}`
