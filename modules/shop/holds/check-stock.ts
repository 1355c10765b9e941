import type { ReadDb } from '../../context.ts'
import { paymentStatusOf } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { compare, comparisonNames, selectOrderSums } from './check-stock.store.ts'
import type { ComparisonName, Difference } from './check-stock.store.ts'

export type StockCheckName = ComparisonName | 'money-is-accounted-for'
const stockCheckNames: readonly StockCheckName[] = [...comparisonNames, 'money-is-accounted-for']
export type StockFault = Difference & { check: StockCheckName }
export type StockCheck = { ok: boolean; checked: Record<StockCheckName, number>; faults: StockFault[] }

/** Adds up what is held and the money again from their rows, and compares with what is written beside them. */
export async function checkStock(
  db: ReadDb,
  { batch = 5000, names = stockCheckNames }: { batch?: number; names?: readonly StockCheckName[] } = {},
): Promise<StockCheck> {
  const checked = {} as Record<StockCheckName, number>
  const faults: StockFault[] = []
  const found = (check: StockCheckName, count: number, differences: readonly Difference[]) => {
    checked[check] = count
    faults.push(...differences.map((difference) => ({ ...difference, check })))
  }
  for (const name of comparisonNames.filter((one) => names.includes(one))) {
    const { checked: count, differences } = await compare(db, name)
    found(name, count, differences)
  }
  if (names.includes('money-is-accounted-for')) {
    const money = await checkMoney(db, batch)
    found('money-is-accounted-for', money.checked, money.differences)
  }
  return { ok: faults.length === 0, checked, faults }
}

/** I3: every order expects exactly its total, and its payment status is what the log of money says. In batches, so that memory stays flat. */
async function checkMoney(db: ReadDb, limit: number): Promise<{ checked: number; differences: Difference[] }> {
  const differences: Difference[] = []
  let checked = 0
  for (let after: OrderId = 'ord_'; ;) {
    const orders = await selectOrderSums(db, { after, limit })
    for (const order of orders) {
      const found = `${order.totalVnd} ${order.payment}`
      const expected = `${order.expectedVnd} ${paymentStatusOf(order, order.payment)}`
      if (found !== expected) differences.push({ subject: order.id, found, expected })
    }
    checked += orders.length
    if (orders.length < limit) return { checked, differences }
    after = orders.at(-1)!.id
  }
}
