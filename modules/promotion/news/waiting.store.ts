import { sql } from 'kysely'
import { pileOf } from '../../waiting.store.ts'
import type { NewsStatus } from './acts.ts'

const itemsIn = (statuses: readonly NewsStatus[]) =>
  pileOf((db) =>
    db
      .selectFrom('news_item as item')
      .innerJoin('news_text as text', (join) =>
        join.onRef('text.news_id', '=', 'item.id').onRef('text.version', '=', 'item.version').on('text.language', '=', 'vi'),
      )
      .where('item.status', 'in', statuses)
      .select(['item.id', 'text.title as about', 'text.at as since', sql<null>`null::timestamptz`.as('until')]),
  )

export const selectNewsToJudge = itemsIn(['in-review'])
export const selectNewsToRelease = itemsIn(['reviewed', 'correcting'])

/** Corrections that somebody asks for and that nobody answered. */
export const selectOpenRequests = pileOf((db) =>
  db
    .selectFrom('news_request as request')
    .where('request.status', '=', 'open')
    .select(['request.id', 'request.case_code as about', 'request.asked_at as since', 'request.due_on as until']),
)
