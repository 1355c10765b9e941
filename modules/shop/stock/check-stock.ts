import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'

/** Something that the books say twice and not alike. */
export type StockFault = { proof: StockProofName; subject: string; found: string; expected: string }
export type StockProofName = keyof typeof proofs
export type StockProof = { ok: boolean; checked: Record<StockProofName, number>; faults: StockFault[] }

/**
 * Each query gives every subject that it looked at, with what is written and what the rows behind it add up to.
 * I1–I4 are the invariants of the reliability plan.
 */
const proofs = {
  /** I1: the balance of a lot is the sum of its ledger. */
  'ledger-is-balance': sql<Compared>`
    select coalesce(b.lot_id, e.lot_id) as subject, coalesce(b.on_hand, 0)::text as found, coalesce(e.sum, 0)::text as expected
    from stock_balance b full join (select lot_id, sum(delta) as sum from stock_entry group by lot_id) e on e.lot_id = b.lot_id`,
  /** I2: what is reserved of a lot is the sum of its live reservations. */
  'reservations-are-reserved': sql<Compared>`
    select coalesce(b.lot_id, r.lot_id) as subject, coalesce(b.reserved, 0)::text as found, coalesce(r.sum, 0)::text as expected
    from stock_balance b
    full join (select lot_id, sum(quantity) as sum from reservation where status = 'held' group by lot_id) r on r.lot_id = b.lot_id`,
  /** I3: every order expects exactly its total, and its payment status is what the log of money says. */
  'money-is-accounted-for': sql<Compared>`
    select o.id as subject, o.total_vnd || ' ' || o.payment_status as found,
      p.expected || ' ' || case
        when p.received = 0 then case when o.fulfilment_status in ('cancelled', 'lapsed') then 'unpaid'
          when o.payment_status = 'reported' then 'reported' else 'awaiting' end
        when p.received = p.refunded then 'refunded'
        when o.fulfilment_status in ('cancelled', 'lapsed') then 'to-settle'
        when p.received - p.refunded = o.total_vnd then 'paid'
        when p.received - p.refunded < o.total_vnd then 'under' else 'over' end as expected
    from shop_order o
    cross join lateral (
      select coalesce(sum(amount_vnd) filter (where kind = 'expected'), 0) as expected,
        coalesce(sum(amount_vnd) filter (where kind = 'received'), 0) as received,
        coalesce(sum(amount_vnd) filter (where kind = 'refunded'), 0) as refunded
      from payment_event where order_id = o.id) p`,
  /** I4: an order holds, or has handed over, exactly what its lines say, or it is closed and holds nothing; its lines add up to its total. */
  'orders-are-whole': sql<Compared>`
    select o.id as subject,
      (select sum(line_total_vnd) from order_line where order_id = o.id) || ' đ, ' || coalesce(r.held, 0) || ' held, ' || coalesce(r.consumed, 0) || ' consumed' as found,
      o.total_vnd || ' đ, ' || case when o.fulfilment_status = 'held' then l.wanted else 0 end || ' held, ' ||
        case when o.fulfilment_status = 'handed-over' then l.wanted else 0 end || ' consumed' as expected
    from shop_order o
    cross join lateral (select sum(quantity) as wanted from order_line where order_id = o.id) l
    cross join lateral (
      select sum(r.quantity) filter (where r.status = 'held') as held, sum(r.quantity) filter (where r.status = 'consumed') as consumed
      from reservation r join order_line on order_line.id = r.order_line_id where order_line.order_id = o.id) r`,
  /** No group without orders: a cart that lost its orders half-way. */
  'groups-have-orders': sql<Compared>`
    select g.id as subject, (count(o.id) > 0)::text as found, 'true' as expected
    from order_group g left join shop_order o on o.group_id = g.id group by g.id`,
} as const

type Compared = { subject: string; found: string | null; expected: string | null }

/** Re-adds the ledger of goods and money from its rows, in one snapshot per proof; all proofs unless told. */
export async function proveStock(
  db: ReadDb,
  names: readonly StockProofName[] = Object.keys(proofs) as StockProofName[],
): Promise<StockProof> {
  const faults: StockFault[] = []
  const checked = {} as Record<StockProofName, number>
  for (const name of names) {
    const { rows } = await proofs[name].execute(db)
    checked[name] = rows.length
    for (const { subject, found, expected } of rows) {
      if (found !== expected) faults.push({ proof: name, subject, found: found ?? 'nothing', expected: expected ?? 'nothing' })
    }
  }
  return { ok: faults.length === 0, checked, faults }
}
