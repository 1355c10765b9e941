import { sql } from 'kysely'
import { dong } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import { boxColumns, takeBox } from './boxes.ts'
import { release } from '../../inventory/index.ts'
import type { ChangedField, CutLine, DeliveryZone, EditedField, LineToCut, Pricing, Receiver } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'

export type NewChange = Receiver & {
  fields: readonly ChangedField[]
  zone: DeliveryZone | null
  commune: string | null
  byName: string
  at: Date
}

/** What holds of an order from now on; the order itself is locked by the caller. */
export async function insertChange(tx: Tx, orderId: OrderId, change: NewChange): Promise<void> {
  const { fields, name, phone, address, note, wish, zone, commune, byName, at } = change
  await tx
    .insertInto('order_change')
    .values({
      order_id: orderId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from order_change where order_id = ${orderId})`,
      fields: [...fields],
      receiver_name: name,
      receiver_phone: phone,
      receiver_address: address,
      note,
      wish,
      zone,
      commune,
      by_name: byName,
      at,
    })
    .execute()
}

export type OrderEdit = { orderId: OrderId; at: Date; fields: EditedField[]; byName: string }

/** What was changed of these orders, in the order in which it was. */
export async function selectEdits(db: ReadDb, orderIds: readonly OrderId[]): Promise<OrderEdit[]> {
  if (orderIds.length === 0) return []
  const rows = await db
    .selectFrom('order_edit')
    .where('order_id', 'in', [...orderIds])
    .select(['order_id as orderId', 'at', 'fields', 'by_name as byName'])
    .orderBy('at')
    .execute()
  return rows.map(({ orderId, at, fields, byName }) => ({ orderId: orderId!, at: at!, fields: fields!, byName: byName! }))
}

/** The lines of an order with the numbers and steps at which their packs are sold now, or were agreed on. */
export async function selectLinesToCut(db: ReadDb, orderId: OrderId): Promise<LineToCut[]> {
  const rows = await db
    .selectFrom('order_line')
    .innerJoin('listing', 'listing.id', 'order_line.listing_id')
    .leftJoin('buyer_agreement_price as agreed', (join) =>
      join.onRef('agreed.agreement_id', '=', 'order_line.agreement_id').onRef('agreed.pack_id', '=', 'listing.pack_id'),
    )
    .where('order_line.order_id', '=', orderId)
    .select([
      'order_line.id',
      'order_line.listing_id as listingId',
      ...boxColumns,
      sql<string>`concat_ws(', ', order_line.product_name, order_line.net_content)`.as('name'),
      'order_line.quantity',
      'order_line.cut_quantity as cut',
      'order_line.line_total_vnd as lineTotalVnd',
      'order_line.discount_vnd as discountVnd',
      'listing.price_vnd as priceVnd',
      'listing.price_steps as steps',
      'listing.least_quantity as leastQuantity',
      'listing.multiple',
      'agreed.least_quantity as agreedLeast',
      'agreed.multiple as agreedMultiple',
    ])
    .orderBy('order_line.id')
    .execute()
  return rows.map(({ priceVnd, steps, leastQuantity, multiple, agreedLeast, agreedMultiple, lineTotalVnd, discountVnd, ...joined }) => {
    const row = takeBox(joined)
    const pricing: Pricing =
      agreedLeast === null || agreedMultiple === null
        ? { priceVnd: dong(priceVnd), steps, leastQuantity, multiple, maxPerOrder: null }
        : { priceVnd: dong(priceVnd), steps: [], leastQuantity: agreedLeast, multiple: agreedMultiple, maxPerOrder: null }
    return { ...row, lineTotalVnd: dong(lineTotalVnd), discountVnd: dong(discountVnd), pricing }
  })
}

/** From which worth of its goods on the voucher counts that an order used: of the purchase, less what the other orders hold that used it too. */
export async function selectVoucherBound(db: ReadDb, orderId: OrderId) {
  const row = await db
    .selectFrom('voucher_use')
    .innerJoin('voucher', 'voucher.id', 'voucher_use.voucher_id')
    .where('voucher_use.order_id', '=', orderId)
    .select([
      'voucher.code',
      'voucher.from_vnd as fromVnd',
      sql<number>`(select coalesce(sum(line.line_total_vnd / line.quantity * (line.quantity - line.cut_quantity)), 0)
        from shop_order own
        join shop_order beside on beside.group_id = own.group_id and beside.id <> own.id
        join voucher_use used on used.order_id = beside.id and used.voucher_id = voucher.id and used.given_back_at is null
        join order_line line on line.order_id = beside.id
        where own.id = voucher_use.order_id)`.as('besideVnd'),
    ])
    .executeTakeFirst()
  return row ? { code: row.code, fromVnd: dong(Math.max(0, row.fromVnd - Number(row.besideVnd))) } : null
}

/** Goods that are wanted no more: those that last longest go back to the shelf first. The order and its lots are held by the caller. */
export async function cutLines(tx: Tx, cuts: readonly CutLine[], { byName, at }: { byName: string; at: Date }): Promise<void> {
  for (const { id, quantity, amountVnd } of cuts) {
    const held = await tx
      .selectFrom('reservation')
      .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
      .where('reservation.order_line_id', '=', id)
      .where('reservation.status', '=', 'held')
      .select([
        'reservation.id',
        'reservation.lot_id as lotId',
        'reservation.pack_id as packId',
        'reservation.place_id as placeId',
        'reservation.quantity',
      ])
      .orderBy('lot.expires_on', (order) => order.desc().nullsFirst())
      .orderBy('lot.id', 'desc')
      .execute()
    let missing = quantity
    for (const { id: reservationId, quantity: lies, ...position } of held) {
      const take = Math.min(missing, lies)
      if (take === 0) break
      const row = tx.updateTable('reservation').where('id', '=', reservationId)
      await (take === lies ? row.set({ status: 'released' }) : row.set({ quantity: lies - take })).execute()
      await release(tx, [{ ...position, quantity: take }])
      missing -= take
    }
    if (missing > 0) throw new Error(`line ${id} holds less than is cut of it`)
    await tx
      .updateTable('order_line')
      .set((eb) => ({ cut_quantity: eb('cut_quantity', '+', quantity) }))
      .where('id', '=', id)
      .execute()
    await tx.insertInto('order_line_cut').values({ order_line_id: id, quantity, amount_vnd: amountVnd, by_name: byName, at }).execute()
  }
}

/** The labels of these orders are being printed; answers nothing where it is said again. */
export async function markPrinted(tx: Tx, orderIds: readonly OrderId[], at: Date): Promise<void> {
  await tx
    .insertInto('order_label_print')
    .values(orderIds.map((orderId) => ({ order_id: orderId, at })))
    .onConflict((conflict) => conflict.column('order_id').doUpdateSet({ at }))
    .execute()
}
