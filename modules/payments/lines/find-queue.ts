import { NotFound } from '@dacsan/decisions'
import { readCode } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { selectOrderOfMoney, selectOrdersForAmount, selectOrdersToRefund } from '../../shop/index.ts'
import { selectAccounts } from '../account.store.ts'
import { bankLineActs, tiesOfSeller } from '../acts.ts'
import { ownSeller } from '../policy.ts'
import { selectUnseenRefunds } from '../refunds/refund.store.ts'
import { isClosed } from '../../shop/rules.ts'
import type { BillId } from '../../shop/rules.ts'
import { missingAfter, offersOf, offersOfBill, refuseBillBooking, refuseBooking } from '../rules/answering.ts'
import type { BookingAct } from '../rules/answering.ts'
import type { BankLineId } from '../rules/ids.ts'
import { openOfBill } from './answer-bill.ts'
import { statusOfLine } from './begin-answer.ts'
import { selectLine, selectOpenLines } from './line.store.ts'
import type { StoredLine } from './line.store.ts'

/** More would not be answered at one sitting. */
const mostShown = 50
const suggestions = 6
/** So long before a transfer an order may have been placed that it pays for. */
const suggestedDays = 60

type Reader = Pick<Ctx, 'db' | 'actor'>

/** A line with what its seller is offered: the first of the answers is the one tap. */
async function offered(ctx: Reader, line: StoredLine) {
  if (line.billId) return offeredOfBill(ctx, line, line.billId)
  const order = line.orderId ? await selectOrderOfMoney(ctx.db, line.producerId, line.orderId) : undefined
  const may = (act: BookingAct) => order !== undefined && refuseBooking(act, order, line.amountVnd) === null
  const acts = line.direction === 'out' || line.state === 'outgoing' || line.state === 'exact' ? [] : offersOf[line.state]
  const offers = acts.filter(may)
  return { ...line, offers, missingVnd: order ? Math.max(0, missingAfter(order, 0)) : null, buyerName: order?.buyerName ?? null }
}

async function offeredOfBill(ctx: Reader, line: StoredLine, billId: BillId) {
  const { openVnd } = await openOfBill(ctx.db, line, billId)
  const sums = { openVnd, amountVnd: line.amountVnd, sharedVnd: line.sharedVnd }
  const offers = (offersOfBill[line.state] ?? []).filter((act) => refuseBillBooking(act, sums) === null)
  return { ...line, offers, missingVnd: openVnd, buyerName: null }
}

/** Everything about money that waits for a seller: lines that nobody could place, and money that is to go back. */
export async function findQueue(ctx: Reader) {
  const { producerId } = await ownSeller(ctx)
  const [lines, toRefund] = await Promise.all([
    selectOpenLines(ctx.db, producerId, mostShown + 1),
    selectOrdersToRefund(ctx.db, producerId),
  ])
  return {
    lines: await Promise.all(lines.slice(0, mostShown).map((line) => offered(ctx, line))),
    more: lines.length > mostShown,
    toRefund: toRefund.map(({ id, code, buyerName, keptVnd, totalVnd, fulfilment }) => ({
      id,
      code,
      buyerName,
      owedVnd: isClosed({ fulfilment }) ? keptVnd : Math.max(0, keptVnd - totalVnd),
    })),
  }
}

/** One line with all that may be done about it: orders that it may be for, by amount and time or by a code that is looked for. */
export async function findLine(ctx: Reader, id: BankLineId, { code }: { code: string }) {
  const line = await selectLine(ctx.db, id)
  if (!line) throw new NotFound('No such line')
  requireAct(ctx.actor, bankLineActs.book, tiesOfSeller(line))
  const open = statusOfLine(line) === 'open'
  const wanted = readCode(code).replaceAll(/[\s-]/g, '').toUpperCase().slice(0, 10)
  const end = new Date(`${line.bookedOn}T23:59:59+07:00`)
  const asked = { amountVnd: line.amountVnd, before: end, since: new Date(end.getTime() - suggestedDays * 86_400_000), most: suggestions }
  const [account, orders, refunds, shown] = await Promise.all([
    selectAccounts(ctx.db, line.producerId).then((all) => all.find((one) => one.id === line.accountId)),
    open && line.direction === 'in' ? selectOrdersForAmount(ctx.db, line.producerId, { ...asked, ...(wanted && { code: wanted }) }) : [],
    open && line.direction === 'out' ? selectUnseenRefunds(ctx.db, line.producerId) : [],
    offered(ctx, line),
  ])
  return {
    line: {
      ...shown,
      isOpen: open,
      isIncoming: line.direction === 'in',
      hasOrder: line.orderId !== null || line.billId !== null,
      isShared: line.sharedVnd > 0,
    },
    account: account ? `…${account.number.slice(-4)}` : '',
    orders: orders.map(({ id: orderId, code: orderCode, buyerName, totalVnd, keptVnd, createdAt }) => ({
      id: orderId,
      code: orderCode,
      buyerName,
      missingVnd: Math.max(0, totalVnd - keptVnd),
      createdAt,
    })),
    refunds: refunds
      .filter(({ amountVnd }) => amountVnd === line.amountVnd)
      .map(({ id: refundId, sentOn, orderId }) => ({ id: refundId, sentOn, orderId })),
    wanted,
  }
}
