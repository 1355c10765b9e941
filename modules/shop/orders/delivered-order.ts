import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { isDueLater, keptVnd, owedVnd, paymentStatusOf, takeOffVnd } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { isSecret } from './lock-order.ts'
import { lockOrder, selectLines, selectOrder, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { selectDeliveredLots, selectHandedOverAt, insertReduction } from './delivered-order.store.ts'

/** An order as whoever takes goods back sees it: what came, of which lots, when, and what the seller keeps for it. */
export type DeliveredOrder = Awaited<ReturnType<typeof asDelivered>>

async function asDelivered(db: ReadDb, order: KnownOrder) {
  const [lines, lots, handedOverAt] = await Promise.all([
    selectLines(db, [order.id]),
    selectDeliveredLots(db, order.id),
    selectHandedOverAt(db, order.id),
  ])
  return {
    id: order.id,
    code: order.code,
    groupId: order.groupId,
    producerId: order.producerId,
    producerName: order.producerName,
    organisationId: order.organisationId,
    isSample: order.isSample,
    /** Who typed it: whoever bought, or the seller. */
    source: order.source,
    buyerName: order.buyerName,
    buyerPhone: order.buyerPhone,
    createdAt: order.createdAt,
    /** Null while nothing was handed over. */
    handedOverAt: order.fulfilment === 'handed-over' ? handedOverAt : null,
    /** Its buyer waits for it, with the day that was promised or none: money came, or it is due later. */
    awaited:
      (order.fulfilment === 'held' || order.fulfilment === 'promised') && (isDueLater(order) || keptVnd(order) > 0)
        ? { dueOn: order.ahead?.dueOn ?? null }
        : null,
    /** Its money is due later, at the door or by the month: goods may still come back by the act of the order itself, all of them at once. */
    isCashDue: isDueLater(order),
    deliveryVnd: order.deliveryVnd,
    keptVnd: keptVnd(order),
    refundedVnd: order.refundedVnd,
    mostVnd: takeOffVnd(order, dong(0)).mostVnd,
    /** What the seller still keeps beyond what is owed: what was agreed to go back and did not yet. */
    surplusVnd: dong(Math.max(0, keptVnd(order) - owedVnd(order))),
    // What was taken out before it was packed never came.
    lines: lines
      .filter(({ left }) => left > 0)
      .map(({ id, productName, netContent, unit, unitPriceVnd, left, productId, packId, weighed, listingId, box }) => ({
        id,
        listingId,
        /** The box that it was bought in. */
        box,
        productId,
        packId,
        productName,
        netContent,
        unit,
        // What one came to by the scale, on the average.
        unitPriceVnd: weighed ? dong(Math.floor(weighed.sumVnd / left)) : unitPriceVnd,
        quantity: left,
        lots: lots.filter(({ lineId }) => lineId === id),
      })),
  }
}

export async function findDeliveredOrder(db: ReadDb, id: OrderId): Promise<DeliveredOrder> {
  const order = await selectOrder(db, { id })
  if (!order) throw new NotFound('No such order', { id })
  return asDelivered(db, order)
}

/** The same, held until the end of the transaction. */
export async function lockDeliveredOrder(tx: Tx, id: OrderId): Promise<DeliveredOrder> {
  const order = await lockOrder(tx, { id })
  if (!order) throw new NotFound('No such order', { id })
  return asDelivered(tx, order)
}

/** Which order a link opens, and whether it does: a wrong secret opens nothing. */
export async function openOrderLink(
  { db }: { db: ReadDb },
  link: OrderLinkInput,
): Promise<{ orderId: OrderId; code: string; link: boolean }> {
  const order = await selectOrder(db, { code: link.code })
  if (!order) throw new NotFound('No such order', { code: link.code })
  return { orderId: order.id, code: order.code, link: isSecret(order.linkSecret, link.secret) }
}

export type TakeOffRefusal = { code: 'refund-too-large'; refundableVnd: Dong }

/**
 * Money is agreed to go back for goods that were handed over: the order is owed that much less, and what the seller keeps beyond it is to be refunded.
 * Whoever calls knows why and who may, and records it. Answers by how much the order is owed less.
 */
export async function takeOffOrder(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  { orderId, amountVnd }: { orderId: OrderId; amountVnd: Dong },
): Promise<Outcome<{ takenOffVnd: Dong }, TakeOffRefusal>> {
  if (amountVnd === 0) return done({ takenOffVnd: dong(0) })
  const order = (await lockOrder(tx, { id: orderId }))!
  const { mostVnd, takenOffVnd } = takeOffVnd(order, amountVnd)
  if (order.fulfilment !== 'handed-over' || amountVnd > mostVnd) return refuse('refund-too-large', { refundableVnd: mostVnd })
  await reduce(tx, ctx, order, takenOffVnd)
  return done({ takenOffVnd })
}

/** It is not taken back after all, and nothing was refunded for it. */
export async function putBackOnOrder(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  { orderId, takenOffVnd }: { orderId: OrderId; takenOffVnd: Dong },
): Promise<void> {
  if (takenOffVnd === 0) return
  const order = (await lockOrder(tx, { id: orderId }))!
  await reduce(tx, ctx, order, -takenOffVnd)
}

async function reduce(tx: Tx, ctx: Pick<Ctx, 'now'>, order: KnownOrder, amountVnd: number): Promise<void> {
  await insertReduction(tx, { orderId: order.id, amountVnd, at: ctx.now })
  const payment = paymentStatusOf({ ...order, returnedVnd: dong(order.returnedVnd + amountVnd) })
  await updateOrder(tx, { id: order.id, fulfilment: order.fulfilment, payment, at: ctx.now })
}
