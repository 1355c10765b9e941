import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { buildVietQr } from '@dacsan/vietqr'
import type { Ctx, ReadDb } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import type { Ties } from '../../identity/index.ts'
import {
  fateWhileSuspended,
  isClosed,
  isLate,
  isLight,
  isOnHold,
  isStanding,
  isUnweighed,
  keptVnd,
  leftToPayVnd,
  mayLeave,
  mayOfOrder,
  nextStepOf,
  orderAt,
  owedVnd,
  paysLater,
  recallOutlookOf,
  recalledVndOf,
  refundableVnd,
  shortfallVnd,
} from '../rules.ts'
import type { CancellingParty, Order } from '../rules.ts'
import { selectInvoice } from './invoice.store.ts'
import { selectParcel } from './parcel.ts'
import { selectEdits } from './order-change.store.ts'
import { selectLinesWithLots, selectMoves, selectPayments } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { selectSuspended } from '../sellers/suspension.store.ts'
import { openSnapshot } from './snapshot.store.ts'
import type { OrderSnapshot } from './snapshot.ts'

/** What the buyer's bank application needs; the amount is what is still to pay. */
export type TransferRequest = {
  /** Text of the VietQR. It pays, and only pays: a trace label never carries it. */
  payload: string
  bankName: string
  bankAccount: string
  accountName: string
  amountVnd: Dong
  content: string
}

/** Who looks at an order: by which ties, and on which side of the sale. */
type Reader = Pick<Ctx, 'actor' | 'now'> & { ties: Ties; as: CancellingParty }

/** One order with everything on its page. An overdue hold shows as expired although the clock's job has not come by yet. */
export async function viewOrder(db: ReadDb, known: KnownOrder, { actor, now, ties, as }: Reader) {
  const order = orderAt(known, now)
  const today = dateInVietnam(now)
  const [snapshot, lines, payments, moves, invoice, edits, parcel, suspended] = await Promise.all([
    openSnapshot(db, order.id, order.snapshot),
    selectLinesWithLots(db, order),
    selectPayments(db, order.id),
    selectMoves(db, order.id),
    selectInvoice(db, order),
    selectEdits(db, [order.id]),
    selectParcel(db, order),
    selectSuspended(db, order.producerId, now),
  ])
  const fate = suspended && fateWhileSuspended(order)
  const payNothing = fate === 'do-not-pay'
  const recalledLots = [...new Set(lines.flatMap(({ lots }) => lots.filter(({ recalled }) => recalled).map(({ number }) => number)))]
  const recalledVnd = recalledVndOf(lines, order.deliveryVnd)
  const reducedVnd = lines.reduce((sum, line) => sum + line.reducedVnd, 0)
  return {
    id: order.id,
    code: order.code,
    payment: order.payment,
    way: order.way,
    fulfilment: order.fulfilment,
    totalVnd: order.totalVnd,
    returnedVnd: dong(order.returnedVnd - reducedVnd),
    /** What was said before it was weighed, and what it comes to in the end; null: nothing of it is sold by weight. */
    weight: order.weight && {
      weighedAt: order.weight.weighedAt,
      saidVnd: order.totalVnd,
      reducedVnd,
      light: order.weight.lightPieces > 0,
      mayRefuse: isLight(order),
    },
    /** What it comes to: as it was agreed, or by its real weight. */
    sumVnd: dong(order.totalVnd - reducedVnd),
    delivery: order.delivery,
    /** What was taken off its goods, and by which code. */
    voucher: snapshot.voucher ? { ...snapshot.voucher, discountVnd: dong(snapshot.voucher.discountVnd - discountReduced(lines)) } : null,
    receivedVnd: order.receivedVnd,
    refundedVnd: order.refundedVnd,
    keptVnd: keptVnd(order),
    holdUntil: order.holdUntil,
    createdAt: order.createdAt,
    /** Who bought, as the purchase says. */
    buyer: { name: order.buyerName, phone: order.buyerPhone, address: order.buyerAddress },
    receiver: order.receiver,
    /** To whom the seller is to write its invoice; null where nobody asked for one. */
    invoice,
    snapshot,
    /** Under which versions it was placed; none for orders of before. */
    policies: order.policies,
    lines: lines.map((line) => ({ ...line, sumVnd: line.weighed?.sumVnd ?? line.lineTotalVnd })),
    payments: payments.filter(({ kind }) => kind !== 'expected'),
    moves,
    /** What its buyer changed since, without what it was changed to. */
    edits,
    /** Its seller is stopped: by whom, since when, and what becomes of this order; null: it is not. */
    suspended: suspended && fate && { ...suspended, fate, payNothing },
    /** The orders that go in one parcel with it; null where it goes by itself. */
    parcel,
    transfer: recalledLots.length > 0 || payNothing ? null : transferOf(order, snapshot),
    /** Who has to do what now; a recall says it itself, and so does a seller who is stopped. */
    next: recalledLots.length > 0 || payNothing ? null : nextStepOf(order, { packed: order.packedAt !== null, later: paysLater(order) }),
    may: mayOfOrder(order, grantsOf(actor, ties), { as, today, recalledLots, recalledVnd, packed: order.packedAt !== null }),
    facts: factsOf(order, today, recalledLots, recalledVnd),
  }
}
/** A lighter line has a smaller share of the voucher. */
const discountReduced = (lines: readonly { weighed: { sumVnd: Dong } | null; lineTotalVnd: Dong; reducedVnd: Dong }[]): number =>
  lines.reduce((sum, { weighed, lineTotalVnd, reducedVnd }) => sum + (weighed ? lineTotalVnd - weighed.sumVnd - reducedVnd : 0), 0)

