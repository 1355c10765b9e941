import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { Expression } from 'kysely'
import type { ReadDb } from './context.ts'
import type { Pile } from './waiting.ts'

type Found = Expression<{ id: string; about: string | null; since: unknown; until: unknown }>
// oxlint-disable-next-line typescript/no-empty-object-type
type Nothing = {}

/**
 * The pile of what a statement finds: rows of `id`, `about`, `since` and `until`, the last two null where there is no such day. Asked with every page of
 * the office: its text is made once.
 *
 * @example
 * const selectOpen = pileOf<{ userId: UserId }>((db, { userId }) => db.selectFrom('task').where('user_id', '=', userId).select([…]))
 * await selectOpen(db, { userId }) // { count: 2, … }
 */
export function pileOf<Values extends Record<string, unknown> = Nothing>(
  waiting: (db: ReadDb, slots: Slots<Values>) => Found,
): (db: ReadDb, ...values: Nothing extends Values ? [] : [Values]) => Promise<Pile> {
  const ask = prepare(
    (db: ReadDb, slots: Slots<Values>) => sql<Pile>`
    select count(*)::int as count, count(distinct id)::int as places, min(since) as since, min(until) as until,
      (array_agg(about order by until nulls last, since nulls last))[1] as about,
      (array_agg(id order by until nulls last, since nulls last))[1] as first
    from (${waiting(db, slots)}) as waiting`,
  )
  return async (db, ...[values]) => (await ask(db, values ?? ({} as Values)))[0]!
}
