import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'

const most = 50_000

/** Every line that a seller ever sold, the newest first: for the seller's own copy of its data. */
export const selectSoldLines = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('order_line')
    .innerJoin('shop_order', 'shop_order.id', 'order_line.order_id')
    .where('shop_order.producer_id', '=', producerId)
    // What was taken out of an order was not sold.
    .whereRef('order_line.quantity', '>', 'order_line.cut_quantity')
    .select([
      'shop_order.code',
      'shop_order.created_at as placedAt',
      'order_line.product_name as product',
      'order_line.net_content as netContent',
      'order_line.unit',
      sql<number>`order_line.quantity - order_line.cut_quantity`.as('quantity'),
      'order_line.unit_price_vnd as unitPriceVnd',
      // By its real weight, where it was weighed.
      sql<number>`coalesce((select sum_vnd from weighing where order_line_id = order_line.id and shop_order.weighed_at is not null
        order by at desc, id desc limit 1), order_line.unit_price_vnd * (order_line.quantity - order_line.cut_quantity))::float8`.as(
        'lineTotalVnd',
      ),
      'order_line.certificate_code as certificate',
    ])
    .orderBy('shop_order.created_at', 'desc')
    .orderBy('order_line.id')
    .limit(most)
    .execute()

/** The log of money of a seller's orders. */
export const selectMoneyLog = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('payment_event')
    .innerJoin('shop_order', 'shop_order.id', 'payment_event.order_id')
    .where('shop_order.producer_id', '=', producerId)
    .select([
      'shop_order.code',
      'payment_event.at',
      'payment_event.kind',
      'payment_event.amount_vnd as amountVnd',
      'payment_event.reference',
    ])
    .orderBy('payment_event.at', 'desc')
    .orderBy('payment_event.id')
    .limit(most)
    .execute()
