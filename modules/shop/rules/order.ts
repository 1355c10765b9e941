import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { FulfilmentStatus } from '../acts.ts'

/** Money and goods move on their own: an order is always one payment status times one fulfilment status. */
export const paymentStatuses = ['awaiting', 'reported', 'under', 'paid', 'over', 'unpaid', 'to-settle', 'refunded'] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

/** Which payments can stand beside which fulfilment. */
export const paymentsBeside = {
  held: ['awaiting', 'reported', 'under', 'paid', 'over'],
  // Everything went back: the goods were recalled after they were handed over.
  'handed-over': ['under', 'paid', 'over', 'refunded'],
  cancelled: ['unpaid', 'to-settle', 'refunded'],
  expired: ['unpaid', 'to-settle', 'refunded'],
} as const satisfies Record<FulfilmentStatus, readonly PaymentStatus[]>

export type OrderState = { payment: PaymentStatus; fulfilment: FulfilmentStatus }
export const stateOf = ({ payment, fulfilment }: OrderState): OrderState => ({ payment, fulfilment })

export type Order = OrderState & {
  totalVnd: Dong
  receivedVnd: Dong
  refundedVnd: Dong
  holdUntil: Date
}

/** What the log of payments says about an order whose goods stand so. The one place where a payment status is derived. */
export function paymentStatusOf(order: Omit<Order, 'payment' | 'holdUntil'>, reported = false): PaymentStatus {
  const kept = order.receivedVnd - order.refundedVnd
  const closed = order.fulfilment === 'cancelled' || order.fulfilment === 'expired'
  if (order.receivedVnd === 0) return closed ? 'unpaid' : reported ? 'reported' : 'awaiting'
  if (kept === 0) return 'refunded'
  if (closed) return 'to-settle'
  if (kept === order.totalVnd) return 'paid'
  return kept < order.totalVnd ? 'under' : 'over'
}

/** A line of the log of money: what the order expects, what the seller received, what went back. */
export type PaymentKind = 'expected' | 'received' | 'refunded'

/** Money that the seller keeps for this order today. */
export const keptVnd = (order: Order): Dong => dong(order.receivedVnd - order.refundedVnd)

/** Payments for which goods are held only until a moment: nobody but the buyer has said anything about money. */
export const paymentsOnHold = ['awaiting', 'reported'] as const satisfies PaymentStatus[]
export const isOnHold = (order: OrderState): boolean => order.fulfilment === 'held' && paymentsOnHold.some((one) => one === order.payment)

/** The hold ran out and the seller saw no money: the goods are free again, whether or not the job has come by. */
export const isOverdue = (order: OrderState & { holdUntil: Date }, now: Date): boolean =>
  isOnHold(order) && order.holdUntil.getTime() <= now.getTime()

/** An order as everybody sees it at a moment: one whose hold ran out has expired. */
export function orderAt<O extends OrderState & { holdUntil: Date }>(order: O, now: Date): O {
  return isOverdue(order, now) ? { ...order, payment: 'unpaid', fulfilment: 'expired' } : order
}

type RecalledLine = { unitPriceVnd: Dong; lots: readonly { quantity: number; recalled: boolean }[] }

/**
 * What the goods of an order cost that were recalled: the lots of its lines, at the price of the line. Where nothing else was in it, the buyer paid the
 * bringing for nothing as well.
 */
export function recalledVndOf(lines: readonly RecalledLine[], deliveryVnd: Dong): Dong {
  const quantityOf = (lots: RecalledLine['lots']) => lots.reduce((sum, { quantity, recalled }) => sum + (recalled ? quantity : 0), 0)
  const goodsVnd = lines.reduce((sum, { unitPriceVnd, lots }) => sum + unitPriceVnd * quantityOf(lots), 0)
  const isAll = lines.length > 0 && lines.every(({ lots }) => lots.length > 0 && lots.every(({ recalled }) => recalled))
  return dong(goodsVnd + (isAll ? deliveryVnd : 0))
}

/**
 * What may go back to the buyer: everything once the order is closed, only the surplus while it stands. Of goods that were recalled after they were
 * handed over their price as well.
 */
export function refundableVnd(order: Order, recalledVnd: Dong): Dong {
  if (order.payment === 'to-settle') return keptVnd(order)
  const owed = order.fulfilment === 'handed-over' ? recalledVnd : 0
  return dong(Math.max(0, keptVnd(order) - order.totalVnd + owed))
}
