import type { Dong } from '@dacsan/vietnam'
import { withCommit } from '@dacsan/platform/context'
import { togetherStatement } from '@dacsan/platform/insert-rows'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import type { PolicyInForce } from '../../disclosure/rules.ts'
import type { UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { reserveWithCommit } from '../../inventory/index.ts'
import { promiseRows, writePromises } from '../ahead/book.store.ts'
import { reservationRows } from '../holds/hold.store.ts'
import { firstPayment, paymentsOnHold, standing } from '../rules.ts'
import type { FulfilmentStatus, PaymentWay, PlannedLine, PlannedOrder } from '../rules.ts'
import type { AgreedBuyerId, OrderGroupId, OrderId, OrderLineId } from '../rules/ids.ts'
import { moveRows, paymentRows } from './order.store.ts'
import type { NewMoves } from './order.store.ts'
import { receiverRow } from './receiver.store.ts'
import type { NamedReceiver } from './receiver.store.ts'
import type { LockedSnapshot } from './snapshot.ts'

const lockTwo = prepare(
  (_: ReadDb, { form, number }: Slots<{ form: string; number: string }>) =>
    sql`select pg_advisory_xact_lock(hashtextextended(${form}, 0)), pg_advisory_xact_lock(hashtextextended(${number}, 0))`,
)

/** Waits for any other sending of the same form, and for any other order by the same telephone number, to end. */
export async function lockPlacement(tx: Tx, { requestKey, phone }: { requestKey: string; phone: string }): Promise<void> {
  await lockTwo(tx, { form: `order:${requestKey}`, number: `order-phone:${phone}` })
}

export type Group = { id: OrderGroupId; linkSecret: string; requestHash: string; orders: { id: OrderId; code: string }[] }

const ordersByKey = prepare((db: ReadDb, { requestKey }: Slots<{ requestKey: string }>) =>
  db
    .selectFrom('order_group')
    .innerJoin('shop_order', 'shop_order.group_id', 'order_group.id')
    .where('request_key', '=', requestKey)
    .select(['order_group.id', 'link_secret as linkSecret', 'request_hash as requestHash', 'shop_order.id as orderId', 'shop_order.code'])
    .orderBy('shop_order.code'),
)

export async function selectGroupByKey(db: ReadDb, requestKey: string): Promise<Group | undefined> {
  const rows = await ordersByKey(db, { requestKey })
  const [first] = rows
  return first && { ...first, orders: rows.map(({ orderId, code }) => ({ id: orderId, code })) }
}

const openOfPhone = prepare((db: ReadDb, { phone, placedFrom, now }: Slots<{ phone: string; placedFrom: string | null; now: Date }>) =>
  db
    // Set apart, or the database would walk through everybody's unpaid orders to find those of one number.
    .with(
      (name) => name('own').materialized(),
      (query) =>
        query
          .selectFrom('order_group')
          .where('buyer_phone', '=', phone)
          .where(sql<boolean>`coalesce(placed_from = ${placedFrom}::text, true)`)
          .select('id'),
    )
    .selectFrom('own')
    .innerJoin('shop_order', 'shop_order.group_id', 'own.id')
    .where((eb) =>
      eb.or([
        eb.and([eb('fulfilment_status', 'in', standing), eb('payment_status', 'in', paymentsOnHold), eb('hold_until', '>', now)]),
        // Goods that are brought unpaid count until their cash is there; a seller who never writes it down does not close a number for good.
        eb.and([eb('payment_status', '=', 'cash-due'), sql<boolean>`hold_until > ${now}::timestamptz - interval '14 days'`]),
      ]),
    )
    .select((eb) => eb.fn.count<number>('own.id').distinct().as('count')),
)

/**
 * How many times this number ordered and still has goods held without money. From another place than this one it may have been typed by a stranger, who
 * blocks nobody: what does not say where it came from counts everywhere.
 */
export async function countOpenOfPhone(db: ReadDb, asked: { phone: string; placedFrom: string | null; now: Date }): Promise<number> {
  const [row] = await openOfPhone(db, asked)
  return Number(row!.count)
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
  policies: readonly PolicyInForce[]
  /** Where the seller typed it: the version of what the buyer was told. */
  toldVersion: number | null
  language: MessageLanguage
  linkSecret: string
  at: Date
}

const groupRow = (group: NewGroup) => ({
  id: group.id,
  request_key: group.requestKey,
  request_hash: group.requestHash,
  buyer_name: group.buyerName,
  buyer_phone: group.buyerPhone,
  buyer_address: group.buyerAddress,
  note: group.note,
  user_id: group.userId,
  placed_from: group.placedFrom,
  policies: group.policies,
  source: group.toldVersion === null ? ('buyer' as const) : ('seller' as const),
  told_version: group.toldVersion,
  language: group.language,
  link_secret: group.linkSecret,
  created_at: group.at,
})

export type NewOrder = {
  id: OrderId
  code: string
  groupId: OrderGroupId
  producerId: ProducerId
  totalVnd: Dong
  /** Part of the total. */
  deliveryVnd: Dong
  discountVnd: Dong
  /** Who ordered it by agreement; null: anybody. */
  agreedBuyerId: AgreedBuyerId | null
  way: PaymentWay
  holdUntil: Date
  ahead: PlannedOrder['ahead']
  /** Who gets it; null: its buyer. */
  receiver: NamedReceiver | null
  snapshot: LockedSnapshot
  lines: (PlannedLine & { id: OrderLineId })[]
  at: Date
}

const orderRow = (order: NewOrder) => ({
  id: order.id,
  code: order.code,
  group_id: order.groupId,
  producer_id: order.producerId,
  payment_status: firstPayment[order.way],
  payment_way: order.way,
  fulfilment_status: order.ahead ? ('promised' as const) : ('held' as const satisfies FulfilmentStatus),
  due_on: order.ahead?.dueOn ?? null,
  pays_when: order.ahead?.pays ?? null,
  total_vnd: order.totalVnd,
  delivery_vnd: order.deliveryVnd,
  discount_vnd: order.discountVnd,
  agreed_buyer_id: order.agreedBuyerId,
  hold_until: order.holdUntil,
  snapshot: order.snapshot,
  created_at: order.at,
  updated_at: order.at,
})

const lineRow = (orderId: OrderId, line: NewOrder['lines'][number]) => ({
  id: line.id,
  order_id: orderId,
  listing_id: line.listingId,
  product_id: line.productId,
  pack_id: line.packId,
  product_name: line.productName,
  unit: line.unit,
  unit_price_vnd: line.unitPriceVnd,
  quantity: line.quantity,
  line_total_vnd: line.lineTotalVnd,
  per_kg_vnd: line.byWeight?.perKgVnd ?? null,
  piece_least_grams: line.byWeight?.leastGrams ?? null,
  piece_most_grams: line.byWeight?.mostGrams ?? null,
  discount_vnd: line.discountVnd,
  stars: line.stars,
  net_content: line.netContent,
  certificate_code: line.certificateCode,
  agreement_id: line.agreementId,
  recognition: line.recognition,
  least_expires_on: line.leastExpiresOn,
  warning: line.rule?.warning ?? null,
  least_age: line.rule?.leastAge ?? null,
  box_name: line.box?.name ?? null,
  box_unit: line.box?.unit ?? null,
  box_quantity: line.box?.quantity ?? null,
  box_price_vnd: line.box?.priceVnd ?? null,
})

/**
 * Everything that the shop keeps of a placement, in one statement that goes with the commit: the orders, their lines, the goods that are held, the money that
 * is expected. What refers to the orders stands behind it, and goes with the commit as well.
 */
export async function insertPlacement(
  tx: Tx,
  group: NewGroup,
  orders: readonly NewOrder[],
  placedBy: Pick<NewMoves, 'byId' | 'byName'>,
): Promise<void> {
  const lines = orders.flatMap(({ id, holdUntil, lines }) => lines.map((line) => ({ orderId: id, line, expiresAt: holdUntil })))
  const picks = lines.flatMap(({ line, expiresAt }) => line.picks.map((pick) => ({ ...pick, orderLineId: line.id, expiresAt })))
  const promises = lines.flatMap(({ line }) => (line.ahead ? [{ ...line.ahead, orderLineId: line.id, quantity: line.quantity }] : []))
  if (promises.length > 0) await writePromises(tx, promises)
  const rows = togetherStatement<Tables>({
    order_group: [groupRow(group)],
    shop_order: orders.map(orderRow),
    order_receiver: orders.flatMap(({ id, receiver }) => (receiver ? [receiverRow(id, receiver)] : [])),
    order_line: lines.map(({ orderId, line }) => lineRow(orderId, line)),
    reservation: reservationRows(picks),
    promise: promiseRows(promises),
    payment_event: paymentRows(
      orders.map(({ id, totalVnd, at }) => ({ orderId: id, kind: 'expected', amountVnd: totalVnd, byId: null, at })),
    ),
    order_move: orders.flatMap(({ id, at }) => moveRows(id, { moves: ['place'], ...placedBy, at })),
  })
  await withCommit(tx, rows!)
  if (picks.length > 0) await reserveWithCommit(tx, picks)
}

/** The bill of a month is a transfer as well: no order has its code. */
const takenCodes = prepare((db: ReadDb, { codes }: Slots<{ codes: string[] }>) =>
  db
    .selectFrom('shop_order')
    .where('code', 'in', codes)
    .select('code')
    .unionAll(db.selectFrom('buyer_bill').where('code', 'in', codes).select('code')),
)

export async function isCodeTaken(db: ReadDb, codes: readonly string[]): Promise<boolean> {
  return (await takenCodes(db, { codes: [...codes] })).length > 0
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
