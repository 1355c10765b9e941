import type { ProducerId } from '../../catalogue/rules.ts'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { newId } from '@dacsan/platform/ids'
import { insertRows } from '@dacsan/platform/insert-rows'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PolicyInForce } from '../../disclosure/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import { takeWeight } from '../listings/listing.store.ts'
import { boxColumns, boxesLast, takeBox } from './boxes.ts'
import { packsOfListings } from '../holds/hold.store.ts'
import { lastWeighing, takeWeighed, weighingColumns } from '../packing/weighing.store.ts'
import { deliveryTo, isRecalled, paymentsOnHold } from '../rules.ts'
import type { Delivery, Order, OrderedAhead, OrderMove, OrderState, OrderWeight, PaymentKind, PaymentWay, PlatformNote } from '../rules.ts'
import type { ListingId, OrderGroupId, OrderId } from '../rules/ids.ts'
import { receiverColumns, takeReceiver } from './receiver.store.ts'
import type { DeliveredTo, GoesTo } from './receiver.store.ts'
import type { LockedSnapshot } from './snapshot.ts'

export type NewPayment = {
  orderId: OrderId
  kind: PaymentKind
  amountVnd: Dong
  reference?: string
  note?: string
  byId: UserId | null
  requestKey?: string
  /** Handed over in cash, and on no statement of a bank. */
  inCash?: boolean
  at: Date
}

export const paymentRows = (payments: readonly NewPayment[]) =>
  payments.map((payment) => ({
    id: newId('pay'),
    order_id: payment.orderId,
    kind: payment.kind,
    amount_vnd: payment.amountVnd,
    reference: payment.reference ?? '',
    note: payment.note ?? '',
    by_id: payment.byId,
    request_key: payment.requestKey ?? null,
    in_cash: payment.inCash ?? false,
    at: payment.at,
  }))

export async function insertPayments(tx: Tx, payments: readonly NewPayment[]): Promise<void> {
  await insertRows(tx, 'payment_event', paymentRows(payments))
}

export async function selectPaymentByKey(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('payment_event')
    .where('request_key', '=', requestKey)
    .select(['order_id as orderId', 'kind', 'amount_vnd as amountVnd'])
    .executeTakeFirst()
}

export type NewMoves = { moves: readonly OrderMove[]; byId: UserId | null; byName: string; note?: string; said?: PlatformNote; at: Date }

const addMoves = prepare(
  (_: ReadDb, { orderId, rows }: Slots<{ orderId: OrderId; rows: string }>) => sql`
    insert into order_move (order_id, seq, move, by_id, by_name, note, said, at)
    select order_id, seq + (select coalesce(max(seq), 0) from order_move where order_id = ${orderId}), move, by_id, by_name, note, said, at
    from json_populate_recordset(null::order_move, ${rows}::json)`,
)

/** The first lines of an order's history, or those that follow the ones that are there. */
export const moveRows = (orderId: OrderId, { moves, note, said, byId, byName, at }: NewMoves) =>
  moves.map((move, index) => ({
    order_id: orderId,
    seq: index + 1,
    move,
    by_id: byId,
    by_name: byName,
    note: note || null,
    ...(said && { said }),
    at,
  }))

/** The next lines of an order's history; the order itself is locked by the caller. */
export async function insertMoves(tx: Tx, orderId: OrderId, moves: NewMoves): Promise<void> {
  await addMoves(tx, { orderId, rows: JSON.stringify(moveRows(orderId, moves)) })
}

export type KnownOrder = Order & {
  id: OrderId
  code: string
  groupId: OrderGroupId
  producerId: ProducerId
  producerName: string
  organisationId: OrganisationId | null
  linkSecret: string
  buyerName: string
  buyerPhone: string
  buyerAddress: string
  /** To whom and where its goods go, as the buyer changed it last. */
  receiver: GoesTo
  deliveredTo: DeliveredTo
  delivery: Delivery
  way: PaymentWay
  /** What a voucher took off its goods. */
  discountVnd: Dong
  /** Part of the total. */
  deliveryVnd: Dong
  returnedVnd: Dong
  ahead: OrderedAhead | null
  weight: OrderWeight | null
  isSample: boolean
  policies: readonly PolicyInForce[]
  source: 'buyer' | 'seller'
  snapshot: LockedSnapshot
  /** When its goods lay in their parcel. */
  packedAt: Date | null
  createdAt: Date
}

const sumOf = (kind: PaymentKind) =>
  sql<number>`coalesce((select sum(amount_vnd) from payment_event where order_id = shop_order.id and kind = ${kind}), 0)::bigint`

/** Something of an order is sold by its real weight. */
export const isByWeight = sql<boolean>`exists (select 1 from order_line where order_id = shop_order.id and per_kg_vnd is not null)`

