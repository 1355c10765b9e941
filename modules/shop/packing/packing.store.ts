import { sql } from 'kysely'
import type { ExpressionBuilder } from 'kysely'
import { dong } from '@dacsan/vietnam'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import { takeWeight } from '../listings/listing.store.ts'
import { isByWeight } from '../orders/order.store.ts'
import { lastWeighing, takeWeighed, weighingColumns } from './weighing.store.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { selectEdits } from '../orders/order-change.store.ts'
import { inQueue } from '../orders/order-list.store.ts'
import { boxColumns, boxesLast, takeBox } from '../orders/boxes.ts'
import { receiverColumns, takeReceiver } from '../orders/receiver.store.ts'
import type { GoesTo } from '../orders/receiver.store.ts'
import type { LockedSnapshot } from '../orders/snapshot.ts'
import { boxesLeft, deliveryTo, isRecalled, printedFulfilments } from '../rules.ts'
import type { Delivery, EditedField, LineToPack, Order } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'

export type OrderToPack = Order & {
  id: OrderId
  code: string
  createdAt: Date
  packedAt: Date | null
  /** Null on orders of before: it was agreed on the telephone. */
  delivery: Delivery | null
  /** What its buyer changed since its label was printed last; null where there is none, or nothing changed. */
  changedSincePrint: EditedField[] | null
  receiver: GoesTo
  snapshot: LockedSnapshot
  lines: LineToPack[]
}

const sumOf = (kind: 'received' | 'refunded') =>
  sql<number>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = ${kind}), 0)::bigint`

const ordersOf = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_goes_to as receiver', 'receiver.order_id', 'shop_order.id')
    .leftJoin('order_label_print as print', 'print.order_id', 'shop_order.id')
    .select(receiverColumns)
    .where('shop_order.producer_id', '=', producerId)
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.created_at as createdAt',
      'shop_order.packed_at as packedAt',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.total_vnd as totalVnd',
      'shop_order.weighed_at as weighedAt',
      'shop_order.light_pieces as lightPieces',
      isByWeight.as('isByWeight'),
      'shop_order.hold_until as holdUntil',
      'shop_order.snapshot',
      'shop_order.returned_vnd as returnedVnd',
      'print.at as printedAt',
      sumOf('received').as('receivedVnd'),
      sumOf('refunded').as('refundedVnd'),
    ])
    // Whoever ordered first was promised first.
    .orderBy('shop_order.created_at')
    .orderBy('shop_order.id')

/** What waits to be handed over; money that is to go back of an order that stands keeps its goods no longer. */
const toPack = (eb: ExpressionBuilder<Tables, 'shop_order'>) =>
  eb.or([
    inQueue('to-hand-over')(eb),
    eb.and([
      eb('shop_order.payment_status', '=', 'over'),
      eb('shop_order.fulfilment_status', '=', 'held'),
      eb('shop_order.returned_vnd', '>', 0),
    ]),
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

export async function selectCodes(db: ReadDb, orderIds: readonly OrderId[]): Promise<Map<OrderId, string>> {
  if (orderIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('shop_order')
    .where('id', 'in', [...orderIds])
    .select(['id', 'code'])
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

type Row = Awaited<ReturnType<ReturnType<typeof ordersOf>['execute']>>[number]

async function withLines(db: ReadDb, rows: readonly Row[]): Promise<OrderToPack[]> {
  const ids = rows.map(({ id }) => id)
  const [takes, edits] = await Promise.all([selectTakes(db, ids), selectEdits(db, ids)])
  return rows.map(({ printedAt, isByWeight: byWeight, weighedAt, lightPieces, ...joined }) => {
    const { receiver, deliveredTo, row } = takeReceiver(joined)
    return {
      ...row,
      weight: byWeight ? { weighedAt, lightPieces } : null,
      totalVnd: dong(row.totalVnd),
      receivedVnd: dong(row.receivedVnd),
      refundedVnd: dong(row.refundedVnd),
      returnedVnd: dong(row.returnedVnd),
      receiver,
      delivery: row.snapshot.delivery ? deliveryTo(row.snapshot.delivery, deliveredTo) : null,
      changedSincePrint: changedSince(
        edits.filter(({ orderId }) => orderId === row.id),
        printedAt,
      ),
      lines: linesOf(takes.filter(({ orderId }) => orderId === row.id)),
    }
  })
}

function changedSince(edits: readonly { at: Date; fields: EditedField[] }[], printedAt: Date | null): EditedField[] | null {
  if (printedAt === null) return null
  const fields = edits.filter(({ at }) => at > printedAt).flatMap((edit) => edit.fields)
  return fields.length === 0 ? null : [...new Set(fields)]
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
      'order_line.listing_id as listingId',
      ...boxColumns,
      'order_line.quantity as ordered',
      'order_line.pack_id as packId',
      'order_line.product_name as productName',
      'order_line.net_content as netContent',
      'order_line.unit',
      sql<number>`order_line.quantity - order_line.cut_quantity`.as('wanted'),
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
    .orderBy(boxesLast)
    .orderBy('order_line.product_name', inVietnamese)
    .orderBy('order_line.id')
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .orderBy('place.id')
    .execute()
}

function linesOf(takes: Awaited<ReturnType<typeof selectTakes>>): LineToPack[] {
  return [...Map.groupBy(takes, ({ lineId }) => lineId).values()].map((own) => {
    const { lineId, packId, productName, netContent, unit, wanted, ordered, byWeight, weighed, orderId, listingId, box } = takeBox(
      takeWeighed(takeWeight(own[0]!)),
    )
    return {
      id: lineId,
      byWeight,
      weighed,
      packId,
      productName,
      netContent,
      unit,
      quantity: wanted,
      orderId,
      listingId,
      // As many boxes as are wanted still.
      box: box && { ...box, quantity: boxesLeft({ quantity: ordered, left: wanted, box }) },
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
