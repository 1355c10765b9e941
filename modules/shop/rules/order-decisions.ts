import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Refused } from '@dacsan/decisions'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { orderActs } from '../acts.ts'
import { isLate } from './ahead.ts'
import { isUnweighed, weighLines } from './by-weight.ts'
import type { SaidLine, Weighed } from './by-weight.ts'
import type { OrderLineId } from './ids.ts'
import { closeMove, receiptMove, refundMove, reopenMove } from './order-moves.ts'
import type { OrderMove } from './order-moves.ts'
import {
  isDueLater,
  isOnHold,
  isOverdue,
  isSaidOfMoney,
  keptVnd,
  orderAt,
  owedVnd,
  paymentStatusOf,
  paysLater,
  refundableVnd,
  stateOf,
} from './order.ts'
import type { Order, OrderState } from './order.ts'
import type {
  AllotRefusal,
  CancelRefusal,
  CashReceiptRefusal,
  ConfirmCashRefusal,
  ExpireRefusal,
  HandOverRefusal,
  PackRefusal,
  ReceiptRefusal,
  RefundRefusal,
  ReopenRefusal,
  ReportRefusal,
  RunShortRefusal,
  SoldOutItem,
  TakeBackRefusal,
  WeighRefusal,
} from './refusals.ts'

/** How an order stands after an act, and the lines that its history gets. */
type Changed<More = unknown> = OrderState & { moves: readonly OrderMove[] } & More

const isAmount = (amountVnd: number): boolean => Number.isSafeInteger(amountVnd) && amountVnd > 0

/** Nobody is asked to pay for goods that were recalled, and none are held for whoever says to have paid. */
export function refuseReport(order: Order, recalledLots: readonly string[]): Refused<ReportRefusal> | null {
  const closed = refuseStatus(orderActs['report-transfer'], order.fulfilment)
  if (closed) return closed
  if (recalledLots.length > 0) return refuse('lot-recalled', { lots: [...recalledLots] })
  if (order.payment === 'to-confirm' || order.payment === 'cash-due') return refuse('pays-cash')
  if (paysLater(order)) return refuse('pays-later')
  if (order.payment === 'on-account') return refuse('pays-by-month')
  return order.payment === 'awaiting' ? null : refuse('already-paid')
}

/** The buyer says that the money is on its way: the goods now wait some days for the seller's look at the account. */
export function decideReport(
  order: Order,
  { now, holdDays, recalledLots }: { now: Date; holdDays: number; recalledLots: readonly string[] },
): Decision<Changed<{ holdUntil: Date }>, ReportRefusal> {
  const refused = refuseReport(orderAt(order, now), recalledLots)
  if (refused) return refused
  const holdUntil = new Date(Math.max(order.holdUntil.getTime(), now.getTime() + holdDays * 24 * 3600_000))
  return accept({ payment: 'reported', fulfilment: order.fulfilment, moves: ['report-transfer'], holdUntil })
}

/** The seller agrees to bring the goods before they are paid; goods of a recalled lot are brought to nobody. */
export function refuseCash(order: Order, recalledLots: readonly string[]): Refused<ConfirmCashRefusal> | null {
  const closed = refuseStatus(orderActs['confirm-cash'], order.fulfilment)
  if (closed) return closed
  if (recalledLots.length > 0) return refuse('lot-recalled', { lots: [...recalledLots] })
  return order.payment === 'to-confirm' ? null : refuse('no-cash-asked')
}

export function decideCash(
  order: Order,
  { now, recalledLots }: { now: Date; recalledLots: readonly string[] },
): Decision<Changed, ConfirmCashRefusal> {
  const refused = refuseCash(orderAt(order, now), recalledLots)
  if (refused) return refused
  return accept({ payment: 'cash-due', fulfilment: order.fulfilment, moves: ['confirm-cash'] })
}

export function refuseCashReceipt(order: Order): Refused<Extract<CashReceiptRefusal, { code: 'order-not-out' | 'no-cash-due' }>> | null {
  const early = refuseStatus(orderActs['receive-cash'], order.fulfilment)
  if (early) return early
  return order.payment === 'cash-due' ? null : refuse('no-cash-due')
}

