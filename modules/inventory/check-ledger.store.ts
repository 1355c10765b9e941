import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/** Something that is written twice and not alike. */
export type Difference = { subject: string; found: string; expected: string }

/** How many positions there are, and those whose balance is not the sum of their ledger; in one snapshot. */
export async function compareLedger(db: ReadDb): Promise<{ checked: number; differences: Difference[] }> {
  const { rows } = await sql<{ checked: number; differences: Difference[] }>`
    select count(*)::int as checked,
      coalesce(json_agg(json_build_object('subject', subject, 'found', found, 'expected', expected)) filter (where found <> expected), '[]') as differences
    from (
      select coalesce(b.lot_id, e.lot_id) || ' ' || coalesce(b.pack_id, e.pack_id) || ' ' || coalesce(b.place_id, e.place_id) as subject,
        coalesce(b.on_hand, 0)::text as found, coalesce(e.sum, 0)::text as expected
      from stock_balance b
      full join (select lot_id, pack_id, place_id, sum(delta) as sum from stock_entry group by 1, 2, 3) e
        on e.lot_id = b.lot_id and e.pack_id = b.pack_id and e.place_id = b.place_id
    ) as compared`.execute(db)
  return rows[0]!
}

/** Movements of two lines that do not add up to nothing. */
export async function compareMoves(db: ReadDb): Promise<{ checked: number; differences: Difference[] }> {
  const { rows } = await sql<{ checked: number; differences: Difference[] }>`
    select count(*)::int as checked,
      coalesce(json_agg(json_build_object('subject', ref, 'found', sum || ' in ' || lines, 'expected', '0 in 2')) filter (where sum <> 0 or lines <> 2), '[]') as differences
    from (select ref, sum(delta) as sum, count(*) as lines from stock_entry where kind = 'moved' group by ref) as movements`.execute(db)
  return rows[0]!
}
