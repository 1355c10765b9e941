import type { OrderState } from './order.ts'

/** What waits for the seller, queue by queue; every order is in exactly one. */
export const orderQueues = ['to-check', 'to-decide', 'to-hand-over', 'waiting', 'finished'] as const
export type OrderQueue = (typeof orderQueues)[number]

/** Queues in which the seller has to do something. */
export const sellersQueues = ['to-check', 'to-decide', 'to-hand-over'] as const satisfies readonly OrderQueue[]
export type SellersQueue = (typeof sellersQueues)[number]

/** Where an order is: money to look for, a decision to make, goods to hand over, a buyer to wait for, nothing left to do. */
export function queueOf({ payment, fulfilment }: OrderState): OrderQueue {
  if (payment === 'to-settle' || payment === 'over' || (payment === 'under' && fulfilment === 'held')) return 'to-decide'
  if (fulfilment !== 'held') return 'finished'
  if (payment === 'reported') return 'to-check'
  return payment === 'paid' ? 'to-hand-over' : 'waiting'
}
