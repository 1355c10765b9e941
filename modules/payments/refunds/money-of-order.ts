import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { orderOwner } from '../../shop/index.ts'
import { orderActs, tiesOfGoods } from '../../shop/rules.ts'
import type { OrderId } from '../../shop/rules.ts'
import { selectLinesOfOrder } from '../lines/line.store.ts'
import { ledgerOf } from '../rules/ledger.ts'
import type { LedgerOrder } from '../rules/ledger.ts'
import { selectRefundsOfOrder } from './refund.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** The money of an order for its seller: the sums, the lines of the bank behind them, and what went back with its proof. */
export async function moneyOfOrder(ctx: Reader, orderId: OrderId, order: LedgerOrder) {
  requireAct(ctx.actor, orderActs['refund-payment'], tiesOfGoods(await orderOwner(ctx.db, orderId)))
  const [lines, refunds] = await Promise.all([selectLinesOfOrder(ctx.db, orderId), selectRefundsOfOrder(ctx.db, orderId)])
  return { ledger: ledgerOf(order), lines, refunds }
}
