import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { OrderId } from '../rules/ids.ts'
import { suspendedAt } from './suspension.store.ts'

/** Orders that hold goods of sellers that are stopped and that nobody paid or said to have paid. */
export async function selectUnpaidOfSuspended(db: ReadDb, now: Date): Promise<OrderId[]> {
  const rows = await db
    .selectFrom('shop_order')
    .where('fulfilment_status', '=', 'held')
    .where('payment_status', 'in', ['awaiting', 'to-confirm'])
    .where(suspendedAt(sql.ref('shop_order.producer_id'), sql.val(now)))
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What is open with a seller: goods that wait, of which nobody paid so many. */
export async function countOpenOrders(db: ReadDb, producerId: ProducerId): Promise<{ open: number; unpaid: number }> {
  const row = await db
    .selectFrom('shop_order')
    .where('producer_id', '=', producerId)
    .where('fulfilment_status', '=', 'held')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where payment_status in ('awaiting', 'to-confirm'))::int`.as('unpaid'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** Orders of these sellers whose goods were paid, or said to be, and wait: their buyers are told what happens to them. */
export function selectOpenOf(db: ReadDb, producerIds: readonly ProducerId[]) {
  if (producerIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .where('shop_order.producer_id', 'in', producerIds)
    .where('shop_order.fulfilment_status', '=', 'held')
    .where('shop_order.payment_status', 'not in', ['awaiting', 'to-confirm'])
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.producer_id as producerId',
      'shop_order.group_id as groupId',
      'order_group.user_id as userId',
      'producer.name as producerName',
    ])
    .orderBy('shop_order.id')
    .execute()
}
