import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { AgreedBuyerId } from '../rules/ids.ts'
import type { AccountOfOrder } from '../rules/account.ts'

/**
 * The orders of a seller of which the money moved in a period or was open at one of its ends. From the logs alone, as they stood then: a period that is over
 * does not change any more. `buyerId`: of one buyer by agreement alone.
 */
export async function selectAccounts(
  db: ReadDb,
  producerId: ProducerId,
  { from, to, buyerId }: { from: Date; to: Date; buyerId?: AgreedBuyerId },
): Promise<AccountOfOrder[]> {
  const money = (kind: 'received' | 'refunded', when: ReturnType<typeof sql>) =>
    sql`coalesce(sum(p.amount_vnd) filter (where p.kind = ${kind} and ${when}), 0)::float8`
  const returned = (when: ReturnType<typeof sql>) =>
    sql`coalesce((select sum(r.amount_vnd) from order_reduction r where r.order_id = o.id and ${when}), 0)::float8`
  const [before, within] = [sql`p.at < ${from}`, sql`p.at >= ${from}`]
  const closedAt = (at: Date) =>
    sql`coalesce((select m.move <> 'reopen' from order_move m where m.order_id = o.id and m.at < ${at} and m.move in ('cancel', 'expire', 'take-back', 'reopen') order by m.seq desc limit 1), false)`
  const { rows } = await sql<AccountOfOrder>`
    select * from (
      select o.id, o.code, o.created_at as "placedAt", o.total_vnd::float8 as "totalVnd", o.delivery_vnd::float8 as "deliveryVnd",
        (select sum(l.line_total_vnd) from order_line l where l.order_id = o.id)::float8 as "goodsVnd",
        ${money('received', before)} as "receivedBeforeVnd", ${money('received', within)} as "receivedVnd",
        ${money('refunded', before)} as "refundedBeforeVnd", ${money('refunded', within)} as "refundedVnd",
        ${returned(sql`r.at < ${from}`)} as "returnedBeforeVnd", ${returned(sql`r.at >= ${from} and r.at < ${to}`)} as "returnedVnd",
        ${closedAt(from)} as "closedBefore", ${closedAt(to)} as "closedAfter",
        exists (select 1 from order_move m where m.order_id = o.id and m.move = 'hand-over' and m.at >= ${from} and m.at < ${to}) as "handedOver",
        exists (select 1 from order_move m where m.order_id = o.id and m.move = 'hand-over' and m.at < ${from}) as "handedOverBefore"
      from shop_order o left join payment_event p on p.order_id = o.id and p.at < ${to}
      where o.producer_id = ${producerId} and o.created_at < ${to} and (${buyerId ?? null}::text is null or o.agreed_buyer_id = ${buyerId ?? null})
      group by o.id
    ) known
    where "placedAt" >= ${from} or "receivedVnd" <> 0 or "refundedVnd" <> 0 or "returnedVnd" <> 0 or "closedBefore" <> "closedAfter" or "handedOver"
      or case when "closedBefore" then 0 else "totalVnd" - "returnedBeforeVnd" end <> "receivedBeforeVnd" - "refundedBeforeVnd"
    order by "placedAt", id`.execute(db)
  return rows.map((row) => ({
    ...row,
    goodsVnd: dong(row.goodsVnd),
    deliveryVnd: dong(row.deliveryVnd),
    totalVnd: dong(row.totalVnd),
    receivedBeforeVnd: dong(row.receivedBeforeVnd),
    receivedVnd: dong(row.receivedVnd),
    refundedBeforeVnd: dong(row.refundedBeforeVnd),
    refundedVnd: dong(row.refundedVnd),
    returnedBeforeVnd: dong(row.returnedBeforeVnd),
  }))
}
