import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { system } from '../../identity/index.ts'
import { recordOrder } from '../events.ts'
import { lockOrder, selectOverdue, updateOrder } from './order.store.ts'
import { closeMove, decideLapse } from '../rules.ts'
import { endReservations } from '../stock/stock.store.ts'

/** Gives back to the shelf what no seller saw money for in time, order by order; answers how many lapsed. Run again, it finds nothing more. */
export async function expireHolds(ctx: Ctx, { most = 200 }: { most?: number } = {}): Promise<number> {
  const clock: Ctx = { ...ctx, actor: system('hold-clock') }
  let lapsed = 0
  for (const orderId of await selectOverdue(ctx.db, ctx.now, most)) if (await lapse(clock, orderId)) lapsed++
  return lapsed
}

async function lapse(ctx: Ctx, orderId: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, { id: orderId })
    const decision = order && decideLapse(order, ctx.now)
    if (!decision?.ok) return false
    await endReservations(tx, orderId, { status: 'released' })
    await updateOrder(tx, { ...decision.event, id: orderId, at: ctx.now })
    const { code, producerId, payment } = order!
    const moves = ['lapse', closeMove(payment)] as const
    await recordOrder(tx, ctx, 'order.lapsed', { orderId, code, producerId }, { moves, party: 'system' })
    return true
  })
}
