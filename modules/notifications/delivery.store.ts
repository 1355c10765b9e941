import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageKind, MessageLanguage, Recipient } from '../message.ts'
import type { DeliveryStatus } from './acts.ts'
import type { Channel } from './rules/channels.ts'
import type { DeliveryId, MessageId } from './rules/ids.ts'

export type NewDelivery = {
  id: DeliveryId
  messageId: MessageId
  recipient: Recipient
  channel: Channel
  state: 'waiting' | 'off'
  dueAt: Date
  at: Date
  sentAgain?: number
}

export async function insertDelivery(
  tx: Tx,
  { id, messageId, recipient, channel, state, dueAt, at, sentAgain = 0 }: NewDelivery,
): Promise<void> {
  await tx
    .insertInto('delivery')
    .values({
      id,
      message_id: messageId,
      recipient,
      channel,
      sent_again: sentAgain,
      state,
      due_at: dueAt,
      try_at: dueAt,
      ended_at: state === 'off' ? at : null,
    })
    .execute()
}

export type Claimed = {
  id: DeliveryId
  messageId: MessageId
  recipient: Recipient
  userId: UserId | null
  channel: Channel
  name: string
  kind: MessageKind
  pace: 'at-once' | 'digest'
  language: MessageLanguage
  subject: string
  text: string
  short: string
  filled: Readonly<Record<string, string>>
  path: string
  readAt: Date | null
  dueAt: Date
  tries: number
}

/**
 * Takes the next delivery that is due, with those that go in the same mail, so that no other process takes them. To one person by one channel
 * nothing goes before what was due before it and still waits.
 */
export async function claimDeliveries(tx: Tx, { now, on }: { now: Date; on: readonly Channel[] }): Promise<Claimed[]> {
  if (on.length === 0) return []
  const { rows } = await sql<Claimed>`
    with first as (
      select one.id, one.recipient, message.pace from delivery one join message on message.id = one.message_id
      where one.state = 'waiting' and one.try_at <= ${now} and one.due_at <= ${now} and one.channel = any(${[...on]}::text[])
        and not exists (select from delivery before
          where before.recipient = one.recipient and before.channel = one.channel and before.seq < one.seq and before.due_at <= one.due_at
            and before.state in ('waiting', 'sending'))
      order by one.seq limit 1 for update of one skip locked
    ), together as (
      select other.id from first join delivery other on other.recipient = first.recipient join message on message.id = other.message_id
      where first.pace = 'digest' and other.channel = 'mail' and message.pace = 'digest' and other.state = 'waiting' and other.due_at <= ${now}
        and other.id <> first.id
      for update of other skip locked
    ), taken as (
      update delivery set state = 'sending', tries = tries + 1, began_at = ${now}
      where id in (select id from first union all select id from together) returning *
    )
    select taken.id, taken.message_id as "messageId", taken.recipient, message.user_id as "userId", taken.channel, message.name, message.kind,
      message.pace, message.language, message.subject, message.content as text, message.short, message.filled, message.path,
      message.read_at as "readAt", taken.due_at as "dueAt", taken.tries
    from taken join message on message.id = taken.message_id order by taken.seq`.execute(tx)
  return rows
}

export async function endDeliveries(
  tx: Tx,
  ids: readonly DeliveryId[],
  { state, why = null, providerId = null, at }: { state: DeliveryStatus; why?: string | null; providerId?: string | null; at: Date },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('delivery')
    .set({ state, why, provider_id: providerId, ended_at: at })
    .where('id', 'in', [...ids])
    .where('state', '=', 'sending')
    .execute()
}

export async function postponeDeliveries(tx: Tx, ids: readonly DeliveryId[], { why, tryAt }: { why: string; tryAt: Date }): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'waiting', why, try_at: tryAt })
    .where('id', 'in', [...ids])
    .where('state', '=', 'sending')
    .execute()
}

/** Deliveries whose process died in the middle: those of a channel that takes one id once go on, of the others nobody knows. */
export async function settleBroken(
  tx: Tx,
  { now, before, repeatable }: { now: Date; before: Date; repeatable: readonly Channel[] },
): Promise<void> {
  const broken = (query: 'in' | 'not in') =>
    tx
      .updateTable('delivery')
      .where('state', '=', 'sending')
      .where('began_at', '<', before)
      .where('channel', query, [...repeatable])
  await broken('in').set({ state: 'waiting', why: 'broken-off', try_at: now }).execute()
  await broken('not in').set({ state: 'unknown', why: 'broken-off', ended_at: now }).execute()
}

