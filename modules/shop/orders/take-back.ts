import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import type { TakeBackInput } from '../inputs.ts'
import { returnReservations } from '../holds/hold.store.ts'
import { decideTakeBack, orderActs, stateOf } from '../rules.ts'
import type { OrderState, TakeBackRefusal } from '../rules.ts'
import { lockForSeller } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'
import { giveBackUse } from './use-voucher.store.ts'

/** The buyer did not take the goods at the door: they come back to the shelf by lot, and the order is over. */
export async function takeBackOrder(ctx: Ctx, { orderId, note }: TakeBackInput): Promise<Outcome<OrderState, TakeBackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'take-back', orderId)
    const decision = decideTakeBack(order, { note })
    if (!decision.ok) return decision
    const { code, producerId } = order
    await returnReservations(tx, orderId, { ctx, ref: code, note })
    if (order.discountVnd > 0) await giveBackUse(tx, orderId, ctx.now)
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    await recordOrder(tx, ctx, orderActs['take-back'], { orderId, code, producerId }, { moves: decision.event.moves, note })
    return done(stateOf(decision.event))
  })
}