/** The cash of an order that arrived is in the seller's hand. Less than is due is a difference that needs its reason: it is nobody's slip. */
export function decideCashReceipt(
  order: Order,
  { amountVnd, note }: { amountVnd: number; note: string },
): Decision<Changed<{ amountVnd: Dong }>, CashReceiptRefusal> {
  const refused = refuseCashReceipt(order)
  if (refused) return refused
  if (isAmount(amountVnd) && amountVnd < owedVnd(order) && !note) return refuse('note-missing')
  return decideReceipt(order, amountVnd)
}

export function refuseTakeBack(order: Order): Refused<Exclude<TakeBackRefusal, { code: 'note-missing' }>> | null {
  const early = refuseStatus(orderActs['take-back'], order.fulfilment)
  if (early) return early
  return isDueLater(order) && order.receivedVnd === 0 ? null : refuse('no-cash-due')
}

/** The buyer did not take the goods at the door, or was not there: they come back to where they lay, and nobody owes anything. */
export function decideTakeBack(order: Order, { note }: { note: string }): Decision<Changed, TakeBackRefusal> {
  const refused = refuseTakeBack(order)
  if (refused) return refused
  if (!note) return refuse('note-missing')
  const fulfilment = orderActs['take-back'].to
  const payment = paymentStatusOf({ ...order, fulfilment })
  const moves = ['take-back', closeMove({ before: order.payment, after: payment })] as const
  return accept({ payment, fulfilment, moves })
}

/**
 * Money that reached the seller's account is written down whatever state the order is in: refusing it would lose it.
 * Too little, too much and too late differ only in the status that the log then gives.
 */
export function decideReceipt(order: Order, amountVnd: number): Decision<Changed<{ amountVnd: Dong }>, ReceiptRefusal> {
  if (!isAmount(amountVnd) || !Number.isSafeInteger(order.receivedVnd + amountVnd)) return refuse('amount-invalid')
  const payment = paymentStatusOf({ ...order, receivedVnd: dong(order.receivedVnd + amountVnd) })
  return accept({ payment, fulfilment: order.fulfilment, moves: [receiptMove({ after: payment })], amountVnd: dong(amountVnd) })
}

/** All the money came after the hold: the seller wants the order as much as the buyer does, so it opens again without being asked. */
export const reopensByItself = (order: Order): boolean => order.fulfilment === 'expired' && keptVnd(order) >= owedVnd(order)

export function refuseRefund(order: Order, recalledVnd: Dong): Refused<{ code: 'nothing-to-refund' }> | null {
  return refundableVnd(order, recalledVnd) === 0 ? refuse('nothing-to-refund') : null
}

export function decideRefund(
  order: Order,
  { amountVnd, recalledVnd }: { amountVnd: number; recalledVnd: Dong },
): Decision<Changed<{ amountVnd: Dong }>, RefundRefusal> {
  if (!isAmount(amountVnd)) return refuse('amount-invalid')
  const nothing = refuseRefund(order, recalledVnd)
  if (nothing) return nothing
  const most = refundableVnd(order, recalledVnd)
  if (amountVnd > most) return refuse('refund-too-large', { refundableVnd: most })
  const payment = paymentStatusOf({ ...order, refundedVnd: dong(order.refundedVnd + amountVnd) })
  const moves = [refundMove({ before: order.payment, after: payment })]
  return accept({ payment, fulfilment: order.fulfilment, moves, amountVnd: dong(amountVnd) })
}

/** Goods of a lot that was recalled since it was held leave the shelf in no case. */
export function refuseHandOver(
  order: Order,
  recalledLots: readonly string[],
): Refused<Exclude<HandOverRefusal, { code: 'short-paid' | 'note-missing' }>> | null {
  return refuseStatus(orderActs['hand-over'], order.fulfilment) ?? refuseGoods(order, recalledLots) ?? refuseUnweighed(order)
}

/** What may be handed over may be packed. */
export function refusePack(order: Order, recalledLots: readonly string[]): Refused<PackRefusal> | null {
  return refuseStatus(orderActs.pack, order.fulfilment) ?? refuseGoods(order, recalledLots) ?? refuseUnweighed(order)
}

/** Nobody knows yet what it costs in the end. */
const refuseUnweighed = (order: Order): Refused<{ code: 'not-weighed' }> | null => (isUnweighed(order) ? refuse('not-weighed') : null)

