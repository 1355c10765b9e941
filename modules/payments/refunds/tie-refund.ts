import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { selectStandOfOrders } from '../../shop/index.ts'
import { bankLineActs } from '../acts.ts'
import { lockBooks } from '../account.store.ts'
import type { TieRefundInput } from '../inputs.ts'
import { insertAnswers, selectUntiedOutgoing } from '../lines/line.store.ts'
import { beginAnswer } from '../lines/begin-answer.ts'
import type { BankLineId } from '../rules/ids.ts'
import { isThatRefund } from '../rules/refund-lines.ts'
import type { TieRefusal } from '../rules/refusals.ts'
import type { Seller } from '../seller.store.ts'
import { selectRefund, selectUnseenRefunds } from './refund.store.ts'

/** The seller says which refund a transfer that went out is. */
export async function tieRefund(ctx: Ctx, { lineId, refundId }: TieRefundInput): Promise<Outcome<null, TieRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAnswer(tx, ctx, 'tie-refund', lineId)
    if (!begun.ok) return begun
    const line = begun.value
    if (line.direction === 'in') return refuse('line-incoming')
    const refund = await selectRefund(tx, refundId)
    if (!refund || refund.producerId !== line.producerId) return refuse('refund-missing')
    if (refund.lineId) return refuse('refund-tied')
    if (refund.amountVnd !== line.amountVnd) return refuse('amount-differs')
    const [order] = await selectStandOfOrders(tx, [refund.orderId])
    if (!order) throw new NotFound('No such order')
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await insertAnswers(tx, [{ lineId, answer: 'is-refund', order: { id: order.orderId, code: order.code }, refundId, ...by }])
    await record(tx, ctx, bankLineActs['tie-refund'], { subjectId: lineId, detail: { refundId } })
    return done(null)
  })
}

/** Ties what is beyond doubt: when lines came, or when a refund was written down. `after`: only these lines. Within {@link lockBooks}. */
export async function tieOutgoingByItself(
  tx: Tx,
  ctx: Ctx,
  { producerId }: Pick<Seller, 'producerId'>,
  { after }: { after?: readonly BankLineId[] } = {},
): Promise<void> {
  if (after?.length === 0) return
  await lockBooks(tx, producerId)
  const refunds = await selectUnseenRefunds(tx, producerId)
  if (refunds.length === 0) return
  const orders = new Map(
    (await selectStandOfOrders(tx, [...new Set(refunds.map(({ orderId }) => orderId))])).map((one) => [one.orderId, one]),
  )
  const lines = (await selectUntiedOutgoing(tx, producerId, { most: 2000 })).filter(({ id }) => after === undefined || after.includes(id))
  const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  for (const refund of refunds) {
    const order = orders.get(refund.orderId)
    const place = order ? lines.findIndex((line) => isThatRefund(line, { ...refund, orderCode: order.code })) : -1
    if (!order || place < 0) continue
    const [line] = lines.splice(place, 1)
    await insertAnswers(tx, [
      { lineId: line!.id, answer: 'is-refund', order: { id: order.orderId, code: order.code }, refundId: refund.id, ...by },
    ])
  }
}
