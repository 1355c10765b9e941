import type { ReadDb } from '../context.ts'
import type { ReturnId } from './rules/ids.ts'

const most = 500

/** Cases that nobody answered in time, and that are not marked so. */
export async function selectLate(db: ReadDb, now: Date): Promise<ReturnId[]> {
  const rows = await db
    .selectFrom('order_return')
    .where('status', '=', 'open')
    .where('late_at', 'is', null)
    .where('answer_by', '<', now)
    .select('id')
    .orderBy('answer_by')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Cases of which the whole term is over, and that the office does not have. */
export const selectOver = (db: ReadDb, now: Date) =>
  db
    .selectFrom('order_return')
    .where('status', 'in', ['open', 'accepted'])
    .where('office_at', 'is', null)
    .where('resolve_by', '<', now)
    .select(['id', 'status'])
    .orderBy('resolve_by')
    .limit(most)
    .execute()

/** What a seller owes by a moment between these two: of each case the next thing. */
export const selectDue = (db: ReadDb, { from, to }: { from: Date; to: Date }) =>
  db
    .selectFrom('order_return')
    .where('order_return.status', '=', 'open')
    .where('order_return.answer_by', '>', from)
    .where('order_return.answer_by', '<=', to)
    .select([
      'order_return.id',
      'order_return.code',
      'order_return.order_id as orderId',
      'producer_id as producerId',
      'answer_by as answerBy',
    ])
    .orderBy('order_return.answer_by')
    .execute()