/** What lies in its parcel is weighed no more: it is taken out first. */
export function refuseWeigh(
  order: Order,
  { recalledLots, packed }: { recalledLots: readonly string[]; packed: boolean },
): Refused<Exclude<WeighRefusal, { code: 'weights-missing' | 'refunded-by-weight' }>> | null {
  const refused = refuseStatus(orderActs.weigh, order.fulfilment) ?? refuseGoods(order, recalledLots)
  if (refused) return refused
  if (order.weight == null) return refuse('not-by-weight')
  return packed ? refuse('packed-already') : null
}

/** The last sum of an order by weight. `beforeVnd`: what an earlier weighing took off. */
export function decideWeigh(
  order: Order,
  facts: {
    lines: readonly SaidLine[]
    typed: Readonly<Record<OrderLineId, readonly number[]>>
    beforeVnd: Dong
    recalledLots: readonly string[]
    packed: boolean
  },
): Decision<Changed<{ weighed: Weighed; changedVnd: number }>, WeighRefusal> {
  const refused = refuseWeigh(order, facts)
  if (refused) return refused
  const weighed = weighLines(facts.lines, facts.typed)
  if (!weighed.ok) return weighed
  const changedVnd = weighed.event.reducedVnd - facts.beforeVnd
  const after = { ...order, returnedVnd: dong((order.returnedVnd ?? 0) + changedVnd) }
  // Somebody was paid back by the first weighing, and would be asked for that money again.
  if (order.refundedVnd > 0 && changedVnd < 0 && owedVnd(after) > keptVnd(order))
    return refuse('refunded-by-weight', { mostVnd: keptVnd(order) })
  const payment = paymentStatusOf(after, order.payment)
  return accept({ payment, fulfilment: order.fulfilment, moves: [], weighed: weighed.event, changedVnd })
}

function refuseGoods(
  order: Order,
  recalledLots: readonly string[],
): Refused<Extract<PackRefusal, { code: 'not-paid' | 'not-confirmed' | 'lot-recalled' }>> | null {
  if (recalledLots.length > 0) return refuse('lot-recalled', { lots: [...recalledLots] })
  if (order.payment === 'to-confirm') return refuse('not-confirmed')
  return isOnHold(order) ? refuse('not-paid') : null
}

/** What is missing of the total while some of it came. */
export const shortfallVnd = (order: Order): Dong => dong(order.payment === 'under' ? owedVnd(order) - keptVnd(order) : 0)

/** A shortfall is handed over only when the seller says so, with a reason: nobody gives goods away by a slip of the thumb. */
export function decideHandOver(
  order: Order,
  facts: { acceptShort: boolean; note: string; recalledLots: string[] },
): Decision<Changed, HandOverRefusal> {
  const refused = refuseHandOver(order, facts.recalledLots)
  if (refused) return refused
  const missingVnd = shortfallVnd(order)
  if (missingVnd > 0 && !facts.acceptShort) return refuse('short-paid', { missingVnd })
  if (missingVnd > 0 && !facts.note) return refuse('note-missing')
  return accept({ payment: order.payment, fulfilment: orderActs['hand-over'].to, moves: ['hand-over'] })
}

/** Goods are allotted to whoever has paid, or is to pay once they are there. */
export function refuseAllot(order: Order): Refused<Exclude<AllotRefusal, { code: 'goods-not-there' }>> | null {
  const closed = refuseStatus(orderActs.allot, order.fulfilment)
  if (closed) return closed
  return isOnHold(order) && !paysLater(order) ? refuse('not-paid') : null
}

/** Goods of an order ahead are there: all of it, or nothing. Whoever pays now has `payHours` from now on. */
export function decideAllot(
  order: Order,
  { enough, now, payHours }: { enough: boolean; now: Date; payHours: number },
): Decision<Changed<{ holdUntil: Date }>, AllotRefusal> {
  const refused = refuseAllot(orderAt(order, now))
  if (refused) return refused
  if (!enough) return refuse('goods-not-there')
  const holdUntil = paysLater(order) && isOnHold(order) ? new Date(now.getTime() + payHours * 3600_000) : order.holdUntil
  return accept({ payment: order.payment, fulfilment: orderActs.allot.to, moves: ['allot'], holdUntil })
}

