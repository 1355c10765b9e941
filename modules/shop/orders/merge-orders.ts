import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { selectDelivery } from '../delivery/delivery.store.ts'
import type { MergeOrdersInput, OrderLinkInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import { decideMerge, mostInParcel, orderActs, paymentStatusOf, refuseUnmerge } from '../rules.ts'
import type { MergeRefusal, OrderToMerge, UnmergeRefusal } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { buyerName } from '../words/orders.ts'
import { insertReduction } from './delivered-order.store.ts'
import { isSecret, lockForBuyer } from './lock-order.ts'
import { lockOrders } from './match-orders.store.ts'
import { endMerge, insertMerge, selectMerges, selectParcelOf } from './merge.store.ts'
import { lockOrder, selectOrder, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { doerOf, recordOrder } from './record-order.ts'

const asMerging = (order: KnownOrder): OrderToMerge => ({
  ...order,
  goodsVnd: dong(order.totalVnd - order.deliveryVnd + order.discountVnd),
})

/**
 * Two orders of one buyer go in one parcel. Whoever holds the link of one names the other by its code; its telephone number must be the same, as where an order
 * is looked up, and tries are counted alike. Both are held until it is decided, the earlier one first.
 */
export async function mergeOrders(
  ctx: Ctx,
  link: OrderLinkInput,
  { otherCode }: MergeOrdersInput,
  address: string,
): Promise<Outcome<{ waivedVnd: number }, MergeRefusal>> {
  const own = await selectOrder(ctx.db, { code: link.code })
  requireAct(ctx.actor, orderActs.merge, { link: own !== undefined && isSecret(own.linkSecret, link.secret) })
  const counts = [
    { limit: limits.orderAddress, address },
    { limit: limits.orderCode, subject: otherCode, address },
    { limit: limits.orderCodeAnywhere, subject: otherCode },
  ]
  const minutes = await consume(ctx.db, ctx.now, ...counts)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const other = await selectOrder(ctx.db, { code: otherCode })
  if (!own || !other || own.id === other.id || own.buyerPhone === '' || !isSecret(own.buyerPhone, other.buyerPhone))
    return refuse('order-unknown')
  await refund(ctx.db, ...counts)
  return inTransaction(ctx, (tx) => mergeLocked(tx, ctx, [own.id, other.id].toSorted() as [OrderId, OrderId]))
}

async function mergeLocked(
  tx: Tx,
  ctx: Ctx,
  [leadId, joinedId]: [OrderId, OrderId],
): Promise<Outcome<{ waivedVnd: number }, MergeRefusal>> {
  await lockOrders(tx, [leadId, joinedId])
  const merges = await selectMerges(tx, [leadId, joinedId])
  const known = merges.find((one) => one.leadId === leadId && one.joinedId === joinedId)
  if (known) return done({ waivedVnd: known.waivedVnd })
  const lead = (await selectOrder(tx, { id: leadId }))!
  const joined = (await selectOrder(tx, { id: joinedId }))!
  const [seller] = await selectDelivery(tx, [lead.producerId])
  const beside = await Promise.all(merges.filter((one) => one.leadId === leadId).map((one) => selectOrder(tx, { id: one.joinedId })))
  const gramsOf = ({ delivery }: KnownOrder) => (delivery.way === 'delivered' ? delivery.grams : 0)
  const decision = decideMerge([asMerging(lead), asMerging(joined)], {
    table: seller?.table ?? null,
    isLeadJoined: merges.some((one) => one.joinedId === leadId),
    isJoinedTaken: merges.some((one) => one.joinedId === joinedId || one.leadId === joinedId),
    isFull: beside.length + 2 > mostInParcel,
    grams: gramsOf(lead) + beside.reduce((sum, one) => sum + gramsOf(one!), 0),
  })
  if (!decision.ok) return decision
  const { waivedVnd } = decision.event
  await insertMerge(tx, { leadId, joinedId, waivedVnd, byName: buyerName, at: ctx.now })
  await reduceBy(tx, ctx, joined, waivedVnd)
  for (const { id: orderId, code, producerId } of [lead, joined])
    await recordOrder(tx, ctx, orderActs.merge, { orderId, code, producerId }, { moves: [], byBuyer: true })
  return done({ waivedVnd })
}

/** The buyer wants them apart again: the fee that fell away is owed again. */
export async function unmergeOrder(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<null, UnmergeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, UnmergeRefusal>> => {
    const found = await selectOrder(tx, { code: link.code })
    if (found) await lockOrders(tx, await selectParcelOf(tx, found.id))
    const order = await lockForBuyer(tx, ctx, 'unmerge', link)
    const refused = refuseUnmerge(order)
    if (refused) return refused
    await takeApart(tx, ctx, order, buyerName)
    return done(null)
  })
}

/**
 * An order goes by itself from now on: one that joined leaves its parcel, one whose parcel it was leaves the others each to themselves. It is held by the
 * caller; those that joined it are later ones and are held after it, as whoever merges them does.
 */
export async function takeApart(tx: Tx, ctx: Ctx, order: Pick<KnownOrder, 'id'>, byName: string = doerOf(ctx.actor)): Promise<void> {
  const merges = (await selectMerges(tx, [order.id])).filter(({ leadId, joinedId }) => leadId === order.id || joinedId === order.id)
  for (const { leadId, joinedId, waivedVnd } of merges) {
    const joined = (await lockOrder(tx, { id: joinedId }))!
    await endMerge(tx, joinedId, { byName, at: ctx.now })
    await reduceBy(tx, ctx, joined, -waivedVnd)
    const lead = (await selectOrder(tx, { id: leadId }))!
    for (const { id: orderId, code, producerId } of [lead, joined])
      await recordOrder(tx, ctx, orderActs.unmerge, { orderId, code, producerId }, { moves: [] })
  }
}

async function reduceBy(tx: Tx, ctx: Ctx, order: KnownOrder, amountVnd: number): Promise<void> {
  if (amountVnd === 0) return
  await insertReduction(tx, { orderId: order.id, amountVnd, at: ctx.now })
  const payment = paymentStatusOf({ ...order, returnedVnd: dong(order.returnedVnd + amountVnd) }, order.payment)
  await updateOrder(tx, { id: order.id, fulfilment: order.fulfilment, payment, at: ctx.now })
}
