import { createHash, randomBytes, randomInt } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { transferCode } from '@dacsan/vietqr'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { audit } from '../../identity/index.ts'
import { consume } from '@dacsan/platform/rate-limit'
import { limits } from '../limits.ts'
import { ruleOn } from '../../law/index.ts'
import { province } from '../../province/index.ts'
import { recordEvent } from '@dacsan/platform/events'
import { banks } from '../sellers/banks.ts'
import { offerFacts } from '../cart/cart.ts'
import { deleteCartLines } from '../cart/cart.store.ts'
import { actorId } from '../events.ts'
import type { ShopEvents } from '../events.ts'
import { expireHolds } from './expire-holds.ts'
import type { PlaceOrderInput } from '../inputs.ts'
import { selectOffers } from '../listings/listing.store.ts'
import { selectSellers } from '../sellers/seller.store.ts'
import { insertMove, insertPayments } from './order.store.ts'
import { countOpenOfPhone, insertGroup, insertOrders, isCodeTaken, lockRequestKey, selectGroupByKey } from './placement.store.ts'
import type { NewOrder } from './placement.store.ts'
import { phoneOf, placeOf, registrationOf } from '../sellers/seller-facts.ts'
import { decidePlacement, mergeLines } from '../rules.ts'
import type { PlacementRefusal, PlannedOrder, RequestKeyRefusal } from '../rules.ts'
import type { OrderSnapshot } from './snapshot.ts'
import { insertReservations, lockFreeLots } from '../stock/stock.store.ts'

/** Where the buyer follows the orders: any of the codes, with the one secret of the group. */
export type PlacedOrders = { groupId: string; secret: string; orders: { id: string; code: string }[] }

/**
 * Turns a cart into one order per seller, all of them or none: goods held, prices kept, money expected, news recorded.
 * `address` is where it was sent from: one address cannot empty the shelves without paying. The same form sent again, even at the same moment, answers with the same orders; the same key with other contents is refused.
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrderInput,
  { cartId, address }: { cartId?: string | null; address?: string } = {},
): Promise<Outcome<PlacedOrders, PlacementRefusal | RequestKeyRefusal>> {
  await expireHolds(ctx)
  const minutes = address === undefined ? 0 : await consume(ctx.db, ctx.now, { limit: limits.orderPlaced, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const requestHash = hashOf(input)
  return inTransaction(ctx, async (tx) => {
    await lockRequestKey(tx, input.requestKey)
    const known = await selectGroupByKey(tx, input.requestKey)
    if (known) {
      if (known.requestHash !== requestHash) return refuse('request-key-reused')
      return done({ groupId: known.id, secret: known.linkSecret, orders: known.orders })
    }

    const today = dateInVietnam(ctx.now)
    const [ordering, hold] = [await ruleOn(tx, 'shop.ordering-enabled', today), await ruleOn(tx, 'order.hold-minutes', today)]
    const mostOpen = (await ruleOn(tx, 'order.most-open-per-phone', today)).value
    if ((await countOpenOfPhone(tx, input.buyerPhone, ctx.now)) >= mostOpen) return refuse('too-many-open', { most: mostOpen })
    const lines = mergeLines(input.lines)
    const offers = await selectOffers(tx, { listingIds: lines.map(({ listingId }) => listingId) }, await offerFacts(tx, ctx.now))
    const lots = await lockFreeLots(
      tx,
      offers.map(({ productId }) => productId),
    )
    const decision = decidePlacement(lines, { today, orderingEnabled: ordering.value, offers, lots, seenVnd: input.seenVnd })
    if (!decision.ok) return decision

    const secret = randomBytes(24).toString('base64url')
    const groupId = ctx.newId('grp')
    const holdUntil = new Date(ctx.now.getTime() + hold.value * 60_000)
    const snapshots = await sellerSnapshots(tx, decision.event.orders)
    const codes = await freeCodes(tx, decision.event.orders.length)
    const orders = decision.event.orders.map((order, index): NewOrder => {
      const seller = snapshots.get(order.producerId)!
      return {
        id: ctx.newId('ord'),
        code: codes[index]!,
        groupId,
        producerId: order.producerId,
        totalVnd: order.totalVnd,
        holdUntil,
        snapshot: { seller, hold: { minutes: hold.value, instrument: hold.instrument } },
        lines: order.lines.map((line) => ({ ...line, id: ctx.newId('oln') })),
        at: ctx.now,
      }
    })

    const { requestKey, buyerName, buyerPhone, buyerAddress, note } = input
    const buyer = { buyerName, buyerPhone, buyerAddress, note, userId: actorId(ctx) }
    await insertGroup(tx, { id: groupId, requestKey, requestHash, ...buyer, linkSecret: secret, at: ctx.now })
    await insertOrders(tx, orders)
    await insertReservations(
      tx,
      orders.flatMap((order) => order.lines.flatMap((line) => line.picks.map((pick) => ({ ...pick, orderLineId: line.id })))),
      holdUntil,
    )
    await insertPayments(
      tx,
      orders.map((order) => ({ orderId: order.id, kind: 'expected' as const, amountVnd: order.totalVnd, byId: null, at: ctx.now })),
    )
    if (cartId)
      await deleteCartLines(
        tx,
        cartId,
        lines.map(({ listingId }) => listingId),
      )
    await tellEveryone(tx, ctx, orders)
    return done({ groupId, secret, orders: orders.map(({ id, code }) => ({ id, code })).toSorted(byCode) })
  })
}

/** The order in which the database gives them to whoever sends the form again. */
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)

