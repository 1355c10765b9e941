import type { ReadDb } from '../context.ts'
import type { OrderLineId } from '../shop/rules.ts'
import type { ReturnId } from './rules/ids.ts'

/** Lines for which money went back, by returns that are over. */
const paidBack = (db: ReadDb) =>
  db
    .selectFrom('order_return_line as line')
    .innerJoin('order_return', 'order_return.id', 'line.return_id')
    .where('order_return.status', '=', 'settled')
    .where('order_return.refund_vnd', '>', 0)
    .select('line.order_line_id as id')

/** Which of these lines went back, or were paid back. */
export async function returnedOfLines(db: ReadDb, orderLineIds: readonly OrderLineId[]): Promise<Set<OrderLineId>> {
  if (orderLineIds.length === 0) return new Set()
  const rows = await paidBack(db)
    .where('line.order_line_id', 'in', [...orderLineIds])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The lines of one return for which money went back. */
export async function paidBackLines(db: ReadDb, returnId: ReturnId): Promise<OrderLineId[]> {
  return (await paidBack(db).where('line.return_id', '=', returnId).execute()).map(({ id }) => id)
}
