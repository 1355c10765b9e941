import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { Side } from './acts.ts'
import type { StatementLine, Sums } from './rules/book.ts'
import type { ConsignmentId, StatementId } from './rules/ids.ts'

const statements = (db: ReadDb) =>
  db
    .selectFrom('consignment_statement')
    .select([
      'id',
      'consignment_id as consignmentId',
      'number',
      'status',
      'from_seq as fromSeq',
      'to_seq as toSeq',
      'from_on as fromOn',
      'to_on as toOn',
      'sold_vnd as soldVnd',
      'commission_vnd as commissionVnd',
      'lost_vnd as lostVnd',
      'due_vnd as dueVnd',
      'pay_by as payBy',
      'minute',
      'made_at as madeAt',
      'made_by_name as madeByName',
      'point_signed_at as pointSignedAt',
      'point_signed_by_name as pointSignedByName',
      'owner_signed_at as ownerSignedAt',
      'owner_signed_by_name as ownerSignedByName',
      'withdrawn_reason as withdrawnReason',
    ])
export type StoredStatement = Awaited<ReturnType<ReturnType<typeof statements>['executeTakeFirstOrThrow']>>

export const selectStatement = (db: ReadDb, id: StatementId): Promise<StoredStatement | undefined> =>
  statements(db).where('id', '=', id).executeTakeFirst()
/** The latest first. */
export const selectStatements = (db: ReadDb, consignmentId: ConsignmentId): Promise<StoredStatement[]> =>
  statements(db).where('consignment_id', '=', consignmentId).orderBy('number', 'desc').execute()
export const selectStatementByKey = (db: ReadDb, requestKey: string): Promise<{ id: StatementId } | undefined> =>
  db.selectFrom('consignment_statement').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export const selectStatementLines = (db: ReadDb, id: StatementId) =>
  db
    .selectFrom('consignment_statement_line as line')
    .innerJoin('lot_card as lot', 'lot.id', 'line.lot_id')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'line.pack_id')
    .select([
      'line.lot_id as lotId',
      'line.pack_id as packId',
      'line.opening',
      'line.received',
      'line.sold',
      'line.returned',
      'line.lost_owner as lostOwner',
      'line.lost_point as lostPoint',
      'line.recalled',
      'line.counted',
      'line.sold_vnd as soldVnd',
      'line.commission_vnd as commissionVnd',
      'line.lost_vnd as lostVnd',
      'line.due_vnd as dueVnd',
      'line.note',
      'lot.number as lotNumber',
      'lot.unit',
      'product.name as productName',
      'pack.name as packName',
    ])
    .where('line.statement_id', '=', id)
    .orderBy('product.name', inVietnamese)
    .orderBy('line.lot_id')
    .orderBy('line.pack_id')
    .execute()

type NewStatement = Sums & {
  id: StatementId
  consignmentId: ConsignmentId
  number: number
  fromSeq: number
  toSeq: number
  fromOn: PlainDate
  toOn: PlainDate
  payBy: PlainDate
  minute: string
  at: Date
  byName: string
  requestKey: string
  lines: readonly (StatementLine & { note: string })[]
}

export async function insertStatement(tx: Tx, given: NewStatement): Promise<void> {
  await insertRows(tx, 'consignment_statement', [
    {
      id: given.id,
      consignment_id: given.consignmentId,
      number: given.number,
      status: 'open',
      from_seq: given.fromSeq,
      to_seq: given.toSeq,
      from_on: given.fromOn,
      to_on: given.toOn,
      sold_vnd: given.soldVnd,
      commission_vnd: given.commissionVnd,
      lost_vnd: given.lostVnd,
      due_vnd: given.dueVnd,
      pay_by: given.payBy,
      minute: given.minute,
      made_at: given.at,
      made_by_name: given.byName,
      request_key: given.requestKey,
    },
  ])
  await insertRows(
    tx,
    'consignment_statement_line',
    given.lines.map((line) => ({
      statement_id: given.id,
      lot_id: line.lotId,
      pack_id: line.packId,
      opening: line.opening,
      received: line.received,
      sold: line.sold,
      returned: line.returned,
      lost_owner: line.lostOwner,
      lost_point: line.lostPoint,
      recalled: line.recalled,
      counted: line.expected,
      sold_vnd: line.soldVnd,
      commission_vnd: line.commissionVnd,
      lost_vnd: line.lostVnd,
      due_vnd: line.dueVnd,
      note: line.note,
    })),
  )
}

export const signStatement = (tx: Tx, id: StatementId, side: Side, by: { at: Date; byName: string }, isLast: boolean) =>
  tx
    .updateTable('consignment_statement')
    .set({
      ...(side === 'point'
        ? { point_signed_at: by.at, point_signed_by_name: by.byName }
        : { owner_signed_at: by.at, owner_signed_by_name: by.byName }),
      ...(isLast && { status: 'signed' as const }),
    })
    .where('id', '=', id)
    .execute()

export const withdrawStatementRow = (tx: Tx, id: StatementId, reason: string) =>
  tx.updateTable('consignment_statement').set({ status: 'withdrawn', withdrawn_reason: reason }).where('id', '=', id).execute()
