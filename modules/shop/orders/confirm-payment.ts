import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, recordOrder } from '../events.ts'
import type { MoneyInput } from '../inputs.ts'
import { holdAgain, reviveMove } from './reserve-again.ts'
import { insertPayments, selectPaymentByKey, updateOrder } from './order.store.ts'
import { lockOwnOrder, stateOf } from './own-order.ts'
import type { OrderState } from './own-order.ts'
import { decideReceipt, decideRefund, keptVnd } from '../rules.ts'
import type { Order, PaymentMove, PaymentStatus, ReceiptRefusal, RefundRefusal, RequestKeyRefusal } from '../rules.ts'

/**
 * The seller saw money in the account. Too little, too much, twice or too late: it is written down, and the order says what is to be
 * done. Money in full for an order whose hold ran out holds the goods again where the shelf still has them.
 */
export async function confirmPayment(ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, ReceiptRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, ctx, input.orderId)
    const known = await selectPaymentByKey(tx, input.requestKey)
    if (known) return isSame(known, 'received', input) ? done(stateOf(order)) : refuse('request-key-reused')
    const decision = decideReceipt(order, input.amountVnd)
    if (!decision.ok) return decision
    await insertPayments(tx, [{ ...input, kind: 'received', amountVnd: decision.event.amountVnd, byId: actorId(ctx), at: ctx.now }])

    let after: Order = { ...order, ...stateOf(decision.event), receivedVnd: dong(order.receivedVnd + input.amountVnd) }
    const moves: (PaymentMove | 'revive')[] = [receiptMove(after)]
    if (after.fulfilment === 'lapsed' && keptVnd(after) >= after.totalVnd) {
      const revived = await holdAgain(tx, ctx, { ...order, ...after })
      if (revived.ok) {
        moves.push(reviveMove(revived.event.payment), 'revive')
        after = { ...after, ...stateOf(revived.event) }
      }
    }
    await updateOrder(tx, { id: order.id, ...stateOf(after), at: ctx.now })
    const payload = {
      orderId: order.id,
      code: order.code,
      producerId: order.producerId,
      amountVnd: input.amountVnd,
      payment: after.payment,
    }
    await recordOrder(tx, ctx, 'payment.received', payload, { moves, party: 'seller', note: input.note })
    return done(stateOf(after))
  })
}

/** The seller sent money back: the surplus, or everything of an order that is closed. */
export async function refundPayment(ctx: Ctx, input: MoneyInput): Promise<Outcome<OrderState, RefundRefusal | RequestKeyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, ctx, input.orderId)
    const known = await selectPaymentByKey(tx, input.requestKey)
    if (known) return isSame(known, 'refunded', input) ? done(stateOf(order)) : refuse('request-key-reused')
    const decision = decideRefund(order, input.amountVnd)
    if (!decision.ok) return decision
    await insertPayments(tx, [{ ...input, kind: 'refunded', amountVnd: decision.event.amountVnd, byId: actorId(ctx), at: ctx.now }])
    await updateOrder(tx, { id: order.id, ...stateOf(decision.event), at: ctx.now })
    const { payment } = decision.event
    const payload = { orderId: order.id, code: order.code, producerId: order.producerId, amountVnd: input.amountVnd, payment }
    const moves = [refundMove(order.payment, payment)]
    await recordOrder(tx, ctx, 'payment.refunded', payload, { moves, party: 'seller', note: input.note })
    return done(stateOf(decision.event))
  })
}

const isSame = (known: { orderId: string; kind: string; amountVnd: number }, kind: string, input: MoneyInput) =>
  known.orderId === input.orderId && known.kind === kind && known.amountVnd === input.amountVnd

function receiptMove({ payment }: Order): PaymentMove {
  if (payment === 'to-settle') return 'receive-late'
  return payment === 'under' ? 'receive-part' : payment === 'over' ? 'receive-more' : 'receive-all'
}

function refundMove(before: PaymentStatus, after: PaymentStatus): PaymentMove {
  if (before === 'over') return after === 'paid' ? 'refund-surplus' : 'refund-part-of-surplus'
  return after === 'refunded' ? 'refund-all' : 'refund-part'
}
