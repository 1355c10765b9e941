import type { ProducerId } from '../../catalogue/rules.ts'
import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { vietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { LotId } from '../../traceability/rules.ts'
import { fulfilmentStatuses, orderQueues, paymentsBeside, queueOf } from '../rules.ts'
import type { FulfilmentStatus, OrderQueue, PaymentStatus } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { sumByWeight } from './order.store.ts'

export type OrderFilter = {
  producerId: ProducerId
  queue?: OrderQueue
  /** First and last day on which the order was placed, in Việt Nam. */
  from?: string
  to?: string
  lotId?: LotId
}

const kept = sql<number>`coalesce((
  select sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end)
  from payment_event where order_id = shop_order.id), 0)::bigint`
const quantity = sql<number>`(select sum(quantity - cut_quantity) from order_line where order_id = shop_order.id)::int`

const contents = sql<string>`(select string_agg(name || ' × ' || wanted, '; ' order by product_name collate ${sql.id(vietnamese)}, name)
  from (
    select product_name, concat_ws(', ', product_name, net_content) as name, sum(quantity - cut_quantity) as wanted
    from order_line where order_id = shop_order.id and quantity > cut_quantity group by product_name, net_content, pack_id
  ) pack)`

function matching(db: ReadDb, { producerId, queue, from, to, lotId }: OrderFilter) {
  return db
    .selectFrom('shop_order')
    .where('shop_order.producer_id', '=', producerId)
    .$if(queue !== undefined, (query) => query.where(inQueue(queue!)))
    .$if(from !== undefined, (query) =>
      query.where('shop_order.created_at', '>=', sql<Date>`${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'`),
    )
    .$if(to !== undefined, (query) =>
      query.where('shop_order.created_at', '<', sql<Date>`(${to}::timestamp + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'`),
    )
    .$if(lotId !== undefined, (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('order_line')
            .innerJoin('reservation', 'reservation.order_line_id', 'order_line.id')
            .whereRef('order_line.order_id', '=', 'shop_order.id')
            .where('reservation.lot_id', '=', lotId!)
            .where('reservation.status', 'in', ['held', 'consumed', 'replaced'])
            .select('reservation.id'),
        ),
      ),
    )
}

/** Whether an order waits in a queue. */
export const inQueue =
  (queue: OrderQueue) =>
  (eb: ExpressionBuilder<Tables, 'shop_order'>): Expression<SqlBool> =>
    eb.or(
      statesIn(queue).map(([payment, fulfilment]) =>
        eb.and([eb('shop_order.payment_status', '=', payment), eb('shop_order.fulfilment_status', '=', fulfilment)]),
      ),
    )

const statesIn = (queue: OrderQueue): [PaymentStatus, FulfilmentStatus][] =>
  fulfilmentStatuses.flatMap((fulfilment) =>
    paymentsBeside[fulfilment]
      .filter((payment) => queueOf({ payment, fulfilment }) === queue)
      .map((payment): [PaymentStatus, FulfilmentStatus] => [payment, fulfilment]),
  )

export async function selectOrderRows(db: ReadDb, filter: OrderFilter, page?: { limit: number; offset: number }) {
  const rows = await matching(db, filter)
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      sumByWeight.as('totalVnd'),
      'shop_order.hold_until as holdUntil',
      'shop_order.created_at as createdAt',
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
      kept.as('keptVnd'),
      quantity.as('quantity'),
      contents.as('contents'),
    ])
    .orderBy('shop_order.created_at', 'desc')
    .orderBy('shop_order.id', 'desc')
    .$if(page !== undefined, (query) => query.limit(page!.limit).offset(page!.offset))
    .execute()
  return rows.map((row) => ({
    ...row,
    totalVnd: dong(row.totalVnd),
    keptVnd: dong(row.keptVnd),
  }))
}

export type ListedOrder = {
  id: OrderId
  code: string
  payment: PaymentStatus
  fulfilment: FulfilmentStatus
  queue: OrderQueue
  totalVnd: number
  keptVnd: number
  quantity: number
  contents: string
  createdAt: Date
  buyerName: string
  buyerPhone: string | null
}

/** The orders of a producer, or those of one of its lots, for their list. */
export function ordersListed(db: ReadDb, filter: Pick<OrderFilter, 'producerId' | 'lotId'>) {
  const queues = sql.join(
    orderQueues.map((queue) => {
      const states = statesIn(queue).map((state) => state.join(' '))
      return sql`when shop_order.payment_status || ' ' || shop_order.fulfilment_status = any(${states}::text[]) then ${queue}::text`
    }),
    sql` `,
  )
  return sql<ListedOrder>`${matching(db, filter)
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      sql`case ${queues} end`.as('queue'),
      sumByWeight.as('totalVnd'),
      sql`${kept}::float8`.as('keptVnd'),
      quantity.as('quantity'),
      contents.as('contents'),
      'shop_order.created_at as createdAt',
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
    ])}`
}

/** The sums that the rows of the same filter add up to. */
export async function selectOrderTotals(db: ReadDb, filter: OrderFilter) {
  const totals = await matching(db, filter)
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(${sumByWeight}), 0)::bigint`.as('totalVnd'),
      sql<number>`coalesce(sum(${kept}), 0)::bigint`.as('keptVnd'),
      sql<number>`coalesce(sum(${quantity}), 0)::int`.as('quantity'),
    ])
    .executeTakeFirstOrThrow()
  return { ...totals, totalVnd: dong(totals.totalVnd), keptVnd: dong(totals.keptVnd) }
}

/** How many orders lie in each state of payment and fulfilment. */
export async function countOrdersByState(db: ReadDb, producerId: ProducerId) {
  return db
    .selectFrom('shop_order')
    .where('producer_id', '=', producerId)
    .groupBy(['payment_status', 'fulfilment_status'])
    .select(['payment_status as payment', 'fulfilment_status as fulfilment', sql<number>`count(*)::int`.as('count')])
    .execute()
}
