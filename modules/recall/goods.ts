import type { ReadDb } from '../context.ts'
import { booksOfLots } from '../inventory/index.ts'
import type { BooksOfPosition } from '../inventory/index.ts'
import { units } from '../inventory/rules.ts'
import { selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
import { selectLotIds } from './case.store.ts'
import type { StoredRecall } from './case.store.ts'
import { sumTally } from './rules/balance.ts'
import type { Books, Goods, Stand } from './rules/balance.ts'
import { selectTally } from './tally.store.ts'
import type { TallyLine } from './tally.store.ts'

export type PositionOfRecall = BooksOfPosition & { stand: Stand }
export type LotOfRecall = { lot: LotToRecall; goods: Goods; positions: PositionOfRecall[] }

/** The lots of a case, each with what was made, what the ledger says of it and what was counted. Of a case that ended, as it was then. */
export async function goodsOf(
  db: ReadDb,
  { id, isDrill, closedAt }: Pick<StoredRecall, 'id' | 'isDrill' | 'closedAt'>,
): Promise<{ lots: LotOfRecall[]; lines: TallyLine[] }> {
  const ids = await selectLotIds(db, id)
  const [lots, books, lines] = await Promise.all([selectLotsToRecall(db, ids), booksOfLots(db, ids, closedAt), selectTally(db, id)])
  const booksOf = Map.groupBy(books, ({ lotId }) => lotId)
  const linesOf = Map.groupBy(lines, ({ lotId }) => lotId)
  return {
    lines,
    lots: lots.map((lot) => {
      const [positions, counted] = [booksOf.get(lot.id) ?? [], linesOf.get(lot.id) ?? []]
      const sum = (isWanted: (line: TallyLine) => boolean) =>
        sumTally(counted.filter(isWanted).map(({ kind, lotUnits }) => ({ kind, quantity: lotUnits })))
      const isPacked = ({ packId }: TallyLine) => packId !== null && !isDrill
      return {
        lot,
        goods: {
          made: lot.made,
          unit: lot.unit,
          isDrill,
          books: sumBooks(positions),
          packed: sum(isPacked),
          loose: sum((line) => !isPacked(line)),
        },
        positions: positions.map((position) => ({ ...position, stand: standOf(position, counted) })),
      }
    }),
  }
}

const standOf = ({ packId, placeId, onHand, perPack }: BooksOfPosition, lines: readonly TallyLine[]): Stand => ({
  onHand,
  perPack,
  tally: sumTally(lines.filter((line) => line.packId === packId && line.placeId === placeId)),
})

/** The books of a lot in the lot's own unit: packs times what one takes. */
export function sumBooks(positions: readonly BooksOfPosition[]): Books & { reserved: number } {
  const sum = (of: (one: BooksOfPosition) => number) => units(positions.reduce((all, one) => all + of(one) * one.perPack, 0))
  return {
    taken: sum(({ taken }) => taken),
    sold: sum(({ sold }) => sold),
    returned: sum(({ returned }) => returned),
    used: sum(({ sampled, damaged }) => sampled + damaged),
    destroyed: sum(({ destroyed }) => destroyed),
    handled: sum(({ handled }) => handled),
    onHand: sum(({ onHand }) => onHand),
    reserved: sum(({ reserved }) => reserved),
  }
}
