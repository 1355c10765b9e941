import type { ParcelToSend } from '@dacsan/carriers'
import { newId } from '@dacsan/platform/ids'
import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import type { CarrierAccountId, ParcelId } from '../rules/ids.ts'
import type { CarrierName, EventSource, ParcelStatus } from '../rules/kinds.ts'

export const requestColumn: LockedColumn = { table: 'parcel', key: 'id', column: 'request' }

const parcels = (db: ReadDb) =>
  db
    .selectFrom('parcel')
    .innerJoin('producer_card as producer', 'producer.id', 'parcel.producer_id')
    .select([
      'parcel.id',
      'parcel.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'parcel.order_id as orderId',
      'parcel.order_code as orderCode',
      'parcel.account_id as accountId',
      'parcel.carrier',
      'parcel.client_code as clientCode',
      'parcel.request_key as requestKey',
      'parcel.grams',
      'parcel.cod_vnd as codVnd',
      'parcel.quoted_vnd as quotedVnd',
      'parcel.fee_vnd as feeVnd',
      'parcel.state',
      'parcel.carrier_code as carrierCode',
      'parcel.carrier_status as carrierStatus',
      'parcel.carrier_text as carrierText',
      'parcel.is_confirmed as isConfirmed',
      'parcel.why',
      'parcel.attempts',
      'parcel.asked_at as askedAt',
      'parcel.told_at as toldAt',
      'parcel.created_at as createdAt',
    ])
export type StoredParcel = Awaited<ReturnType<ReturnType<typeof parcels>['executeTakeFirstOrThrow']>>

export const selectParcel = (db: ReadDb, id: ParcelId): Promise<StoredParcel | undefined> =>
  parcels(db).where('parcel.id', '=', id).executeTakeFirst()

export const selectParcelByKey = (db: ReadDb, requestKey: string): Promise<StoredParcel | undefined> =>
  parcels(db).where('parcel.request_key', '=', requestKey).executeTakeFirst()

export async function lockParcel(tx: Tx, id: ParcelId): Promise<StoredParcel | undefined> {
  const locked = await tx.selectFrom('parcel').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectParcel(tx, id)
}

export const selectParcelsOfOrder = (db: ReadDb, orderId: OrderId): Promise<StoredParcel[]> =>
  parcels(db).where('parcel.order_id', '=', orderId).orderBy('parcel.created_at').orderBy('parcel.id').execute()

/** Of an account, by the carrier's code or by ours. */
export const selectParcelByCodes = (
  db: ReadDb,
  accountId: CarrierAccountId,
  { carrierCode, clientCode }: { carrierCode: string; clientCode: string | null },
): Promise<StoredParcel | undefined> =>
  parcels(db)
    .where('parcel.account_id', '=', accountId)
    .where(({ eb, or }) =>
      or([eb('parcel.carrier_code', '=', carrierCode), ...(clientCode === null ? [] : [eb('parcel.client_code', '=', clientCode)])]),
    )
    .orderBy(sql`parcel.carrier_code is not distinct from ${carrierCode}`, 'desc')
    .executeTakeFirst()

/** Of a seller, one that a code of the carrier or of ours names. */
export const selectOwnByCode = (db: ReadDb, producerId: ProducerId, code: string): Promise<StoredParcel | undefined> =>
  parcels(db)
    .where('parcel.producer_id', '=', producerId)
    .where(({ eb, or }) => or([eb(sql`upper(parcel.carrier_code)`, '=', code), eb(sql`upper(parcel.client_code)`, '=', code)]))
    .where('parcel.carrier_code', 'is not', null)
    .executeTakeFirst()

