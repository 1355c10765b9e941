import { isStanding } from './order.ts'
import type { OrderState, PaymentStatus } from './order.ts'

/** What waits for the seller, queue by queue; every order is in exactly one. */
export const orderQueues = [
  'to-confirm',
  'to-check',
  'to-decide',
  'to-hand-over',
  'to-collect',
  'ahead',
  'on-account',
  'waiting',
  'finished',
] as const
export type OrderQueue = (typeof orderQueues)[number]

/** Queues in which the seller has to do something. */
export const sellersQueues = ['to-confirm', 'to-check', 'to-decide', 'to-hand-over', 'to-collect'] as const satisfies readonly OrderQueue[]
export type SellersQueue = (typeof sellersQueues)[number]

const heldQueues: Partial<Record<PaymentStatus, OrderQueue>> = {
  'to-confirm': 'to-confirm',
  reported: 'to-check',
  paid: 'to-hand-over',
  'cash-due': 'to-hand-over',
  'on-account': 'to-hand-over',
}

/** Where an order is: bringing it unpaid to agree to, money to look for, a decision to make, goods to hand over, cash to get for them, goods that do not exist yet, the bill of the month, a buyer to wait for, nothing left to do. */
export function queueOf({ payment, fulfilment }: OrderState): OrderQueue {
  if (payment === 'to-settle' || payment === 'over' || (payment === 'under' && isStanding({ fulfilment }))) return 'to-decide'
  if (fulfilment === 'handed-over' && payment === 'cash-due') return 'to-collect'
  if (fulfilment === 'promised') return payment === 'reported' ? 'to-check' : 'ahead'
  if (fulfilment === 'handed-over' && payment === 'on-account') return 'on-account'
  if (fulfilment !== 'held') return 'finished'
  return heldQueues[payment] ?? 'waiting'
}
