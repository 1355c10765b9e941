import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { AccountOfOrder } from '../../shop/rules.ts'
import { ledgerOf } from './ledger.ts'

/** The columns of a statement, each of which adds up over its rows. */
export const statementSums = [
  'openingVnd',
  'goodsVnd',
  'deliveryVnd',
  'discountVnd',
  'givenUpVnd',
  'receivedVnd',
  'refundedVnd',
  'closingVnd',
  'revenueVnd',
] as const
export type StatementSums = Record<(typeof statementSums)[number], number>

/**
 * An order in a period. What buyers owed when it began, and what they ordered, less what was given up or came back and what was paid, is what they owe at its end; a sum below
 * nothing is owed to them.
 */
export type StatementRow = StatementSums & { id: AccountOfOrder['id']; code: string; placedAt: Date }

/**
 * `opening + goods + delivery − discount − given up − received + refunded = closing`, for every row and so for the sums.
 *
 * @example rowOf(account, period).closingVnd // 0
 */
export function rowOf(account: AccountOfOrder, { from }: { from: Date }): StatementRow {
  const { id, code, placedAt, totalVnd, receivedBeforeVnd, refundedBeforeVnd, receivedVnd, refundedVnd, returnedBeforeVnd } = account
  const isNew = placedAt.getTime() >= from.getTime()
  const opening = isNew
    ? 0
    : owedOf({
        totalVnd,
        receivedVnd: receivedBeforeVnd,
        refundedVnd: refundedBeforeVnd,
        returnedVnd: returnedBeforeVnd,
        closed: account.closedBefore,
      })
  const [received, refunded] = [receivedBeforeVnd + receivedVnd, refundedBeforeVnd + refundedVnd]
  const returned = returnedBeforeVnd + account.returnedVnd
  const closing = owedOf({ totalVnd, receivedVnd: received, refundedVnd: refunded, returnedVnd: returned, closed: account.closedAfter })
  const dueBefore = isNew ? totalVnd : account.closedBefore ? 0 : totalVnd - returnedBeforeVnd
  const dueAfter = account.closedAfter ? 0 : totalVnd - returned
  return {
    id,
    code,
    placedAt,
    openingVnd: opening,
    goodsVnd: isNew ? account.goodsVnd : 0,
    deliveryVnd: isNew ? account.deliveryVnd : 0,
    discountVnd: isNew ? account.goodsVnd + account.deliveryVnd - totalVnd : 0,
    givenUpVnd: dueBefore - dueAfter,
    receivedVnd,
    refundedVnd,
    closingVnd: closing,
    revenueVnd: revenueOf(account),
  }
}

/**
 * What was sold in the period: what an order came to when it was handed over, by its real weight and without what was taken out before. Goods that came back later were not sold after all, in the
 * period in which they did.
 */
function revenueOf({ handedOver, handedOverBefore, totalVnd, returnedBeforeVnd, returnedVnd }: AccountOfOrder): number {
  if (handedOverBefore) return (handedOver ? totalVnd : 0) - returnedVnd
  return handedOver ? totalVnd - returnedBeforeVnd - returnedVnd : 0
}

/** What the buyer of an order owes; below nothing, what the seller owes. */
function owedOf(order: Parameters<typeof ledgerOf>[0]): number {
  const { underVnd, overVnd, lateVnd } = ledgerOf(order)
  return underVnd - overVnd - lateVnd
}

export function sumRows(rows: readonly StatementSums[]): StatementSums {
  const sum = (name: keyof StatementSums) => rows.reduce((so, row) => so + row[name], 0)
  return Object.fromEntries(statementSums.map((name) => [name, sum(name)])) as StatementSums
}

/** What a seller re-adds by hand. */
export const carriesOver = (sums: StatementSums): boolean =>
  sums.openingVnd + sums.goodsVnd + sums.deliveryVnd - sums.discountVnd - sums.givenUpVnd - sums.receivedVnd + sums.refundedVnd ===
  sums.closingVnd

/** What is still to come, and what is still to go back: a surplus of one order pays for no other. */
export function openOf(rows: readonly StatementRow[]): { toReceiveVnd: Dong; toGiveBackVnd: Dong } {
  const closing = rows.map((row) => row.closingVnd)
  return {
    toReceiveVnd: dong(closing.reduce((sum, owed) => sum + Math.max(0, owed), 0)),
    toGiveBackVnd: dong(closing.reduce((sum, owed) => sum + Math.max(0, -owed), 0)),
  }
}

/** A rate on revenue as whole đồng. The rate has at most two decimals. */
export const shareOf = (revenueVnd: number, percent: number): Dong => dong(Math.round((revenueVnd * Math.round(percent * 100)) / 10_000))
