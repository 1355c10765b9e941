import { codeFinder, matchLines } from '@dacsan/bank-statements'
import type { BankLine, Bundle, LineState, Order } from '@dacsan/bank-statements'
import type { MatchableBill, MatchableOrder } from '../../shop/index.ts'
import { isOnHold } from '../../shop/rules.ts'
import type { BillId, OrderId } from '../../shop/rules.ts'
import type { NewLine } from './new-line.ts'

/** What a line is for, and whether the seller had written the money down by hand before the bank told of it. */
export type JudgedLine = {
  state: LineState
  orderId: OrderId | null
  code: string | null
  recordedBefore: boolean
  /** The bill of a month that the content names, and which of its orders the money is for, the oldest first. */
  bill?: { id: BillId; parts: readonly LinePart[] }
}
export type LinePart = { orderId: OrderId; orderCode: string; amountVnd: number }

/** A receipt under the key of a line came from a bank, one under that of a bill was carried over from another order; any other was written by hand. */
export const isReceiptOfBank = ({ requestKey }: { requestKey: string | null }): boolean =>
  requestKey?.startsWith('bln_') === true || requestKey?.startsWith('bil_') === true

/** Of an order whose goods were given up anything that comes, comes late; the hold counts only while nobody has paid. */
function holdOf({ fulfilment, payment, holdUntil }: MatchableOrder): string | null {
  if (fulfilment === 'cancelled' || fulfilment === 'returned') return '1970-01-01'
  if (fulfilment === 'expired' || isOnHold({ payment, fulfilment })) return holdUntil.toISOString()
  return null
}

/** What is owed of a bill: orders on account that stand. What was given up, or let go, is owed by nobody. */
const isOwed = ({ payment }: Pick<MatchableOrder, 'payment'>): boolean => payment === 'on-account'

/**
 * Judges lines of one account of a seller against its orders, and the bills of several of them. `others`: codes of orders of other sellers, whose buyers paid the wrong one.
 * A line that explains a receipt which the seller wrote down by hand is that receipt, and no second payment.
 */
export function judgeLines(
  { own, others, bills = [] }: { own: readonly MatchableOrder[]; others: readonly string[]; bills?: readonly MatchableBill[] },
  lines: readonly NewLine[],
  account: string,
): JudgedLine[] {
  const byCode = new Map(own.map((order) => [order.code, order]))
  const billByCode = new Map(bills.map((bill) => [bill.code, bill]))
  const codesIn = codeFinder([...own.map(({ code }) => code), ...billByCode.keys(), ...others])
  const byHand = new Map(
    own.map(({ code, receipts }) => [code, receipts.filter((one) => !isReceiptOfBank(one)).map(({ amountVnd }) => amountVnd as number)]),
  )
  const claimed = new Map<string, number>()
  const explains = lines.map(({ direction, content, amount }) => {
    const [code, ...more] = direction === 'in' ? codesIn(content) : []
    const bill = code === undefined || more.length > 0 ? undefined : billByCode.get(code)
    if (bill) return explainsBill(bill, amount)
    const left = code === undefined || more.length > 0 ? undefined : byHand.get(code)
    const place = left?.indexOf(amount) ?? -1
    if (place < 0) return false
    left!.splice(place, 1)
    claimed.set(code!, (claimed.get(code!) ?? 0) + amount)
    return true
  })
  // A bill that was written down by hand order by order is that one transfer, where the sums are the same.
  function explainsBill({ orders: members }: MatchableBill, amount: number): boolean {
    const written = members.map(({ code }) => ({ code, sum: (byHand.get(code) ?? []).reduce((sum, one) => sum + one, 0) }))
    if (written.reduce((sum, one) => sum + one.sum, 0) !== amount) return false
    for (const { code, sum } of written) {
      byHand.set(code, [])
      claimed.set(code, (claimed.get(code) ?? 0) + sum)
    }
    return true
  }
  const bundles = bills.map(({ code, account: told, orders: members }): Bundle => ({
    code,
    account: told,
    of: members.flatMap((one) => {
      const order = byCode.get(one.code)
      return order && (isOwed(order) || claimed.has(one.code)) ? [one.code] : []
    }),
  }))
  const orders: Order[] = [
    ...own.map((order) => ({
      code: order.code,
      amount: order.totalVnd,
      account: order.account,
      holdUntil: holdOf(order),
      received: order.keptVnd - (claimed.get(order.code) ?? 0),
    })),
    ...others.map((code) => ({ code, amount: 1, account: '', holdUntil: null, received: 0 })),
  ]
  const asked: BankLine[] = lines.map((line, index) => ({ ...line, id: String(index), account }))
  const matched = matchLines(orders, asked, bundles)
  if (!matched.ok) throw new Error(`orders or lines that cannot be compared: ${JSON.stringify(matched.refusal)}`)
  const byIndex = new Map(matched.value.map((one) => [Number(one.id), one]))
  return lines.map((_, index) => {
    const { state, code, parts = [] } = byIndex.get(index)!
    const bill = code === null ? undefined : billByCode.get(code)
    const judged = { state, code, orderId: (code === null ? undefined : byCode.get(code)?.id) ?? null, recordedBefore: explains[index]! }
    if (!bill) return judged
    const shared = parts.map((part) => ({ orderId: byCode.get(part.code)!.id, orderCode: part.code, amountVnd: part.amount }))
    return { ...judged, bill: { id: bill.id, parts: shared } }
  })
}

/** Lines that nobody has to look at: money in full, in time, for one order. */
export const isBookedByItself = ({ state, recordedBefore }: JudgedLine): boolean => state === 'exact' && !recordedBefore

/**
 * What of a line is put to the orders of a bill at once: all of it where the bill takes all of it. Who pays a part of a bill has been told that the oldest orders
 * are paid first; the line still waits, so that the seller sees that something is missing.
 */
export const partsBooked = ({ state, recordedBefore, bill }: JudgedLine): readonly LinePart[] =>
  bill && !recordedBefore && (state === 'exact' || state === 'under') ? bill.parts : []
