import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { PaymentStatus } from '../rules.ts'
import type { OrderGroupId, OrderId } from '../rules/ids.ts'
import { sumByWeight } from './order.store.ts'

const orders = (db: ReadDb) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.group_id as groupId',
      'order_group.user_id as userId',
      'order_group.language',
      'shop_order.producer_id as producerId',
      'producer.name as producerName',
      sumByWeight.as('totalVnd'),
      'shop_order.hold_until as holdUntil',
      'shop_order.payment_way as way',
      'shop_order.due_on as dueOn',
      'shop_order.pays_when as pays',
      'shop_order.fulfilment_status as fulfilment',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>
const told = (row: Row) => ({ ...row, totalVnd: dong(row.totalVnd) })
/** What both sides are told of an order: nothing of who bought, and nothing of what. */
export type OrderToTell = ReturnType<typeof told>

export async function selectOrderToTell(db: ReadDb, id: OrderId): Promise<OrderToTell | undefined> {
  const row = await orders(db).where('shop_order.id', '=', id).executeTakeFirst()
  return row && told(row)
}

/** Orders that hold goods until a moment between these two. */
export async function selectHoldsEnding(
  db: ReadDb,
  { payment, from, to }: { payment: PaymentStatus; from: Date; to: Date },
): Promise<OrderToTell[]> {
  const rows = await orders(db)
    .where('shop_order.fulfilment_status', '=', 'held')
    .where('shop_order.payment_status', '=', payment)
    .where('shop_order.hold_until', '>', from)
    .where('shop_order.hold_until', '<=', to)
    .orderBy('shop_order.hold_until')
    .execute()
  return rows.map(told)
}

/** The orders that hold or got goods of a lot. */
export function selectBuyersOfLot(db: ReadDb, lotId: LotId) {
  return db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .innerJoin('shop_order', 'shop_order.id', 'order_line.order_id')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
    .select([
      'shop_order.id as orderId',
      'shop_order.code',
      'shop_order.group_id as groupId',
      'order_group.user_id as userId',
      'order_group.language',
      'producer.name as producerName',
      'order_line.product_name as productName',
      'lot.number as lotNumber',
    ])
    .where('reservation.lot_id', '=', lotId)
    .where('reservation.status', 'in', ['held', 'consumed', 'replaced'])
    .orderBy('shop_order.id')
    .execute()
}

export function selectBuyer(db: ReadDb, id: OrderGroupId) {
  return db
    .selectFrom('order_group')
    .select(['buyer_name as name', 'buyer_phone as phone', 'language'])
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

export async function selectProducerName(db: ReadDb, id: ProducerId): Promise<string> {
  return (await db.selectFrom('producer_card').select('name').where('id', '=', id).executeTakeFirst())?.name ?? ''
}

/** Orders whose goods were promised by the day before this one, and are not there; each is told once. */
export async function selectLate(db: ReadDb, today: PlainDate): Promise<OrderToTell[]> {
  const rows = await orders(db)
    .where('shop_order.fulfilment_status', '=', 'promised')
    .where('shop_order.due_on', '<', today)
    .orderBy('shop_order.due_on')
    .orderBy('shop_order.id')
    .execute()
  return rows.map(told)
}