export type OrderView = Awaited<ReturnType<typeof viewOrder>>

/** What the pages show and hide by, beside `may`. */
function factsOf(
  order: Order & Pick<KnownOrder, 'snapshot' | 'source' | 'way' | 'ahead'>,
  today: PlainDate,
  recalledLots: readonly string[],
  recalledVnd: Dong,
) {
  return {
    /** The goods are held only until `holdUntil`; recalled ones wait for nobody’s money. */
    onHold: isOnHold(order) && !paysLater(order) && recalledLots.length === 0,
    transferReported: order.payment === 'reported',
    /** It is paid when its goods arrive; the seller has not said yet that it brings them so, or the cash is due. */
    paysCash: order.way === 'cod',
    /** It is paid with the bill of the month, up to what was agreed. */
    onAccount: order.way === 'account',
    cashAsked: order.payment === 'to-confirm',
    cashDue: order.payment === 'cash-due',
    /** What is still to be paid at the door. */
    cashLeftVnd: order.way === 'cod' && !isClosed(order) && recalledLots.length === 0 ? leftToPayVnd(order) : dong(0),
    paidInFull: order.payment === 'paid',
    /** It is sold by its real weight, and not on the scale yet: what it comes to is at most its total. */
    unweighed: isUnweighed(order),
    held: order.fulfilment === 'held',
    /** Its goods have not left, and the order may still be given up. */
    standing: isStanding(order),
    /** Its goods do not exist yet: by when they do, when it is paid, and whether its buyer may leave with all money. */
    ahead:
      order.ahead === null
        ? null
        : {
            dueOn: order.ahead.dueOn,
            waits: order.fulfilment === 'promised',
            paysLater: paysLater(order),
            late: order.fulfilment === 'promised' && isLate(order.ahead.dueOn, today),
            short: order.fulfilment === 'promised' && order.ahead.shortAt !== null,
            mayLeave: mayLeave(order, today),
          },
    /** Its seller heard it on the telephone and typed it. */
    takenBySeller: order.source === 'seller',
    /** What bringing the goods costs is part of the order. */
    deliveryTold: order.snapshot.delivery !== undefined && order.snapshot.delivery.way !== 'agreed',
    handedOver: order.fulfilment === 'handed-over',
    /** The goods were given up: whatever came is to go back, or holds them again. */
    closed: isClosed(order),
    /** What a recall means for whoever ordered; null where nothing of it was recalled. */
    recall: recalledLots.length > 0 ? recallOutlookOf(order) : null,
    missingVnd: leftToPayVnd(order),
    /** By how much less than its total it is owed, and what that leaves. */
    reducedVnd: order.returnedVnd,
    owedVnd: owedVnd(order),
    /** What the seller has to accept before handing over an order of which only a part was paid. */
    shortfallVnd: shortfallVnd(order),
    refundableVnd: refundableVnd(order, recalledVnd),
  }
}

/** One VietQR per order, to the account that the seller had when the order was placed; none where nothing is to be paid, or what was ordered is recalled. */
function transferOf(order: KnownOrder, { seller }: OrderSnapshot): TransferRequest | null {
  const amountVnd = leftToPayVnd(order)
  if (!isStanding(order) || paysLater(order) || amountVnd <= 0 || order.way !== 'transfer') return null
  const { bankBin, bankName, bankAccount, accountName } = seller
  // The bank was on the list when the seller saved the account; a promise made then holds when the list changes.
  const transfer = { bin: bankBin, account: bankAccount, service: 'QRIBFTTA', amount: amountVnd, purpose: order.code } as const
  const payload = buildVietQr(transfer, new Set([bankBin]))
  if (!payload.ok) throw new Error(`the account of order ${order.code} makes no VietQR: ${payload.refusal.code}`)
  return { payload: payload.value, bankName, bankAccount, accountName, amountVnd, content: order.code }
}