export function refuseRunShort(order: Order): Refused<Exclude<RunShortRefusal, { code: 'note-missing' }>> | null {
  const closed = refuseStatus(orderActs['run-short'], order.fulfilment)
  if (closed) return closed
  return order.ahead?.shortAt ? refuse('short-told') : null
}

/** There are too few for this order: its buyer waits, or leaves with all money. Said once. */
export function decideRunShort(order: Order, { note, now }: { note: string; now: Date }): Decision<Changed, RunShortRefusal> {
  const refused = refuseRunShort(orderAt(order, now))
  if (refused) return refused
  return note ? accept({ ...stateOf(order), moves: ['run-short'] }) : refuse('note-missing')
}

export type CancellingParty = 'buyer' | 'seller'

/**
 * The buyer may cancel until the goods are packed, also what is paid: the money goes back then. Of goods that are made or grown for the order only until the
 * seller has money; whose goods are late or too few leaves by right, whatever was paid (Bộ luật Dân sự 91/2015/QH13, Điều 424, 427). The seller while the
 * goods are held.
 */
export function refuseCancel(
  order: Order,
  by: CancellingParty,
  today: PlainDate,
): Refused<Exclude<CancelRefusal, { code: 'note-missing' }>> | null {
  const closed = refuseStatus(orderActs.cancel, order.fulfilment)
  if (closed) return closed
  if (by === 'seller') return null
  if (order.packedAt && !mayLeave(order, today)) return refuse('order-packed')
  const hasMoney = !isSaidOfMoney(order.payment) || order.receivedVnd > 0
  return order.ahead && hasMoney && !mayLeave(order, today) ? refuse('money-received') : null
}

/** Its goods did not come by their day, its seller said that there are too few, or they are lighter than was said. */
export const mayLeave = (order: Order, today: PlainDate): boolean => isLateOrShort(order, today) || isLight(order)

const isLateOrShort = ({ fulfilment, ahead }: Order, today: PlainDate): boolean =>
  fulfilment === 'promised' && ahead != null && (ahead.shortAt !== null || isLate(ahead.dueOn, today))

/** A piece of it is lighter than was said, and it has not left yet. */
export const isLight = ({ fulfilment, weight }: Order): boolean => fulfilment === 'held' && weight != null && weight.lightPieces > 0

export function decideCancel(order: Order, facts: { by: CancellingParty; note: string; now: Date }): Decision<Changed, CancelRefusal> {
  const refused = refuseCancel(orderAt(order, facts.now), facts.by, dateInVietnam(facts.now))
  if (refused) return refused
  if (facts.by === 'seller' && !facts.note) return refuse('note-missing')
  const fulfilment = orderActs.cancel.to
  const payment = paymentStatusOf({ ...order, fulfilment })
  const moves = ['cancel', closeMove({ before: order.payment, after: payment })] as const
  return accept({ payment, fulfilment, moves })
}

export function decideExpiry(order: Order, now: Date): Decision<Changed, ExpireRefusal> {
  const closed = refuseStatus(orderActs.expire, order.fulfilment)
  if (closed) return closed
  if (!isOverdue(order, now)) return refuse('not-overdue')
  const fulfilment = orderActs.expire.to
  const payment = paymentStatusOf({ ...order, fulfilment })
  const moves = ['expire', closeMove({ before: order.payment, after: payment })] as const
  return accept({ payment, fulfilment, moves })
}

export function refuseReopening(order: Order): Refused<Exclude<ReopenRefusal, { code: 'sold-out' }>> | null {
  const closed = refuseStatus(orderActs.reopen, order.fulfilment)
  if (closed) return closed
  return order.payment === 'to-settle' ? null : refuse('nothing-received')
}

/** Money came after the goods had gone back to stock: the order stands again if every line can still be held. */
export function decideReopening(order: Order, { soldOut }: { soldOut: SoldOutItem[] }): Decision<Changed, ReopenRefusal> {
  const refused = refuseReopening(order)
  if (refused) return refused
  if (soldOut.length > 0) return refuse('sold-out', { items: soldOut })
  // What was ordered ahead is promised again: its goods are allotted in their turn.
  const fulfilment = order.ahead ? 'promised' : orderActs.reopen.to
  const payment = paymentStatusOf({ ...order, fulfilment })
  return accept({ payment, fulfilment, moves: [reopenMove({ after: payment }), 'reopen'] })
}
