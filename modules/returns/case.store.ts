import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { Dong } from '@dacsan/vietnam'
import { dong } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { OrderGroupId, OrderId, OrderLineId } from '../shop/rules.ts'
import type { ReturnStatus, Wish } from './acts.ts'
import type { Deadlines } from './rules/clock.ts'
import type { ReturnId } from './rules/ids.ts'
import type { Agreement } from './rules/settling.ts'

export const cases = (db: ReadDb) =>
  db
    .selectFrom('order_return')
    .innerJoin('producer_card as producer', 'producer.id', 'order_return.producer_id')
    .innerJoin('shop_order_card as sold', 'sold.id', 'order_return.order_id')
    .select([
      'order_return.id',
      'order_return.code',
      'order_return.order_id as orderId',
      'sold.code as orderCode',
      'sold.group_id as groupId',
      'order_return.producer_id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'order_return.status',
      'order_return.reason',
      'order_return.reason_says as reasonSays',
      'order_return.wanted',
      'order_return.words',
      'order_return.asked_at as askedAt',
      'order_return.acknowledge_by as acknowledgeBy',
      'order_return.answer_by as answerBy',
      'order_return.resolve_by as resolveBy',
      'order_return.acknowledged_at as acknowledgedAt',
      'order_return.answered_at as answeredAt',
      'order_return.late_at as lateAt',
      'order_return.office_at as officeAt',
      'order_return.ended_at as endedAt',
      'order_return.refund_vnd as refundVnd',
      'order_return.sends_back as sendsBack',
      'order_return.exchanges',
      'order_return.taken_off_vnd as takenOffVnd',
      'order_return.is_sample as isSample',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>
export type StoredReturn = Omit<Row, 'refundVnd' | 'sendsBack' | 'exchanges' | 'takenOffVnd' | 'groupId'> & {
  groupId: OrderGroupId
  /** Null until somebody agreed to something. */
  agreement: (Agreement & { refundVnd: Dong }) | null
  takenOffVnd: Dong
}

const stored = ({ refundVnd, sendsBack, exchanges, takenOffVnd, ...row }: Row): StoredReturn => ({
  ...row,
  takenOffVnd: dong(takenOffVnd),
  agreement: refundVnd === null ? null : { refundVnd: dong(refundVnd), sendsBack: sendsBack!, exchanges: exchanges! },
})

export async function selectReturn(db: ReadDb, id: ReturnId): Promise<StoredReturn | undefined> {
  const row = await cases(db).where('order_return.id', '=', id).executeTakeFirst()
  return row && stored(row)
}

/** The case, held until the end of the transaction; whoever calls holds its order. */
export async function lockReturn(tx: Tx, id: ReturnId): Promise<StoredReturn | undefined> {
  const locked = await tx.selectFrom('order_return').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectReturn(tx, id)
}

export async function selectReturnByKey(db: ReadDb, requestKey: string): Promise<StoredReturn | undefined> {
  const row = await cases(db).where('order_return.request_key', '=', requestKey).executeTakeFirst()
  return row && stored(row)
}

export async function selectReturnsOfOrder(db: ReadDb, orderId: OrderId): Promise<StoredReturn[]> {
  const rows = await cases(db)
    .where('order_return.order_id', '=', orderId)
    .orderBy('order_return.asked_at')
    .orderBy('order_return.id')
    .execute()
  return rows.map(stored)
}

export type NewReturn = Deadlines & {
  id: ReturnId
  code: string
  orderId: OrderId
  producerId: ProducerId
  reason: string
  reasonSays: string
  wanted: Wish
  words: string
  askedAt: Date
  requestKey: string
  isSample: boolean
}

export async function insertReturn(tx: Tx, one: NewReturn): Promise<void> {
  await tx
    .insertInto('order_return')
    .values({
      id: one.id,
      code: one.code,
      order_id: one.orderId,
      producer_id: one.producerId,
      status: 'open',
      reason: one.reason,
      reason_says: one.reasonSays,
      wanted: one.wanted,
      words: one.words,
      asked_at: one.askedAt,
      acknowledge_by: one.acknowledgeBy,
      answer_by: one.answerBy,
      resolve_by: one.resolveBy,
      request_key: one.requestKey,
      is_sample: one.isSample,
    })
    .execute()
}

type Change = {
  status?: ReturnStatus
  acknowledgedAt?: Date
  answeredAt?: Date
  lateAt?: Date
  officeAt?: Date
  endedAt?: Date
  agreement?: Agreement
  takenOffVnd?: Dong
}

export async function updateReturn(tx: Tx, id: ReturnId, change: Change): Promise<void> {
  const { agreement } = change
  await tx
    .updateTable('order_return')
    .set({
      status: change.status,
      acknowledged_at: change.acknowledgedAt,
      answered_at: change.answeredAt,
      late_at: change.lateAt,
      office_at: change.officeAt,
      ended_at: change.endedAt,
      taken_off_vnd: change.takenOffVnd,
      ...(agreement && { refund_vnd: agreement.refundVnd, sends_back: agreement.sendsBack, exchanges: agreement.exchanges }),
    })
    .where('id', '=', id)
    .execute()
}

export type ReturnLine = { orderLineId: OrderLineId; quantity: number }

export const selectReturnLines = (db: ReadDb, returnId: ReturnId): Promise<ReturnLine[]> =>
  db
    .selectFrom('order_return_line')
    .where('return_id', '=', returnId)
    .select(['order_line_id as orderLineId', 'quantity'])
    .orderBy('order_line_id')
    .execute()

export async function insertReturnLines(tx: Tx, returnId: ReturnId, lines: readonly ReturnLine[]): Promise<void> {
  await insertRows(
    tx,
    'order_return_line',
    lines.map(({ orderLineId, quantity }) => ({ return_id: returnId, order_line_id: orderLineId, quantity })),
  )
}

/** How much of each line is in returns that stand. */
export async function selectReturned(db: ReadDb, orderLineIds: readonly OrderLineId[]): Promise<Map<OrderLineId, number>> {
  if (orderLineIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('order_line_returned')
    .where('order_line_id', 'in', [...orderLineIds])
    .select(['order_line_id as id', 'returned'])
    .execute()
  return new Map(rows.map(({ id, returned }) => [id, returned]))
}

/** More of a line is in returns that stand, or less where one ended; the database keeps it within what came. */
export async function changeReturned(tx: Tx, lines: readonly (ReturnLine & { delivered: number })[]): Promise<void> {
  for (const { orderLineId, quantity, delivered } of lines) {
    await tx
      .insertInto('order_line_returned')
      .values({ order_line_id: orderLineId, delivered, returned: Math.max(0, quantity) })
      .onConflict((conflict) =>
        conflict.column('order_line_id').doUpdateSet({ returned: sql<number>`order_line_returned.returned + ${quantity}` }),
      )
      .execute()
  }
}

/** Goods of a case that ended without them may be asked about again. */
export const releaseLines = (
  tx: Tx,
  lines: readonly ReturnLine[],
  order: { lines: readonly { id: OrderLineId; quantity: number }[] },
): Promise<void> =>
  changeReturned(
    tx,
    lines.map(({ orderLineId, quantity }) => ({
      orderLineId,
      quantity: -quantity,
      delivered: order.lines.find(({ id }) => id === orderLineId)!.quantity,
    })),
  )
