import { newId } from '@dacsan/platform/ids'
import type { ReadDb, Tx } from '../../context.ts'
import type { Position } from '../../inventory/rules.ts'
import type { OrderId, OrderLineId } from '../rules/ids.ts'

/** What an order handed over, lot by lot. */
export async function selectDeliveredLots(db: ReadDb, orderId: OrderId) {
  return db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
    .innerJoin('place_card as place', 'place.id', 'reservation.place_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', 'consumed')
    .select([
      'order_line.id as lineId',
      'reservation.lot_id as lotId',
      'reservation.pack_id as packId',
      'reservation.place_id as placeId',
      'reservation.quantity',
      'lot.number',
      'lot.expires_on as expiresOn',
      'lot.status',
      'place.name as placeName',
    ])
    .orderBy('lot.expires_on')
    .orderBy('lot.id')
    .orderBy('reservation.place_id')
    .execute()
}

/** When the goods were handed over, the last time. */
export async function selectHandedOverAt(db: ReadDb, orderId: OrderId): Promise<Date | null> {
  const row = await db
    .selectFrom('order_move')
    .where('order_id', '=', orderId)
    .where('move', '=', 'hand-over')
    .select('at')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row?.at ?? null
}

/** By how much less the order is owed from now on, for goods that came back or weighed less; below nothing: by how much more. */
export async function insertReduction(
  tx: Tx,
  { orderId, amountVnd, at, reason = 'return' }: { orderId: OrderId; amountVnd: number; at: Date; reason?: 'return' | 'cut' | 'weight' },
): Promise<void> {
  await tx.insertInto('order_reduction').values({ order_id: orderId, amount_vnd: amountVnd, at, reason }).execute()
  await tx
    .updateTable('shop_order')
    .set((eb) => ({ returned_vnd: eb('returned_vnd', '+', amountVnd) }))
    .where('id', '=', orderId)
    .execute()
}

/** Goods that were sent for others of a line; where the line has goods of that lot from that place already, whoever has them is found by those. */
export async function insertReplaced(
  tx: Tx,
  { orderLineId, quantity, at, ...position }: Position & { orderLineId: OrderLineId; quantity: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('reservation')
    .values({
      id: newId('rsv'),
      order_line_id: orderLineId,
      lot_id: position.lotId,
      pack_id: position.packId,
      place_id: position.placeId,
      quantity,
      status: 'replaced',
      expires_at: at,
    })
    .onConflict((conflict) => conflict.columns(['order_line_id', 'lot_id', 'pack_id', 'place_id']).doNothing())
    .execute()
}
