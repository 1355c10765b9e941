import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { holdLots, loseConsigned, recalledAt } from '../../inventory/index.ts'
import { insertBook, selectBook, selectShelf } from './book.store.ts'
import type { NewBookEntry } from './book.store.ts'
import type { StoredConsignment } from './consignment.store.ts'
import type { SettleInput, StatementInput, WithdrawStatementInput } from './inputs.ts'
import { hasOpenNote } from './note.store.ts'
import { beginConsignment, by, isRefused, recordConsignment, sidesOf, termsToday } from './policy.ts'
import { addUp, sumsOf } from './rules/book.ts'
import type { StatementId } from './rules/ids.ts'
import { lossMoney } from './rules/money.ts'
import type { ConsignmentClosed, SettleRefusal, StatementRefusal } from './rules/refusals.ts'
import {
  insertStatement,
  selectStatement,
  selectStatementByKey,
  selectStatements,
  signStatement,
  withdrawStatementRow,
} from './statement.store.ts'

const keyOf = ({ lotId, packId }: { lotId: string; packId: string }) => `${lotId} ${packId}`

/** What recalls took from the shelf stands in the ledger: the book of the consignment gets it, once, before anybody counts. */
export async function bringInRecalls(tx: Tx, ctx: Ctx, one: StoredConsignment): Promise<void> {
  const [lines, book] = await Promise.all([recalledAt(tx, one.shelfId), selectBook(tx, one.id)])
  const known = new Set(book.map(({ ledgerRef }) => ledgerRef))
  const entries = lines
    .filter(({ ref }) => !known.has(ref))
    .map((line): NewBookEntry => {
      const like = book.findLast(({ lotId, packId }) => lotId === line.lotId && packId === line.packId)
      const { priceVnd = 0, vatName = '', vatPercent = null } = like ?? {}
      const money = { amountVnd: 0, commissionVnd: 0, dueVnd: 0 }
      return { ...line, ...money, ...by(ctx), priceVnd, vatName, vatPercent, id: ctx.newId('cse'), kind: 'recalled', ledgerRef: line.ref }
    })
  await insertBook(tx, one.id, entries)
}

/**
 * The shelf was counted: what is missing is written off at the cost of the point, in whose hands it was, and the book since the last statement is added up.
 * More than the book says is not written: a sale was typed that never was, and is cancelled first.
 */
export async function settleConsignment(
  ctx: Ctx,
  input: SettleInput,
): Promise<Outcome<{ statementId: StatementId }, ConsignmentClosed | SettleRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'settle', input.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const before = await selectStatementByKey(tx, input.requestKey)
    if (before) return done({ statementId: before.id })
    const terms = await termsToday(tx, ctx, one.id)
    if (isRefused(terms)) return terms
    const statements = await selectStatements(tx, one.id)
    if (statements.some(({ status }) => status === 'open')) return refuse('statement-open')
    if (await hasOpenNote(tx, one.id)) return refuse('note-open')
    await bringInRecalls(tx, ctx, one)
    const shelf = await selectShelf(tx, [one.id])
    await holdLots(tx, shelf.map(({ lotId }) => lotId)) // prettier-ignore
    const counts = new Map(input.counts.map((count) => [keyOf(count), count]))
    const missing: NewBookEntry[] = []
    for (const goods of shelf) {
      const { lotId, packId, priceVnd, vatName, vatPercent, onShelf } = goods
      const name = `${goods.productName}, ${goods.lotNumber}`
      const count = counts.get(keyOf(goods))
      if (!count) return refuse('count-missing', { goods: name })
      if (count.counted > onShelf) return refuse('more-than-book', { goods: name, expected: onShelf })
      const short = onShelf - count.counted
      if (short === 0) continue
      if (count.note === '') return refuse('note-missing', { goods: name })
      const id = ctx.newId('cse')
      const lost = await loseConsigned(tx, ctx, { lotId, packId, placeId: one.shelfId, quantity: short, note: count.note, ref: id })
      if (!lost.ok) throw new Error(`the ledger has less than the book: ${name}`)
      const money = lossMoney(priceVnd, short, terms.commissionPercent, 'point')
      const fee = { termsId: terms.id, percent: terms.commissionPercent, payerName: one.producerName, payeeName: one.operatorName }
      const line = { id, kind: 'lost' as const, lotId, packId, delta: -short, priceVnd, vatName, vatPercent, note: count.note }
      missing.push({ ...line, ...money, ...by(ctx), cause: 'missing', borneBy: 'point', fee })
    }
    await insertBook(tx, one.id, missing)
    const statementId = await write(tx, ctx, one, {
      input,
      payWithinDays: terms.payWithinDays,
      last: statements.find(({ status }) => status === 'signed'),
    })
    if (statementId === null) return refuse('nothing-to-settle')
    await recordConsignment(tx, ctx, 'settle', one, { statementId, missing: missing.length })
    return done({ statementId })
  })
}

