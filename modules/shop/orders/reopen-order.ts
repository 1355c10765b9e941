import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { orderActs, stateOf } from '../rules.ts'
import type { OrderState, ReopenRefusal } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { lockForSeller } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'
import { reserveAgain } from './reserve-again.ts'

/** The seller opens an order again whose money came too late, while the shelf still has the goods. */
export async function reopenOrder(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<Outcome<OrderState, ReopenRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'reopen', orderId)
    const decision = await reserveAgain(tx, ctx, order)
    if (!decision.ok) return decision
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs.reopen, { orderId, code, producerId }, { moves: decision.event.moves })
    return done(stateOf(decision.event))
  })
}
