import { holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import { foldText } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { LotId } from '../traceability/rules.ts'

const startOf = (day: PlainDate) => sql`(${day}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`

/**
 * The lots of which goods lay at a place, named by its GLN or by words of its name, on at least one of these days: they came before the last of them was
 * over, and were still there, or left, since the first began.
 */
export async function lotsAtPlace(
  db: ReadDb,
  { place, from, to, producerId }: { place: string; from?: PlainDate; to?: PlainDate; producerId: ProducerId | null },
): Promise<LotId[]> {
  const words = foldText(place).split(/\s+/).filter(Boolean)
  const { rows } = await sql<{ lotId: LotId }>`
    select distinct lot_id as "lotId" from (
      select entry.lot_id from place_card place join stock_entry entry on entry.place_id = place.id
      where (place.gln = ${place} or ${holdsWords(sql.ref('place.name'), words)})
        ${producerId === null ? sql`` : sql`and place.producer_id = ${producerId}`}
      group by entry.lot_id, entry.place_id
      having ${to === undefined ? sql`true` : sql`min(entry.at) < ${startOf(to)} + interval '1 day'`}
        and ${from === undefined ? sql`true` : sql`(sum(entry.delta) > 0 or max(entry.at) >= ${startOf(from)})`}
    ) as lay order by 1`.execute(db)
  return rows.map(({ lotId }) => lotId)
}
