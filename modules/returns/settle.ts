import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import { lockDeliveredOrder } from '../shop/index.ts'
import type { OrderId } from '../shop/rules.ts'
import { returnActs, tiesOfReturn } from './acts.ts'
import { lockReturn, releaseLines, selectReturn, selectReturnLines, selectReturnsOfOrder, updateReturn } from './case.store.ts'
import { selectGoods } from './goods.store.ts'
import { recordStep } from './open-case.ts'
import type { ReturnId } from './rules/ids.ts'
import type { ReturnClosed, SettleRefusal } from './rules/refusals.ts'
import { isAnswerAlone, refuseSettling } from './rules/settling.ts'

/** Ends a case once its goods, its money and the books are right, or says what is open. The order is held by whoever calls, and may do what led here. */
export async function settleIfRight(tx: Tx, ctx: Ctx, id: ReturnId): Promise<Outcome<null, ReturnClosed | SettleRefusal>> {
  const one = (await lockReturn(tx, id))!
  const closed = refuseStatus(returnActs.settle, one.status)
  if (closed) return closed
  const order = await lockDeliveredOrder(tx, one.orderId)
  const [wanted, moved] = [await selectReturnLines(tx, id), await selectGoods(tx, id)]
  const answered = isAnswerAlone(one.agreement!)
  // Whoever got an answer alone waits for no money, whatever else the order has open.
  const open = refuseSettling(one.agreement!, { wanted, moved, isMoneyRight: answered || order.surplusVnd === 0 })
  if (open) return open
  if (answered) await releaseLines(tx, wanted, order)
  await updateReturn(tx, id, { status: returnActs.settle.to, endedAt: ctx.now })
  await recordStep(tx, ctx, 'settle', { one, side: ctx.actor.kind === 'system' ? 'clock' : 'seller' })
  return done(null)
}

/** The same for whoever asks for it; done twice it changes nothing. */
export async function settleReturn(ctx: Ctx, id: ReturnId): Promise<Outcome<null, ReturnClosed | SettleRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const known = await selectReturn(tx, id)
    if (!known) throw new NotFound('No such return')
    await lockDeliveredOrder(tx, known.orderId)
    requireAct(ctx.actor, returnActs.settle, tiesOfReturn(known))
    return settleIfRight(tx, ctx, id)
  })
}

/** Money went back for an order: whatever of its returns waited for that alone is over. */
export async function settleReturnsOf(ctx: Ctx, orderId: OrderId): Promise<number> {
  let settled = 0
  for (const { id, status } of await selectReturnsOfOrder(ctx.db, orderId)) {
    if (status !== 'accepted') continue
    if ((await settleReturn(ctx, id)).ok) settled++
  }
  return settled
}
