import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { cancelHeld } from '../orders/cancel-order.ts'
import { lockOrder } from '../orders/order.store.ts'
import { orderActs } from '../rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import { selectHeldOrders } from './recalled-orders.store.ts'

/**
 * Cancels every order that still holds goods of recalled lots: none of them can be handed over. Whoever paid is owed the money, and the order goes to the
 * seller's desk. Each in a transaction of its own, so that no buyer waits for another; done twice it changes nothing.
 */
export async function cancelRecalledOrders(ctx: Ctx, { lotIds, recall }: { lotIds: readonly LotId[]; recall: string }): Promise<number> {
  let cancelled = 0
  for (const orderId of await selectHeldOrders(ctx.db, lotIds)) {
    const outcome = await inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, { id: orderId })
      requireAct(ctx.actor, orderActs.cancel)
      return order && cancelHeld(tx, ctx, order, { by: 'seller', said: { code: 'lot-recalled', recall } })
    })
    if (outcome?.ok) cancelled++
  }
  return cancelled
}
