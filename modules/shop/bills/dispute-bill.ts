import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { AnswerBillInput, DisputeBillInput } from '../inputs.ts'
import { isSecret } from '../orders/lock-order.ts'
import { billActs, tiesOfGoods } from '../rules.ts'
import { billStatusOf, decideAnswer, decideDispute, stepTo } from '../rules/bill.ts'
import type { AnswerDisputeRefusal, DisputeRefusal } from '../rules/refusals.ts'
import { insertStep, lockBill } from './bill.store.ts'
import type { Bill } from './bill.store.ts'

const payloadOf = ({ id, buyerId, producerId }: Bill) => ({ billId: id, buyerId, producerId })

/** Whoever holds the link of a bill says what is wrong with it. */
export async function disputeBill(ctx: Ctx, { code, secret, note }: DisputeBillInput): Promise<Outcome<null, DisputeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const bill = await lockBill(tx, { code })
    if (!bill) throw new NotFound('No such bill', { code })
    requireAct(ctx.actor, billActs.dispute, { link: isSecret(bill.linkSecret, secret) })
    const decision = decideDispute(billStatusOf(bill), note)
    if (!decision.ok) return decision
    await insertStep(tx, bill.id, { step: stepTo[decision.event], note, at: ctx.now, byId: actorId(ctx.actor), byName: bill.buyerName })
    await record(tx, ctx, billActs.dispute, { subjectId: bill.id, payload: payloadOf(bill) })
    return done(null)
  })
}

/** The seller says what follows; reminders go on from then on. */
export async function answerBill(ctx: Ctx, { billId, note }: AnswerBillInput): Promise<Outcome<null, AnswerDisputeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const bill = await lockBill(tx, { id: billId })
    if (!bill) throw new NotFound('No such bill', { billId })
    requireAct(ctx.actor, billActs.answer, tiesOfGoods(bill))
    const decision = decideAnswer(billStatusOf(bill), note)
    if (!decision.ok) return decision
    await insertStep(tx, bill.id, {
      step: stepTo[decision.event],
      note,
      at: ctx.now,
      byId: actorId(ctx.actor),
      byName: actorName(ctx.actor),
    })
    await record(tx, ctx, billActs.answer, { subjectId: bill.id, payload: payloadOf(bill) })
    return done(null)
  })
}
