import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { cancelHeld } from '../orders/cancel-order.ts'
import { lockOrder } from '../orders/order.store.ts'
import { orderActs } from '../rules.ts'
import { selectUnpaidOfSuspended } from './suspended-orders.store.ts'

/**
 * Nobody is asked to pay a seller that is stopped: what nobody paid or reported is cancelled, order by order. What is paid stays as it is: it is handed
 * over or paid back. Done twice it changes nothing.
 */
export async function endUnpaidOfSuspended(ctx: Ctx): Promise<number> {
  let ended = 0
  for (const orderId of await selectUnpaidOfSuspended(ctx.db, ctx.now)) {
    const outcome = await inTransaction(ctx, async (tx) => {
      const order = await lockOrder(tx, { id: orderId })
      requireAct(ctx.actor, orderActs.cancel)
      // It may have been paid since it was found.
      const isUnpaid = order?.payment === 'awaiting' || order?.payment === 'to-confirm'
      return order && isUnpaid ? cancelHeld(tx, ctx, order, { by: 'seller', said: { code: 'seller-suspended' } }) : undefined
    })
    if (outcome?.ok) ended++
  }
  return ended
}
