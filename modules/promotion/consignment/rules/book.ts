import type { PackId } from '../../../catalogue/rules.ts'
import type { LotId } from '../../../traceability/rules.ts'
import type { EntryKind } from '../acts.ts'
import type { Bearer, Money } from './money.ts'

export type BookEntry = Money & { seq: number; kind: EntryKind; lotId: LotId; packId: PackId; delta: number; borneBy: Bearer | null }
export type StatementLine = {
  lotId: LotId
  packId: PackId
  opening: number
  received: number
  sold: number
  returned: number
  lostOwner: number
  lostPoint: number
  recalled: number
  /** What must lie there. */
  expected: number
  soldVnd: number
  commissionVnd: number
  lostVnd: number
  dueVnd: number
}
export type Sums = Pick<StatementLine, 'soldVnd' | 'commissionVnd' | 'lostVnd' | 'dueVnd'>

/**
 * The book after one line of it, added up by lot and pack: opening + received − sold − returned − lost − recalled is what must lie there, and
 * sold − commission + what the point bears is what it owes.
 */
export function addUp(entries: readonly BookEntry[], afterSeq: number): StatementLine[] {
  const goods = Map.groupBy(entries, ({ lotId, packId }) => `${lotId} ${packId}`)
  return [...goods.values()]
    .map((all) => lineOf(all, afterSeq))
    .filter(({ opening, received, sold, returned, lostOwner, lostPoint, recalled }) =>
      [opening, received, sold, returned, lostOwner, lostPoint, recalled].some((value) => value !== 0),
    )
    .toSorted((a, b) => (`${a.lotId} ${a.packId}` < `${b.lotId} ${b.packId}` ? -1 : 1))
}

function lineOf(all: readonly BookEntry[], afterSeq: number): StatementLine {
  const [{ lotId, packId }] = all as [BookEntry, ...BookEntry[]]
  const now = all.filter(({ seq }) => seq > afterSeq)
  const out = (of: (entry: BookEntry) => boolean) => now.filter(of).reduce((sum, { delta }) => sum - delta, 0)
  const vnd = (of: (entry: BookEntry) => boolean, which: keyof Money) => now.filter(of).reduce((sum, entry) => sum + entry[which], 0)
  const opening = all.filter(({ seq }) => seq <= afterSeq).reduce((sum, { delta }) => sum + delta, 0)
  const isSale = ({ kind }: BookEntry) => kind === 'sold' || kind === 'cancelled'
  const isLoss = ({ kind }: BookEntry) => kind === 'lost'
  const line = {
    received: -out(({ kind }) => kind === 'received'),
    sold: out(isSale),
    returned: out(({ kind }) => kind === 'returned'),
    lostOwner: out(({ kind, borneBy }) => kind === 'lost' && borneBy === 'owner'),
    lostPoint: out(({ kind, borneBy }) => kind === 'lost' && borneBy === 'point'),
    recalled: out(({ kind }) => kind === 'recalled'),
  }
  const [soldVnd, commissionVnd, lostVnd] = [vnd(isSale, 'amountVnd'), vnd(isSale, 'commissionVnd'), vnd(isLoss, 'dueVnd')]
  const expected = opening + line.received - line.sold - line.returned - line.lostOwner - line.lostPoint - line.recalled
  return { lotId, packId, opening, ...line, expected, soldVnd, commissionVnd, lostVnd, dueVnd: soldVnd - commissionVnd + lostVnd }
}

export const sumsOf = (lines: readonly Sums[]): Sums => ({
  soldVnd: lines.reduce((sum, line) => sum + line.soldVnd, 0),
  commissionVnd: lines.reduce((sum, line) => sum + line.commissionVnd, 0),
  lostVnd: lines.reduce((sum, line) => sum + line.lostVnd, 0),
  dueVnd: lines.reduce((sum, line) => sum + line.dueVnd, 0),
})
