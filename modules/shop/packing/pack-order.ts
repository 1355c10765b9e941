import { done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import type { PackInput } from '../inputs.ts'
import { keptBack, lockParcel, lockParcelAsked, recalledLotsOf } from '../orders/hand-over.ts'
import type { KnownOrder } from '../orders/order.store.ts'
import type { OrderId } from '../rules/ids.ts'
import { recordOrder } from '../orders/record-order.ts'
import { isUnweighed, orderActs, refusePack } from '../rules.ts'
import type { PackRefusal, UnpackRefusal } from '../rules.ts'
import { markPacked } from './packing.store.ts'

/** The goods of an order lie in their parcel, with those of the orders that go in the same one. Said twice it is said once. */
export async function packOrder(ctx: Ctx, { orderId }: PackInput): Promise<Outcome<null, PackRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, PackRefusal>> => {
    const parcel = await lockParcel(tx, ctx, 'pack', orderId)
    for (const order of parcel) {
      const refused = refusePack(order, await recalledLotsOf(tx, order.id))
      if (refused) return order.id === orderId ? refused : keptBack(order.code, refused.refusal.code)
    }
    await markParcel(tx, ctx, parcel, 'pack')
    return done(null)
  })
}

async function markParcel(tx: Tx, ctx: Ctx, parcel: readonly KnownOrder[], act: 'pack' | 'unpack'): Promise<void> {
  for (const { id: orderId, code, producerId } of parcel)
    if (await markPacked(tx, orderId, act === 'pack' ? ctx.now : null))
      await recordOrder(tx, ctx, orderActs[act], { orderId, code, producerId }, { moves: [] })
}

/**
 * The same for a parcel that a carrier is asked to bring; for whoever may: the caller has asked. Of goods that are not there, were recalled or are not on the
 * scale yet nothing is packed.
 */
export async function packForCarrier(ctx: Ctx, orderId: OrderId): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const ready: KnownOrder[] = []
    for (const order of await lockParcelAsked(tx, orderId))
      if (order.fulfilment === 'held' && !isUnweighed(order) && (await recalledLotsOf(tx, order.id)).length === 0) ready.push(order)
    await markParcel(tx, ctx, ready, 'pack')
  })
}

/** Takes the mark away again: a slip of the thumb. */
export async function unpackOrder(ctx: Ctx, { orderId }: PackInput): Promise<Outcome<null, UnpackRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, UnpackRefusal>> => {
    const parcel = await lockParcel(tx, ctx, 'unpack', orderId)
    const closed = refuseStatus(orderActs.unpack, parcel.find(({ id }) => id === orderId)!.fulfilment)
    if (closed) return closed
    await markParcel(tx, ctx, parcel, 'unpack')
    return done(null)
  })
}
