import { sql } from 'kysely'
import type { TraceDirection } from '@dacsan/epcis/trace'
import type { ReadDb } from '../../context.ts'
import type { StoredEvent } from '../event.store.ts'
import type { Sight } from '../partner.store.ts'

/** The events that somebody sees and that a step from these things may go along (`epcis_links` of the migrations says which). */
export async function selectLinks(
  db: ReadDb,
  { partners, others, uris }: Sight,
  things: readonly string[],
  direction: TraceDirection,
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select seq, document, record_time as "recordTime", event_time as "eventTime"
    from epcis_links(${partners}, ${others}, ${uris}, ${things}, ${direction === 'forward'})`.execute(db)
  return rows
}
