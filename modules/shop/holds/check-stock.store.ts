import { sql } from 'kysely'
import { dong } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { PaymentKind } from '../rules.ts'
import { moneyUnit } from '../words/money.ts'
import type { OrderId } from '../rules/ids.ts'

/** Something that is written twice and not alike. */
export type Difference = { subject: string; found: string; expected: string }

/**
 * Each query gives every subject that it looked at, with what is written and what the rows behind it add up to.
 * I2 and I4 are invariants of the reliability plan; I1, the ledger of goods, is proven by inventory.
 */
const comparisons = {
  /** I2: what is reserved of goods is the sum of their live reservations. */
  'reservations-are-reserved': sql`
    select coalesce(b.lot_id, r.lot_id) || ' ' || coalesce(b.pack_id, r.pack_id) || ' ' || coalesce(b.place_id, r.place_id) as subject,
      coalesce(b.reserved, 0)::text as found, coalesce(r.sum, 0)::text as expected
    from stock_balance_card b
    full join (select lot_id, pack_id, place_id, sum(quantity) as sum from reservation where status = 'held' group by 1, 2, 3) r
      on r.lot_id = b.lot_id and r.pack_id = b.pack_id and r.place_id = b.place_id`,
  /** I4: an order holds, or has handed over, exactly what its lines say, or it is closed and holds nothing; its lines and what bringing them costs add up to its total. */
  'orders-are-whole': sql`
    select o.id as subject,
      (select sum(line_total_vnd - discount_vnd) from order_line where order_id = o.id) + o.delivery_vnd || ${sql.lit(` ${moneyUnit.sign}, `)} || coalesce(r.held, 0) || ' held, ' || coalesce(r.consumed, 0) || ' consumed' as found,
      o.total_vnd || ${sql.lit(` ${moneyUnit.sign}, `)} || case when o.fulfilment_status = 'held' then l.wanted else 0 end || ' held, ' ||
        case when o.fulfilment_status = 'handed-over' then l.wanted else 0 end || ' consumed' as expected
    from shop_order o
    cross join lateral (select sum(quantity - cut_quantity) as wanted from order_line where order_id = o.id) l
    cross join lateral (
      select sum(r.quantity) filter (where r.status = 'held') as held, sum(r.quantity) filter (where r.status = 'consumed') as consumed
      from reservation r join order_line on order_line.id = r.order_line_id where order_line.order_id = o.id) r`,
  /** What a voucher took off an order is the sum of what it took off its lines, and the use that is in its book; a purchase uses a voucher once. */
  'vouchers-are-counted': sql`
    select o.id as subject, o.discount_vnd || ${sql.lit(` ${moneyUnit.sign}`)} as found,
      (select sum(discount_vnd) from order_line where order_id = o.id) || ${sql.lit(` ${moneyUnit.sign}`)} as expected
    from shop_order o
    union all
    select o.id, o.discount_vnd || ${sql.lit(` ${moneyUnit.sign}`)}, coalesce(u.amount_vnd, 0) || ${sql.lit(` ${moneyUnit.sign}`)}
    from shop_order o left join voucher_use u on u.order_id = o.id where o.discount_vnd > 0 or u.order_id is not null
    union all
    select v.id, v.uses::text, count(distinct o.group_id)::text
    from voucher v left join voucher_use u on u.voucher_id = v.id and u.given_back_at is null left join shop_order o on o.id = u.order_id group by v.id`,
  /** B7: what is promised of a season or of a week of work is the sum of the promises that stand; an order that waits has one for each line. */
  'promises-are-counted': sql`
    select s.offer_id || ' ' || s.starts_on as subject, s.promised::text as found,
      coalesce((select sum(quantity) from promise p where p.offer_id = s.offer_id and p.starts_on = s.starts_on and p.status <> 'given-up'), 0)::text as expected
    from ahead_slot s
    union all
    select o.id, coalesce(sum(p.quantity), 0)::text, sum(l.quantity)::text
    from shop_order o join order_line l on l.order_id = o.id left join promise p on p.order_line_id = l.id and p.status = 'promised'
    where o.fulfilment_status = 'promised' group by o.id`,
  /** What was taken out of each line is the sum of its cuts, and of all of it all that was paid for it went. */
  'cuts-are-counted': sql`
    select l.id as subject, l.cut_quantity || ', ' || coalesce(c.whole, 0) as found,
      coalesce(c.quantity, 0) || ', ' || case when l.cut_quantity = l.quantity then l.line_total_vnd - l.discount_vnd else coalesce(c.whole, 0) end as expected
    from order_line l left join (select order_line_id, sum(quantity) as quantity, sum(amount_vnd) as whole from order_line_cut group by 1) c on c.order_line_id = l.id
    where l.cut_quantity > 0 or c.order_line_id is not null`,
  /** Orders that go in one parcel are of one seller, and no parcel lies in another. */
  'parcels-are-one': sql`
    select m.joined_order_id as subject,
      lead.producer_id || ' ' || exists (select from order_merge x where x.ended_at is null and (x.joined_order_id = m.lead_order_id or x.lead_order_id = m.joined_order_id)) as found,
      joined.producer_id || ' false' as expected
    from order_merge m join shop_order lead on lead.id = m.lead_order_id join shop_order joined on joined.id = m.joined_order_id
    where m.ended_at is null`,
  /** By how much less an order is owed is the sum of what came back of it, each with its moment. */
  'reductions-are-counted': sql`
    select o.id as subject, o.returned_vnd || ${sql.lit(` ${moneyUnit.sign}`)} as found,
      coalesce((select sum(amount_vnd) from order_reduction where order_id = o.id), 0) || ${sql.lit(` ${moneyUnit.sign}`)} as expected
    from shop_order o`,
  /** By how much less a weighed line costs: its price by the scale, less the same share of what a voucher took off it; and what its order is owed less for it. */
  'weights-are-counted': sql`
    select l.id as subject, l.reduced_vnd || ${sql.lit(` ${moneyUnit.sign}`)} as found,
      l.line_total_vnd - l.discount_vnd - w.sum_vnd + ceil(l.discount_vnd::numeric * w.sum_vnd / l.line_total_vnd)::bigint || ${sql.lit(` ${moneyUnit.sign}`)} as expected
    from order_line l
    join lateral (select sum_vnd from weighing where order_line_id = l.id order by at desc, id desc limit 1) w on true
    union all
    select o.id, coalesce(sum(l.reduced_vnd), 0) || ${sql.lit(` ${moneyUnit.sign}`)},
      coalesce((select sum(amount_vnd) from order_reduction where order_id = o.id and reason = 'weight'), 0) || ${sql.lit(` ${moneyUnit.sign}`)}
    from shop_order o join order_line l on l.order_id = o.id where l.per_kg_vnd is not null group by o.id`,
  /** No group without orders: a cart that lost its orders half-way. */
  'groups-have-orders': sql`
    select g.id as subject, (count(o.id) > 0)::text as found, 'true' as expected
    from order_group g left join shop_order o on o.group_id = g.id group by g.id`,
} as const
export type ComparisonName = keyof typeof comparisons
export const comparisonNames = Object.keys(comparisons) as ComparisonName[]

