import { sql } from 'kysely'
import type { SealedFact } from '../sealed-facts.ts'

/** Every movement of money, without what was noted beside it. */
export const sealedMoney = sql<SealedFact>`
  select p.id as key, json_build_object(
    'order', p.order_id, 'kind', p.kind, 'amount', p.amount_vnd, 'at', (extract(epoch from p.at) * 1000000)::bigint) as fact
  from payment_event p`

/** What was ordered at which price, without the person who did. */
export const sealedOrders = sql<SealedFact>`
  select o.id as key, json_build_object(
    'code', o.code, 'producer', o.producer_id, 'total', o.total_vnd,
    'lines', (select json_agg(json_build_array(l.id, l.listing_id, l.quantity, l.unit_price_vnd, l.line_total_vnd) order by l.id)
      from order_line l where l.order_id = o.id)) as fact
  from shop_order o`

/** What a buyer by agreement was asked for, order by order. */
export const sealedBills = sql<SealedFact>`
  select b.id as key, json_build_object(
    'code', b.code, 'producer', b.producer_id, 'due', b.due_on, 'total', b.total_vnd,
    'orders', (select json_agg(json_build_array(o.order_id, o.due_vnd, o.kept_vnd, o.open_vnd) order by o.place)
      from buyer_bill_order o where o.bill_id = b.id)) as fact
  from buyer_bill b`
