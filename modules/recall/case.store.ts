import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { OrderId } from '../shop/rules.ts'
import type { LotId } from '../traceability/rules.ts'
import type { BuyersDo, Handling, RecallOrigin, RecallStatus } from './acts.ts'
import type { RecallId } from './rules/ids.ts'

export const cases = (db: ReadDb) =>
  db
    .selectFrom('recall')
    .innerJoin('producer_card as producer', 'producer.id', 'recall.producer_id')
    .select([
      'recall.id',
      'recall.code',
      'recall.status',
      'recall.is_drill as isDrill',
      'recall.origin',
      'recall.producer_id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'recall.risk',
      'recall.reason',
      'recall.buyers_do as buyersDo',
      'recall.began_at as beganAt',
      'recall.started_at as startedAt',
      'recall.started_by_name as startedByName',
      'recall.decide_by as decideBy',
      'recall.finish_by as finishBy',
      'recall.decision_number as decisionNumber',
      'recall.decided_on as decidedOn',
      'recall.decided_at as decidedAt',
      'recall.decided_by_name as decidedByName',
      'recall.decision_file_hash as decisionFileHash',
      'recall.decision_file_name as decisionFileName',
      'recall.handling',
      'recall.closed_at as closedAt',
      'recall.closed_by_name as closedByName',
      'recall.remainder_reason as remainderReason',
      'recall.is_sample as isSample',
    ])

export type StoredRecall = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>

export const selectRecall = (db: ReadDb, id: RecallId): Promise<StoredRecall | undefined> =>
  cases(db).where('recall.id', '=', id).executeTakeFirst()

/** The case, held until the end of the transaction. */
export async function lockRecall(tx: Tx, id: RecallId): Promise<StoredRecall | undefined> {
  const locked = await tx.selectFrom('recall').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRecall(tx, id)
}

export async function selectByKey(db: ReadDb, requestKey: string): Promise<RecallId[]> {
  const rows = await db.selectFrom('recall').where('request_key', '=', requestKey).select('id').orderBy('code').execute()
  return rows.map(({ id }) => id)
}

/** The newest case of a lot that was not a drill. */
export async function selectRecallOfLot(db: ReadDb, lotId: LotId): Promise<{ id: RecallId; code: string } | undefined> {
  return db
    .selectFrom('recall')
    .innerJoin('recall_lot as held', 'held.recall_id', 'recall.id')
    .where('held.lot_id', '=', lotId)
    .where('recall.is_drill', '=', false)
    .select(['recall.id', 'recall.code'])
    .orderBy('recall.started_at', 'desc')
    .executeTakeFirst()
}

export async function lockCodes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('recall: codes'))`.execute(tx)
}

/** The next code of a year, after {@link lockCodes}. */
export async function newCode(tx: Tx, year: number): Promise<string> {
  const prefix = `TH-${year}-`
  const { count } = await tx
    .selectFrom('recall')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('code', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow()
  return `${prefix}${String(count + 1).padStart(3, '0')}`
}

export type NewRecall = {
  id: RecallId
  code: string
  isDrill: boolean
  origin: RecallOrigin
  producerId: ProducerId
  risk: string
  reason: string
  buyersDo: BuyersDo
  beganAt: Date
  at: Date
  byId: UserId | null
  byName: string
  decideBy: Date
  finishBy: PlainDate
  isSample: boolean
  requestKey: string
  lotIds: readonly LotId[]
  orders: readonly { orderId: OrderId; lotId: LotId; quantity: number; amountVnd: number }[]
}

export async function insertRecall(tx: Tx, { lotIds, orders, ...given }: NewRecall): Promise<void> {
  await tx
    .insertInto('recall')
    .values({
      id: given.id,
      code: given.code,
      status: 'open',
      is_drill: given.isDrill,
      origin: given.origin,
      producer_id: given.producerId,
      risk: given.risk,
      reason: given.reason,
      buyers_do: given.buyersDo,
      began_at: given.beganAt,
      started_at: given.at,
      started_by_id: given.byId,
      started_by_name: given.byName,
      decide_by: given.decideBy,
      finish_by: given.finishBy,
      is_sample: given.isSample,
      request_key: given.requestKey,
    })
    .execute()
  const of = { recall_id: given.id }
  await insertRows(
    tx,
    'recall_lot',
    lotIds.map((lot_id) => ({ ...of, lot_id })),
  )
  await insertRows(
    tx,
    'recall_order',
    orders.map(({ orderId, lotId, quantity, amountVnd }) => ({
      ...of,
      order_id: orderId,
      lot_id: lotId,
      quantity,
      amount_vnd: amountVnd,
    })),
  )
}

export async function updateDecided(
  tx: Tx,
  id: RecallId,
  given: {
    number: string
    decidedOn: PlainDate
    handling: Handling
    at: Date
    byId: UserId | null
    byName: string
    file?: { hash: string; name: string }
  },
): Promise<void> {
  await tx
    .updateTable('recall')
    .set({
      decision_number: given.number,
      decided_on: given.decidedOn,
      handling: given.handling,
      decided_at: given.at,
      decided_by_id: given.byId,
      decided_by_name: given.byName,
      decision_file_hash: given.file?.hash ?? null,
      decision_file_name: given.file?.name ?? null,
    })
    .where('id', '=', id)
    .execute()
}

export async function updateClosed(
  tx: Tx,
  id: RecallId,
  given: { status: RecallStatus; at: Date; byId: UserId | null; byName: string; remainderReason: string | null },
): Promise<void> {
  await tx
    .updateTable('recall')
    .set({
      status: given.status,
      closed_at: given.at,
      closed_by_id: given.byId,
      closed_by_name: given.byName,
      remainder_reason: given.remainderReason,
    })
    .where('id', '=', id)
    .execute()
}

/** The orders that were found when the case began. */
export function selectFoundOrders(db: ReadDb, recallId: RecallId) {
  return db
    .selectFrom('recall_order')
    .where('recall_id', '=', recallId)
    .select(['order_id as orderId', 'lot_id as lotId', 'quantity', 'amount_vnd as amountVnd'])
    .orderBy('order_id')
    .execute()
}

export async function selectLotIds(db: ReadDb, recallId: RecallId): Promise<LotId[]> {
  const rows = await db.selectFrom('recall_lot').where('recall_id', '=', recallId).select('lot_id as lotId').orderBy('lot_id').execute()
  return rows.map(({ lotId }) => lotId)
}

/** The paper of the authority's decision. */
export function selectDecisionFile(db: ReadDb, id: RecallId) {
  return db
    .selectFrom('recall')
    .innerJoin('stored_file_card as file', 'file.hash', 'recall.decision_file_hash')
    .where('recall.id', '=', id)
    .select(['file.hash', 'file.media_type as mediaType', 'recall.decision_file_name as name'])
    .executeTakeFirst()
}
