import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { requireAct, system } from '../../identity/index.ts'
import { decideExpiry, orderActs, stateOf, tiesOfGoods } from '../rules.ts'
import type { ExpireRefusal, OrderState } from '../rules.ts'
import type { ListingId, OrderId } from '../rules/ids.ts'
import { endReservations } from '../holds/hold.store.ts'
import { lockOrder, selectOverdue, updateOrder } from './order.store.ts'
import { takeApart } from './merge-orders.ts'
import { recordOrder } from './record-order.ts'
import { giveBackUse } from './use-voucher.store.ts'

/** Gives back to the shelf what no seller saw money for in time, order by order; answers how many expired. Run again, it finds nothing more. */
export async function expireHolds(
  ctx: Ctx,
  { most = 200, listingIds }: { most?: number; listingIds?: readonly ListingId[] } = {},
): Promise<number> {
  const clock: Ctx = { ...ctx, actor: system('hold-clock') }
  let expired = 0
  for (const orderId of await selectOverdue(ctx.db, { now: ctx.now, most, ...(listingIds && { listingIds }) }))
    if ((await expireOrder(clock, orderId)).ok) expired++
  return expired
}

/** Ends the hold of one order. Somebody may have paid for it, cancelled it or ended it since it was found. */
export async function expireOrder(ctx: Ctx, orderId: OrderId): Promise<Outcome<OrderState, ExpireRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, { id: orderId })
    if (!order) throw new NotFound('No such order', { orderId })
    requireAct(ctx.actor, orderActs.expire, tiesOfGoods(order))
    const decision = decideExpiry(order, ctx.now)
    if (!decision.ok) return decision
    await endReservations(tx, orderId, { status: 'released' })
    if (order.discountVnd > 0) await giveBackUse(tx, orderId, ctx.now)
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    await takeApart(tx, ctx, order)
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs.expire, { orderId, code, producerId }, { moves: decision.event.moves })
    return done(stateOf(decision.event))
  })
}
