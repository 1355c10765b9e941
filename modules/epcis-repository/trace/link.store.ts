import { sql } from 'kysely'
import type { TraceDirection } from '@dacsan/epcis/trace'
import type { ReadDb } from '../../context.ts'
import type { StoredEvent } from '../event.store.ts'
import type { Sight } from '../partner.store.ts'

/** As many steps as most chains have from the field to the shelf. */
const stepsAtOnce = 8

/**
 * The events that somebody sees and that a step from these things may go along, and the steps behind it, while they are few (`epcis_links` of the migrations
 * says which); and from which things that is answered.
 */
export async function selectLinks(
  db: ReadDb,
  { partners, others, uris }: Sight,
  things: readonly string[],
  direction: TraceDirection,
): Promise<{ events: StoredEvent[]; followed: readonly string[] }> {
  const { rows } = await sql<StoredEvent & { followed: string[] }>`
    select seq, document, record_time as "recordTime", event_time as "eventTime", followed
    from epcis_links(${partners}, ${others}, ${uris}, ${things}, ${direction === 'forward'}, ${stepsAtOnce})`.execute(db)
  return { events: rows, followed: rows[0]?.followed ?? things }
}