async function tellEveryone(tx: Tx, ctx: Ctx, orders: readonly NewOrder[]): Promise<void> {
  const placed = orders.map(({ id, code, producerId, groupId, totalVnd }): ShopEvents['order.placed'] => ({
    orderId: id,
    code,
    producerId,
    groupId,
    totalVnd,
  }))
  for (const payload of placed) {
    await insertMove(tx, { orderId: payload.orderId, move: 'place', byId: actorId(ctx), byName: 'Người mua', at: ctx.now })
    await recordEvent(tx, { type: 'order.placed', payload, actorId: actorId(ctx), at: ctx.now })
  }
  for (const payload of placed) {
    await audit(tx, ctx, { action: 'order.placed', subjectType: 'order', subjectId: payload.orderId, detail: payload })
  }
}

async function sellerSnapshots(db: ReadDb, orders: readonly PlannedOrder[]): Promise<Map<string, OrderSnapshot['seller']>> {
  const sellers = await selectSellers(
    db,
    orders.map(({ producerId }) => producerId),
  )
  return new Map(
    sellers.map((seller) => [
      seller.producerId,
      {
        name: seller.producerName,
        slug: seller.producerSlug,
        phone: phoneOf(seller),
        address: placeOf(seller),
        representative: seller.representative,
        registrationNo: registrationOf(seller),
        pickupNote: seller.pickupNote,
        bankBin: seller.bankBin,
        bankName: banks().get(seller.bankBin)?.name ?? seller.bankBin,
        bankAccount: seller.bankAccount,
        accountName: seller.accountName,
      },
    ]),
  )
}

const serials = 31 ** 7

/** Random, so that a code tells nothing about how many orders there are; with a check character, so that a typing error pays for nobody's. */
async function freeCodes(db: ReadDb, count: number): Promise<string[]> {
  for (;;) {
    const codes = [...new Set(Array.from({ length: count }, newCode))]
    if (codes.length === count && !(await isCodeTaken(db, codes))) return codes
  }
}

function newCode(): string {
  const code = transferCode(province().orderPrefix, randomInt(serials))
  if (!code.ok) throw new Error(`no transfer code: ${code.refusal.code}`)
  return code.value
}

/** What makes two sendings the same wish: everything but the key and the order in which the lines were written. */
function hashOf({ lines, buyerName, buyerPhone, buyerAddress, note }: PlaceOrderInput): string {
  const cart = mergeLines(lines).toSorted((a, b) => (a.listingId < b.listingId ? -1 : 1))
  const body = JSON.stringify([cart.map((line) => [line.listingId, line.quantity]), buyerName, buyerPhone, buyerAddress, note])
  return createHash('sha256').update(body).digest('base64url')
}
