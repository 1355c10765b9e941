import { accept, canMove, refuse } from '@dacsan/decisions'
import type { Decision, Moves } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

/** Money and goods move on their own: an order is always one payment status times one fulfilment status. */
export const paymentStatuses = ['awaiting', 'reported', 'under', 'paid', 'over', 'unpaid', 'to-settle', 'refunded'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const fulfilmentStatuses = ['held', 'handed-over', 'cancelled', 'lapsed'] as const
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number]

export const orderParties = ['buyer', 'seller', 'system'] as const
export type OrderParty = (typeof orderParties)[number]

export type PaymentMove = keyof typeof paymentMoves
export const paymentMoves = {
  'report-transfer': { from: ['awaiting'], to: 'reported', by: ['buyer'], check: 'goods held' },
  'receive-part': { from: ['awaiting', 'reported', 'under'], to: 'under', by: ['seller'], check: 'less than the total' },
  'receive-all': { from: ['awaiting', 'reported', 'under'], to: 'paid', by: ['seller'], check: 'exactly the total' },
  'receive-more': { from: ['awaiting', 'reported', 'under', 'paid', 'over'], to: 'over', by: ['seller'], check: 'more than the total' },
  'receive-late': { from: ['unpaid', 'to-settle', 'refunded'], to: 'to-settle', by: ['seller'], check: 'order closed' },
  'close-unpaid': { from: ['awaiting'], to: 'unpaid', by: ['buyer', 'seller', 'system'], check: 'nothing received' },
  'close-reported': { from: ['reported'], to: 'unpaid', by: ['buyer', 'seller', 'system'], check: 'nothing received' },
  'close-with-money': { from: ['under', 'paid', 'over'], to: 'to-settle', by: ['seller'], check: 'money received' },
  'refund-part': { from: ['to-settle'], to: 'to-settle', by: ['seller'], check: 'less than what is kept' },
  'refund-all': { from: ['to-settle'], to: 'refunded', by: ['seller'], check: 'all that is kept' },
  'refund-part-of-surplus': { from: ['over'], to: 'over', by: ['seller'], check: 'less than the surplus' },
  'refund-surplus': { from: ['over'], to: 'paid', by: ['seller'], check: 'exactly the surplus' },
  'revive-under': { from: ['to-settle'], to: 'under', by: ['seller'], check: 'stock free' },
  'revive-paid': { from: ['to-settle'], to: 'paid', by: ['seller'], check: 'stock free' },
  'revive-over': { from: ['to-settle'], to: 'over', by: ['seller'], check: 'stock free' },
} as const satisfies Moves<PaymentStatus, OrderParty>

export type FulfilmentMove = keyof typeof fulfilmentMoves
export const fulfilmentMoves = {
  'hand-over': { from: ['held'], to: 'handed-over', by: ['seller'], check: 'paid or a shortfall accepted, no lot recalled' },
  cancel: { from: ['held'], to: 'cancelled', by: ['buyer', 'seller'], check: 'buyer: before the seller confirmed money' },
  lapse: { from: ['held'], to: 'lapsed', by: ['system'], check: 'hold over and no money confirmed' },
  revive: { from: ['cancelled', 'lapsed'], to: 'held', by: ['seller'], check: 'money received, stock free' },
} as const satisfies Moves<FulfilmentStatus, OrderParty>

/** Which payments can stand beside which fulfilment. */
export const paymentsBeside = {
  held: ['awaiting', 'reported', 'under', 'paid', 'over'],
  'handed-over': ['under', 'paid', 'over'],
  cancelled: ['unpaid', 'to-settle', 'refunded'],
  lapsed: ['unpaid', 'to-settle', 'refunded'],
} as const satisfies Record<FulfilmentStatus, readonly PaymentStatus[]>

export type Order = {
  payment: PaymentStatus
  fulfilment: FulfilmentStatus
  totalVnd: Dong
  receivedVnd: Dong
  refundedVnd: Dong
  holdUntil: Date
}

