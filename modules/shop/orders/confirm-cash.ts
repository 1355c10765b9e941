import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { decideCash, orderActs, stateOf } from '../rules.ts'
import type { ConfirmCashRefusal, OrderState } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { recalledLotsOf } from './hand-over.ts'
import { lockForSeller } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'

/** The seller brings the goods of an order before they are paid: its clock stands still, the goods are kept as those of a paid one. */
export async function confirmCash(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<Outcome<OrderState, ConfirmCashRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'confirm-cash', orderId)
    // The same button pressed twice.
    if (order.payment === 'cash-due' && order.fulfilment === 'held') return done(stateOf(order))
    const decision = decideCash(order, { now: ctx.now, recalledLots: await recalledLotsOf(tx, orderId) })
    if (!decision.ok) return decision
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs['confirm-cash'], { orderId, code, producerId }, { moves: decision.event.moves })
    return done(stateOf(decision.event))
  })
}