/** What still goes on: planned, or on its way. */
export async function countOnWay(db: ReadDb, accountId: CarrierAccountId): Promise<number> {
  const { count } = await db
    .selectFrom('parcel')
    .where('account_id', '=', accountId)
    .where('state', 'not in', ['delivered', 'returned', 'lost', 'cancelled', 'refused'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function countOfOrder(db: ReadDb, orderId: OrderId): Promise<number> {
  const { count } = await db
    .selectFrom('parcel')
    .where('order_id', '=', orderId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whoever makes parcels of an order waits for whoever does it before: their codes are counted. */
export async function lockParcelsOf(tx: Tx, orderId: OrderId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`parcels of ${orderId}`}))`.execute(tx)
}

export type NewParcel = {
  id: ParcelId
  producerId: ProducerId
  orderId: OrderId
  orderCode: string
  accountId: CarrierAccountId
  carrier: CarrierName
  requestKey: string
  quotedVnd: number | null
  request: ParcelToSend
  at: Date
  byId: UserId | null
}

export async function insertParcel(tx: Tx, given: NewParcel): Promise<void> {
  const { request } = given
  await tx
    .insertInto('parcel')
    .values({
      id: given.id,
      producer_id: given.producerId,
      order_id: given.orderId,
      order_code: given.orderCode,
      account_id: given.accountId,
      carrier: given.carrier,
      client_code: request.clientCode,
      request_key: given.requestKey,
      grams: request.grams,
      cod_vnd: request.codVnd,
      quoted_vnd: given.quotedVnd,
      request: await lockText(tx, requestColumn, given.id, JSON.stringify(request)),
      state: 'planned',
      created_at: given.at,
      by_id: given.byId,
    })
    .execute()
}

/** What its carrier is to be asked; null once it has answered. */
export async function openRequest(db: ReadDb, id: ParcelId): Promise<ParcelToSend | null> {
  const row = await db.selectFrom('parcel').where('id', '=', id).select('request').executeTakeFirstOrThrow()
  return row.request === null ? null : (JSON.parse(await openText(db, requestColumn, id, row.request)) as ParcelToSend)
}

/** One asks at a time; whoever was cut off while asking is followed after a while. Answers how often it was asked before; null: somebody else asks. */
export async function beginAttempt(tx: Tx, id: ParcelId, now: Date, since: Date): Promise<number | null> {
  const row = await tx
    .updateTable('parcel')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), asked_at: now }))
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .where(({ eb, or }) => or([eb('asked_at', 'is', null), eb('asked_at', '<', since)]))
    .returning('attempts')
    .executeTakeFirst()
  return row ? row.attempts - 1 : null
}

/** The carrier answered nothing, for now: the next attempt need not wait for anybody. */
export async function endAttempt(tx: Tx, id: ParcelId): Promise<void> {
  await tx.updateTable('parcel').set({ asked_at: null }).where('id', '=', id).where('state', '=', 'planned').execute()
}

export type ParcelChange = {
  state: ParcelStatus
  at: Date
  source: EventSource
  carrierCode?: string
  carrierStatus?: string | null
  carrierText?: string | null
  isConfirmed?: boolean
  feeVnd?: number | null
  why?: string | null
  nextAskAt: Date | null
  toldAt?: Date | null
}

/** The parcel as it stands now, and the line of its history. */
export async function updateParcel(tx: Tx, id: ParcelId, change: ParcelChange): Promise<void> {
  const { state, carrierCode, carrierStatus, carrierText, isConfirmed, feeVnd, why, nextAskAt, toldAt } = change
  await tx
    .updateTable('parcel')
    .set({
      state,
      next_ask_at: nextAskAt,
      ...(state !== 'planned' && { request: null }),
      ...(carrierCode !== undefined && { carrier_code: carrierCode }),
      ...(carrierStatus !== undefined && { carrier_status: carrierStatus, carrier_text: carrierText ?? null }),
      ...(isConfirmed !== undefined && { is_confirmed: isConfirmed }),
      ...(typeof feeVnd === 'number' && { fee_vnd: feeVnd }),
      ...(why !== undefined && { why }),
      ...(toldAt !== undefined && { told_at: toldAt }),
    })
    .where('id', '=', id)
    .execute()
  await tx
    .insertInto('parcel_event')
    .values({
      id: newId('pev'),
      parcel_id: id,
      at: change.at,
      state,
      carrier_status: carrierStatus ?? null,
      carrier_text: carrierText ?? null,
      source: change.source,
    })
    .execute()
}

export async function updateNextAsk(tx: Tx, id: ParcelId, at: Date | null): Promise<void> {
  await tx.updateTable('parcel').set({ next_ask_at: at }).where('id', '=', id).execute()
}

export async function selectEvents(db: ReadDb, id: ParcelId) {
  return db
    .selectFrom('parcel_event')
    .where('parcel_id', '=', id)
    .select(['at', 'state', 'carrier_status as carrierStatus', 'carrier_text as carrierText', 'source'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/** Whose turn it is to be asked about, the longest waiting first. */
export async function selectDue(db: ReadDb, now: Date, most: number): Promise<ParcelId[]> {
  const rows = await db
    .selectFrom('parcel')
    .where('next_ask_at', '<=', now)
    .select('id')
    .orderBy('next_ask_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Planned ones whose asking was cut off or not answered. */
export async function selectLeft(db: ReadDb, since: Date, most: number): Promise<ParcelId[]> {
  const rows = await db
    .selectFrom('parcel')
    .where('state', '=', 'planned')
    .where(({ eb, or }) => or([eb('asked_at', 'is', null), eb('asked_at', '<', since)]))
    .where('created_at', '<', since)
    .select('id')
    .orderBy('created_at')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
