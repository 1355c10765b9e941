import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { dateInVietnam } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { WebhookEventId, WebhookSourceId } from '../rules/ids.ts'
import type { EventState, Provider, Rejection, UnknownReason } from '../rules/kinds.ts'

export const eventBodyColumn: LockedColumn = { table: 'webhook_event', key: 'id', column: 'body' }

/** Stores what came; what came before, byte by byte, is not stored again. Answers whether it is new. */
export async function insertEvent(
  tx: Tx,
  given: { id: WebhookEventId; sourceId: WebhookSourceId; eventId: string; body: string; digest: string; at: Date },
): Promise<boolean> {
  const body = await lockText(tx, eventBodyColumn, given.id, given.body)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('webhook_event')
    .values({
      id: given.id,
      source_id: given.sourceId,
      event_id: given.eventId,
      body,
      body_digest: given.digest,
      received_at: given.at,
      state: 'stored',
    })
    .onConflict((conflict) => conflict.columns(['source_id', 'event_id', 'body_digest']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Who has events that nobody worked on yet. */
export async function selectProducersWithStored(db: ReadDb): Promise<ProducerId[]> {
  const rows = await db
    .selectFrom('webhook_event')
    .innerJoin('webhook_source', 'webhook_source.id', 'webhook_event.source_id')
    .where('webhook_event.state', '=', 'stored')
    .select('webhook_source.producer_id as producerId')
    .distinct()
    .execute()
  return rows.map(({ producerId }) => producerId)
}

/** Events of a seller that nobody worked on yet, in the order in which they came. */
export async function selectStored(db: ReadDb, producerId: ProducerId, most: number) {
  const rows = await db
    .selectFrom('webhook_event')
    .innerJoin('webhook_source', 'webhook_source.id', 'webhook_event.source_id')
    .where('webhook_source.producer_id', '=', producerId)
    .where('webhook_event.state', '=', 'stored')
    .select([
      'webhook_event.id',
      'webhook_event.source_id as sourceId',
      'webhook_source.provider',
      'webhook_event.event_id as eventId',
      'webhook_event.body',
      'webhook_event.body_digest as digest',
      'webhook_event.received_at as receivedAt',
    ])
    .orderBy('webhook_event.received_at')
    .orderBy('webhook_event.id')
    .limit(most)
    .execute()
  return Promise.all(
    rows.map(async ({ body, ...row }) => ({ ...row, body: body === null ? '' : await openText(db, eventBodyColumn, row.id, body) })),
  )
}

export async function updateProcessed(
  tx: Tx,
  ids: readonly WebhookEventId[],
  { state, why = null, at }: { state: Exclude<EventState, 'stored'>; why?: UnknownReason | null; at: Date },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('webhook_event')
    .set({ state, why, processed_at: at })
    .where('id', 'in', [...ids])
    .execute()
}

/** Counts what was turned away on a day. Answers how often by now. */
export async function countRejection(tx: Tx, { provider, why, at }: { provider: Provider; why: Rejection; at: Date }): Promise<number> {
  const { count } = await tx
    .insertInto('webhook_rejection')
    .values({ provider, on_day: dateInVietnam(at), why, count: 1, last_at: at })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'on_day', 'why']).doUpdateSet({ count: sql`webhook_rejection.count + 1`, last_at: at }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** What was turned away lately at the doors of these providers, whoever sent it. */
export async function selectRejections(db: ReadDb, providers: readonly Provider[], since: string) {
  if (providers.length === 0) return []
  return db
    .selectFrom('webhook_rejection')
    .where('provider', 'in', [...providers])
    .where('on_day', '>=', since)
    .select(['provider', 'why', (eb) => eb.fn.sum<number>('count').as('count'), (eb) => eb.fn.max('last_at').as('lastAt')])
    .groupBy(['provider', 'why'])
    .orderBy('provider')
    .orderBy('why')
    .execute()
}

/** What became of the events of a seller: how many of each, and the last. */
export async function countEvents(db: ReadDb, producerId: ProducerId) {
  return db
    .selectFrom('webhook_event')
    .innerJoin('webhook_source', 'webhook_source.id', 'webhook_event.source_id')
    .where('webhook_source.producer_id', '=', producerId)
    .select([
      'webhook_source.id as sourceId',
      'webhook_event.state',
      (eb) => eb.fn.countAll<number>().as('count'),
      (eb) => eb.fn.max('webhook_event.received_at').as('lastAt'),
    ])
    .groupBy(['webhook_source.id', 'webhook_event.state'])
    .execute()
}

/** Events of a seller that nothing could be made of, the newest first. */
export async function selectUnknown(db: ReadDb, producerId: ProducerId, most: number) {
  return db
    .selectFrom('webhook_event')
    .innerJoin('webhook_source', 'webhook_source.id', 'webhook_event.source_id')
    .where('webhook_source.producer_id', '=', producerId)
    .where('webhook_event.state', 'in', ['unknown', 'conflict'])
    .select([
      'webhook_event.id',
      'webhook_source.provider',
      'webhook_event.event_id as eventId',
      'webhook_event.state',
      'webhook_event.why',
      'webhook_event.received_at as receivedAt',
    ])
    .orderBy('webhook_event.received_at', 'desc')
    .limit(most)
    .execute()
}

/** The words of events that were worked on so long ago are thrown away; what they told stands in the books. */
export async function forgetBodies(tx: Tx, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook_event')
    .set({ body: null })
    .where('processed_at', '<', before)
    .where('body', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
