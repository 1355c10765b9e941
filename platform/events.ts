import { sql } from 'kysely'
import type { WriteTx } from './context.ts'
import { newId } from './ids.ts'
import { addJob } from './jobs.ts'

/** Something that happened, in the words of the business. `version` grows when a field of the payload changes its meaning. */
export type NewEvent = { type: string; version?: number; payload: object; actorId: string | null; at: Date }
export type RecordedEvent = Required<NewEvent> & { id: string }

/** Writes an event and queues its delivery, both in the transaction that made it happen: neither exists without the change. */
export async function recordEvent<Tables>(tx: WriteTx<Tables>, event: NewEvent): Promise<string> {
  const id = newId('evt', event.at.getTime())
  await sql`
    insert into event (id, type, version, payload, actor_id, at)
    values (${id}, ${event.type}, ${event.version ?? 1}, ${JSON.stringify(event.payload)}::text::jsonb, ${event.actorId}, ${event.at})`.execute(
    tx,
  )
  await addJob(tx, 'deliver-event', { eventId: id })
  return id
}
