import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { WeighInput } from '../inputs.ts'
import { recalledLotsOf } from '../orders/hand-over.ts'
import { lockForSeller } from '../orders/lock-order.ts'
import { selectLines, updateOrder } from '../orders/order.store.ts'
import { recordOrder } from '../orders/record-order.ts'
import { decideWeigh, keptVnd, leftOf, orderActs, owedVnd, stateOf } from '../rules.ts'
import type { WeighRefusal } from '../rules.ts'
import { reducedByWeight, writeWeighing } from './weighing.store.ts'

/**
 * What the scale says of every piece of an order by weight: from now on it is owed by it, and what the buyer paid beyond is to go back. The same weights again
 * change nothing and tell nobody.
 */
export async function weighOrder(ctx: Ctx, { orderId, grams }: WeighInput): Promise<Outcome<{ sumVnd: Dong }, WeighRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'weigh', orderId)
    // What was taken out is not weighed.
    const lines = (await selectLines(tx, [orderId])).filter(({ left }) => left > 0).map(leftOf)
    const facts = {
      lines,
      typed: grams,
      beforeVnd: await reducedByWeight(tx, orderId),
      recalledLots: await recalledLotsOf(tx, orderId),
      packed: order.packedAt !== null,
    }
    const decision = decideWeigh(order, facts)
    if (!decision.ok) return decision
    const { weighed, changedVnd } = decision.event
    const after = { ...order, returnedVnd: dong(order.returnedVnd + changedVnd) }
    const sumVnd = owedVnd(after)
    const isKnown = weighed.lines.every(
      ({ id, grams: typed }) => lines.find((line) => line.id === id)?.weighed?.grams.join() === typed.join(),
    )
    if (isKnown) return done({ sumVnd })
    await writeWeighing(tx, ctx, { orderId, weighed, changedVnd })
    await updateOrder(tx, { ...stateOf(decision.event), id: orderId, at: ctx.now })
    const { code, producerId } = order
    const backVnd = Math.max(0, keptVnd(order) - sumVnd)
    const told = { orderId, code, producerId, sumVnd, backVnd, lightPieces: weighed.lightPieces }
    await recordOrder(tx, ctx, orderActs.weigh, told, { moves: [] })
    return done({ sumVnd })
  })
}
