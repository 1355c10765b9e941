import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { decideReport, orderActs, stateOf } from '../rules.ts'
import type { OrderState, ReportRefusal } from '../rules.ts'
import { lockForBuyer } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'

/** The buyer says that the money is on its way: the goods are held some days more, for the seller to look at the account. */
export async function reportTransfer(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<OrderState, ReportRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForBuyer(tx, ctx, 'report-transfer', link)
    if (order.payment === 'reported') return done(stateOf(order))
    const holdDays = (await ruleOn(tx, 'order.reported-hold-days', dateInVietnam(ctx.now))).value
    const decision = decideReport(order, { now: ctx.now, holdDays })
    if (!decision.ok) return decision
    const { id, code, producerId } = order
    const { moves, holdUntil } = decision.event
    await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now, holdUntil })
    await recordOrder(tx, ctx, orderActs['report-transfer'], { orderId: id, code, producerId }, { moves, byBuyer: true })
    return done(stateOf(decision.event))
  })
}
