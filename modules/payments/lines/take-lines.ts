import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { bookReceipt, lockOrders } from '../../shop/index.ts'
import type { OrderId } from '../../shop/rules.ts'
import { accountIdOf, lockBooks } from '../account.store.ts'
import { tieOutgoingByItself } from '../refunds/tie-refund.ts'
import { isBookedByItself, partsBooked } from '../rules/judge-lines.ts'
import type { JudgedLine } from '../rules/judge-lines.ts'
import type { BankLineId, ReceivingAccountId } from '../rules/ids.ts'
import type { CameBy } from '../rules/kinds.ts'
import type { NewLine } from '../rules/new-line.ts'
import type { Seller } from '../seller.store.ts'
import { insertAnswers, insertKeys, insertLines } from './line.store.ts'
import type { BillNamed, NewAnswer, OrderNamed } from './line.store.ts'
import { bookParts } from './book-parts.ts'
import { planLines } from './plan-lines.ts'
import type { Planned } from './plan-lines.ts'

export type TakenLines = { added: number; known: number; booked: number }
/** And what each line was found to be, in their order. */
type Told = TakenLines & { fates: readonly Planned['fate'][] }

type Telling = {
  seller: Seller
  account: { bin: string; number: string }
  cameBy: CameBy
  lines: readonly NewLine[]
  /** The key of each line; those of one kind begin with the same. */
  keysOf: (accountId: ReceivingAccountId) => { kind: string; keys: readonly string[] }
}

/**
 * Puts lines of a bank into the books of a seller, those that are there already not again, and books what needs nobody: money in full and in time for one
 * order. All within the transaction of the caller, so that a line is in the books exactly when its money is.
 */
export async function takeLines(tx: Tx, ctx: Ctx, { seller, account, cameBy, lines, keysOf }: Telling): Promise<Told> {
  const { producerId } = seller
  await lockBooks(tx, producerId)
  const accountId = await accountIdOf(tx, producerId, { ...account, at: ctx.now })
  const { kind, keys } = keysOf(accountId)
  const keyed = lines.map((line, index) => ({ ...line, key: keys[index]! }))
  const of = { producerId, accountId, account: account.number, kind }
  const before = await planLines(tx, of, keyed)
  // Judged again once nobody else can move these orders.
  await lockOrders(tx, [...new Set(before.flatMap(ordersOf))])
  const plan = await planLines(tx, of, keyed)

  const fresh = plan.flatMap((one) => (one.fate === 'new' ? [{ ...one, id: ctx.newId('bln') }] : []))
  await insertLines(
    tx,
    { producerId, accountId, cameBy, at: ctx.now },
    fresh.map(({ line, id, state, ...judged }) => ({ ...line, id, state, order: orderOf(judged), bill: billOf(judged) })),
  )
  const joined = plan.flatMap((one) => (one.fate === 'same' ? [{ key: one.line.key, lineId: one.lineId }] : []))
  await insertKeys(tx, [...joined, ...fresh.map(({ id, line }) => ({ key: line.key, lineId: id }))], ctx.now)
  const booked = await bookByThemselves(tx, ctx, fresh)
  await tieOutgoingByItself(tx, ctx, seller, { after: fresh.filter(({ state }) => state === 'outgoing').map(({ id }) => id) })
  return { added: fresh.length, known: plan.length - fresh.length, booked, fates: plan.map(({ fate }) => fate) }
}

/** Every order that the money of a line may be put to. */
const ordersOf = (one: Planned): OrderId[] => {
  if (one.fate !== 'new') return []
  return [...(one.orderId ? [one.orderId] : []), ...(one.bill?.parts.map(({ orderId }) => orderId) ?? [])]
}

const orderOf = ({ orderId, code }: { orderId: OrderId | null; code: string | null }): OrderNamed | null =>
  orderId === null || code === null ? null : { id: orderId, code }

const billOf = ({ bill, code }: Pick<JudgedLine, 'bill' | 'code'>): BillNamed | null => (bill && code ? { id: bill.id, code } : null)

type Fresh = JudgedLine & { id: BankLineId; line: NewLine }

async function bookByThemselves(tx: Tx, ctx: Ctx, fresh: readonly Fresh[]): Promise<number> {
  const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
  const answered: NewAnswer[] = []
  let booked = 0
  for (const one of fresh) {
    const bill = billOf(one)
    if (bill) {
      await bookParts(tx, ctx, one.id, { reference: one.line.reference, parts: partsBooked(one) })
      if (one.recordedBefore) answered.push({ lineId: one.id, answer: 'recorded-before' as const, order: null, bill, ...by })
      if (!isBookedByItself(one)) continue
      answered.push({ lineId: one.id, answer: 'booked' as const, order: null, bill, ...by })
      booked++
      continue
    }
    const order = orderOf(one)
    if (!order) continue
    if (one.recordedBefore) answered.push({ lineId: one.id, answer: 'recorded-before' as const, order, ...by })
    if (!isBookedByItself(one)) continue
    const receipt = {
      orderId: order.id,
      amountVnd: one.line.amount,
      reference: (one.line.reference ?? '').slice(0, 80),
      note: '',
      requestKey: one.id,
    }
    const outcome = await bookReceipt(tx, ctx, receipt)
    if (!outcome.ok) throw new Error(`the receipt of ${one.id} was refused: ${outcome.refusal.code}`)
    answered.push({ lineId: one.id, answer: 'booked' as const, order, ...by })
    booked++
  }
  await insertAnswers(tx, answered)
  return booked
}
