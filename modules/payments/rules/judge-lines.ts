import { codeFinder, matchLines } from '@dacsan/bank-statements'
import type { BankLine, LineState, Order } from '@dacsan/bank-statements'
import type { MatchableOrder } from '../../shop/index.ts'
import { isOnHold } from '../../shop/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import type { NewLine } from './new-line.ts'

/** What a line is for, and whether the seller had written the money down by hand before the bank told of it. */
export type JudgedLine = { state: LineState; orderId: OrderId | null; code: string | null; recordedBefore: boolean }

/** A receipt under the key of a line came from a bank; any other was written by hand. */
export const isReceiptOfBank = ({ requestKey }: { requestKey: string | null }): boolean => requestKey?.startsWith('bln_') === true

/** Of an order whose goods were given up anything that comes, comes late; the hold counts only while nobody has paid. */
function holdOf({ fulfilment, payment, holdUntil }: MatchableOrder): string | null {
  if (fulfilment === 'cancelled' || fulfilment === 'returned') return '1970-01-01'
  if (fulfilment === 'expired' || isOnHold({ payment, fulfilment })) return holdUntil.toISOString()
  return null
}

/**
 * Judges lines of one account of a seller against its orders. `others`: codes of orders of other sellers, whose buyers paid the wrong one.
 * A line that explains a receipt which the seller wrote down by hand is that receipt, and no second payment.
 */
export function judgeLines(
  { own, others }: { own: readonly MatchableOrder[]; others: readonly string[] },
  lines: readonly NewLine[],
  account: string,
): JudgedLine[] {
  const byCode = new Map(own.map((order) => [order.code, order]))
  const codesIn = codeFinder([...own.map(({ code }) => code), ...others])
  const byHand = new Map(
    own.map(({ code, receipts }) => [code, receipts.filter((one) => !isReceiptOfBank(one)).map(({ amountVnd }) => amountVnd as number)]),
  )
  const claimed = new Map<string, number>()
  const explains = lines.map(({ direction, content, amount }) => {
    const [code, ...more] = direction === 'in' ? codesIn(content) : []
    const left = code === undefined || more.length > 0 ? undefined : byHand.get(code)
    const place = left?.indexOf(amount) ?? -1
    if (place < 0) return false
    left!.splice(place, 1)
    claimed.set(code!, (claimed.get(code!) ?? 0) + amount)
    return true
  })
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
  const matched = matchLines(orders, asked)
  if (!matched.ok) throw new Error(`orders or lines that cannot be compared: ${JSON.stringify(matched.refusal)}`)
  const byIndex = new Map(matched.value.map((one) => [Number(one.id), one]))
  return lines.map((_, index) => {
    const { state, code } = byIndex.get(index)!
    return { state, code, orderId: (code === null ? undefined : byCode.get(code)?.id) ?? null, recordedBefore: explains[index]! }
  })
}

/** Lines that nobody has to look at: money in full, in time, for one order. */
export const isBookedByItself = ({ state, recordedBefore }: JudgedLine): boolean => state === 'exact' && !recordedBefore
