import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { BuyersDo, RecallOrigin, RecallStatus } from './acts.ts'
import { cases } from './case.store.ts'
import type { RecallId } from './rules/ids.ts'

export type ListedRecall = {
  id: RecallId
  code: string
  status: RecallStatus
  kind: RecallOrigin | 'drill'
  producerName: string
  products: string
  lots: string
  lotCount: number
  orders: number
  reason: string
  risk: string
  startedAt: Date
  decideBy: Date
  decidedAt: Date | null
  finishBy: PlainDate
  closedAt: Date | null
}

const lotsOf = sql`(select coalesce(string_agg(lot.number, '; ' order by lot.number), '') from recall_lot held
  join lot_card lot on lot.id = held.lot_id where held.recall_id = recall.id)`
const productsOf = sql`(select coalesce(string_agg(distinct product.name, '; '), '') from recall_lot held
  join lot_card lot on lot.id = held.lot_id join product_card product on product.id = lot.product_id where held.recall_id = recall.id)`

/** All recalls and drills for the authorities, its own for a producer. */
export const recallsListed = (db: ReadDb, { producerId }: { producerId: ProducerId | null }) =>
  sql<ListedRecall>`${cases(db)
    .$if(producerId !== null, (found) => found.where('recall.producer_id', '=', producerId!))
    .select([
      sql`case when recall.is_drill then 'drill' else recall.origin end`.as('kind'),
      sql`${lotsOf}`.as('lots'),
      sql`${productsOf}`.as('products'),
      sql`(select count(*) from recall_lot where recall_id = recall.id)::int`.as('lotCount'),
      sql`(select count(distinct order_id) from recall_order where recall_id = recall.id)::int`.as('orders'),
    ])}`

export type PublicRecall = {
  code: string
  isOpen: boolean
  producerName: string
  producerSlug: string
  reason: string
  buyersDo: 'return' | 'destroy'
  startedAt: Date
  closedAt: Date | null
  isSample: boolean
  lots: { number: string; traceCode: string; productName: string; madeOn: PlainDate; expiresOn: PlainDate | null }[]
}

/** What everyone may know of the recalls: those that go on first, then the newest. No drill, no order, no buyer. */
export async function selectPublicRecalls(db: ReadDb, { limit, offset }: { limit: number; offset: number }): Promise<PublicRecall[]> {
  const { rows } = await sql<PublicRecall>`
    select recall.code, recall.status = 'open' as "isOpen", producer.name as "producerName", producer.slug as "producerSlug", recall.reason,
      recall.buyers_do as "buyersDo", recall.started_at as "startedAt", recall.closed_at as "closedAt", recall.is_sample as "isSample",
      (select json_agg(json_build_object('number', lot.number, 'traceCode', lot.trace_code, 'productName', product.name,
          'madeOn', lot.made_on, 'expiresOn', lot.expires_on) order by product.name, lot.number)
        from recall_lot held join lot_card lot on lot.id = held.lot_id join product_card product on product.id = lot.product_id
        where held.recall_id = recall.id) as lots
    from recall join producer_card producer on producer.id = recall.producer_id
    where not recall.is_drill order by recall.status = 'open' desc, recall.started_at desc, recall.id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

export async function countPublicRecalls(db: ReadDb): Promise<{ total: number; open: number }> {
  return db
    .selectFrom('recall')
    .where('is_drill', '=', false)
    .select([sql<number>`count(*)::int`.as('total'), sql<number>`count(*) filter (where status = 'open')::int`.as('open')])
    .executeTakeFirstOrThrow()
}

export type RecalledLot = {
  recall: string
  state: RecallStatus
  product: string
  productSlug: string
  producer: string
  lot: string
  traceCode: string
  madeOn: PlainDate
  expiresOn: PlainDate | null
  reason: string
  buyersDo: BuyersDo
  since: Date
  until: Date | null
  isSample: boolean
}

const recalledLots = (db: ReadDb, { state }: { state?: RecallStatus }) =>
  db
    .selectFrom('recall')
    .innerJoin('recall_lot as held', 'held.recall_id', 'recall.id')
    .where('recall.is_drill', '=', false)
    .$if(state !== undefined, (found) => found.where('recall.status', '=', state!))

/** Lot by lot what everyone may know of the recalls; those that go on first, then the newest. */
export function selectRecalledLots(
  db: ReadDb,
  { limit, offset, state }: { limit: number; offset: number; state?: RecallStatus },
): Promise<RecalledLot[]> {
  return recalledLots(db, { state })
    .innerJoin('lot_card as lot', 'lot.id', 'held.lot_id')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'recall.producer_id')
    .select([
      'recall.code as recall',
      'recall.status as state',
      'product.name as product',
      'product.slug as productSlug',
      'producer.name as producer',
      'lot.number as lot',
      'lot.trace_code as traceCode',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'recall.reason',
      'recall.buyers_do as buyersDo',
      'recall.started_at as since',
      'recall.closed_at as until',
      'recall.is_sample as isSample',
    ])
    .orderBy((eb) => eb('recall.status', '=', 'open'), 'desc')
    .orderBy('recall.started_at', 'desc')
    .orderBy('recall.id')
    .orderBy('lot.number')
    .orderBy('lot.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function countRecalledLots(db: ReadDb, asked: { state?: RecallStatus }): Promise<{ total: number; samples: number }> {
  return recalledLots(db, asked)
    .select([sql<number>`count(*)::int`.as('total'), sql<number>`count(*) filter (where recall.is_sample)::int`.as('samples')])
    .executeTakeFirstOrThrow()
}
