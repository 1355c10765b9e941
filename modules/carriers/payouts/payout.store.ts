import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { BankLineId } from '../../payments/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import type { CodPayoutStatus } from '../acts.ts'
import type { CarrierAccountId, CodPayoutId, CodPayoutLineId, ParcelId } from '../rules/ids.ts'
import type { JudgedRow, PaidParcel, PayoutRow, PayoutSums } from '../rules/judge-payout.ts'
import type { CarrierName, PayoutAnswer } from '../rules/kinds.ts'

/** Whoever reads or answers money of carriers of a seller waits for whoever does it before. */
export async function lockCod(tx: Tx, producerId: ProducerId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`cod of ${producerId}`}))`.execute(tx)
}

export async function insertPayout(
  tx: Tx,
  given: {
    id: CodPayoutId
    producerId: ProducerId
    accountId: CarrierAccountId
    carrier: CarrierName
    fileName: string
    digest: string
    rows: readonly PayoutRow[]
    sums: PayoutSums
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('cod_payout')
    .values({
      id: given.id,
      producer_id: given.producerId,
      account_id: given.accountId,
      carrier: given.carrier,
      file_name: given.fileName,
      file_digest: given.digest,
      status: 'read',
      draft: JSON.stringify(given.rows),
      line_count: given.rows.length,
      cod_vnd: given.sums.codVnd,
      fees_vnd: given.sums.feesVnd,
      net_vnd: given.sums.netVnd,
      read_at: given.at,
      read_by_id: given.byId,
    })
    .execute()
}

const payouts = (db: ReadDb) =>
  db
    .selectFrom('cod_payout')
    .innerJoin('producer_card as producer', 'producer.id', 'cod_payout.producer_id')
    .select([
      'cod_payout.id',
      'cod_payout.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'cod_payout.account_id as accountId',
      'cod_payout.carrier',
      'cod_payout.file_name as fileName',
      'cod_payout.file_digest as digest',
      'cod_payout.status',
      'cod_payout.line_count as lineCount',
      'cod_payout.cod_vnd as codVnd',
      'cod_payout.fees_vnd as feesVnd',
      'cod_payout.net_vnd as netVnd',
      'cod_payout.received_vnd as receivedVnd',
      'cod_payout.received_on as receivedOn',
      'cod_payout.note',
      'cod_payout.read_at as readAt',
      'cod_payout.taken_at as takenAt',
    ])
export type StoredPayout = Awaited<ReturnType<ReturnType<typeof payouts>['executeTakeFirstOrThrow']>>

export const selectPayout = (db: ReadDb, id: CodPayoutId): Promise<StoredPayout | undefined> =>
  payouts(db).where('cod_payout.id', '=', id).executeTakeFirst()

export async function lockPayout(tx: Tx, id: CodPayoutId): Promise<StoredPayout | undefined> {
  const locked = await tx.selectFrom('cod_payout').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectPayout(tx, id)
}

export const selectPayoutsOf = (db: ReadDb, producerId: ProducerId, most: number): Promise<StoredPayout[]> =>
  payouts(db)
    .where('cod_payout.producer_id', '=', producerId)
    .orderBy('cod_payout.read_at', 'desc')
    .orderBy('cod_payout.id')
    .limit(most)
    .execute()

export async function selectDraft(db: ReadDb, id: CodPayoutId): Promise<readonly PayoutRow[]> {
  const row = await db.selectFrom('cod_payout').where('id', '=', id).select('draft').executeTakeFirst()
  return (row?.draft as readonly PayoutRow[] | null | undefined) ?? []
}

export async function isTaken(db: ReadDb, accountId: CarrierAccountId, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('cod_payout')
    .where('account_id', '=', accountId)
    .where('file_digest', '=', digest)
    .where('status', '=', 'taken')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateTaken(
  tx: Tx,
  id: CodPayoutId,
  given: {
    status: CodPayoutStatus
    bankLineId: BankLineId | null
    receivedVnd: number
    receivedOn: string
    note: string
    at: Date
    byId: UserId | null
  },
): Promise<void> {
  await tx
    .updateTable('cod_payout')
    .set({
      status: given.status,
      draft: null,
      bank_line_id: given.bankLineId,
      received_vnd: given.receivedVnd,
      received_on: given.receivedOn,
      note: given.note,
      taken_at: given.at,
      taken_by_id: given.byId,
    })
    .where('id', '=', id)
    .execute()
}

/** Files that were read and not taken are thrown away after a while. */
export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('cod_payout').where('status', '=', 'read').where('read_at', '<', before).execute()
}

/** The parcels that these codes name, of one account; each with whether its money reached its order. */
export async function selectPaidParcels(db: ReadDb, accountId: CarrierAccountId, codes: readonly string[]): Promise<PaidParcel[]> {
  if (codes.length === 0) return []
  const wanted = [...new Set(codes.map((code) => code.replaceAll(/\s/g, '').toUpperCase()))]
  const rows = await db
    .selectFrom('parcel')
    .leftJoin('cod_settlement as settled', (join) => join.onRef('settled.parcel_id', '=', 'parcel.id').on('settled.is_first', '=', true))
    .where('parcel.account_id', '=', accountId)
    .where('parcel.carrier_code', 'is not', null)
    .where(({ eb, or }) => or([eb(sql`upper(parcel.carrier_code)`, 'in', wanted), eb(sql`upper(parcel.client_code)`, 'in', wanted)]))
    .select([
      'parcel.id',
      'parcel.carrier_code as carrierCode',
      'parcel.client_code as clientCode',
      'parcel.state',
      'parcel.cod_vnd as codVnd',
      'settled.line_id as settledBy',
    ])
    .execute()
  return rows.map(({ settledBy, carrierCode, ...row }) => ({ ...row, carrierCode: carrierCode!, isPaid: settledBy !== null }))
}

export async function insertLines(
  tx: Tx,
  of: { payoutId: CodPayoutId; producerId: ProducerId },
  lines: readonly (JudgedRow & { id: CodPayoutLineId })[],
): Promise<void> {
  await insertRows(
    tx,
    'cod_payout_line',
    lines.map((line, place) => ({
      id: line.id,
      payout_id: of.payoutId,
      producer_id: of.producerId,
      place,
      parcel_code: line.parcelCode,
      parcel_id: line.parcelId,
      cod_vnd: line.codVnd,
      carriage_vnd: line.carriageVnd,
      return_vnd: line.returnVnd,
      reweigh_vnd: line.reweighVnd,
      other_vnd: line.otherVnd,
      net_vnd: line.netVnd,
      grams: line.grams,
      expected_vnd: line.expectedVnd,
      state: line.state,
    })),
  )
}

const lines = (db: ReadDb) =>
  db
    .selectFrom('cod_payout_line as line')
    .innerJoin('cod_payout', 'cod_payout.id', 'line.payout_id')
    .innerJoin('producer_card as producer', 'producer.id', 'line.producer_id')
    .leftJoin('parcel', 'parcel.id', 'line.parcel_id')
    .leftJoin('cod_payout_answer as given', 'given.line_id', 'line.id')
    .select([
      'line.id',
      'line.payout_id as payoutId',
      'line.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'cod_payout.account_id as accountId',
      'cod_payout.carrier',
      'line.parcel_code as parcelCode',
      'line.parcel_id as parcelId',
      'parcel.order_id as orderId',
      'parcel.order_code as orderCode',
      'line.cod_vnd as codVnd',
      'line.carriage_vnd as carriageVnd',
      'line.return_vnd as returnVnd',
      'line.reweigh_vnd as reweighVnd',
      'line.other_vnd as otherVnd',
      'line.net_vnd as netVnd',
      'line.grams',
      'line.expected_vnd as expectedVnd',
      'line.state',
      'given.answer',
      'given.note',
    ])
export type StoredLine = Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>

export const selectLine = (db: ReadDb, id: CodPayoutLineId): Promise<StoredLine | undefined> =>
  lines(db).where('line.id', '=', id).executeTakeFirst()

export const selectLinesOf = (db: ReadDb, payoutId: CodPayoutId): Promise<StoredLine[]> =>
  lines(db).where('line.payout_id', '=', payoutId).orderBy('line.place').execute()

/** What waits for an answer of the seller, the oldest first. */
export const selectOpenLines = (db: ReadDb, producerId: ProducerId, most: number): Promise<StoredLine[]> =>
  lines(db)
    .where('line.producer_id', '=', producerId)
    .where('line.state', 'in', ['less', 'more', 'unknown', 'twice'])
    .where('given.line_id', 'is', null)
    .orderBy('cod_payout.taken_at')
    .orderBy('line.place')
    .limit(most)
    .execute()

export async function insertAnswer(
  tx: Tx,
  given: {
    lineId: CodPayoutLineId
    answer: PayoutAnswer
    parcelId: ParcelId | null
    note: string
    at: Date
    byId: UserId | null
    byName: string
  },
): Promise<void> {
  await tx
    .insertInto('cod_payout_answer')
    .values({
      line_id: given.lineId,
      answer: given.answer,
      parcel_id: given.parcelId,
      note: given.note,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    })
    .execute()
}

export async function insertSettlements(
  tx: Tx,
  settled: readonly { lineId: CodPayoutLineId; parcelId: ParcelId; orderId: OrderId; amountVnd: number; isFirst: boolean }[],
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    'cod_settlement',
    settled.map((one) => ({
      line_id: one.lineId,
      parcel_id: one.parcelId,
      order_id: one.orderId,
      amount_vnd: one.amountVnd,
      is_first: one.isFirst,
      at,
    })),
  )
}

export async function hasFirst(db: ReadDb, parcelId: ParcelId): Promise<boolean> {
  const row = await db
    .selectFrom('cod_settlement')
    .where('parcel_id', '=', parcelId)
    .where('is_first', '=', true)
    .select('line_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Money of buyers that reached the order of a parcel. */
export async function selectPaidOf(db: ReadDb, parcelId: ParcelId): Promise<number> {
  const { sum } = await db
    .selectFrom('cod_settlement')
    .where('parcel_id', '=', parcelId)
    .select((eb) => eb.fn.sum<number>('amount_vnd').as('sum'))
    .executeTakeFirstOrThrow()
  return Number(sum ?? 0)
}

export async function ordersOfParcels(db: ReadDb, ids: readonly ParcelId[]): Promise<Map<ParcelId, OrderId>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('parcel')
    .where('id', 'in', [...ids])
    .select(['id', 'order_id as orderId'])
    .execute()
  return new Map(rows.map(({ id, orderId }) => [id, orderId]))
}

/** Delivered, with money of the buyer that no file has paid yet. */
export async function selectUnpaid(db: ReadDb, producerId: ProducerId, most: number) {
  return db
    .selectFrom('parcel')
    .leftJoin('cod_settlement as settled', (join) => join.onRef('settled.parcel_id', '=', 'parcel.id').on('settled.is_first', '=', true))
    .where('parcel.producer_id', '=', producerId)
    .where('parcel.state', '=', 'delivered')
    .where('parcel.cod_vnd', '>', 0)
    .where('settled.line_id', 'is', null)
    .select([
      'parcel.id',
      'parcel.order_code as orderCode',
      'parcel.carrier',
      'parcel.carrier_code as carrierCode',
      'parcel.cod_vnd as codVnd',
    ])
    .orderBy('parcel.created_at')
    .limit(most)
    .execute()
}

/** Every settlement with what the shop is to have in its log under the id of the line. */
export async function selectSettlements(db: ReadDb, { after, limit }: { after: string; limit: number }) {
  return db
    .selectFrom('cod_settlement')
    .where('line_id', '>', after as never)
    .select(['line_id as id', 'order_id as orderId', 'amount_vnd as amountVnd'])
    .orderBy('line_id')
    .limit(limit)
    .execute()
}
