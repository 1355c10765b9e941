import { searchWords } from '@dacsan/vietnam'
import { holdsWords } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { Role } from './actor.ts'
import type { SecurityOutcome, SecurityWhat } from './rules.ts'
import type { TrailId } from './ids.ts'

export type Seat = { role: Role; organisation: string }
export type Subject = { type: string; id: string }

export type SecurityEntry = {
  id: number
  at: Date
  what: SecurityWhat
  outcome: SecurityOutcome
  reason: string | null
  actorId: TrailId | null
  actorName: string | null
  seats: Seat[]
  tried: string | null
  address: string | null
  requestId: string | null
  action: string | null
  objectType: string | null
  objectId: string | null
  times: number
}

export async function insertSecurityEntry(db: Kysely<Tables>, entry: Omit<SecurityEntry, 'id'>): Promise<void> {
  await db
    .insertInto('security_entry')
    .values({
      at: entry.at,
      what: entry.what,
      outcome: entry.outcome,
      reason: entry.reason,
      actor_id: entry.actorId,
      actor_name: entry.actorName,
      seats: JSON.stringify(entry.seats),
      tried: entry.tried,
      address: entry.address,
      request_id: entry.requestId,
      action: entry.action,
      object_type: entry.objectType,
      object_id: entry.objectId,
      times: entry.times,
    })
    .execute()
}

/** What is looked for: each that is given must fit. `actor` is part of a name, `day` one day in Việt Nam. */
export type SecuritySearch = {
  what?: string | undefined
  outcome?: string | undefined
  actor?: string | undefined
  address?: string | undefined
  day?: string | undefined
  objectId?: string | undefined
  requestId?: string | undefined
}

export async function countSecurityEntries(db: ReadDb, search: SecuritySearch): Promise<number> {
  const { count } = await matching(db, search)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The entries that fit, newest first. */
export async function selectSecurityEntries(
  db: ReadDb,
  search: SecuritySearch,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<SecurityEntry[]> {
  const rows = await matching(db, search).selectAll().orderBy('id', 'desc').limit(limit).offset(offset).execute()
  return rows.map((row) => ({
    id: Number(row.id),
    at: row.at,
    what: row.what as SecurityWhat,
    outcome: row.outcome as SecurityOutcome,
    reason: row.reason,
    actorId: row.actor_id,
    actorName: row.actor_name,
    seats: row.seats as Seat[],
    tried: row.tried,
    address: row.address,
    requestId: row.request_id,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    times: row.times,
  }))
}

function matching(db: ReadDb, { what, outcome, actor, address, day, objectId, requestId }: SecuritySearch) {
  return db
    .selectFrom('security_entry')
    .$if(!!what, (query) => query.where('what', '=', what!))
    .$if(!!outcome, (query) => query.where('outcome', '=', outcome!))
    .$if(!!address, (query) => query.where('address', '=', address!))
    .$if(!!objectId, (query) => query.where('object_id', '=', objectId!))
    .$if(!!requestId, (query) => query.where('request_id', '=', requestId!))
    .$if(!!actor, (query) => query.where(holdsWords(sql.ref('actor_name'), searchWords(actor!))))
    .$if(!!day, (query) =>
      query
        .where('at', '>=', sql<Date>`${day!}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
        .where('at', '<', sql<Date>`(${day!}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`),
    )
}

export type Reader = { actorId: TrailId; actorName: string; seats: Seat[]; first: Date; last: Date; times: number }

/** Who read one of these things since then: one line for each person and what they were at the time, the latest first. */
export async function selectReaders(db: ReadDb, subjects: readonly Subject[], since: Date): Promise<Reader[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('security_entry')
    .select((eb) => [
      'actor_id as actorId',
      'actor_name as actorName',
      'seats',
      eb.fn.min('at').as('first'),
      eb.fn.max('at').as('last'),
      eb.fn.sum<number>('times').as('times'),
    ])
    .where('what', '=', 'read')
    .where('outcome', '=', 'done')
    .where('actor_id', 'is not', null)
    .where('at', '>=', since)
    .where((eb) => eb.or(subjects.map(({ type, id }) => eb.and([eb('object_type', '=', type), eb('object_id', '=', id)]))))
    .groupBy(['actor_id', 'actor_name', 'seats'])
    .orderBy('last', 'desc')
    .execute()
  return rows.map((row) => ({
    actorId: row.actorId!,
    actorName: row.actorName ?? '',
    seats: row.seats as Seat[],
    first: row.first,
    last: row.last,
    times: Number(row.times),
  }))
}

export async function deleteSecurityEntriesBefore(tx: Tx, before: Date): Promise<void> {
  await sql`select set_config('dacsan.retention', 'on', true)`.execute(tx)
  await tx.deleteFrom('security_entry').where('at', '<', before).execute()
  await sql`select set_config('dacsan.retention', 'off', true)`.execute(tx)
}