/** What the log of payments says about an order whose goods stand so. The one place where a payment status is derived. */
export function paymentStatusOf(order: Omit<Order, 'payment' | 'holdUntil'>, reported = false): PaymentStatus {
  const kept = order.receivedVnd - order.refundedVnd
  const closed = order.fulfilment === 'cancelled' || order.fulfilment === 'lapsed'
  if (order.receivedVnd === 0) return closed ? 'unpaid' : reported ? 'reported' : 'awaiting'
  if (kept === 0) return 'refunded'
  if (closed) return 'to-settle'
  if (kept === order.totalVnd) return 'paid'
  return kept < order.totalVnd ? 'under' : 'over'
}

/** Money that the seller keeps for this order today. */
export const keptVnd = (order: Order): Dong => dong(order.receivedVnd - order.refundedVnd)

/** Payments for which goods are held only until a moment: nobody but the buyer has said anything about money. */
export const paymentsOnHold = ['awaiting', 'reported'] as const satisfies PaymentStatus[]

/** The hold ran out and the seller saw no money: the goods are free again, whether or not the job has come by. */
export function isOverdue(order: Pick<Order, 'payment' | 'fulfilment' | 'holdUntil'>, now: Date): boolean {
  return order.fulfilment === 'held' && isOnHold(order.payment) && order.holdUntil.getTime() <= now.getTime()
}

const isOnHold = (payment: PaymentStatus): boolean => paymentsOnHold.some((one) => one === payment)

type Moved<Type extends string, More = unknown> = { type: Type; payment: PaymentStatus; fulfilment: FulfilmentStatus } & More

export type TransferReported = Moved<'order.transfer-reported', { holdUntil: Date }>
export type OrderCancelled = Moved<'order.cancelled'>
export type OrderLapsed = Moved<'order.lapsed'>
export type OrderRevived = Moved<'order.revived'>
export type OrderHandedOver = Moved<'order.handed-over'>
export type PaymentReceived = Moved<'payment.received', { amountVnd: Dong }>
export type PaymentRefunded = Moved<'payment.refunded', { amountVnd: Dong }>

export type ReportRefusal = { code: 'order-closed'; fulfilment: FulfilmentStatus } | { code: 'already-paid' }
export type ReceiptRefusal = { code: 'amount-invalid' }
export type RefundRefusal = { code: 'amount-invalid' } | { code: 'nothing-to-refund' } | { code: 'refund-too-large'; refundableVnd: Dong }
export type HandOverRefusal =
  | { code: 'order-closed'; fulfilment: FulfilmentStatus }
  | { code: 'not-paid' }
  | { code: 'short-paid'; missingVnd: Dong }
  | { code: 'note-missing' }
  | { code: 'lot-recalled'; lots: string[] }
export type CancelRefusal = { code: 'order-closed'; fulfilment: FulfilmentStatus } | { code: 'money-received' } | { code: 'note-missing' }
export type LapseRefusal = { code: 'not-overdue' }
export type ReviveRefusal = { code: 'order-open' } | { code: 'nothing-received' } | { code: 'sold-out'; items: SoldOutItem[] }
export type SoldOutItem = { listingId: string; name: string; wanted: number; available: number }

const isAmount = (amountVnd: number): boolean => Number.isSafeInteger(amountVnd) && amountVnd > 0

/** The buyer says that the money is on its way: the goods now wait some days for the seller's look at the account. */
export function decideReport(order: Order, facts: { now: Date; holdDays: number }): Decision<TransferReported, ReportRefusal> {
  if (order.fulfilment !== 'held') return refuse('order-closed', { fulfilment: order.fulfilment })
  if (isOverdue(order, facts.now)) return refuse('order-closed', { fulfilment: 'lapsed' })
  if (!canMove(paymentMoves, order.payment, 'report-transfer')) return refuse('already-paid')
  const holdUntil = new Date(facts.now.getTime() + facts.holdDays * 24 * 3600_000)
  return accept({ type: 'order.transfer-reported', payment: 'reported', fulfilment: 'held', holdUntil })
}

/**
 * Money that reached the seller's account is written down whatever state the order is in: refusing it would lose it.
 * Too little, too much and too late differ only in the status that the log then gives.
 */
export function decideReceipt(order: Order, amountVnd: number): Decision<PaymentReceived, ReceiptRefusal> {
  if (!isAmount(amountVnd) || !Number.isSafeInteger(order.receivedVnd + amountVnd)) return refuse('amount-invalid')
  const receivedVnd = dong(order.receivedVnd + amountVnd)
  return accept({
    type: 'payment.received',
    amountVnd: dong(amountVnd),
    payment: paymentStatusOf({ ...order, receivedVnd }),
    fulfilment: order.fulfilment,
  })
}

