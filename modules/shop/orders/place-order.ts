import { createHash, randomBytes } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Decision, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { networkOf } from '@dacsan/platform/network-of'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import { certificateDay, termTopics } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { rulesOn } from '../../law/index.ts'
import type { Rule } from '../../law/index.ts'
import { deleteCartLines } from '../cart/cart.store.ts'
import type { PlaceOrderInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import { selectOffers } from '../listings/listing.store.ts'
import { decidePlacement, limitUnpaid, mergeLines, orderActs } from '../rules.ts'
import type { PlacementRefusal, PlannedOrder, PlannedOrders, RequestKeyRefusal } from '../rules.ts'
import type { CartId, OrderGroupId, OrderId } from '../rules/ids.ts'
import { insertReservations, lockFreeLots, selectShelves } from '../stock/stock.store.ts'
import { expireHolds } from './expire-holds.ts'
import { freeCodes } from './order-codes.ts'
import { insertPayments } from './order.store.ts'
import { countOpenOfPhone, insertGroup, insertOrders, lockPlacement, selectGroupByKey } from './placement.store.ts'
import type { NewOrder } from './placement.store.ts'
import { recordOrder } from './record-order.ts'
import { requestHashOf } from './request-hash.ts'
import { sellerSnapshots } from './seller-snapshots.ts'

/** Where the buyer follows the orders: any of the codes, with the one secret of the group. */
export type PlacedOrders = { groupId: OrderGroupId; secret: string; orders: { id: OrderId; code: string }[] }

/**
 * Turns a cart into one order per seller, all of them or none: goods held, prices kept, money expected, everything recorded.
 * `address` is where it was sent from: one network holds a share of each shelf without paying, and blocks no stranger's telephone number. The same form sent again, even at the same moment,
 * answers with the same orders; the same key with other contents is refused.
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrderInput,
  { cartId, address }: { cartId?: CartId | null; address?: string } = {},
): Promise<Outcome<PlacedOrders, PlacementRefusal | RequestKeyRefusal>> {
  requireAct(ctx.actor, orderActs.place)
  // A form that is sent again is no new order.
  const isNew = (await selectGroupByKey(ctx.db, input.requestKey)) === undefined
  const minutes = address === undefined || !isNew ? 0 : await consume(ctx.db, ctx.now, { limit: limits.orderPlaced, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const placed = await placeOnce(ctx, input, { cartId, address })
  if (placed.ok || placed.refusal.code !== 'sold-out') return placed
  // The clock's job gives holds that ran out back to the shelf; in the minute before it comes, whoever finds the shelf empty looks for one.
  const listingIds = placed.refusal.items.map(({ listingId }) => listingId)
  return (await expireHolds(ctx, { most: mostLookedFor, listingIds })) > 0 ? placeOnce(ctx, input, { cartId, address }) : placed
}

const mostLookedFor = 10

type Sent = { cartId?: CartId | null | undefined; address?: string | undefined }

async function placeOnce(
  ctx: Ctx,
  input: PlaceOrderInput,
  { cartId, address }: Sent,
): Promise<Outcome<PlacedOrders, PlacementRefusal | RequestKeyRefusal>> {
  const requestHash = requestHashOf(input)
  return inTransaction(ctx, async (tx) => {
    await lockPlacement(tx, { requestKey: input.requestKey, phone: input.buyerPhone })
    const known = await selectGroupByKey(tx, input.requestKey)
    if (known) {
      if (known.requestHash !== requestHash) return refuse('request-key-reused')
      return done({ groupId: known.id, secret: known.linkSecret, orders: known.orders })
    }
    const law = await rulesOn(tx, [...topicsOfPlacing], dateInVietnam(ctx.now))
    const placedFrom = address === undefined ? null : digestOf(networkOf(address))
    const decision = await planOrders(tx, ctx, { ...input, placedFrom }, law)
    if (!decision.ok) return decision

    const secret = randomBytes(24).toString('base64url')
    const groupId = ctx.newId('grp')
    const orders = await newOrders(tx, ctx, { groupId, planned: decision.event.orders, hold: law['order.hold-minutes'] })
    const { requestKey, buyerName, buyerPhone, buyerAddress, note } = input
    const buyer = { buyerName, buyerPhone, buyerAddress, note, userId: actorId(ctx.actor), placedFrom }
    await insertGroup(tx, { id: groupId, requestKey, requestHash, ...buyer, linkSecret: secret, at: ctx.now })
    await savePlacement(tx, ctx, orders)
    if (cartId) await deleteCartLines(tx, cartId, [...new Set(input.lines.map(({ listingId }) => listingId))])
    await recordPlacement(tx, ctx, orders)
    return done({ groupId, secret, orders: orders.map(({ id, code }) => ({ id, code })).toSorted(byCode) })
  })
}

const topicsOfPlacing = [
  ...termTopics,
  'shop.ordering-enabled',
  'order.hold-minutes',
  'order.most-open-per-phone',
  'order.unpaid-share-percent',
  'order.unpaid-least',
  'seller.verification-required',
] as const
type LawOfPlacing = { [T in (typeof topicsOfPlacing)[number]]: Rule<T> }

const digestOf = (network: string) => createHash('sha256').update(`order ${network}`).digest('base64url')

/** The order in which the database gives them to whoever sends the form again. */
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)

