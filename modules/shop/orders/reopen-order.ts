import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { recordOrder } from '../events.ts'
import { holdAgain, reviveMove } from './reserve-again.ts'
import { updateOrder } from './order.store.ts'
import { lockOwnOrder, stateOf } from './own-order.ts'
import type { OrderState } from './own-order.ts'
import type { ReviveRefusal } from '../rules.ts'

/** The seller opens an order again whose money came too late, while the shelf still has the goods. */
export async function reviveOrder(ctx: Ctx, { orderId }: { orderId: string }): Promise<Outcome<OrderState, ReviveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, ctx, orderId)
    const decision = await holdAgain(tx, ctx, order)
    if (!decision.ok) return decision
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    const moves = [reviveMove(decision.event.payment), 'revive'] as const
    await recordOrder(tx, ctx, 'order.revived', { orderId, code, producerId }, { moves, party: 'seller' })
    return done(stateOf(decision.event))
  })
}
