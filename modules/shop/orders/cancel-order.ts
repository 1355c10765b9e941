import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { lockOwnOrder, stateOf } from './own-order.ts'
import type { OrderState } from './own-order.ts'
import { recordOrder } from '../events.ts'
import { lockLinkedOrder } from './find-order.ts'
import type { CancelOrderInput, OrderLinkInput } from '../inputs.ts'
import { updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { closeMove, decideCancel, decideReport } from '../rules.ts'
import type { CancelRefusal, ReportRefusal } from '../rules.ts'
import { endReservations } from '../stock/stock.store.ts'

/** The seller cannot deliver: goods back to the shelf, money received is owed. */
export async function cancelOrder(ctx: Ctx, { orderId, note }: CancelOrderInput): Promise<Outcome<OrderState, CancelRefusal>> {
  return inTransaction(ctx, async (tx) => cancel(tx, ctx, await lockOwnOrder(tx, ctx, orderId), { by: 'seller', note }))
}

/** The buyer, by the link, before the seller confirmed any money. */
export async function cancelByLink(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<OrderState, CancelRefusal>> {
  return inTransaction(ctx, async (tx) => cancel(tx, ctx, await lockLinkedOrder(tx, link), { by: 'buyer', note: '' }))
}

/** The buyer says that the money is on its way: the goods are held some days more, for the seller to look at the account. */
export async function reportTransfer(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<OrderState, ReportRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockLinkedOrder(tx, link)
    if (order.payment === 'reported') return done(stateOf(order))
    const holdDays = (await ruleOn(tx, 'order.reported-hold-days', dateInVietnam(ctx.now))).value
    const decision = decideReport(order, { now: ctx.now, holdDays })
    if (!decision.ok) return decision
    const { id, code, producerId } = order
    await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now, holdUntil: decision.event.holdUntil })
    const moves = ['report-transfer'] as const
    await recordOrder(tx, ctx, 'order.transfer-reported', { orderId: id, code, producerId }, { moves, party: 'buyer' })
    return done(stateOf(decision.event))
  })
}

async function cancel(
  tx: Tx,
  ctx: Ctx,
  order: KnownOrder,
  { by, note }: { by: 'buyer' | 'seller'; note: string },
): Promise<Outcome<OrderState, CancelRefusal>> {
  const decision = decideCancel(order, { by, note, now: ctx.now })
  if (!decision.ok) return decision
  const { id, code, producerId } = order
  await endReservations(tx, id, { status: 'released' })
  await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now })
  const moves = ['cancel', closeMove(order.payment)] as const
  await recordOrder(tx, ctx, 'order.cancelled', { orderId: id, code, producerId, by }, { moves, party: by, note })
  return done(stateOf(decision.event))
}
