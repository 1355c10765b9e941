import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import type { TakeBackInput } from '../inputs.ts'
import { returnReservations } from '../holds/hold.store.ts'
import { decideTakeBack, orderActs, stateOf } from '../rules.ts'
import type { OrderState, TakeBackRefusal } from '../rules.ts'
import { lockForSeller } from './lock-order.ts'
import { lockOrder, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'
import { giveBackUse } from './use-voucher.store.ts'

/** The buyer did not take the goods at the door: they come back to the shelf by lot, and the order is over. */
export async function takeBackOrder(ctx: Ctx, input: TakeBackInput): Promise<Outcome<OrderState, TakeBackRefusal>> {
  return inTransaction(ctx, async (tx) => takeBack(tx, ctx, await lockForSeller(tx, ctx, 'take-back', input.orderId), input))
}

/** The same within the transaction of what it follows from, such as a parcel that came back; for whoever may: the caller has asked. */
export async function takeBackWithin(tx: Tx, ctx: Ctx, input: TakeBackInput): Promise<Outcome<OrderState, TakeBackRefusal>> {
  const order = await lockOrder(tx, { id: input.orderId })
  if (!order) throw new NotFound('No such order', { orderId: input.orderId })
  return takeBack(tx, ctx, order, input)
}

async function takeBack(tx: Tx, ctx: Ctx, order: KnownOrder, { note }: TakeBackInput): Promise<Outcome<OrderState, TakeBackRefusal>> {
  const decision = decideTakeBack(order, { note })
  if (!decision.ok) return decision
  const { id, code, producerId } = order
  await returnReservations(tx, id, { ctx, ref: code, note })
  if (order.discountVnd > 0) await giveBackUse(tx, id, ctx.now)
  await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now })
  await recordOrder(tx, ctx, orderActs['take-back'], { orderId: id, code, producerId }, { moves: decision.event.moves, note })
  return done(stateOf(decision.event))
}
