import { dong } from '@dacsan/vietnam'
import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { lastWeighing } from '../packing/weighing.store.ts'
import type { SoldLine, SoldOrder } from '../rules/invoice.ts'
import type { InvoiceExportId, OrderId } from '../rules/ids.ts'

/** Two exports of one seller wait for each other: neither takes what the other has taken. */
export async function lockExports(tx: Tx, producerId: ProducerId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invoices of ${producerId}`}, 0))`.execute(tx)
}

/** What a seller handed over on these days, and whether it was exported before. Of what was recalled and paid back in full no invoice is made. */
export async function selectSold(db: ReadDb, producerId: ProducerId, { from, to }: { from: string; to: string }) {
  return db
    .selectFrom('shop_order')
    .where('producer_id', '=', producerId)
    .where('fulfilment_status', '=', 'handed-over')
    .where('payment_status', '<>', 'refunded')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('order_move')
          .whereRef('order_move.order_id', '=', 'shop_order.id')
          .where('move', '=', 'hand-over')
          .where('at', '>=', sql<Date>`${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
          .where('at', '<', sql<Date>`(${to}::timestamp + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'`)
          .select('order_id'),
      ),
    )
    .select((eb) => [
      'id',
      eb.exists(eb.selectFrom('invoice_export_order').whereRef('order_id', '=', 'shop_order.id').select('order_id')).as('exported'),
    ])
    .orderBy('id')
    .execute()
}

export type NewExport = {
  id: InvoiceExportId
  producerId: ProducerId
  format: string
  rate: string
  from: string
  to: string
  note: string
  requestKey: string
  byId: UserId | null
  byName: string
  at: Date
}

export async function insertExport(tx: Tx, made: NewExport, orders: readonly { id: OrderId; again: boolean }[]): Promise<void> {
  const { id, producerId, format, rate, from, to, note, requestKey, byId, byName, at } = made
  const row = {
    id,
    producer_id: producerId,
    format,
    rate,
    period_from: from,
    period_to: to,
    note,
    request_key: requestKey,
    by_id: byId,
    by_name: byName,
    at,
  }
  await insertRows(tx, 'invoice_export', [row])
  await insertRows(
    tx,
    'invoice_export_order',
    orders.map(({ id: orderId, again }) => ({ export_id: id, order_id: orderId, again })),
  )
}

const exported = (db: ReadDb) =>
  db
    .selectFrom('invoice_export')
    .select([
      'id',
      'producer_id as producerId',
      'format',
      'rate',
      'period_from as from',
      'period_to as to',
      'note',
      'by_name as byName',
      'at',
      sql<number>`(select count(*) from invoice_export_order where export_id = invoice_export.id)::int`.as('orders'),
      sql<number>`(select count(*) filter (where again) from invoice_export_order where export_id = invoice_export.id)::int`.as('again'),
    ])

export type KnownExport = Awaited<ReturnType<ReturnType<typeof exported>['execute']>>[number]

export const selectExports = (db: ReadDb, producerId: ProducerId, { most }: { most: number }): Promise<KnownExport[]> =>
  exported(db).where('producer_id', '=', producerId).orderBy('at', 'desc').orderBy('id').limit(most).execute()

export const selectExport = (db: ReadDb, by: { id: InvoiceExportId } | { requestKey: string }): Promise<KnownExport | undefined> =>
  exported(db)
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : 'iex_'))
    .$if('requestKey' in by, (query) => query.where('request_key', '=', 'requestKey' in by ? by.requestKey : ''))
    .executeTakeFirst()

export type OrderToInvoice = SoldOrder & {
  id: OrderId
  code: string
  handedOverAt: Date
  buyerName: string
  buyerPhone: string
  buyerAddress: string
}

/** The orders of an export with their lines, lot by lot as they were handed over. */
export async function selectToInvoice(db: ReadDb, exportId: InvoiceExportId): Promise<OrderToInvoice[]> {
  const orders = await db
    .selectFrom('invoice_export_order as of')
    .innerJoin('shop_order', 'shop_order.id', 'of.order_id')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .where('of.export_id', '=', exportId)
    .select([
      'shop_order.id',
      'shop_order.code',
      // What was owed when the goods left: what came back later is on other papers.
      sql<number>`shop_order.total_vnd - coalesce((select sum(r.amount_vnd) from order_reduction r where r.order_id = shop_order.id
        and r.at <= (select max(at) from order_move where order_id = shop_order.id and move = 'hand-over')), 0)`.as('totalVnd'),
      // Less what fell away because it went in one parcel with another order.
      sql<number>`shop_order.delivery_vnd - coalesce((select waived_vnd from order_merge where joined_order_id = shop_order.id and ended_at is null), 0)`.as(
        'deliveryVnd',
      ),
      'buyer_name as buyerName',
      'buyer_phone as buyerPhone',
      'buyer_address as buyerAddress',
      sql<Date>`(select max(at) from order_move where order_id = shop_order.id and move = 'hand-over')`.as('handedOverAt'),
    ])
    .orderBy('handedOverAt')
    .orderBy('shop_order.id')
    .execute()
  const lots = await db
    .selectFrom('invoice_export_order as of')
    .innerJoin('order_line', 'order_line.order_id', 'of.order_id')
    .innerJoin('reservation', 'reservation.order_line_id', 'order_line.id')
    .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
    .leftJoinLateral(lastWeighing, (join) => join.onTrue())
    .where('of.export_id', '=', exportId)
    .where('reservation.status', '=', 'consumed')
    .select([
      'order_line.order_id as orderId',
      'order_line.id as lineId',
      'order_line.product_name as productName',
      'order_line.net_content as netContent',
      'order_line.unit',
      'order_line.unit_price_vnd as unitPriceVnd',
      'order_line.piece_most_grams as mostGrams',
      'weighing.grams as weighedGrams',
      'weighing.sum_vnd as weighedVnd',
      'lot.number',
      'lot.expires_on as expiresOn',
      sql<number>`sum(reservation.quantity)::int`.as('quantity'),
    ])
    // One lot may have been taken from two places: for an invoice it is one line.
    .groupBy(['order_line.order_id', 'order_line.id', 'lot.id', 'lot.number', 'lot.expires_on', 'weighing.grams', 'weighing.sum_vnd'])
    .orderBy('order_line.id')
    .orderBy('lot.expires_on')
    .orderBy('lot.id')
    .execute()
  return orders.map((order) => ({
    ...order,
    totalVnd: dong(Number(order.totalVnd)),
    deliveryVnd: dong(Number(order.deliveryVnd)),
    lines: linesOf(lots.filter(({ orderId }) => orderId === order.id)),
  }))
}

type LotRow = Omit<SoldLine, 'lots' | 'unitPriceVnd' | 'weighed'> & {
  lineId: string
  unitPriceVnd: number
  mostGrams: number | null
  weighedGrams: number[] | null
  weighedVnd: number | null
} & SoldLine['lots'][number]

const linesOf = (lots: readonly LotRow[]): SoldLine[] =>
  [...Map.groupBy(lots, ({ lineId }) => lineId).values()].map((own) => {
    const { productName, netContent, unit, unitPriceVnd, mostGrams, weighedGrams, weighedVnd } = own[0]!
    const weighed = weighedGrams && { grams: weighedGrams, sumVnd: dong(Number(weighedVnd)), mostGrams: mostGrams! }
    const parts = own.map(({ number, expiresOn, quantity }) => ({ number, expiresOn, quantity }))
    return { productName, netContent, unit, unitPriceVnd: dong(unitPriceVnd), weighed, lots: parts }
  })
