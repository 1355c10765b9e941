import type { FulfilmentStatus, PaymentStatus } from './order.ts'

/** What waits for the seller, desk by desk; every order lies on exactly one. */
export const orderDesks = ['to-check', 'to-decide', 'to-hand-over', 'waiting', 'finished'] as const
export type OrderDesk = (typeof orderDesks)[number]

/** Where an order lies: money to look for, a decision to make, goods to hand over, a buyer to wait for, nothing left to do. */
export function deskOf(payment: PaymentStatus, fulfilment: FulfilmentStatus): OrderDesk {
  if (payment === 'to-settle' || payment === 'over' || (payment === 'under' && fulfilment === 'held')) return 'to-decide'
  if (fulfilment !== 'held') return 'finished'
  if (payment === 'reported') return 'to-check'
  return payment === 'paid' ? 'to-hand-over' : 'waiting'
}
