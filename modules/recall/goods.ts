import type { ReadDb } from '../context.ts'
import { selectSoldOfLots } from '../shop/index.ts'
import type { LotId } from '../traceability/rules.ts'
import { selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
import { selectLotIds } from './case.store.ts'
import { sumTally } from './rules/balance.ts'
import type { Goods } from './rules/balance.ts'
import type { RecallId } from './rules/ids.ts'
import { selectTally } from './tally.store.ts'
import type { TallyLine } from './tally.store.ts'

export type LotOfRecall = { lot: LotToRecall; goods: Goods; onHand: number }

/** The lots of a case, each with what was made, what the shop handed over and what was counted. */
export async function goodsOf(db: ReadDb, recallId: RecallId): Promise<{ lots: LotOfRecall[]; lines: TallyLine[] }> {
  const ids: LotId[] = await selectLotIds(db, recallId)
  const [lots, sold, lines] = await Promise.all([selectLotsToRecall(db, ids), selectSoldOfLots(db, ids), selectTally(db, recallId)])
  const soldOf = new Map(sold.map((one) => [one.lotId, one]))
  const linesOf = Map.groupBy(lines, ({ lotId }) => lotId)
  return {
    lines,
    lots: lots.map((lot) => ({
      lot,
      onHand: soldOf.get(lot.id)?.onHand ?? 0,
      goods: { made: lot.made, soldHere: soldOf.get(lot.id)?.sold ?? 0, tally: sumTally(linesOf.get(lot.id) ?? []) },
    })),
  }
}
