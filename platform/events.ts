import { sql } from 'kysely'
import type { ReadDb, WriteTx } from './access.ts'
import { newId } from './ids.ts'
import { jobStatement } from './add-job.ts'
import { withCommit } from './context.ts'
import { prepare } from './prepare.ts'
import type { Slots } from './prepare.ts'

/** Something that happened, in the words of the business. `version` grows when a field of the payload changes its meaning. */
export type NewEvent = { type: string; version?: number; payload: object; actorId: string | null; at: Date }
export type RecordedEvent = Required<NewEvent> & { id: string }

/** Somebody who hears of events of one type. It may hear of one event more than once. */
export type Subscriber = { name: string; type: string; hear(event: RecordedEvent): Promise<void> }

/** Which subscribers hear of which type, in this process: said once at its start, by whoever knows all modules. */
let listening: ReadonlyMap<string, readonly string[]> = new Map()

/** From now on events are queued for these subscribers, and for nobody else. */
export function announceSubscribers(subscribers: readonly Pick<Subscriber, 'name' | 'type'>[]): void {
  const names = new Set(subscribers.map(({ name }) => name))
  if (names.size !== subscribers.length) throw new Error('two subscribers have the same name')
  const byType = Map.groupBy(subscribers, ({ type }) => type)
  listening = new Map([...byType].map(([type, own]) => [type, own.map(({ name }) => name)]))
}

type EventRow = { id: string; type: string; version: number; payload: string; actorId: string | null; at: Date }
const insertEvent = prepare(
  (_: ReadDb<object>, { id, type, version, payload, actorId, at }: Slots<EventRow>) => sql`
    insert into event (id, type, version, payload, actor_id, at) values (${id}, ${type}, ${version}, ${payload}::text::jsonb, ${actorId}, ${at})`,
)

/**
 * Writes an event, and queues its delivery to each of its subscribers, with the commit of what made it happen: neither exists without the change.
 * An event that nobody subscribes to is kept and queues nothing.
 */
export async function recordEvent<Tables>(tx: WriteTx<Tables>, event: NewEvent): Promise<string> {
  const id = newId('evt', event.at.getTime())
  await withCommit(tx, insertEvent.statement(tx, { ...event, id, version: event.version ?? 1, payload: JSON.stringify(event.payload) }))
  // One job per subscriber: when one fails, the others have heard, and only it hears again.
  for (const subscriber of listening.get(event.type) ?? [])
    await withCommit(tx, jobStatement(tx, 'deliver-event', { eventId: id, subscriber }, { key: `${id}:${subscriber}` }))
  return id
}