/** How many subjects a comparison looked at, and those that differ; in one snapshot. */
export async function compare(db: ReadDb, name: ComparisonName): Promise<{ checked: number; differences: Difference[] }> {
  const { rows } = await sql<{ checked: number; differences: Difference[] }>`
    select count(*)::int as checked,
      coalesce(
        json_agg(json_build_object('subject', subject, 'found', coalesce(found, 'nothing'), 'expected', coalesce(expected, 'nothing')))
          filter (where found is distinct from expected),
        '[]') as differences
    from (${comparisons[name]}) as compared`.execute(db)
  return rows[0]!
}

/** Orders with what the log of money adds up to, in the order of their ids. */
export async function selectOrderSums(db: ReadDb, { after, limit }: { after: OrderId; limit: number }) {
  const sumOf = (kind: PaymentKind) =>
    sql<number>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = ${kind}), 0)::bigint`
  const rows = await db
    .selectFrom('shop_order')
    .where('id', '>', after)
    .select([
      'id',
      'total_vnd as totalVnd',
      'returned_vnd as returnedVnd',
      'payment_status as payment',
      'payment_way as way',
      'fulfilment_status as fulfilment',
      sumOf('expected').as('expectedVnd'),
      sumOf('received').as('receivedVnd'),
      sumOf('refunded').as('refundedVnd'),
    ])
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    totalVnd: dong(row.totalVnd),
    returnedVnd: dong(row.returnedVnd),
    receivedVnd: dong(row.receivedVnd),
    refundedVnd: dong(row.refundedVnd),
  }))
}
