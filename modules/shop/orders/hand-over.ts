import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { lockOwnOrder, stateOf } from './own-order.ts'
import type { OrderState } from './own-order.ts'
import { actorId, recordOrder } from '../events.ts'
import type { HandOverInput } from '../inputs.ts'
import { updateOrder } from './order.store.ts'
import { decideHandOver } from '../rules.ts'
import type { HandOverRefusal } from '../rules.ts'
import { endReservations, lockHeldLots } from '../stock/stock.store.ts'

/** The goods leave the shelf: what was held is sold, lot by lot, in the ledger. */
export async function handOver(ctx: Ctx, { orderId, acceptShort, note }: HandOverInput): Promise<Outcome<OrderState, HandOverRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, ctx, orderId)
    const lots = await lockHeldLots(tx, orderId)
    const recalledLots = lots.filter(({ status }) => status === 'recalled').map(({ number }) => number)
    const decision = decideHandOver(order, { acceptShort, note, recalledLots })
    if (!decision.ok) return decision
    await endReservations(tx, orderId, { status: 'consumed', byId: actorId(ctx), ref: order.code, at: ctx.now })
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    await recordOrder(tx, ctx, 'order.handed-over', { orderId, code, producerId }, { moves: ['hand-over'], party: 'seller', note })
    return done(stateOf(decision.event))
  })
}
