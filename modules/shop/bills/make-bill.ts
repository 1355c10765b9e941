import { randomBytes } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam, dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { lockBuyer, selectAgreementsOf } from '../agreements/agreement.store.ts'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { MakeBillInput } from '../inputs.ts'
import { bookReceipt, bookRefund } from '../orders/confirm-payment.ts'
import { lockOrders } from '../orders/match-orders.store.ts'
import { freeCodes } from '../orders/order-codes.ts'
import { sellerSnapshots } from '../orders/seller-snapshots.ts'
import { agreementOn, billActs, tiesOfGoods } from '../rules.ts'
import { carryOver, refuseBillDay } from '../rules/bill.ts'
import type { MakeBillRefusal } from '../rules/refusals.ts'
import type { AgreedBuyerId, BillId } from '../rules/ids.ts'
import { carriedOverNote } from '../words/bills.ts'
import { insertBill, selectBillByKey, selectLastBill, selectSurpluses, selectUnbilled } from './bill.store.ts'
import type { OrderToBill } from './bill.store.ts'

/** Midnight in Việt Nam after a day. */
export const endOf = (day: PlainDate): Date => new Date(`${addDays(day, 1)}T00:00:00+07:00`)

/**
 * The bill of what a buyer ordered on account up to a day, with a code of its own. Money of earlier orders that is to go back is carried over to its orders first.
 * What stands on it changes no more; the same form sent again is the same bill.
 */
export async function makeBill(
  ctx: Ctx,
  { buyerId, upTo: untilOn, requestKey }: MakeBillInput,
): Promise<Outcome<{ billId: BillId }, MakeBillRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const buyer = await lockBuyer(tx, buyerId)
    if (!buyer) throw new NotFound('No such buyer', { buyerId })
    requireAct(ctx.actor, billActs.make, tiesOfGoods(buyer))
    const known = await selectBillByKey(tx, requestKey)
    if (known?.buyerId === buyerId) return done({ billId: known.id })
    const today = dateInVietnam(ctx.now)
    const last = await selectLastBill(tx, buyerId)
    const refused = refuseBillDay(untilOn, { today, after: last?.untilOn ?? null })
    if (refused) return refused
    const account = (await sellerSnapshots(tx, [buyer.producerId])).get(buyer.producerId)
    if (!account) return refuse('account-missing')
    const { before, surpluses } = await lockMoney(tx, buyerId, untilOn)
    const [first] = before
    if (!first) return refuse('nothing-to-bill')

    const billId = ctx.newId('bil')
    const [code] = (await freeCodes(tx, 1)) as [string]
    const credits = carryOver(
      surpluses.map((one) => ({ id: one.id, overVnd: surplusOf(one) })),
      before.map(({ id, owedVnd, keptVnd }) => ({ id, openVnd: owedVnd - keptVnd })),
    )
    for (const { from, to, amountVnd } of credits) {
      const booking = { amountVnd, reference: code, note: carriedOverNote(code) }
      mustBook(await bookRefund(tx, ctx, { ...booking, orderId: from, requestKey: `${billId}-${from}-${to}` }))
      mustBook(await bookReceipt(tx, ctx, { ...booking, orderId: to, requestKey: `${billId}-${to}-${from}` }))
    }
    const creditOf = (order: OrderToBill) => credits.reduce((sum, { to, amountVnd }) => sum + (to === order.id ? amountVnd : 0), 0)
    const orders = before.map((order) => {
      const creditVnd = creditOf(order)
      return { order: { ...order, keptVnd: order.keptVnd + creditVnd }, creditVnd }
    })
    const creditVnd = dong(credits.reduce((sum, { amountVnd }) => sum + amountVnd, 0))
    const ordersVnd = dong(before.reduce((sum, { owedVnd, keptVnd }) => sum + owedVnd - keptVnd, 0))
    await insertBill(tx, {
      id: billId,
      buyerId,
      producerId: buyer.producerId,
      number: (last?.number ?? 0) + 1,
      code,
      linkSecret: randomBytes(24).toString('base64url'),
      fromOn: fromOf(last?.untilOn ?? null, first),
      untilOn,
      dueOn: addDays(today, await dueDaysOf(tx, buyerId, today)),
      ordersVnd,
      creditVnd,
      totalVnd: dong(ordersVnd - creditVnd),
      madeAt: ctx.now,
      byName: actorName(ctx.actor),
      byId: actorId(ctx.actor)!,
      requestKey,
      account,
      orders,
      credits,
    })
    const payload = { billId, buyerId, producerId: buyer.producerId }
    await record(tx, ctx, billActs.make, { subjectId: billId, payload, detail: { ...payload, code, untilOn, ordersVnd, creditVnd } })
    return done({ billId })
  })
}

/** What a bill would take, with its orders and those whose money is to go back held until the end of the transaction, and read again then. */
async function lockMoney(tx: Tx, buyerId: AgreedBuyerId, untilOn: PlainDate) {
  const read = async () => ({
    before: (await selectUnbilled(tx, buyerId, endOf(untilOn))).filter(isOpen),
    surpluses: await selectSurpluses(tx, buyerId),
  })
  const seen = await read()
  await lockOrders(
    tx,
    [...seen.before, ...seen.surpluses].map(({ id }) => id),
  )
  const now = await read()
  const locked = (orders: readonly OrderToBill[], before: readonly OrderToBill[]) =>
    orders.filter(({ id }) => before.some((one) => one.id === id))
  return { before: locked(now.before, seen.before), surpluses: locked(now.surpluses, seen.surpluses) }
}

const isOpen = ({ owedVnd, keptVnd, fulfilment }: OrderToBill) => owedVnd > keptVnd && fulfilment !== 'promised'
const surplusOf = ({ owedVnd, keptVnd, payment }: OrderToBill) => (payment === 'to-settle' ? keptVnd : Math.max(0, keptVnd - owedVnd))

/** From the day after the bill before, or from the first order; an order that was left out of an earlier one may be older. */
function fromOf(after: PlainDate | null, { placedAt }: OrderToBill): PlainDate {
  const placed = dateInVietnam(placedAt)
  const next = after === null ? placed : addDays(after, 1)
  return placed < next ? placed : next
}

/** What was agreed for today, else in the last list that let the buyer owe. */
async function dueDaysOf(db: ReadDb, buyerId: AgreedBuyerId, today: PlainDate): Promise<number> {
  const agreements = await selectAgreementsOf(db, buyerId)
  const credit = agreementOn(agreements, today)?.credit ?? agreements.find((one) => one.credit !== null)?.credit
  return credit?.dueDays ?? 0
}

function mustBook(outcome: Outcome<unknown, { code: string }>): void {
  if (!outcome.ok) throw new Error(`money that is to go back was not carried over: ${outcome.refusal.code}`)
}
