import { done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import type { PackInput } from '../inputs.ts'
import { recalledLotsOf } from '../orders/hand-over.ts'
import { lockForSeller } from '../orders/lock-order.ts'
import { lockOrder } from '../orders/order.store.ts'
import type { OrderId } from '../rules/ids.ts'
import { recordOrder } from '../orders/record-order.ts'
import { orderActs, refusePack } from '../rules.ts'
import type { PackRefusal, UnpackRefusal } from '../rules.ts'
import { markPacked } from './packing.store.ts'

/** The goods of an order lie in their parcel. Said twice it is said once. */
export async function packOrder(ctx: Ctx, { orderId }: PackInput): Promise<Outcome<null, PackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'pack', orderId)
    const refused = refusePack(order, await recalledLotsOf(tx, orderId))
    if (refused) return refused
    if (await markPacked(tx, orderId, ctx.now)) {
      const { code, producerId } = order
      await recordOrder(tx, ctx, orderActs.pack, { orderId, code, producerId }, { moves: [] })
    }
    return done(null)
  })
}

/** The same for a parcel that a carrier is asked to bring; for whoever may: the caller has asked. Of goods that are not there nothing is packed. */
export async function packForCarrier(ctx: Ctx, orderId: OrderId): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const order = await lockOrder(tx, { id: orderId })
    if (order?.fulfilment !== 'held' || !(await markPacked(tx, orderId, ctx.now))) return
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs.pack, { orderId, code, producerId }, { moves: [] })
  })
}

/** Takes the mark away again: a slip of the thumb. */
export async function unpackOrder(ctx: Ctx, { orderId }: PackInput): Promise<Outcome<null, UnpackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'unpack', orderId)
    const closed = refuseStatus(orderActs.unpack, order.fulfilment)
    if (closed) return closed
    if (await markPacked(tx, orderId, null)) {
      const { code, producerId } = order
      await recordOrder(tx, ctx, orderActs.unpack, { orderId, code, producerId }, { moves: [] })
    }
    return done(null)
  })
}
