import { sql } from 'kysely'
import type { Expression } from 'kysely'
import type { ReadDb } from './context.ts'
import type { Pile } from './waiting.ts'

/** The pile of what a statement finds: rows of `id`, `about`, `since` and `until`, the last two null where there is no such day. */
export async function pileOf(
  db: ReadDb,
  waiting: Expression<{ id: string; about: string | null; since: unknown; until: unknown }>,
): Promise<Pile> {
  const { rows } = await sql<Pile>`
    select count(*)::int as count, count(distinct id)::int as places, min(since) as since, min(until) as until,
      (array_agg(about order by until nulls last, since nulls last))[1] as about,
      (array_agg(id order by until nulls last, since nulls last))[1] as first
    from (${waiting}) as waiting`.execute(db)
  return rows[0]!
}