export type Outgoing = {
  id: DeliveryId
  messageId: MessageId
  recipient: Recipient
  personName: string | null
  name: string
  kind: MessageKind
  subject: string
  path: string
  objectType: string
  objectId: string
  channel: Channel
  state: DeliveryStatus
  sentAgain: number
  tries: number
  why: string | null
  at: Date
  dueAt: Date
  endedAt: Date | null
}

/** Those that are somebody's business to look after: nobody was reached by them, or nobody knows. */
export const faultStates = ['refused', 'unknown', 'given-up'] as const satisfies readonly DeliveryStatus[]

const outgoing = (db: ReadDb) =>
  db
    .selectFrom('delivery')
    .innerJoin('message', 'message.id', 'delivery.message_id')
    .leftJoin('person_card as person', 'person.id', 'message.user_id')
    .select([
      'delivery.id',
      'delivery.message_id as messageId',
      'delivery.recipient',
      'person.name as personName',
      'message.name',
      'message.kind',
      'message.subject',
      'message.path',
      'message.object_type as objectType',
      'message.object_id as objectId',
      'delivery.channel',
      'delivery.state',
      'delivery.sent_again as sentAgain',
      'delivery.tries',
      'delivery.why',
      'message.at',
      'delivery.due_at as dueAt',
      'delivery.ended_at as endedAt',
    ])

export type ListedDelivery = Pick<
  Outgoing,
  'id' | 'recipient' | 'personName' | 'name' | 'kind' | 'subject' | 'objectId' | 'channel' | 'state' | 'sentAgain' | 'tries' | 'why' | 'at'
> & {
  /** Its state, and `faults` where it is one. */
  states: string[]
  /** A fault that nobody sent again stands on top. */
  rank: '1' | '2'
}

/** All that went out or waits. */
export const deliveriesListed = (db: ReadDb) =>
  sql<ListedDelivery>`${outgoing(db).select([
    sql`jsonb_build_array(delivery.state, case when delivery.state = any(${[...faultStates]}::text[]) then 'faults' end)`.as('states'),
    sql`case when delivery.state = any(${[...faultStates]}::text[]) and not exists (select from delivery again
      where again.message_id = delivery.message_id and again.channel = delivery.channel and again.sent_again > delivery.sent_again)
      then '1' else '2' end`.as('rank'),
  ])}`

export async function lockDelivery(tx: Tx, id: DeliveryId) {
  const locked = await tx.selectFrom('delivery').select('message_id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && outgoing(tx).select('message.user_id as userId').where('delivery.id', '=', id).executeTakeFirst()
}

export async function lastSentAgain(
  db: ReadDb,
  messageId: MessageId,
  channel: Channel,
): Promise<{ sentAgain: number; state: DeliveryStatus }> {
  return db
    .selectFrom('delivery')
    .select(['sent_again as sentAgain', 'state'])
    .where('message_id', '=', messageId)
    .where('channel', '=', channel)
    .orderBy('sent_again', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

export type ChannelFigures = { channel: Channel; waiting: number; oldest: Date | null; taken: number; faults: number; off: number }

/** How each channel did since a moment, and what waits on it now. */
export async function channelFigures(db: ReadDb, since: Date): Promise<ChannelFigures[]> {
  const { rows } = await sql<ChannelFigures>`
    select channel, count(*) filter (where state in ('waiting', 'sending'))::int as waiting,
      min(due_at) filter (where state = 'waiting') as oldest,
      count(*) filter (where state = 'taken' and ended_at >= ${since})::int as taken,
      count(*) filter (where state in ('refused', 'unknown', 'given-up') and ended_at >= ${since})::int as faults,
      count(*) filter (where state = 'off' and ended_at >= ${since})::int as off
    from delivery where state in ('waiting', 'sending') or ended_at >= ${since} group by channel`.execute(db)
  return rows
}

/** Advertisements to the telephone of somebody within a day. */
export async function countAds(db: ReadDb, recipient: Recipient, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from delivery join message on message.id = delivery.message_id
    where delivery.recipient = ${recipient} and message.kind = 'news' and delivery.channel in ('sms', 'zns') and message.at > ${since}`.execute(
    db,
  )
  return rows[0]!.n
}
