import type { Dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { paymentsOnHold } from '../rules.ts'
import type { FulfilmentStatus, PaymentStatus, PlannedLine } from '../rules.ts'
import type { OrderGroupId, OrderId, OrderLineId } from '../rules/ids.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** Waits for any other sending of the same form, and for any other order by the same telephone number, to end. */
export async function lockPlacement(tx: Tx, { requestKey, phone }: { requestKey: string; phone: string }): Promise<void> {
  const [form, number] = [`order:${requestKey}`, `order-phone:${phone}`]
  await sql`select pg_advisory_xact_lock(hashtextextended(${form}, 0)), pg_advisory_xact_lock(hashtextextended(${number}, 0))`.execute(tx)
}

export type Group = { id: OrderGroupId; linkSecret: string; requestHash: string; orders: { id: OrderId; code: string }[] }

export async function selectGroupByKey(db: ReadDb, requestKey: string): Promise<Group | undefined> {
  const rows = await db
    .selectFrom('order_group')
    .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
    .where('request_key', '=', requestKey)
    .select(['order_group.id', 'link_secret as linkSecret', 'request_hash as requestHash', 'shop_order.id as orderId', 'shop_order.code'])
    .orderBy('shop_order.code')
    .execute()
  const [first] = rows
  return first && { ...first, orders: rows.map(({ orderId, code }) => ({ id: orderId, code })) }
}

/**
 * How many times this number ordered and still has goods held without money. From another place than this one it may have been typed by a stranger, who
 * blocks nobody: what does not say where it came from counts everywhere.
 */
export async function countOpenOfPhone(
  db: ReadDb,
  { phone, placedFrom, now }: { phone: string; placedFrom: string | null; now: Date },
): Promise<number> {
  const { count } = await db
    // Set apart, or the database would walk through everybody's unpaid orders to find those of one number.
    .with(
      (name) => name('own').materialized(),
      (query) =>
        query
          .selectFrom('order_group')
          .where('buyer_phone', '=', phone)
          .$if(placedFrom !== null, (own) => own.where((eb) => eb.or([eb('placed_from', '=', placedFrom), eb('placed_from', 'is', null)])))
          .select('id'),
    )
    .selectFrom('own')
    .innerJoin('shop_order', 'shop_order.group_id', 'own.id')
    .where('fulfilment_status', '=', 'held')
    .where('payment_status', 'in', paymentsOnHold)
    .where('hold_until', '>', now)
    .select((eb) => eb.fn.count<number>('own.id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type NewGroup = {
  id: OrderGroupId
  requestKey: string
  requestHash: string
  buyerName: string
  buyerPhone: string
  buyerAddress: string
  note: string
  userId: UserId | null
  /** Digest of the network it came from; null where it came from no network. */
  placedFrom: string | null
  linkSecret: string
  at: Date
}

export async function insertGroup(tx: Tx, group: NewGroup): Promise<void> {
  await tx
    .insertInto('order_group')
    .values({
      id: group.id,
      request_key: group.requestKey,
      request_hash: group.requestHash,
      buyer_name: group.buyerName,
      buyer_phone: group.buyerPhone,
      buyer_address: group.buyerAddress,
      note: group.note,
      user_id: group.userId,
      placed_from: group.placedFrom,
      link_secret: group.linkSecret,
      created_at: group.at,
    })
    .execute()
}

export type NewOrder = {
  id: OrderId
  code: string
  groupId: OrderGroupId
  producerId: ProducerId
  totalVnd: Dong
  holdUntil: Date
  snapshot: OrderSnapshot
  lines: (PlannedLine & { id: OrderLineId })[]
  at: Date
}

export async function insertOrders(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  await tx
    .insertInto('shop_order')
    .values(
      orders.map((order) => ({
        id: order.id,
        code: order.code,
        group_id: order.groupId,
        producer_id: order.producerId,
        payment_status: 'awaiting' satisfies PaymentStatus,
        fulfilment_status: 'held' satisfies FulfilmentStatus,
        total_vnd: order.totalVnd,
        hold_until: order.holdUntil,
        snapshot: JSON.stringify(order.snapshot),
        created_at: order.at,
        updated_at: order.at,
      })),
    )
    .execute()
  await tx
    .insertInto('order_line')
    .values(
      orders.flatMap((order) =>
        order.lines.map((line) => ({
          id: line.id,
          order_id: order.id,
          listing_id: line.listingId,
          product_id: line.productId,
          product_name: line.productName,
          unit: line.unit,
          unit_price_vnd: line.unitPriceVnd,
          quantity: line.quantity,
          line_total_vnd: line.lineTotalVnd,
          stars: line.stars,
          net_content: line.netContent,
          certificate_code: line.certificateCode,
        })),
      ),
    )
    .execute()
}

export async function isCodeTaken(db: ReadDb, codes: readonly string[]): Promise<boolean> {
  const row = await db.selectFrom('shop_order').where('code', 'in', codes).select('code').executeTakeFirst()
  return row !== undefined
}

/** Forgets where old orders came from: nothing of them is unpaid any more. */
export async function forgetPlaces(tx: Tx, before: Date): Promise<void> {
  await tx
    .updateTable('order_group')
    .set({ placed_from: null })
    .where('placed_from', 'is not', null)
    .where('created_at', '<', before)
    .execute()
}
