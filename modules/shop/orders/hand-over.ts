import { done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { lockLots } from '../../traceability/index.ts'
import type { HandOverInput } from '../inputs.ts'
import { decideHandOver, isRecalled, orderActs, stateOf } from '../rules.ts'
import type { HandOverRefusal, OrderAct, OrderMove, OrderState } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { endReservations, selectHeldLotIds } from '../holds/hold.store.ts'
import { lockForSeller } from './lock-order.ts'
import { lockOrders } from './match-orders.store.ts'
import { selectParcelOf } from './merge.store.ts'
import { lockOrder, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'

/** The goods leave the shelf: what was held is sold, lot by lot, in the ledger. Orders that go in one parcel leave together or not at all. */
export async function handOver(ctx: Ctx, { orderId, acceptShort, note }: HandOverInput): Promise<Outcome<OrderState, HandOverRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<OrderState, HandOverRefusal>> => {
    const parcel = await lockParcel(tx, ctx, 'hand-over', orderId)
    const decided: { order: KnownOrder; state: OrderState; moves: readonly OrderMove[] }[] = []
    for (const order of parcel) {
      const decision = decideHandOver(order, { acceptShort, note, recalledLots: await recalledLotsOf(tx, order.id) })
      if (!decision.ok) return order.id === orderId ? decision : keptBack(order.code, decision.refusal.code)
      decided.push({ order, state: stateOf(decision.event), moves: decision.event.moves })
    }
    for (const { order, state, moves } of decided) {
      const { id, code, producerId } = order
      await endReservations(tx, id, { status: 'consumed', ctx, ref: code })
      await updateOrder(tx, { ...state, id, at: ctx.now })
      await recordOrder(tx, ctx, orderActs['hand-over'], { orderId: id, code, producerId }, { moves, note })
    }
    return done(decided.find(({ order }) => order.id === orderId)!.state)
  })
}

const reasons = ['not-paid', 'not-confirmed', 'short-paid', 'lot-recalled'] as const
export const keptBack = (order: string, code: string): Refused<Extract<HandOverRefusal, { code: 'parcel-not-ready' }>> =>
  refuse('parcel-not-ready', { order, why: reasons.find((why) => why === code) ?? 'other' })

/** The orders that go in one parcel with this one, for an act of their seller, the earliest first; then their lots, in the order of all. */
export const lockParcel = (tx: Tx, ctx: Pick<Ctx, 'actor'>, act: OrderAct, orderId: OrderId): Promise<KnownOrder[]> =>
  lockTogether(tx, orderId, (id) => lockForSeller(tx, ctx, act, id))

/** The same for whoever was asked already. */
export const lockParcelAsked = (tx: Tx, orderId: OrderId): Promise<KnownOrder[]> =>
  lockTogether(tx, orderId, async (id) => (await lockOrder(tx, { id }))!)

async function lockTogether(tx: Tx, orderId: OrderId, lock: (id: OrderId) => Promise<KnownOrder>): Promise<KnownOrder[]> {
  await lockOrders(tx, await selectParcelOf(tx, orderId))
  // Whoever was before may have taken it apart, or put more into it: those are later ones.
  const orderIds = await selectParcelOf(tx, orderId)
  const orders: KnownOrder[] = []
  for (const id of orderIds) orders.push(await lock(id))
  if (orders.length > 1) await lockLots(tx, { lotIds: (await Promise.all(orderIds.map((id) => selectHeldLotIds(tx, id)))).flat() })
  return orders
}

/** Which of the lots that an order holds were recalled; all of them are kept from a recall until the transaction ends. */
export async function recalledLotsOf(tx: Tx, orderId: OrderId): Promise<string[]> {
  const lots = await lockLots(tx, { lotIds: await selectHeldLotIds(tx, orderId) })
  return lots.filter(isRecalled).map(({ number }) => number)
}