/** What an order comes to: as it was agreed, or by its real weight. */
export const sumByWeight = sql<number>`(shop_order.total_vnd - (select coalesce(sum(reduced_vnd), 0) from order_line where order_id = shop_order.id))::float8`

const orders = (db: ReadDb) =>
  db
    .selectFrom('shop_order')
    .innerJoin('order_group', 'order_group.id', 'shop_order.group_id')
    .innerJoin('producer_card as producer', 'producer.id', 'shop_order.producer_id')
    .innerJoin('order_goes_to as receiver', 'receiver.order_id', 'shop_order.id')
    .select(receiverColumns)
    .select([
      'shop_order.id',
      'shop_order.code',
      'shop_order.group_id as groupId',
      'shop_order.producer_id as producerId',
      'shop_order.payment_status as payment',
      'shop_order.fulfilment_status as fulfilment',
      'shop_order.payment_way as way',
      'shop_order.total_vnd as totalVnd',
      'shop_order.delivery_vnd as deliveryVnd',
      'shop_order.discount_vnd as discountVnd',
      'shop_order.returned_vnd as returnedVnd',
      'shop_order.is_sample as isSample',
      'shop_order.hold_until as holdUntil',
      'shop_order.snapshot',
      'shop_order.packed_at as packedAt',
      'shop_order.created_at as createdAt',
      'shop_order.due_on as dueOn',
      'shop_order.pays_when as pays',
      'shop_order.short_at as shortAt',
      'shop_order.weighed_at as weighedAt',
      'shop_order.light_pieces as lightPieces',
      isByWeight.as('isByWeight'),
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'order_group.link_secret as linkSecret',
      'order_group.buyer_name as buyerName',
      'order_group.buyer_phone as buyerPhone',
      'order_group.buyer_address as buyerAddress',
      'order_group.policies',
      'order_group.source',
      sumOf('received').as('receivedVnd'),
      sumOf('refunded').as('refundedVnd'),
    ])

type OrderRow = Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number]

function asOrder(found: OrderRow): KnownOrder {
  const { isByWeight: byWeight, weighedAt, lightPieces, ...joined } = found
  const { receiver, deliveredTo, row: read } = takeReceiver(joined)
  const { dueOn, pays, shortAt, ...row } = read
  return {
    ...row,
    receiver,
    deliveredTo,
    delivery: deliveryTo(row.snapshot.delivery ?? agreedOnTelephone, deliveredTo),
    ahead: dueOn === null || pays === null ? null : { dueOn, pays, shortAt },
    weight: byWeight ? { weighedAt, lightPieces } : null,
    totalVnd: dong(row.totalVnd),
    deliveryVnd: dong(row.deliveryVnd),
    discountVnd: dong(row.discountVnd),
    returnedVnd: dong(row.returnedVnd),
    receivedVnd: dong(row.receivedVnd),
    refundedVnd: dong(row.refundedVnd),
  }
}

/** Orders of before say nothing of it. */
const agreedOnTelephone: Delivery = { way: 'agreed', feeVnd: dong(0) }

/** One order as it stands once everybody before us is done with it. */
export async function lockOrder(tx: Tx, by: { id: OrderId } | { code: string }): Promise<KnownOrder | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['code', by.code] as const)
  const locked = await tx.selectFrom('shop_order').where(column, '=', value).select('id').forUpdate().executeTakeFirst()
  return locked && selectOrder(tx, { id: locked.id })
}

export async function selectOrder(db: ReadDb, by: { id: OrderId } | { code: string }): Promise<KnownOrder | undefined> {
  const [column, value] = 'id' in by ? (['shop_order.id', by.id] as const) : (['shop_order.code', by.code] as const)
  const row = await orders(db).where(column, '=', value).executeTakeFirst()
  return row && asOrder(row)
}

export async function selectOrdersOfGroup(db: ReadDb, groupId: OrderGroupId): Promise<KnownOrder[]> {
  const rows = await orders(db)
    .where('shop_order.group_id', '=', groupId)
    // As they were named: whoever is named first stands first.
    .orderBy('receiver.place')
    .orderBy('producer.name', inVietnamese)
    .orderBy('shop_order.id')
    .execute()
  return rows.map(asOrder)
}

