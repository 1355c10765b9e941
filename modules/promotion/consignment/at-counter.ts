import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { bringBack, holdLots, loseConsigned, sellConsigned } from '../../inventory/index.ts'
import { isExpired } from '../../traceability/rules.ts'
import { insertBook, isCancelled, selectEntry, selectEntryByKey, selectShelf } from './book.store.ts'
import type { ShelfRow, StoredEntry } from './book.store.ts'
import type { StoredConsignment, StoredTerms } from './consignment.store.ts'
import type { CancelSaleInput, LoseInput, SellInput } from './inputs.ts'
import { beginConsignment, by, isRefused, recordConsignment, termsToday } from './policy.ts'
import type { EntryId } from './rules/ids.ts'
import { lossMoney, saleMoney } from './rules/money.ts'
import type { CancelRefusal, ConsignmentClosed, LoseRefusal, SellRefusal } from './rules/refusals.ts'
import { selectStatements } from './statement.store.ts'
import { ledgerWords } from './words/names.ts'

async function onShelf(
  tx: Tx,
  one: StoredConsignment,
  { lotId, packId }: Pick<SellInput, 'lotId' | 'packId'>,
): Promise<ShelfRow | undefined> {
  return (await selectShelf(tx, [one.id])).find((row) => row.lotId === lotId && row.packId === packId)
}
const isSame = (known: StoredEntry, input: { consignmentId: string; lotId: string; packId: string; quantity: number }) =>
  known.consignmentId === input.consignmentId &&
  known.lotId === input.lotId &&
  known.packId === input.packId &&
  known.delta === -input.quantity

/** What is frozen on a line of the book: the point keeps the commission that the owner owes it. */
const feeOf = (one: StoredConsignment, terms: StoredTerms) => ({
  termsId: terms.id,
  percent: terms.commissionPercent,
  payerName: one.producerName,
  payeeName: one.operatorName,
})

/** Sold over the counter. Two counters sell the last jar once; the same form sent twice is one sale. */
export async function sellAtCounter(ctx: Ctx, input: SellInput): Promise<Outcome<{ entryId: EntryId }, ConsignmentClosed | SellRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'sell', input.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const known = await selectEntryByKey(tx, input.requestKey)
    if (known) return known.kind === 'sold' && isSame(known, input) ? done({ entryId: known.id }) : refuse('request-key-reused')
    const terms = await termsToday(tx, ctx, one.id)
    if (isRefused(terms)) return terms
    const goods = await onShelf(tx, one, input)
    if (!goods) return refuse('not-enough', { free: 0 })
    if (goods.priceVnd !== input.priceVnd) return refuse('price-changed', { priceVnd: goods.priceVnd })
    const { lotId, packId, quantity, requestKey } = input
    const entryId = ctx.newId('cse')
    const sold = await sellConsigned(tx, ctx, { lotId, packId, placeId: one.shelfId, quantity, note: ledgerWords.counter, ref: entryId })
    if (!sold.ok) return sold
    const { priceVnd, vatName, vatPercent } = goods
    const money = saleMoney(priceVnd, quantity, terms.commissionPercent)
    const line = { id: entryId, kind: 'sold' as const, lotId, packId, delta: -quantity, priceVnd, vatName, vatPercent, requestKey }
    await insertBook(tx, one.id, [{ ...line, ...money, ...by(ctx), fee: feeOf(one, terms) }])
    await recordConsignment(tx, ctx, 'sell', one, { entryId, lotId, quantity, ...money })
    return done({ entryId })
  })
}

/** A sale that was typed by mistake is taken back by one more line, with the money of that sale. What stands in a statement stays. */
export async function cancelSale(ctx: Ctx, { entryId }: CancelSaleInput): Promise<Outcome<null, ConsignmentClosed | CancelRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const sale = await selectEntry(tx, entryId)
    if (!sale) throw new NotFound('No such sale')
    const begun = await beginConsignment(tx, ctx, 'cancel-sale', sale.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    if (sale.kind !== 'sold') return refuse('not-a-sale')
    if (await isCancelled(tx, entryId)) return done(null)
    const statements = await selectStatements(tx, one.id)
    if (statements.some(({ status, fromSeq, toSeq }) => status !== 'withdrawn' && sale.seq > fromSeq && sale.seq <= toSeq)) return refuse('settled-before') // prettier-ignore
    const { lotId, packId, priceVnd, vatName, vatPercent } = sale
    const id = ctx.newId('cse')
    const quantity = -sale.delta
    await bringBack(tx, [{ lotId, packId, placeId: one.shelfId, quantity }], { ctx, ref: id, note: ledgerWords.cancelled })
    const fee = { termsId: sale.termsId!, percent: sale.commissionPercent!, payerName: sale.payerName!, payeeName: sale.payeeName! }
    const money = { amountVnd: -sale.amountVnd, commissionVnd: -sale.commissionVnd, dueVnd: -sale.dueVnd }
    const line = { id, kind: 'cancelled' as const, lotId, packId, delta: quantity, priceVnd, vatName, vatPercent, cancelsId: entryId }
    await insertBook(tx, one.id, [{ ...line, ...money, ...by(ctx), fee }])
    await recordConsignment(tx, ctx, 'cancel-sale', one, { entryId })
    return done(null)
  })
}

/** Spoiled or past its last day: it leaves the shelf at the cost of whom the contract of today names, with the money of today. */
export async function loseAtCounter(ctx: Ctx, input: LoseInput): Promise<Outcome<null, ConsignmentClosed | LoseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginConsignment(tx, ctx, 'lose', input.consignmentId)
    if (!begun.ok) return begun
    const one = begun.value
    const { lotId, packId, quantity, cause, note, requestKey } = input
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.kind === 'lost' && isSame(known, input) ? done(null) : refuse('request-key-reused')
    const terms = await termsToday(tx, ctx, one.id)
    if (isRefused(terms)) return terms
    const goods = await onShelf(tx, one, input)
    if (!goods) return refuse('not-enough', { free: 0 })
    if (cause === 'expired' && !isExpired(goods, dateInVietnam(ctx.now))) return refuse('not-expired', { expiresOn: goods.expiresOn })
    await holdLots(tx, [lotId])
    const id = ctx.newId('cse')
    const lost = await loseConsigned(tx, ctx, { lotId, packId, placeId: one.shelfId, quantity, note, ref: id })
    if (!lost.ok) return lost.refusal.code === 'not-enough' ? refuse('not-enough', { free: lost.refusal.free }) : never(lost.refusal)
    const borneBy = cause === 'expired' ? terms.expiredBy : terms.spoiledBy
    const { priceVnd, vatName, vatPercent } = goods
    const money = lossMoney(priceVnd, quantity, terms.commissionPercent, borneBy)
    const line = {
      id,
      kind: 'lost' as const,
      lotId,
      packId,
      delta: -quantity,
      priceVnd,
      vatName,
      vatPercent,
      cause,
      borneBy,
      note,
      requestKey,
    }
    await insertBook(tx, one.id, [{ ...line, ...money, ...by(ctx), fee: feeOf(one, terms) }])
    await recordConsignment(tx, ctx, 'lose', one, { lotId, quantity, cause, borneBy, ...money })
    return done(null)
  })
}

function never(refusal: { code: string }): never {
  throw new Error(`a loss is not refused with ${refusal.code}`)
}
