import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { lockLots } from '../../traceability/index.ts'
import type { HandOverInput } from '../inputs.ts'
import { decideHandOver, isRecalled, orderActs, stateOf } from '../rules.ts'
import type { HandOverRefusal, OrderState } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { endReservations, selectHeldLotIds } from '../holds/hold.store.ts'
import { lockForSeller } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'

/** The goods leave the shelf: what was held is sold, lot by lot, in the ledger. */
export async function handOver(ctx: Ctx, { orderId, acceptShort, note }: HandOverInput): Promise<Outcome<OrderState, HandOverRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'hand-over', orderId)
    const decision = decideHandOver(order, { acceptShort, note, recalledLots: await recalledLotsOf(tx, orderId) })
    if (!decision.ok) return decision
    await endReservations(tx, orderId, { status: 'consumed', ctx, ref: order.code })
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs['hand-over'], { orderId, code, producerId }, { moves: decision.event.moves, note })
    return done(stateOf(decision.event))
  })
}

/** Which of the lots that an order holds were recalled; all of them are kept from a recall until the transaction ends. */
export async function recalledLotsOf(tx: Tx, orderId: OrderId): Promise<string[]> {
  const lots = await lockLots(tx, { lotIds: await selectHeldLotIds(tx, orderId) })
  return lots.filter(isRecalled).map(({ number }) => number)
}
