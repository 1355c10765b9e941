import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import { dong } from '@dacsan/vietnam'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { takeWeight } from '../listings/listing.store.ts'
import { isByWeight } from '../orders/order.store.ts'
import { lastWeighing, takeWeighed, weighingColumns } from './weighing.store.ts'
import { inQueue } from '../orders/order-list.store.ts'
import type { LockedSnapshot } from '../orders/snapshot.ts'
import { isRecalled, printedFulfilments } from '../rules.ts'
import type { LineToPack, Order } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'

export type OrderToPack = Order & {
  id: OrderId
  code: string
  createdAt: Date
  packedAt: Date | null
  buyer: { name: string; phone: string; address: string; note: string }
  snapshot: LockedSnapshot
  lines: LineToPack[]
}

const sumOf = (kind: 'received' | 'refunded') =>
  sql<number>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = ${kind}), 0)::bigint`

const ordersOf = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .where('shop_order.producer_id', '=', producerId)
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.created_at as createdAt',
      'shop_order.packed_at as packedAt',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.total_vnd as totalVnd',
      'shop_order.returned_vnd as returnedVnd',
      'shop_order.weighed_at as weighedAt',
      'shop_order.light_pieces as lightPieces',
      isByWeight.as('isByWeight'),
      'shop_order.hold_until as holdUntil',
      'shop_order.snapshot',
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
      'order_group.buyer_address as buyerAddress',
      'order_group.note',
      sumOf('received').as('receivedVnd'),
      sumOf('refunded').as('refundedVnd'),
    ])
    // Whoever ordered first was promised first.
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')

/** Also what weighed less than was paid: its money is to be settled, and its goods leave all the same. */
const toPack = (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  eb.or([
    inQueue('to-hand-over')(eb),
    eb.and([eb('fulfilment_status', '=', 'held'), eb('payment_status', '=', 'over'), eb('weighed_at', 'is not', null)]),
  ])

/** What waits to be handed over, the oldest promise first. */
export async function selectOrdersToPack(db: ReadDb, producerId: ProducerId, { most }: { most: number }): Promise<OrderToPack[]> {
  return withLines(db, await ordersOf(db, producerId).where(toPack).limit(most).execute())
}

/** These orders of a seller, as far as they were not given up. */
export async function selectOrdersToPrint(db: ReadDb, producerId: ProducerId, orderIds: readonly OrderId[]): Promise<OrderToPack[]> {
  if (orderIds.length === 0) return []
  const rows = await ordersOf(db, producerId)
    .where('shop_order.id', 'in', orderIds)
    .where('shop_order.fulfilment_status', 'in', printedFulfilments)
    .execute()
  return withLines(db, rows)
}

export async function countToPack(db: ReadDb, producerId: ProducerId): Promise<number> {
  const row = await db
    .selectFrom('shop_order')
    .where('producer_id', '=', producerId)
    .where(toPack)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

type Row = Awaited<ReturnType<ReturnType<typeof ordersOf>['execute']>>[number]

async function withLines(db: ReadDb, rows: readonly Row[]): Promise<OrderToPack[]> {
  const takes = await selectTakes(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ buyerName, buyerPhone, buyerAddress, note, isByWeight: byWeight, weighedAt, lightPieces, ...row }) => ({
    ...row,
    weight: byWeight ? { weighedAt, lightPieces } : null,
    totalVnd: dong(row.totalVnd),
    returnedVnd: dong(row.returnedVnd),
    receivedVnd: dong(row.receivedVnd),
    refundedVnd: dong(row.refundedVnd),
    buyer: { name: buyerName, phone: buyerPhone, address: buyerAddress, note },
    lines: linesOf(takes.filter(({ orderId }) => orderId === row.id)),
  }))
}

async function selectTakes(db: ReadDb, orderIds: readonly OrderId[]) {
  if (orderIds.length === 0) return []
  return db
    .selectFrom('order_line')
    .innerJoin('reservation', 'reservation.order_line_id', 'order_line.id')
    .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
    .innerJoin('place_card as place', 'place.id', 'reservation.place_id')
    .leftJoinLateral(lastWeighing, (join) => join.onTrue())
    .where('order_line.order_id', 'in', orderIds)
    .where('reservation.status', 'in', ['held', 'consumed'])
    .select([
      'order_line.order_id as orderId',
      'order_line.id as lineId',
      'order_line.pack_id as packId',
      'order_line.product_name as productName',
      'order_line.net_content as netContent',
      'order_line.unit',
      'order_line.quantity as wanted',
      'order_line.per_kg_vnd as perKgVnd',
      'order_line.piece_least_grams as leastGrams',
      'order_line.piece_most_grams as mostGrams',
      ...weighingColumns,
      'lot.id as lotId',
      'lot.number',
      'lot.expires_on as expiresOn',
      'lot.status',
      'place.id as placeId',
      'place.name as place',
      'reservation.quantity',
    ])
    .orderBy('order_line.product_name', inVietnamese)
    .orderBy('order_line.id')
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .orderBy('place.id')
    .execute()
}

function linesOf(takes: Awaited<ReturnType<typeof selectTakes>>): LineToPack[] {
  return [...Map.groupBy(takes, ({ lineId }) => lineId).values()].map((own) => {
    const { lineId, packId, productName, netContent, unit, wanted, byWeight, weighed } = takeWeighed(takeWeight(own[0]!))
    return {
      id: lineId,
      byWeight,
      weighed,
      packId,
      productName,
      netContent,
      unit,
      quantity: wanted,
      takes: own.map(({ lotId, number, expiresOn, placeId, place, quantity, status }) => ({
        lotId,
        number,
        expiresOn,
        placeId,
        place,
        quantity,
        recalled: isRecalled({ status }),
      })),
    }
  })
}

/** Marks the goods as packed, or takes the mark away. Answers whether anything changed. */
export async function markPacked(tx: Tx, orderId: OrderId, at: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('shop_order')
    .set({ packed_at: at, version: sql<number>`version + 1` })
    .where('id', '=', orderId)
    .where('packed_at', at === null ? 'is not' : 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