type Last = { toSeq: number; toOn: string } | undefined

async function write(
  tx: Tx,
  ctx: Ctx,
  one: StoredConsignment,
  { input, payWithinDays, last }: { input: SettleInput; payWithinDays: number; last: Last },
): Promise<StatementId | null> {
  const book = await selectBook(tx, one.id)
  const fromSeq = last?.toSeq ?? 0
  const toSeq = book.at(-1)?.seq ?? 0
  if (toSeq <= fromSeq) return null
  const lines = addUp(book, fromSeq)
  const notes = new Map(input.counts.map((count) => [keyOf(count), count.note]))
  const toOn = dateInVietnam(ctx.now)
  const statementId = ctx.newId('csm')
  const number = (await selectStatements(tx, one.id)).length + 1
  await insertStatement(tx, {
    ...sumsOf(lines),
    id: statementId,
    consignmentId: one.id,
    number,
    fromSeq,
    toSeq,
    fromOn: last?.toOn ?? dateInVietnam(one.createdAt),
    toOn,
    payBy: addDays(toOn, payWithinDays),
    minute: input.minute,
    at: ctx.now,
    byName: by(ctx).byName,
    requestKey: input.requestKey,
    lines: lines.map((line) => ({ ...line, note: notes.get(keyOf(line)) ?? '' })),
  })
  return statementId
}

type Answer = Outcome<null, ConsignmentClosed | StatementRefusal>

/** Signed by one side, or by both, each for itself; with the second signature it is closed for good. */
export async function signStatementOf(ctx: Ctx, { statementId }: StatementInput): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const known = await selectStatement(tx, statementId)
    if (!known) throw new NotFound('No such statement')
    const begun = await beginConsignment(tx, ctx, 'sign', known.consignmentId)
    if (!begun.ok) return begun
    const statement = (await selectStatement(tx, statementId))!
    const signed = { point: statement.pointSignedAt !== null, owner: statement.ownerSignedAt !== null }
    const sides = sidesOf(ctx.actor, begun.value)
    const side = sides.find((one) => !signed[one])
    if (side === undefined) return done(null)
    if (statement.status !== 'open') return refuse('statement-closed')
    await signStatement(tx, statementId, side, by(ctx), signed[side === 'point' ? 'owner' : 'point'])
    await recordConsignment(tx, ctx, 'sign', begun.value, { statementId, side })
    return done(null)
  })
}

/** Before both have signed it may be withdrawn, with the reason, and counted again; what was written off stays in the book. */
export async function withdrawStatement(ctx: Ctx, { statementId, reason }: WithdrawStatementInput): Promise<Answer> {
  return inTransaction(ctx, async (tx) => {
    const known = await selectStatement(tx, statementId)
    if (!known) throw new NotFound('No such statement')
    const begun = await beginConsignment(tx, ctx, 'withdraw-statement', known.consignmentId)
    if (!begun.ok) return begun
    const { status } = (await selectStatement(tx, statementId))!
    if (status === 'withdrawn') return done(null)
    if (status !== 'open') return refuse('statement-closed')
    await withdrawStatementRow(tx, statementId, reason)
    await recordConsignment(tx, ctx, 'withdraw-statement', begun.value, { statementId, reason })
    return done(null)
  })
}
