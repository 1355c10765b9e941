import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { FulfilmentStatus, PaymentStatus } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'

/** An order that holds or got goods of some lots: of which, how much, and for how much. */
export type OrderOfLots = {
  orderId: OrderId
  code: string
  lotId: LotId
  quantity: number
  amountVnd: Dong
  fulfilment: FulfilmentStatus
  payment: PaymentStatus
  /** Orders that were placed at once have one buyer. */
  groupId: string
}

/** By the index of reservations of a lot (C25): a million lines of other lots are never read. */
export async function selectOrdersOfLots(db: ReadDb, lotIds: readonly LotId[]): Promise<OrderOfLots[]> {
  if (lotIds.length === 0) return []
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .innerJoin('shop_order', 'shop_order.id', 'order_line.order_id')
    .where('reservation.lot_id', 'in', lotIds)
    .where('reservation.status', 'in', ['held', 'consumed', 'replaced'])
    .select((eb) => [
      'shop_order.id as orderId',
      'shop_order.code',
      'reservation.lot_id as lotId',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.payment_status as payment',
      'shop_order.group_id as groupId',
      eb.fn.sum<string>('reservation.quantity').as('quantity'),
      sql<string>`sum((order_line.line_total_vnd - order_line.discount_vnd - order_line.reduced_vnd) * reservation.quantity / order_line.quantity)`.as(
        'amountVnd',
      ),
    ])
    .groupBy(['shop_order.id', 'reservation.lot_id'])
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')
    .execute()
  return rows.map((row) => ({ ...row, quantity: Number(row.quantity), amountVnd: dong(Number(row.amountVnd)) }))
}

/** How orders stand now, with whoever placed them. */
export async function selectStandOfOrders(db: ReadDb, orderIds: readonly OrderId[]) {
  if (orderIds.length === 0) return []
  const rows = await db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .where('shop_order.id', 'in', orderIds)
    .select([
      'shop_order.id as orderId',
      'shop_order.code',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.payment_status as payment',
      // What was agreed to go back, or weighed less, is owed no more.
      sql<number>`(shop_order.total_vnd - shop_order.returned_vnd)::float8`.as('totalVnd'),
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
      sql<string>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = 'received'), 0)`.as(
        'received',
      ),
      sql<string>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = 'refunded'), 0)`.as(
        'refunded',
      ),
    ])
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')
    .execute()
  return rows.map(({ received, refunded, totalVnd, ...row }) => ({
    ...row,
    totalVnd: dong(totalVnd),
    receivedVnd: dong(Number(received)),
    refundedVnd: dong(Number(refunded)),
  }))
}
export type StandOfOrder = Awaited<ReturnType<typeof selectStandOfOrders>>[number]

/** Orders that still hold goods of these lots. */
export async function selectHeldOrders(db: ReadDb, lotIds: readonly LotId[]): Promise<OrderId[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('reservation.lot_id', 'in', lotIds)
    .where('reservation.status', '=', 'held')
    .select('order_line.order_id as orderId')
    .distinct()
    .orderBy('order_line.order_id')
    .execute()
  return rows.map(({ orderId }) => orderId)
}
