import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import { putBackOnOrder, takeOffOrder } from '../shop/index.ts'
import type { DeliveredOrder } from '../shop/index.ts'
import { returnActs } from './acts.ts'
import type { ReturnStatus } from './acts.ts'
import { releaseLines, selectReturnLines, updateReturn } from './case.store.ts'
import type { StoredReturn } from './case.store.ts'
import type { AgreeInput, CaseInput, ReasonedInput, SayInput } from './inputs.ts'
import { beginAct, recordStep } from './open-case.ts'
import type { Begun, Link } from './open-case.ts'
import type { AcceptRefusal, ClockRefusal, ReturnClosed } from './rules/refusals.ts'
import { termsOfReason } from './rules/complaints.ts'
import { mostOfCase, refuseAgreement } from './rules/settling.ts'
import { settleIfRight } from './settle.ts'
import { isSaid } from './step.store.ts'

/** A word of either side; the same form sent twice is said once. A word of the seller acknowledges the case. */
export async function sayInReturn(ctx: Ctx, { returnId, words, requestKey }: SayInput, link?: Link): Promise<Outcome<null, ReturnClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'say', returnId, link)
    if (!begun.ok) return begun
    if (await isSaid(tx, requestKey)) return done(null)
    const { one, side } = begun.value
    if (side === 'seller' && one.acknowledgedAt === null) await updateReturn(tx, returnId, { acknowledgedAt: ctx.now })
    await recordStep(tx, ctx, 'say', begun.value, { words, requestKey })
    return done(null)
  })
}

export async function acknowledgeReturn(ctx: Ctx, { returnId }: CaseInput): Promise<Outcome<null, ReturnClosed | ClockRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'acknowledge', returnId)
    if (!begun.ok) return begun
    if (begun.value.one.acknowledgedAt !== null) return refuse('acknowledged-before')
    await updateReturn(tx, returnId, { acknowledgedAt: ctx.now })
    await recordStep(tx, ctx, 'acknowledge', begun.value)
    return done(null)
  })
}

/** The seller takes the goods back, or sends others, or gives money back: the order is owed that much less from now on. */
export async function acceptReturn(ctx: Ctx, input: AgreeInput): Promise<Outcome<null, ReturnClosed | AcceptRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'accept', input.returnId)
    return begun.ok ? agree(tx, ctx, 'accept', begun.value, input) : begun
  })
}

/** What is agreed, by the seller or by the decision of the office; at once over where nothing is to come or to go. */
export async function agree(
  tx: Tx,
  ctx: Ctx,
  act: 'accept' | 'decide-for',
  begun: Begun,
  { refundVnd, sendsBack, exchanges, words }: AgreeInput,
): Promise<Outcome<null, AcceptRefusal>> {
  const { one, order } = begun
  const wanted = await selectReturnLines(tx, one.id)
  const goodsVnd = wanted.reduce(
    (sum, line) => sum + line.quantity * order.lines.find(({ id }) => id === line.orderLineId)!.unitPriceVnd,
    0,
  )
  const agreement = { refundVnd, sendsBack, exchanges }
  const { comesBack } = termsOfReason(one.reason)
  const asked = { comesBack, hasGoods: wanted.length > 0, asksAnswer: one.wanted === 'answer', words }
  const refused = refuseAgreement(agreement, { ...asked, mostVnd: mostVndOf(one, order, goodsVnd) })
  if (refused) return refused
  const taken = await takeOffOrder(tx, ctx, { orderId: one.orderId, amountVnd: dong(refundVnd) })
  if (!taken.ok) return taken
  await updateReturn(tx, one.id, {
    status: returnActs[act].to,
    agreement,
    takenOffVnd: taken.value.takenOffVnd,
    acknowledgedAt: one.acknowledgedAt ?? ctx.now,
    answeredAt: one.answeredAt ?? ctx.now,
  })
  await recordStep(tx, ctx, act, begun, { words })
  if (act === 'accept') await settleIfRight(tx, ctx, one.id)
  return done(null)
}

/** How much a case may give back of the money of its order. */
export const mostVndOf = (one: Pick<StoredReturn, 'reason'>, order: DeliveredOrder, goodsVnd: number): number =>
  mostOfCase({
    goodsVnd,
    deliveryVnd: order.deliveryVnd,
    orderMostVnd: order.mostVnd,
    paysDelivery: termsOfReason(one.reason).paysDelivery,
    isHandedOver: order.handedOverAt !== null,
  })

export async function refuseReturn(ctx: Ctx, { returnId, words }: ReasonedInput): Promise<Outcome<null, ReturnClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'refuse', returnId)
    if (!begun.ok) return begun
    const { acknowledgedAt } = begun.value.one
    await updateReturn(tx, returnId, { status: returnActs.refuse.to, acknowledgedAt: acknowledgedAt ?? ctx.now, answeredAt: ctx.now })
    await recordStep(tx, ctx, 'refuse', begun.value, { words })
    return done(null)
  })
}

/** Whoever bought lets it be: the goods count as theirs again. */
export async function withdrawReturn(ctx: Ctx, { returnId }: CaseInput, link: Link): Promise<Outcome<null, ReturnClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'withdraw', returnId, link)
    if (!begun.ok) return begun
    await endWithoutReturn(tx, ctx, begun.value, returnActs.withdraw.to)
    await recordStep(tx, ctx, 'withdraw', begun.value)
    return done(null)
  })
}

/** Nothing goes back: goods and money of the case are those of the order again. */
export async function endWithoutReturn(tx: Tx, ctx: Ctx, { one, order }: Begun, status: ReturnStatus): Promise<void> {
  await releaseLines(tx, await selectReturnLines(tx, one.id), order)
  await putBackOnOrder(tx, ctx, one)
  await updateReturn(tx, one.id, { status, endedAt: ctx.now, takenOffVnd: dong(0) })
}
