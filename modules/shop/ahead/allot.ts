import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct, system } from '../../identity/index.ts'
import { lockFree } from '../../inventory/index.ts'
import type { LotPick } from '../../inventory/rules.ts'
import { ruleOn } from '../../law/index.ts'
import { reserveAnew, selectStockedLots } from '../holds/hold.store.ts'
import { lockForSeller } from '../orders/lock-order.ts'
import { lockOrder, selectLines, updateOrder } from '../orders/order.store.ts'
import type { KnownOrder } from '../orders/order.store.ts'
import { recordOrder } from '../orders/record-order.ts'
import { ownProducer } from '../policy.ts'
import { decideAllot, decideRunShort, orderActs, pickLots, stateOf, tiesOfGoods } from '../rules.ts'
import type { AllotRefusal, OrderState, RunShortRefusal } from '../rules.ts'
import type { OrderId, OrderLineId } from '../rules/ids.ts'
import { setPromises } from './book.store.ts'
import { lockTurn, selectBefore, selectOwing, selectWaitingOrders } from './offer.store.ts'

/** How many orders of a seller got their goods, and how many wait for more. */
export type Allotted = { allotted: number; waiting: number }

/** The seller gives what lies there to whoever ordered it ahead: first come, first served, each order in full or not at all. */
export async function allotOwn(ctx: Ctx): Promise<Allotted> {
  return allotInTurn(ctx, (await ownProducer(ctx)).id)
}

/** The same for every seller who owes goods; run again, it finds nothing more. */
export async function allotAll(ctx: Ctx): Promise<number> {
  const clock: Ctx = { ...ctx, actor: system('allotment') }
  let allotted = 0
  for (const producerId of await selectOwing(ctx.db)) allotted += (await allotInTurn(clock, producerId)).allotted
  return allotted
}

async function allotInTurn(ctx: Ctx, producerId: ProducerId): Promise<Allotted> {
  const sum = { allotted: 0, waiting: 0 }
  for (const { id } of await selectWaitingOrders(ctx.db, producerId))
    sum[(await allotOrder(ctx, { orderId: id })).ok ? 'allotted' : 'waiting']++
  return sum
}

/** Gives one order its goods: the lots that expire first, promise and hold in one transaction. Nobody is served before whoever came first for the same goods. */
export async function allotOrder(ctx: Ctx, { orderId }: { orderId: OrderId }): Promise<Outcome<OrderState, AllotRefusal>> {
  const payHours = await ruleOn(ctx.db, 'ahead.pay-hours', dateInVietnam(ctx.now))
  return inTransaction(ctx, async (tx) => {
    const found = await lockOrderInTurn(tx, orderId)
    requireAct(ctx.actor, orderActs.allot, tiesOfGoods(found))
    const picks = (await selectBefore(tx, orderId)).length > 0 ? null : await pickFor(tx, ctx, found)
    const decision = decideAllot(found, { enough: picks !== null, now: ctx.now, payHours: payHours.value })
    if (!decision.ok) return decision
    const { holdUntil, moves } = decision.event
    await reserveAnew(
      tx,
      picks!.map((pick) => ({ ...pick, expiresAt: holdUntil })),
    )
    await setPromises(tx, orderId, 'allotted')
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now, holdUntil })
    const { code, producerId } = found
    await recordOrder(tx, ctx, orderActs.allot, { orderId, code, producerId }, { moves })
    return done(stateOf(decision.event))
  })
}

/** The turn first, then the order: who gives goods to another order of the seller waits here and holds nothing. */
async function lockOrderInTurn(tx: Tx, orderId: OrderId): Promise<KnownOrder> {
  if (!(await lockTurn(tx, orderId))) throw new NotFound('No such order', { orderId })
  return (await lockOrder(tx, { id: orderId }))!
}

/** Lots for every line of an order, or null. */
async function pickFor(tx: Tx, ctx: Pick<Ctx, 'now'>, order: KnownOrder): Promise<(LotPick & { orderLineId: OrderLineId })[] | null> {
  const today = dateInVietnam(ctx.now)
  const lines = await selectLines(tx, [order.id])
  const lots = await lockFree(tx, await selectStockedLots(tx, { productIds: lines.map(({ productId }) => productId) }))
  const picked = lines.map((line) => {
    const own = lots.filter(({ packId }) => packId === line.packId)
    return pickLots(own, line.quantity, today, line.leastExpiresOn)?.map((pick) => ({ ...pick, orderLineId: line.id })) ?? null
  })
  return picked.includes(null) ? null : picked.flatMap((picks) => picks ?? [])
}

/** The seller tells a buyer that there are too few: who waits stands after the others, who leaves gets all money back. */
export async function runShort(
  ctx: Ctx,
  { orderId, note }: { orderId: OrderId; note: string },
): Promise<Outcome<OrderState, RunShortRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'run-short', orderId)
    const decision = decideRunShort(order, { note, now: ctx.now })
    if (!decision.ok) return decision
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now, shortAt: ctx.now })
    const { code, producerId } = order
    await recordOrder(tx, ctx, orderActs['run-short'], { orderId, code, producerId }, { moves: decision.event.moves, note })
    return done(stateOf(decision.event))
  })
}
