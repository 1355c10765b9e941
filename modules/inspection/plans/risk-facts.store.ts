import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import { recognised } from '../recognised.store.ts'

/** What speaks for a visit, of everything that could be visited. */
export function selectRiskFacts(db: ReadDb, { since, year }: { since: PlainDate; year: number }) {
  return recognised(db, year)
    .select((eb) => [
      eb
        .selectFrom('doubt_fact')
        .whereRef('doubt_fact.product_id', '=', 'product.id')
        .where('doubt_fact.at', '>=', sql<Date>`${since}::date`)
        .select(sql<number>`count(*)::int`.as('count'))
        .as('doubts'),
      eb
        .selectFrom('scan_fact')
        .whereRef('scan_fact.product_id', '=', 'product.id')
        .where('scan_fact.day', '>=', since)
        .select(sql<number>`coalesce(sum(scan_fact.count), 0)::int`.as('count'))
        .as('scans'),
      eb
        .selectFrom('label_fact')
        .whereRef('label_fact.product_id', '=', 'product.id')
        .select(sql<number>`coalesce(sum(label_fact.count), 0)::int`.as('count'))
        .as('labels'),
      eb
        .selectFrom('inspection')
        .whereRef('inspection.product_id', '=', 'product.id')
        .where('inspection.status', '=', 'visited')
        .select(sql<PlainDate | null>`max(inspection.visited_at at time zone 'Asia/Ho_Chi_Minh')::date`.as('on'))
        .as('lastVisitOn'),
    ])
    .execute()
}