/** What may go back to the buyer: everything once the order is closed, only the surplus while it stands. */
export function refundableVnd(order: Order): Dong {
  if (order.payment === 'to-settle') return keptVnd(order)
  if (order.payment === 'over') return dong(keptVnd(order) - order.totalVnd)
  return dong(0)
}

export function decideRefund(order: Order, amountVnd: number): Decision<PaymentRefunded, RefundRefusal> {
  if (!isAmount(amountVnd)) return refuse('amount-invalid')
  const most = refundableVnd(order)
  if (most === 0) return refuse('nothing-to-refund')
  if (amountVnd > most) return refuse('refund-too-large', { refundableVnd: most })
  const refundedVnd = dong(order.refundedVnd + amountVnd)
  return accept({
    type: 'payment.refunded',
    amountVnd: dong(amountVnd),
    payment: paymentStatusOf({ ...order, refundedVnd }),
    fulfilment: order.fulfilment,
  })
}

/**
 * A shortfall is handed over only when the seller says so, with a reason: nobody gives goods away by a slip of the thumb.
 * Goods of a lot that was recalled since it was held leave the shelf in no case.
 */
export function decideHandOver(
  order: Order,
  facts: { acceptShort: boolean; note: string; recalledLots: string[] },
): Decision<OrderHandedOver, HandOverRefusal> {
  if (!canMove(fulfilmentMoves, order.fulfilment, 'hand-over')) return refuse('order-closed', { fulfilment: order.fulfilment })
  if (facts.recalledLots.length > 0) return refuse('lot-recalled', { lots: facts.recalledLots })
  if (order.payment === 'under') {
    if (!facts.acceptShort) return refuse('short-paid', { missingVnd: dong(order.totalVnd - keptVnd(order)) })
    if (!facts.note) return refuse('note-missing')
  } else if (order.payment !== 'paid' && order.payment !== 'over') {
    return refuse('not-paid')
  }
  return accept({ type: 'order.handed-over', payment: order.payment, fulfilment: 'handed-over' })
}

export function decideCancel(
  order: Order,
  facts: { by: 'buyer' | 'seller'; note: string; now: Date },
): Decision<OrderCancelled, CancelRefusal> {
  if (!canMove(fulfilmentMoves, order.fulfilment, 'cancel')) return refuse('order-closed', { fulfilment: order.fulfilment })
  if (isOverdue(order, facts.now)) return refuse('order-closed', { fulfilment: 'lapsed' })
  if (facts.by === 'buyer' && !isOnHold(order.payment)) return refuse('money-received')
  if (facts.by === 'seller' && !facts.note) return refuse('note-missing')
  return accept({
    type: 'order.cancelled',
    payment: paymentStatusOf({ ...order, fulfilment: 'cancelled' }),
    fulfilment: 'cancelled',
  })
}

export function decideLapse(order: Order, now: Date): Decision<OrderLapsed, LapseRefusal> {
  if (!isOverdue(order, now)) return refuse('not-overdue')
  return accept({ type: 'order.lapsed', payment: 'unpaid', fulfilment: 'lapsed' })
}

/** Money came after the goods had gone back to stock: the order stands again if every line can still be held. */
export function decideRevive(order: Order, facts: { soldOut: SoldOutItem[] }): Decision<OrderRevived, ReviveRefusal> {
  if (!canMove(fulfilmentMoves, order.fulfilment, 'revive')) return refuse('order-open')
  if (order.payment !== 'to-settle') return refuse('nothing-received')
  if (facts.soldOut.length > 0) return refuse('sold-out', { items: facts.soldOut })
  return accept({ type: 'order.revived', payment: paymentStatusOf({ ...order, fulfilment: 'held' }), fulfilment: 'held' })
}

/** How the payment of an order ends whose goods are given up. */
export function closeMove(payment: PaymentStatus): PaymentMove {
  if (payment === 'awaiting') return 'close-unpaid'
  return payment === 'reported' ? 'close-reported' : 'close-with-money'
}
