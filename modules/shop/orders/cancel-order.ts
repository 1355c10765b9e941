import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import type { CancelOrderInput, OrderLinkInput } from '../inputs.ts'
import { decideCancel, orderActs, stateOf } from '../rules.ts'
import type { CancelRefusal, CancellingParty, OrderState, PlatformNote } from '../rules.ts'
import { endReservations } from '../holds/hold.store.ts'
import { lockForBuyer, lockForSeller } from './lock-order.ts'
import { lockOrder, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { takeApart } from './merge-orders.ts'
import { recordOrder } from './record-order.ts'
import { giveBackUse } from './use-voucher.store.ts'

/** The seller cannot deliver: goods back to the shelf, money received is owed. */
export async function cancelOrder(ctx: Ctx, { orderId, note }: CancelOrderInput): Promise<Outcome<OrderState, CancelRefusal>> {
  return inTransaction(ctx, async (tx) => cancelHeld(tx, ctx, await lockForSeller(tx, ctx, 'cancel', orderId), { by: 'seller', note }))
}

/** The same within the transaction of what it follows from; for whoever may: the caller has asked. */
export async function cancelWithin(tx: Tx, ctx: Ctx, { orderId, note }: CancelOrderInput): Promise<Outcome<OrderState, CancelRefusal>> {
  const order = await lockOrder(tx, { id: orderId })
  if (!order) throw new NotFound('No such order', { orderId })
  return cancelHeld(tx, ctx, order, { by: 'seller', note })
}

/** The buyer, by the link, before the seller confirmed any money. */
export async function cancelByLink(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<OrderState, CancelRefusal>> {
  return inTransaction(ctx, async (tx) => cancelHeld(tx, ctx, await lockForBuyer(tx, ctx, 'cancel', link), { by: 'buyer', note: '' }))
}

/** For whoever may cancel: the caller has asked. The platform says why by a code, which each reader is told in their language. */
export async function cancelHeld(
  tx: Tx,
  ctx: Ctx,
  order: KnownOrder,
  why: { by: CancellingParty; note: string } | { by: 'seller'; said: PlatformNote },
): Promise<Outcome<OrderState, CancelRefusal>> {
  const { by, note, said } = 'said' in why ? { ...why, note: why.said.code } : { ...why, said: undefined }
  const decision = decideCancel(order, { by, note, now: ctx.now })
  if (!decision.ok) return decision
  const { id, code, producerId } = order
  await endReservations(tx, id, { status: 'released' })
  if (order.discountVnd > 0) await giveBackUse(tx, id, ctx.now)
  await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now })
  await takeApart(tx, ctx, order)
  const { moves } = decision.event
  await recordOrder(
    tx,
    ctx,
    orderActs.cancel,
    { orderId: id, code, producerId, by },
    { moves, byBuyer: by === 'buyer', ...(said ? { said } : { note }) },
  )
  return done(stateOf(decision.event))
}
