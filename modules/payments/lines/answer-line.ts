import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { bookReceipt, cancelWithin, lockOrders, selectOrderOfMoney } from '../../shop/index.ts'
import type { OrderOfMoney } from '../../shop/index.ts'
import { isStanding } from '../../shop/rules.ts'
import type { OrderState } from '../../shop/rules.ts'
import { bankLineActs } from '../acts.ts'
import type { BookLineInput, SetAsideInput } from '../inputs.ts'
import { missingAfter, openAfter, refuseBooking } from '../rules/answering.ts'
import type { BookingAct } from '../rules/answering.ts'
import type { Answer } from '../rules/kinds.ts'
import type { BookRefusal, SetAsideRefusal } from '../rules/refusals.ts'
import { cancelledForRefund } from '../words/names.ts'
import { answerBillLine } from './answer-bill.ts'
import { beginAnswer } from './begin-answer.ts'
import { insertAnswers } from './line.store.ts'
import type { StoredLine } from './line.store.ts'

const answerOf = { book: 'booked', 'ask-rest': 'asked-rest', 'send-back': 'to-refund' } as const satisfies Record<BookingAct, Answer>

/**
 * The seller says which order a line is for and what follows: it is taken, the buyer is asked for the rest, or the money goes back. The money stands in the
 * books of the order in every case: only what came can be sent back.
 */
export async function bookLine(
  ctx: Ctx,
  act: BookingAct,
  { lineId, orderId, note }: BookLineInput,
): Promise<Outcome<OrderState | null, BookRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<OrderState | null, BookRefusal>> => {
    const begun = await beginAnswer(tx, ctx, act, lineId)
    if (!begun.ok) return begun
    const line = begun.value
    const chosen = orderId ?? line.orderId
    if (line.direction === 'out') return refuse('line-outgoing')
    if (line.billId !== null && orderId === undefined)
      return answerBillLine(tx, ctx, act, { line, billId: line.billId, note, answer: answerOf[act] })
    if (line.sharedVnd > 0) return refuse('line-shared')
    if (chosen === null) return refuse('order-missing')
    await lockOrders(tx, [chosen])
    const order = await selectOrderOfMoney(tx, line.producerId, chosen)
    if (!order) return refuse('order-missing')
    const refused = refuseBooking(act, order, line.amountVnd)
    if (refused) return refused
    const booked = await book(tx, ctx, act, { line, order, note })
    if (!booked.ok) return booked
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await insertAnswers(tx, [{ lineId, answer: answerOf[act], order: { id: order.id, code: order.code }, note, ...by }])
    await recordAnswer(tx, ctx, act, { line, order, state: booked.value })
    return booked
  })
}

async function book(
  tx: Tx,
  ctx: Ctx,
  act: BookingAct,
  { line, order, note }: { line: StoredLine; order: OrderOfMoney; note: string },
): Promise<Outcome<OrderState, BookRefusal>> {
  const receipt = {
    orderId: order.id,
    amountVnd: line.amountVnd,
    reference: (line.reference ?? '').slice(0, 80),
    note,
    requestKey: line.id,
  }
  const outcome = await bookReceipt(tx, ctx, receipt, { reopen: act !== 'send-back' })
  if (!outcome.ok) {
    if (outcome.refusal.code === 'amount-invalid') return refuse('amount-invalid')
    throw new Error(`${line.id} has a receipt and no answer`)
  }
  // All of it is to go back: the goods are for others again. Of a surplus only the surplus goes back, and the order stands.
  const isGivenUp = act === 'send-back' && isStanding(outcome.value) && outcome.value.payment !== 'over'
  if (!isGivenUp) return outcome
  const cancelled = await cancelWithin(tx, ctx, { orderId: order.id, note: note || cancelledForRefund })
  if (!cancelled.ok) throw new Error(`${order.code} is held and was not cancelled: ${cancelled.refusal.code}`)
  return cancelled
}

async function recordAnswer(
  tx: Tx,
  ctx: Ctx,
  act: BookingAct,
  { line, order, state }: { line: StoredLine; order: OrderOfMoney; state: OrderState },
): Promise<void> {
  const { id: lineId, producerId, amountVnd } = line
  const payload = { lineId, producerId, orderId: order.id, amountVnd, openVnd: 0 }
  if (act === 'book') return record(tx, ctx, bankLineActs.book, { subjectId: lineId, detail: { orderId: order.id, amountVnd } })
  const openVnd = act === 'ask-rest' ? missingAfter(order, amountVnd) : openAfter(order, amountVnd, state)
  return record(tx, ctx, bankLineActs[act], { subjectId: lineId, payload: { ...payload, openVnd } })
}

/** The line is for no order: a gift, a loan, the mistake of a stranger. */
export const setAside = (ctx: Ctx, input: SetAsideInput): Promise<Outcome<null, SetAsideRefusal>> =>
  inTransaction(ctx, (tx) => setAsideWithin(tx, ctx, input))

/** The same within the transaction of somebody else's fact: a carrier's file says what the money is. */
export async function setAsideWithin(tx: Tx, ctx: Ctx, { lineId, note }: SetAsideInput): Promise<Outcome<null, SetAsideRefusal>> {
  const begun = await beginAnswer(tx, ctx, 'set-aside', lineId)
  if (!begun.ok) return begun
  if (begun.value.sharedVnd > 0) return refuse('line-shared')
  if (note === '') return refuse('reason-missing')
  const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  await insertAnswers(tx, [{ lineId, answer: 'set-aside', order: null, note, ...by }])
  await record(tx, ctx, bankLineActs['set-aside'], { subjectId: lineId, detail: { note } })
  return done(null)
}
