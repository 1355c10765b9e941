import { timingSafeEqual } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { buildVietQr } from '@dacsan/vietqr'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { limits } from '../limits.ts'
import type { OrderLinkInput, OrderLookUpInput } from '../inputs.ts'
import { lockOrder, selectLines, selectLotsOfOrder, selectMoves, selectOrder, selectOrdersOfGroup, selectPayments } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { isOverdue, keptVnd } from '../rules.ts'
import type { LookUpRefusal } from '../rules.ts'

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

/** One order with everything on its page. An overdue hold shows as lapsed although the clock's job has not come by yet. */
export async function viewOrder(db: ReadDb, known: KnownOrder, now: Date) {
  const order = isOverdue(known, now) ? { ...known, payment: 'unpaid' as const, fulfilment: 'lapsed' as const } : known
  const [lines, lots, payments, moves] = await Promise.all([
    selectLines(db, [order.id]),
    selectLotsOfOrder(db, order.id),
    selectPayments(db, order.id),
    selectMoves(db, order.id),
  ])
  return {
    id: order.id,
    code: order.code,
    payment: order.payment,
    fulfilment: order.fulfilment,
    totalVnd: order.totalVnd,
    receivedVnd: order.receivedVnd,
    refundedVnd: order.refundedVnd,
    keptVnd: keptVnd(order),
    holdUntil: order.holdUntil,
    createdAt: order.createdAt,
    buyer: { name: order.buyerName, phone: order.buyerPhone, address: order.buyerAddress, note: order.note },
    snapshot: order.snapshot,
    lines: lines.map(({ orderId: _orderId, ...line }) => ({ ...line, lots: lots.filter(({ lineId }) => lineId === line.id) })),
    payments: payments.filter(({ kind }) => kind !== 'expected'),
    moves,
    transfer: transferOf(order),
  }
}
export type OrderView = Awaited<ReturnType<typeof viewOrder>>

export type GroupOrder = Pick<KnownOrder, 'code' | 'payment' | 'fulfilment' | 'totalVnd' | 'producerName'>

/** The order behind a link, with its sisters of the same cart; a wrong secret finds nothing. */
export async function findOrderByLink(
  ctx: Pick<Ctx, 'db' | 'now'>,
  link: OrderLinkInput,
): Promise<{ order: OrderView; group: GroupOrder[]; secret: string }> {
  const order = requireSecret(await selectOrder(ctx.db, { code: link.code }), link)
  const sisters = await selectOrdersOfGroup(ctx.db, order.groupId)
  const group = sisters.map((one) => ({
    code: one.code,
    payment: isOverdue(one, ctx.now) ? ('unpaid' as const) : one.payment,
    fulfilment: isOverdue(one, ctx.now) ? ('lapsed' as const) : one.fulfilment,
    totalVnd: one.totalVnd,
    producerName: one.producerName,
  }))
  return { order: await viewOrder(ctx.db, order, ctx.now), group, secret: order.linkSecret }
}

/** The link again for somebody who knows the code and the phone number of an order; tries are counted per address and per code, the right ones given back. */
export async function lookUpOrder(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { code, phone }: OrderLookUpInput,
  address: string,
): Promise<Outcome<{ code: string; secret: string }, LookUpRefusal>> {
  const counts = [
    { limit: limits.orderAddress, address },
    { limit: limits.orderCode, subject: code },
  ]
  const minutes = await consume(ctx.db, ctx.now, ...counts)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const order = await selectOrder(ctx.db, { code })
  if (!order || !equal(order.buyerPhone, phone)) return refuse('order-unknown')
  await refund(ctx.db, ...counts)
  return done({ code, secret: order.linkSecret })
}

/** The same order for a command of the buyer, under lock. */
export async function lockLinkedOrder(tx: Tx, link: OrderLinkInput): Promise<KnownOrder> {
  return requireSecret(await lockOrder(tx, { code: link.code }), link)
}

function requireSecret(order: KnownOrder | undefined, link: OrderLinkInput): KnownOrder {
  if (!order || !equal(order.linkSecret, link.secret)) throw new NotFound('No such order', { code: link.code })
  return order
}

function equal(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** One VietQR per order, to the account that the seller had when the order was placed; none where nothing is to be paid. */
function transferOf(order: KnownOrder): TransferRequest | null {
  const open = order.fulfilment === 'held' && (order.payment === 'awaiting' || order.payment === 'reported' || order.payment === 'under')
  if (!open) return null
  const amountVnd = dong(order.totalVnd - keptVnd(order))
  const { bankBin, bankName, bankAccount, accountName } = order.snapshot.seller
  // The bank was on the list when the seller saved the account; a promise made then holds when the list changes.
  const transfer = { bin: bankBin, account: bankAccount, service: 'QRIBFTTA', amount: amountVnd, purpose: order.code } as const
  const payload = buildVietQr(transfer, new Set([bankBin]))
  if (!payload.ok) throw new Error(`the account of order ${order.code} makes no VietQR: ${payload.refusal.code}`)
  return { payload: payload.value, bankName, bankAccount, accountName, amountVnd, content: order.code }
}
