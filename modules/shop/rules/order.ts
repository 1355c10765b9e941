import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { FulfilmentStatus } from '../acts.ts'
import type { PayTime } from './ahead.ts'
import type { OrderWeight } from './by-weight.ts'

/** Money and goods move on their own: an order is always one payment status times one fulfilment status. */
export const paymentStatuses = [
  'awaiting',
  'reported',
  'to-confirm',
  'cash-due',
  'on-account',
  'under',
  'paid',
  'over',
  'unpaid',
  'to-settle',
  'refunded',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

/**
 * How an order is paid: before the goods leave, in cash when they arrive, or with the bill of the month by whom that was agreed with. Whoever was to pay in cash
 * may pay by transfer all the same.
 */
export const paymentWays = ['transfer', 'cod', 'account'] as const
export type PaymentWay = (typeof paymentWays)[number]

/** What an order of each way says of money before anybody does anything: a transfer is awaited, the seller is asked whether it brings the goods unpaid, or the month's bill waits. */
export const firstPayment = { transfer: 'awaiting', cod: 'to-confirm', account: 'on-account' } as const satisfies Record<
  PaymentWay,
  PaymentStatus
>

/** Which payments can stand beside which fulfilment. */
export const paymentsBeside = {
  // Nothing that does not exist yet is paid at a door.
  promised: ['awaiting', 'reported', 'under', 'paid', 'over'],
  held: ['awaiting', 'reported', 'to-confirm', 'cash-due', 'on-account', 'under', 'paid', 'over'],
  // Everything went back: the goods were recalled after they were handed over.
  // Delivered is not paid: cash is due until the seller has it.
  'handed-over': ['cash-due', 'on-account', 'under', 'paid', 'over', 'refunded'],
  returned: ['unpaid', 'to-settle', 'refunded'],
  cancelled: ['unpaid', 'to-settle', 'refunded'],
  expired: ['unpaid', 'to-settle', 'refunded'],
} as const satisfies Record<FulfilmentStatus, readonly PaymentStatus[]>

export type OrderState = { payment: PaymentStatus; fulfilment: FulfilmentStatus }
export const stateOf = ({ payment, fulfilment }: OrderState): OrderState => ({ payment, fulfilment })

export type Order = OrderState & {
  /** Absent: by transfer. */
  way?: PaymentWay
  totalVnd: Dong
  receivedVnd: Dong
  refundedVnd: Dong
  /** What of the total is owed no more: goods went back, or less was taken for them. Absent: nothing. */
  returnedVnd?: Dong
  holdUntil: Date
  /** It was ordered before its goods exist; absent or null: from the shelf. */
  ahead?: OrderedAhead | null
  /** What is known of its real weight; absent or null: nothing of it is sold so. */
  weight?: OrderWeight | null
  /** When its goods lay in their parcel; absent or null: not yet. */
  packedAt?: Date | null
}

/** By when the goods of an order are promised, when it is paid, and since when its buyer knows that there are too few. */
export type OrderedAhead = { dueOn: PlainDate; pays: PayTime; shortAt: Date | null }

/** The goods were given up, or came back: whatever money came is to go back, or holds them again. */
const closedFulfilments: readonly FulfilmentStatus[] = ['returned', 'cancelled', 'expired']
export const isClosed = ({ fulfilment }: Pick<OrderState, 'fulfilment'>): boolean => closedFulfilments.includes(fulfilment)

/** What is said of money while none came. */
const saidOfMoney = ['awaiting', 'reported', 'to-confirm', 'cash-due', 'on-account'] as const satisfies PaymentStatus[]
export type SaidOfMoney = (typeof saidOfMoney)[number]
export const isSaidOfMoney = (payment: PaymentStatus): payment is SaidOfMoney => saidOfMoney.some((one) => one === payment)

/** What an order that stands is worth: its total without what was agreed to go back. */
export const owedVnd = ({ totalVnd, returnedVnd = dong(0) }: Pick<Order, 'totalVnd' | 'returnedVnd'>): Dong => dong(totalVnd - returnedVnd)

/**
 * What the log of payments says about an order whose goods stand so; `said` counts while it says nothing. The one place where a payment status is derived.
 */
export function paymentStatusOf(order: Omit<Order, 'payment' | 'holdUntil'>, said: PaymentStatus = 'awaiting'): PaymentStatus {
  const kept = order.receivedVnd - order.refundedVnd
  const closed = isClosed(order)
  if (order.receivedVnd === 0) return closed ? 'unpaid' : isSaidOfMoney(said) ? said : 'awaiting'
  if (kept === 0) return 'refunded'
  if (closed) return 'to-settle'
  const owed = owedVnd(order)
  if (kept === owed) return 'paid'
  if (kept > owed) return 'over'
  // The bill of the month is paid in one or in parts; what is owed after goods went back is nobody's debt to remind of.
  return order.way === 'account' && order.refundedVnd === 0 ? 'on-account' : 'under'
}

/** A line of the log of money: what the order expects, what the seller received, what went back. */
export type PaymentKind = 'expected' | 'received' | 'refunded'

/** What is still to be paid of what an order is worth now. */
export const leftToPayVnd = (order: Order): Dong => dong(Math.max(0, owedVnd(order) - keptVnd(order)))

/** Money that the seller keeps for this order today. */
export const keptVnd = (order: Order): Dong => dong(order.receivedVnd - order.refundedVnd)

/** Payments for which goods are held only until a moment: nobody but the buyer has said anything about money. */
export const paymentsOnHold = ['awaiting', 'reported', 'to-confirm'] as const satisfies PaymentStatus[]
/** Payments of which nobody has seen any money: goods that are held for them are held on a promise. */
export const paymentsUnseen = [...paymentsOnHold, 'cash-due'] as const satisfies PaymentStatus[]
/** Goods may leave before their money: it is due at the door, or with the bill of the month. */
export const isDueLater = ({ payment }: Pick<OrderState, 'payment'>): boolean => payment === 'cash-due' || payment === 'on-account'
/** The order stands, and its goods have not left yet: they lie there for it, or are promised. */
export const standing = ['promised', 'held'] as const satisfies FulfilmentStatus[]
export const isStanding = ({ fulfilment }: Pick<OrderState, 'fulfilment'>): boolean => standing.some((one) => one === fulfilment)
export const isOnHold = (order: OrderState): boolean => isStanding(order) && paymentsOnHold.some((one) => one === order.payment)

/** It is paid once its goods are there, and they are not. */
export const paysLater = ({ fulfilment, ahead }: Pick<Order, 'fulfilment' | 'ahead'>): boolean =>
  fulfilment === 'promised' && ahead?.pays === 'when-there'

/** The hold ran out and the seller saw no money: the goods are free again, whether or not the job has come by. */
export const isOverdue = (order: OrderState & { holdUntil: Date }, now: Date): boolean =>
  isOnHold(order) && order.holdUntil.getTime() <= now.getTime()

/** An order as everybody sees it at a moment: one whose hold ran out has expired. */
export function orderAt<O extends OrderState & { holdUntil: Date }>(order: O, now: Date): O {
  return isOverdue(order, now) ? { ...order, payment: 'unpaid', fulfilment: 'expired' } : order
}

type RecalledLine = {
  lineTotalVnd: Dong
  discountVnd: Dong
  /** By how much less it cost by its weight. */
  reducedVnd?: Dong
  quantity: number
  lots: readonly { quantity: number; recalled: boolean }[]
}

/**
 * What the goods of an order cost that were recalled: the lots of its lines, at the price of the line as the voucher left it, rounded down. Where nothing else was in it, the buyer paid the
 * bringing for nothing as well.
 */
export function recalledVndOf(lines: readonly RecalledLine[], deliveryVnd: Dong): Dong {
  const quantityOf = (lots: RecalledLine['lots']) => lots.reduce((sum, { quantity, recalled }) => sum + (recalled ? quantity : 0), 0)
  const goodsVnd = lines.reduce(
    (sum, { lineTotalVnd, discountVnd, reducedVnd = 0, quantity, lots }) =>
      sum + shareOf(lineTotalVnd - discountVnd - reducedVnd, quantityOf(lots), quantity),
    0,
  )
  const isAll = lines.length > 0 && lines.every(({ lots }) => lots.length > 0 && lots.every(({ recalled }) => recalled))
  return dong(goodsVnd + (isAll ? deliveryVnd : 0))
}

/** So many of all of a sum, in whole đồng; exact beyond what a number multiplies exactly. */
const shareOf = (sum: number, some: number, all: number): number => (all === 0 ? 0 : Number((BigInt(sum) * BigInt(some)) / BigInt(all)))

/**
 * What may go back to the buyer: everything once the order is closed, only the surplus while it stands; what was agreed for goods that came back is
 * surplus. Of goods that were recalled after they were handed over their price as well.
 */
export function refundableVnd(order: Order, recalledVnd: Dong): Dong {
  if (order.payment === 'to-settle') return keptVnd(order)
  const owed = order.fulfilment === 'handed-over' ? recalledVnd : 0
  return dong(Math.min(keptVnd(order), Math.max(0, keptVnd(order) - owedVnd(order) + owed)))
}

/**
 * What a seller may promise back for goods of an order that was handed over, and by how much the order is owed less then: what the buyer never paid and the
 * seller let go is taken off first.
 */
export function takeOffVnd(order: Order, amountVnd: Dong): { mostVnd: Dong; takenOffVnd: Dong } {
  const paid = Math.min(keptVnd(order), owedVnd(order))
  return { mostVnd: dong(Math.max(0, paid)), takenOffVnd: dong(owedVnd(order) - (paid - Math.min(amountVnd, paid))) }
}
