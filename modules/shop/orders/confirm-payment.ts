import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId } from '../../identity/rules.ts'
import type { MoneyInput } from '../inputs.ts'
import { decideCashReceipt, decideReceipt, decideRefund, orderActs, recalledVndOf, reopensByItself, stateOf } from '../rules.ts'
import type { CashReceiptRefusal, OrderMove, OrderState, PaymentKind, ReceiptRefusal, RefundRefusal, RequestKeyRefusal } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { lockForSeller } from './lock-order.ts'
import { insertPayments, lockOrder, selectLinesWithLots, selectPaymentByKey, updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'
import { reserveAgain } from './reserve-again.ts'

/**
 * The seller saw money in the account. Too little, too much, twice or too late: it is written down, and the order says what is to be
 * done. Money in full for an order whose hold ran out holds the goods again where the shelf still has them.
 */
export async function confirmPayment(ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, ReceiptRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockForSeller(tx, ctx, 'receive-payment', input.orderId)
    return bookReceipt(tx, ctx, input)
  })
}

/**
 * The same within the transaction of somebody else's fact, such as a line of a bank; for whoever may: the caller has asked. The key of the request is that of the fact: it is booked once,
 * however often it is told. `reopen: false`: the goods are not held again, because the money goes back.
 */
export async function bookReceipt(
  tx: Tx,
  ctx: Ctx,
  input: MoneyInput,
  { reopen = true, inCash = false }: { reopen?: boolean; inCash?: boolean } = {},
): Promise<Outcome<OrderState, ReceiptRefusal | RequestKeyRefusal>> {
  const order = await lockOrder(tx, { id: input.orderId })
  if (!order) throw new NotFound('No such order', { orderId: input.orderId })
  const known = await selectPaymentByKey(tx, input.requestKey)
  if (known) return isSame(known, 'received', input) ? done(stateOf(order)) : refuse('request-key-reused')
  const decision = decideReceipt(order, input.amountVnd)
  if (!decision.ok) return decision
  const { amountVnd } = decision.event
  await insertPayments(tx, [{ ...input, kind: 'received', amountVnd, inCash, byId: actorId(ctx.actor), at: ctx.now }])

  let after: KnownOrder = { ...order, ...stateOf(decision.event), receivedVnd: dong(order.receivedVnd + amountVnd) }
  const moves: OrderMove[] = [...decision.event.moves]
  if (reopen && reopensByItself(after)) {
    const reopened = await reserveAgain(tx, ctx, after)
    if (reopened.ok) {
      moves.push(...reopened.event.moves)
      after = { ...after, ...stateOf(reopened.event) }
    }
  }
  await updateOrder(tx, { id: order.id, ...stateOf(after), at: ctx.now })
  const payload = { ...subjectOf(order), amountVnd, payment: after.payment }
  await recordOrder(tx, ctx, orderActs[inCash ? 'receive-cash' : 'receive-payment'], payload, { moves, note: input.note })
  return done(stateOf(after))
}

/** The cash of an order that was brought unpaid is in the seller's hand; the same form sent again books it once. */
export async function receiveCash(ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, CashReceiptRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockForSeller(tx, ctx, 'receive-cash', input.orderId)
    if (!(await selectPaymentByKey(tx, input.requestKey))) {
      const decision = decideCashReceipt(order, input)
      if (!decision.ok) return decision
    }
    return bookReceipt(tx, ctx, input, { inCash: true })
  })
}

/** The seller sent money back: the surplus, the price of recalled goods, or everything of an order that is closed. */
export async function refundPayment(ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, RefundRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, (tx) => bookRefund(tx, ctx, input))
}

/** The same within the transaction of whoever keeps the proof of it. */
export async function bookRefund(tx: Tx, ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, RefundRefusal | RequestKeyRefusal>> {
  const order = await lockForSeller(tx, ctx, 'refund-payment', input.orderId)
  const known = await selectPaymentByKey(tx, input.requestKey)
  if (known) return isSame(known, 'refunded', input) ? done(stateOf(order)) : refuse('request-key-reused')
  const recalledVnd = recalledVndOf(await selectLinesWithLots(tx, order), order.deliveryVnd)
  const decision = decideRefund(order, { amountVnd: input.amountVnd, recalledVnd })
  if (!decision.ok) return decision
  const { amountVnd, payment, moves } = decision.event
  await insertPayments(tx, [{ ...input, kind: 'refunded', amountVnd, byId: actorId(ctx.actor), at: ctx.now }])
  await updateOrder(tx, { id: order.id, ...stateOf(decision.event), at: ctx.now })
  await recordOrder(tx, ctx, orderActs['refund-payment'], { ...subjectOf(order), amountVnd, payment }, { moves, note: input.note })
  return done(stateOf(decision.event))
}

const subjectOf = ({ id, code, producerId }: KnownOrder) => ({ orderId: id, code, producerId })

const isSame = (known: { orderId: OrderId; kind: string; amountVnd: number }, kind: PaymentKind, input: MoneyInput) =>
  known.orderId === input.orderId && known.kind === kind && known.amountVnd === input.amountVnd