export async function updateOrder(
  tx: Tx,
  order: OrderState & { id: OrderId; at: Date; holdUntil?: Date; shortAt?: Date | null },
): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set({
      payment_status: order.payment,
      fulfilment_status: order.fulfilment,
      updated_at: order.at,
      ...(order.holdUntil && { hold_until: order.holdUntil }),
      ...(order.shortAt !== undefined && { short_at: order.shortAt }),
      // What lay in the parcel went back to the shelf, or comes from other lots when the order is opened again.
      ...((order.fulfilment === 'cancelled' || order.fulfilment === 'expired') && {
        packed_at: null,
        weighed_at: null,
        light_pieces: 0,
      }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', order.id)
    .execute()
}

/** Orders whose hold has run out; with `listingIds` those that hold something of what these need. */
export async function selectOverdue(
  db: ReadDb,
  { now, most, listingIds }: { now: Date; most: number; listingIds?: readonly ListingId[] },
): Promise<OrderId[]> {
  const rows = await db
    .selectFrom('shop_order')
    .where('payment_status', 'in', paymentsOnHold)
    .where('hold_until', '<=', now)
    .$if(listingIds !== undefined, (orders) =>
      orders.where('id', 'in', (eb) =>
        eb.selectFrom('order_line').select('order_id').where('pack_id', 'in', packsOfListings(db, listingIds!)),
      ),
    )
    .select('id')
    .orderBy('hold_until')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

export async function selectLines(db: ReadDb, orderIds: readonly OrderId[]) {
  if (orderIds.length === 0) return []
  const rows = await db
    .selectFrom('order_line')
    .where('order_id', 'in', orderIds)
    .leftJoinLateral(lastWeighing, (join) => join.onTrue())
    .select([
      'order_line.id',
      'order_id as orderId',
      'listing_id as listingId',
      'product_id as productId',
      'pack_id as packId',
      'product_name as productName',
      'unit',
      'unit_price_vnd as unitPriceVnd',
      'quantity',
      'cut_quantity as cut',
      'line_total_vnd as lineTotalVnd',
      'stars',
      'certificate_code as certificateCode',
      'recognition',
      'least_expires_on as leastExpiresOn',
      'warning',
      'least_age as leastAge',
      'net_content as netContent',
      'discount_vnd as discountVnd',
      'reduced_vnd as reducedVnd',
      'per_kg_vnd as perKgVnd',
      'piece_least_grams as leastGrams',
      'piece_most_grams as mostGrams',
      ...boxColumns,
      ...weighingColumns,
      // By which list of its buyer it was priced.
      (eb) =>
        eb
          .selectFrom('buyer_agreement')
          .whereRef('buyer_agreement.id', '=', 'order_line.agreement_id')
          .select('number')
          .as('agreementNumber'),
    ])
    .orderBy(boxesLast)
    .orderBy('product_name', inVietnamese)
    .orderBy('order_line.id')
    .execute()
  return rows.map(({ recognition, ...joined }) => {
    const row = takeBox(takeWeighed(takeWeight(joined)))
    return {
      ...row,
      /** How many of it are wanted still. */
      left: row.quantity - row.cut,
      starsHold: recognition === 'in-force',
      unitPriceVnd: dong(row.unitPriceVnd),
      lineTotalVnd: dong(row.lineTotalVnd),
      discountVnd: dong(row.discountVnd),
      reducedVnd: dong(row.reducedVnd),
    }
  })
}

/** Which lots an order takes, took or would have taken. */
async function selectLotsOfOrder(db: ReadDb, orderId: OrderId) {
  return db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .innerJoin('lot_card as lot', 'lot.id', 'reservation.lot_id')
    .where('order_line.order_id', '=', orderId)
    .select([
      'order_line.id as lineId',
      'lot.id as lotId',
      'lot.number',
      'lot.expires_on as expiresOn',
      'lot.trace_code as traceCode',
      'lot.status',
      'reservation.quantity',
      'reservation.status as reservation',
    ])
    .orderBy('lot.expires_on')
    .orderBy('lot.id')
    .execute()
}

/**
 * The goods of an order with their lots, for packing, for the receipt and for a recall. A lot that was let go is named where it was recalled and the order
 * cancelled: the buyer should know why.
 */
export async function selectLinesWithLots(db: ReadDb, order: Pick<KnownOrder, 'id' | 'fulfilment'>) {
  const [lines, found] = await Promise.all([selectLines(db, [order.id]), selectLotsOfOrder(db, order.id)])
  const lots = found
    .map(({ status, ...lot }) => ({ ...lot, recalled: isRecalled({ status }) }))
    .filter(({ reservation, recalled }) => reservation !== 'released' || (recalled && order.fulfilment === 'cancelled'))
  return lines.map(({ orderId: _orderId, ...line }) => ({ ...line, lots: lots.filter(({ lineId }) => lineId === line.id) }))
}

export async function selectPayments(db: ReadDb, orderId: OrderId) {
  const rows = await db
    .selectFrom('payment_event')
    .where('order_id', '=', orderId)
    .select(['kind', 'amount_vnd as amountVnd', 'reference', 'note', 'in_cash as inCash', 'at'])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, amountVnd: dong(row.amountVnd) }))
}

export async function selectMoves(db: ReadDb, orderId: OrderId) {
  return db
    .selectFrom('order_move')
    .where('order_id', '=', orderId)
    .select(['move', 'by_name as byName', 'note', 'said', 'at'])
    .orderBy('seq')
    .execute()
}
