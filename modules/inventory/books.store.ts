import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { LotId } from '../traceability/rules.ts'
import type { Position } from './rules.ts'

/** What the ledger says of one position, in packs; `perPack` is how much of the lot's unit one of them takes. */
export type BooksOfPosition = Position & {
  packName: string | null
  placeName: string
  perPack: number
  /** Packed, and what counts found more or less. */
  taken: number
  sold: number
  returned: number
  sampled: number
  damaged: number
  destroyed: number
  handled: number
  onHand: number
  reserved: number
}

/** The books of some lots, by position, in one question; up to a moment where a case that ended is read again. */
export async function booksOfLots(db: ReadDb, lotIds: readonly LotId[], until: Date | null = null): Promise<BooksOfPosition[]> {
  if (lotIds.length === 0) return []
  const of = (...kinds: string[]) => sql`coalesce(sum(entry.delta) filter (where entry.kind = any(${kinds}::text[])), 0)::int`
  const { rows } = await sql<Omit<BooksOfPosition, 'perPack'> & { perPack: string }>`
    select books.*, coalesce(sum(units) over pack / nullif(sum(packed) over pack, 0), 1) as "perPack",
      pack.name as "packName", place.name as "placeName", coalesce(balance.reserved, 0) as reserved
    from (
      select entry.lot_id as "lotId", entry.pack_id as "packId", entry.place_id as "placeId",
        sum(entry.lot_units) filter (where entry.kind = 'packed') as units, ${of('packed')} as packed, ${of('packed', 'counted')} as taken,
        -${of('sold')} as sold, ${of('returned', 'recalled')} as returned, -${of('sampled')} as sampled, -${of('damaged')} as damaged,
        -${of('destroyed')} as destroyed, -${of('handled')} as handled, sum(entry.delta)::int as "onHand"
      from stock_entry entry
      where entry.lot_id = any(${[...lotIds]}::text[]) and entry.at <= coalesce(${until}::timestamptz, 'infinity')
      group by entry.lot_id, entry.pack_id, entry.place_id
    ) as books
    join pack_card pack on pack.id = books."packId" join place_card place on place.id = books."placeId"
    left join stock_balance balance on balance.lot_id = books."lotId" and balance.pack_id = books."packId" and balance.place_id = books."placeId"
    window pack as (partition by books."lotId", books."packId")
    order by books."lotId", books."packId", place.is_default desc, books."placeId"`.execute(db)
  return rows.map((row) => ({ ...row, perPack: Number(row.perPack) }))
}
