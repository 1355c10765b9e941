import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { LineState } from '@dacsan/bank-statements'
import type { OrderOfMoney } from '../../shop/index.ts'
import { isClosed, isStanding } from '../../shop/rules.ts'
import type { OrderState } from '../../shop/rules.ts'

/** Answers that put the money of a line to an order. */
export type BookingAct = 'book' | 'ask-rest' | 'send-back'

type Money = Pick<OrderOfMoney, 'totalVnd' | 'keptVnd' | 'fulfilment'>

/** What is still missing of an order once this came. */
export const missingAfter = ({ totalVnd, keptVnd }: Money, amountVnd: number): number => totalVnd - keptVnd - amountVnd

/** What is to go back once this came and the order stands so. */
export const openAfter = ({ totalVnd, keptVnd }: Money, amountVnd: number, after: Pick<OrderState, 'fulfilment'>): number => {
  const kept = keptVnd + amountVnd
  return isClosed(after) ? kept : Math.max(0, kept - totalVnd)
}

/** Only for what is held and short is somebody asked; only what the order does not take goes back of goods that were handed over. */
export function refuseBooking(
  act: BookingAct,
  order: Money,
  amountVnd: number,
): Refused<{ code: 'nothing-missing' } | { code: 'order-handed-over' }> | null {
  const missing = missingAfter(order, amountVnd)
  if (act === 'ask-rest' && (!isStanding(order) || missing <= 0)) return refuse('nothing-missing')
  if (act === 'send-back' && order.fulfilment === 'handed-over' && missing >= 0) return refuse('order-handed-over')
  return null
}

/** What a seller is offered for a line of a bill. A part was put to its orders already; what a bill does not take goes back, or comes off the next. */
export const offersOfBill: Readonly<Partial<Record<LineState, readonly BookingAct[]>>> = {
  under: ['ask-rest', 'book'],
  over: ['book'],
  duplicate: ['send-back'],
  'wrong-account': ['book'],
}

/** Only who still owes is asked; only what a bill does not take goes back. */
export function refuseBillBooking(
  act: BookingAct,
  { openVnd, amountVnd, sharedVnd }: { openVnd: number; amountVnd: number; sharedVnd: number },
): Refused<{ code: 'nothing-missing' } | { code: 'line-shared' }> | null {
  const left = amountVnd - sharedVnd
  if (act === 'ask-rest' && openVnd <= left) return refuse('nothing-missing')
  if (act === 'send-back' && (sharedVnd > 0 || openVnd > 0)) return refuse('line-shared')
  return null
}

/** What a seller is offered for a line, the first as the one tap. Only a line with an order has one; any other asks for the order first. */
export const offersOf: Readonly<Record<Exclude<LineState, 'outgoing' | 'exact'>, readonly BookingAct[]>> = {
  under: ['ask-rest', 'book', 'send-back'],
  over: ['book', 'send-back'],
  late: ['book', 'send-back'],
  duplicate: ['send-back'],
  'wrong-account': ['book', 'send-back'],
  'no-code': ['book'],
  ambiguous: ['book'],
}
