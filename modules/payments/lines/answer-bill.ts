import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { lockOrders, selectMatchableBill, selectOrdersByCodes } from '../../shop/index.ts'
import { oldestFirst } from '../../shop/rules.ts'
import type { BillId } from '../../shop/rules.ts'
import { bankLineActs } from '../acts.ts'
import { refuseBillBooking } from '../rules/answering.ts'
import type { BookingAct } from '../rules/answering.ts'
import type { BookRefusal } from '../rules/refusals.ts'
import type { Answer } from '../rules/kinds.ts'
import { bookParts } from './book-parts.ts'
import { insertAnswers } from './line.store.ts'
import type { StoredLine } from './line.store.ts'

/** The orders of a bill with what each still owes, the oldest first; held where `tx` is to write. */
export async function openOfBill(db: Tx | Ctx['db'], line: Pick<StoredLine, 'producerId'>, billId: BillId) {
  const bill = await selectMatchableBill(db, line.producerId, billId)
  if (!bill) throw new NotFound('No such bill', { billId })
  const { own } = await selectOrdersByCodes(
    db,
    line.producerId,
    bill.orders.map(({ code }) => code),
  )
  const orders = bill.orders.map(({ id, code }) => {
    const order = own.find((one) => one.id === id)!
    return { id, code, openVnd: order.payment === 'on-account' ? Math.max(0, order.totalVnd - order.keptVnd) : 0 }
  })
  return { bill, orders, openVnd: orders.reduce((sum, one) => sum + one.openVnd, 0) }
}

/**
 * The answer of a seller to a line of a bill: what is not in the books yet is put to its orders, the oldest first; what the bill does not take, to its newest
 * order, from which it goes back or comes off the next bill.
 */
export async function answerBillLine(
  tx: Tx,
  ctx: Ctx,
  act: BookingAct,
  { line, billId, note, answer }: { line: StoredLine; billId: BillId; note: string; answer: Answer },
): Promise<Outcome<null, BookRefusal>> {
  const seen = await openOfBill(tx, line, billId)
  await lockOrders(
    tx,
    seen.orders.map(({ id }) => id),
  )
  const { bill, orders, openVnd } = await openOfBill(tx, line, billId)
  const refused = refuseBillBooking(act, { openVnd, amountVnd: line.amountVnd, sharedVnd: line.sharedVnd })
  if (refused) return refused
  const last = orders.at(-1)
  if (!last) return refuse('order-missing')
  const { parts, leftVnd } = oldestFirst(orders, line.amountVnd - line.sharedVnd)
  const sums = new Map(parts.map(({ id, amountVnd }) => [id, amountVnd as number]))
  if (leftVnd > 0) sums.set(last.id, (sums.get(last.id) ?? 0) + leftVnd)
  const shared = orders.flatMap(({ id, code }) => {
    const amountVnd = sums.get(id)
    return amountVnd === undefined ? [] : [{ orderId: id, orderCode: code, amountVnd }]
  })
  await bookParts(tx, ctx, line.id, { reference: line.reference, parts: shared })
  const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  await insertAnswers(tx, [{ lineId: line.id, answer, order: null, bill: { id: bill.id, code: bill.code }, note, ...by }])
  const { id: lineId, producerId, amountVnd } = line
  const after = openVnd - (line.amountVnd - line.sharedVnd)
  const payload = { lineId, producerId, orderId: last.id, billId, amountVnd, openVnd: Math.abs(after) }
  if (act === 'book') await record(tx, ctx, bankLineActs.book, { subjectId: lineId, detail: { billId, amountVnd } })
  else await record(tx, ctx, bankLineActs[act], { subjectId: lineId, payload })
  return done(null)
}
