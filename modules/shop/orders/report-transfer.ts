import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { rulesOn } from '../../law/index.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { decideReport, mayHoldReported, orderActs, stateOf } from '../rules.ts'
import type { OrderState, ReportRefusal } from '../rules.ts'
import { recalledLotsOf } from './hand-over.ts'
import { lockForBuyer } from './lock-order.ts'
import { updateOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'
import { selectHeldPacks, selectShelves } from '../holds/hold.store.ts'

/**
 * The buyer says that the money is on its way: the goods are held some days more, for the seller to look at the account. On such words alone a share of a
 * shelf is held and no more: beyond it the hold ends when it would have, and money that comes is settled as money that came late.
 */
export async function reportTransfer(ctx: Ctx, link: OrderLinkInput): Promise<Outcome<OrderState, ReportRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForBuyer(tx, ctx, 'report-transfer', link)
    if (order.payment === 'reported') return done(stateOf(order))
    const law = await rulesOn(tx, ['order.reported-hold-days', 'order.unpaid-share-percent', 'order.unpaid-least'], dateInVietnam(ctx.now))
    const held = await selectHeldPacks(tx, order.id)
    const shelves = await selectShelves(tx, held, { reportedBeside: order.id })
    const wanted = shelves.map((shelf) => ({ ...shelf, wanted: held.find(({ packId }) => packId === shelf.packId)!.wanted }))
    const longer = mayHoldReported(wanted, { percent: law['order.unpaid-share-percent'].value, least: law['order.unpaid-least'].value })
    const holdDays = longer ? law['order.reported-hold-days'].value : 0
    const decision = decideReport(order, { now: ctx.now, holdDays, recalledLots: await recalledLotsOf(tx, order.id) })
    if (!decision.ok) return decision
    const { id, code, producerId } = order
    const { moves, holdUntil } = decision.event
    await updateOrder(tx, { ...stateOf(decision.event), id, at: ctx.now, holdUntil })
    await recordOrder(tx, ctx, orderActs['report-transfer'], { orderId: id, code, producerId }, { moves, byBuyer: true })
    return done(stateOf(decision.event))
  })
}
