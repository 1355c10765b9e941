import { sql } from 'kysely'
import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../../context.ts'
import type { Partners } from '../partner.store.ts'
import type { SubscriptionId } from '../rules.ts'

export const signatureTokenColumn: LockedColumn = { table: 'epcis_subscription', key: 'id', column: 'signature_token' }

/** How a subscription is served: at each capture, or by the clock. */
export type Serving = { isStream: true; schedule: null } | { isStream: false; schedule: Readonly<Record<string, string>> }

export type NewSubscription = {
  id: SubscriptionId
  partnerId: number
  queryName: string
  dest: string
  signatureToken: string | null
  reportIfEmpty: boolean
  createdAt: Date
  toldUpTo: number
} & Serving

export async function insertSubscription(tx: Tx, given: NewSubscription): Promise<void> {
  await tx
    .insertInto('epcis_subscription')
    .values({
      id: given.id,
      partner_id: given.partnerId,
      query_name: given.queryName,
      dest: given.dest,
      signature_token: await lockText(tx, signatureTokenColumn, given.id, given.signatureToken),
      is_stream: given.isStream,
      schedule: given.schedule && JSON.stringify(given.schedule),
      report_if_empty: given.reportIfEmpty,
      created_at: given.createdAt,
      told_up_to: given.toldUpTo,
    })
    .execute()
}

const columns = [
  'id',
  'partner_id as partnerId',
  'query_name as queryName',
  'dest',
  'is_stream as isStream',
  'schedule',
  'report_if_empty as reportIfEmpty',
  'created_at as createdAt',
  'told_up_to as toldUpTo',
] as const

/** A subscription without the secret that signs what it sends. */
export type Subscription = Omit<NewSubscription, 'signatureToken' | 'isStream' | 'schedule'> & Serving

/** The subscriptions of a query after one, in the order of their ids. */
export async function selectSubscriptions(
  db: ReadDb,
  partners: Partners,
  queryName: string,
  { after, limit }: { after: string; limit: number },
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('epcis_subscription')
    .select(columns)
    .where('partner_id', 'in', partners)
    .where('query_name', '=', queryName)
    .where('id', '>', after as SubscriptionId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows as Subscription[]
}

export async function selectSubscription(
  db: ReadDb,
  partners: Partners,
  queryName: string,
  id: SubscriptionId,
): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('epcis_subscription')
    .select(columns)
    .where('partner_id', 'in', partners)
    .where('query_name', '=', queryName)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Subscription | undefined
}

export async function deleteSubscription(tx: Tx, partners: Partners, queryName: string, id: SubscriptionId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('epcis_subscription')
    .where('partner_id', 'in', partners)
    .where('query_name', '=', queryName)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A subscription that somebody delivers now, with the secret that signs. */
export type Held = Subscription & { signatureToken: string | null; query: unknown }

/** Takes a subscription for so long; undefined where it is gone, `busy` where somebody else has it. */
export async function holdSubscription(tx: Tx, id: SubscriptionId, now: Date, until: Date): Promise<Held | 'busy' | undefined> {
  const row = await tx
    .selectFrom('epcis_subscription')
    .innerJoin('epcis_query as asked', (join) =>
      join.onRef('asked.partner_id', '=', 'epcis_subscription.partner_id').onRef('asked.name', '=', 'epcis_subscription.query_name'),
    )
    .select([
      'epcis_subscription.id',
      'epcis_subscription.partner_id as partnerId',
      'query_name as queryName',
      'dest',
      'is_stream as isStream',
      'schedule',
      'report_if_empty as reportIfEmpty',
      'epcis_subscription.created_at as createdAt',
      'told_up_to as toldUpTo',
      'held_until as heldUntil',
      'signature_token as locked',
      'asked.definition as query',
    ])
    .where('epcis_subscription.id', '=', id)
    .forUpdate('epcis_subscription')
    .executeTakeFirst()
  if (!row) return undefined
  if (row.heldUntil !== null && row.heldUntil > now) return 'busy'
  await tx.updateTable('epcis_subscription').set({ held_until: until }).where('id', '=', id).execute()
  const { locked, heldUntil: _, ...held } = row
  return { ...(held as Subscription), query: row.query, signatureToken: await openText(tx, signatureTokenColumn, id, locked) }
}

/** What has been told, and until when whoever delivers goes on; `null`: is done. */
export async function updateTold(
  tx: Tx,
  id: SubscriptionId,
  { upTo, at, heldUntil }: { upTo: number; at: Date; heldUntil: Date | null },
): Promise<void> {
  await tx
    .updateTable('epcis_subscription')
    .set({ told_up_to: sql<number>`greatest(told_up_to, ${upTo})`, told_at: at, held_until: heldUntil })
    .where('id', '=', id)
    .execute()
}

/** Lets a subscription go that was not told. */
export async function releaseSubscription(tx: Tx, id: SubscriptionId): Promise<void> {
  await tx.updateTable('epcis_subscription').set({ held_until: null }).where('id', '=', id).execute()
}