/** Locks what may be promised, and decides. */
async function planOrders(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  input: PlaceOrderInput & { placedFrom: string | null },
  law: LawOfPlacing,
): Promise<Decision<PlannedOrders, PlacementRefusal>> {
  const mostOpen = law['order.most-open-per-phone'].value
  if ((await countOpenOfPhone(tx, { phone: input.buyerPhone, placedFrom: input.placedFrom, now })) >= mostOpen)
    return refuse('too-many-open', { most: mostOpen })
  const today = dateInVietnam(now)
  const lines = mergeLines(input.lines)
  const facts = { day: certificateDay(today, law), verificationRequired: law['seller.verification-required'].value }
  const offers = await selectOffers(tx, { listingIds: lines.map(({ listingId }) => listingId) }, facts)
  const lots = await lockFreeLots(
    tx,
    offers.map(({ productId }) => productId),
  )
  const orderingEnabled = law['shop.ordering-enabled'].value
  const planned = decidePlacement(lines, { today, orderingEnabled, offers, lots, seenVnd: input.seenVnd })
  if (!planned.ok || input.placedFrom === null) return planned
  const productIds = offers.map(({ productId }) => productId)
  const shelves = await selectShelves(tx, productIds, { placedFrom: input.placedFrom })
  return limitUnpaid(planned.event, {
    shelves,
    share: { percent: law['order.unpaid-share-percent'].value, least: law['order.unpaid-least'].value },
  })
}

async function newOrders(
  tx: Tx,
  ctx: Ctx,
  { groupId, planned, hold }: { groupId: OrderGroupId; planned: readonly PlannedOrder[]; hold: Rule<'order.hold-minutes'> },
): Promise<NewOrder[]> {
  const snapshots = await sellerSnapshots(
    tx,
    planned.map(({ producerId }) => producerId),
  )
  const codes = await freeCodes(tx, planned.length)
  const holdUntil = new Date(ctx.now.getTime() + hold.value * 60_000)
  return planned.map(({ producerId, totalVnd, lines }, index) => ({
    id: ctx.newId('ord'),
    code: codes[index]!,
    groupId,
    producerId,
    totalVnd,
    holdUntil,
    snapshot: { seller: snapshots.get(producerId)!, hold: { minutes: hold.value, instrument: hold.instrument } },
    lines: lines.map((line) => ({ ...line, id: ctx.newId('oln') })),
    at: ctx.now,
  }))
}

async function savePlacement(tx: Tx, { now }: Pick<Ctx, 'now'>, orders: readonly NewOrder[]): Promise<void> {
  await insertOrders(tx, orders)
  const picks = orders.flatMap(({ lines }) => lines.flatMap((line) => line.picks.map((pick) => ({ ...pick, orderLineId: line.id }))))
  await insertReservations(tx, picks, orders[0]!.holdUntil)
  await insertPayments(
    tx,
    orders.map(({ id, totalVnd }) => ({ orderId: id, kind: 'expected' as const, amountVnd: totalVnd, byId: null, at: now })),
  )
}

async function recordPlacement(tx: Tx, ctx: Ctx, orders: readonly NewOrder[]): Promise<void> {
  for (const { id, code, producerId, groupId, totalVnd } of orders) {
    const payload = { orderId: id, code, producerId, groupId, totalVnd }
    await recordOrder(tx, ctx, orderActs.place, payload, { moves: ['place'], byBuyer: true })
  }
}
