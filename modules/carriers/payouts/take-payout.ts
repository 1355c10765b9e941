import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { findCredit, setAsideWithin } from '../../payments/index.ts'
import { lockOrders } from '../../shop/index.ts'
import { codPayoutActs, tiesOfSeller } from '../acts.ts'
import type { TakePayoutInput } from '../inputs.ts'
import { judgePayout } from '../rules/judge-payout.ts'
import type { TakePayoutRefusal } from '../rules/refusals.ts'
import { sayCredit } from '../words/names.ts'
import { moneyToOrder } from './money-to-order.ts'
import {
  insertLines,
  insertSettlements,
  isTaken,
  lockCod,
  lockPayout,
  ordersOfParcels,
  selectDraft,
  selectPaidParcels,
  updateTaken,
} from './payout.store.ts'
import type { StoredPayout } from './payout.store.ts'

export type TakenPayout = { lines: number; settled: number; waiting: number }
type Credit = { bankLineId: TakePayoutInput['bankLineId'] | null; receivedVnd: number; receivedOn: string }

/**
 * Takes a file that was looked at: all of its lines, with the one credit that pays for them. What is exact reaches its order at once; everything else waits
 * for its seller. One transaction: a line is in the books exactly when its money is.
 */
export async function takePayout(ctx: Ctx, input: TakePayoutInput): Promise<Outcome<TakenPayout, TakePayoutRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<TakenPayout, TakePayoutRefusal>> => {
    const payout = await lockPayout(tx, input.payoutId)
    if (!payout) throw new NotFound('No such payout')
    requireAct(ctx.actor, codPayoutActs.take, tiesOfSeller(payout))
    const refused = refuseStatus(codPayoutActs.take, payout.status)
    if (refused) return refused
    await lockCod(tx, payout.producerId)
    if (await isTaken(tx, payout.accountId, payout.digest)) return refuse('payout-known')
    const credit = await creditOf(tx, ctx, payout, input)
    if (!credit.ok) return credit
    const taken = await takeLines(tx, ctx, payout)
    const { bankLineId = null, receivedVnd, receivedOn } = credit.value
    const money = { bankLineId: bankLineId ?? null, receivedVnd, receivedOn, note: input.note }
    await updateTaken(tx, payout.id, { status: codPayoutActs.take.to, ...money, at: ctx.now, byId: actorId(ctx.actor) })
    const detail = { ...taken, netVnd: payout.netVnd, receivedVnd, bankLineId: money.bankLineId }
    await record(tx, ctx, codPayoutActs.take, { subjectId: payout.id, detail })
    return done(taken)
  })
}

/** One credit pays for the whole file. Where its sum differs from that of the file somebody must say why. */
async function creditOf(tx: Tx, ctx: Ctx, payout: StoredPayout, input: TakePayoutInput): Promise<Outcome<Credit, TakePayoutRefusal>> {
  const credit = await namedCredit(tx, ctx, payout, input)
  if (!credit.ok) return credit
  const { receivedVnd, receivedOn, bankLineId } = credit.value
  if (receivedOn > dateInVietnam(ctx.now)) return refuse('received-in-future')
  if (receivedVnd !== payout.netVnd && input.note === '') return refuse('sum-differs', { netVnd: payout.netVnd, receivedVnd })
  if (!bankLineId) return credit
  const aside = await setAsideWithin(tx, ctx, { lineId: bankLineId, note: sayCredit(payout.carrier, payout.lineCount) })
  return aside.ok ? credit : refuse('credit-used')
}

async function namedCredit(tx: Tx, ctx: Ctx, payout: StoredPayout, input: TakePayoutInput): Promise<Outcome<Credit, TakePayoutRefusal>> {
  const { bankLineId, receivedVnd, receivedOn } = input
  if (bankLineId !== undefined) {
    const line = await findCredit(tx, ctx, { producerId: payout.producerId, lineId: bankLineId })
    if (!line) return refuse('credit-missing')
    return line.isOpen ? done({ bankLineId, receivedVnd: line.amountVnd, receivedOn: line.bookedOn }) : refuse('credit-used')
  }
  if (receivedVnd === undefined || receivedOn === undefined) return refuse('credit-missing')
  return done({ bankLineId: null, receivedVnd, receivedOn })
}

async function takeLines(tx: Tx, ctx: Ctx, payout: StoredPayout): Promise<TakenPayout> {
  const rows = await selectDraft(tx, payout.id)
  const parcels = await selectPaidParcels(
    tx,
    payout.accountId,
    rows.map(({ parcelCode }) => parcelCode),
  )
  const judged = judgePayout(rows, parcels).map((row) => ({ ...row, id: ctx.newId('cpl') }))
  await insertLines(tx, { payoutId: payout.id, producerId: payout.producerId }, judged)
  const exact = judged.flatMap(({ id, state, parcelId, codVnd, parcelCode }) =>
    state === 'exact' && parcelId !== null ? [{ lineId: id, parcelId, amountVnd: codVnd, parcelCode }] : [],
  )
  const orders = await ordersOfParcels(
    tx,
    exact.map(({ parcelId }) => parcelId),
  )
  await lockOrders(tx, [...new Set(orders.values())])
  const settled = exact.map((one) => ({ ...one, orderId: orders.get(one.parcelId)!, isFirst: true }))
  for (const one of settled) {
    const told = await moneyToOrder(tx, ctx, one)
    if (!told.ok) throw new Error(`${one.lineId} of ${one.amountVnd} was not booked: ${told.refusal.code}`)
  }
  await insertSettlements(tx, settled, ctx.now)
  const waiting = judged.filter(({ state }) => state !== 'exact' && state !== 'fees').length
  return { lines: judged.length, settled: settled.length, waiting }
}
