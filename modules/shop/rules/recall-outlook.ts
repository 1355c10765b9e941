import { keptVnd } from './order.ts'
import type { Order } from './order.ts'

/** What somebody who ordered recalled goods has to do, or may wait for. */
export const recallOutlooks = ['held', 'not-paid', 'refund-due', 'give-back', 'refunded'] as const
export type RecallOutlook = (typeof recallOutlooks)[number]

/** Null where an order has nothing to do with the recall any more: it expired before. */
export function recallOutlookOf(order: Order): RecallOutlook | null {
  if (order.fulfilment === 'held') return 'held'
  if (order.fulfilment === 'expired' || order.fulfilment === 'returned') return null
  if (order.refundedVnd > 0 && keptVnd(order) < order.totalVnd) return order.payment === 'to-settle' ? 'refund-due' : 'refunded'
  if (order.fulfilment === 'handed-over') return 'give-back'
  return order.payment === 'to-settle' ? 'refund-due' : 'not-paid'
}
