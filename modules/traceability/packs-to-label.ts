import { packsOfProduct } from '../catalogue/index.ts'
import type { Pack } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import { selectPacked, selectSheets } from './label.store.ts'
import type { LockedLot } from './lot.store.ts'
import { goodsToLabel, packMeant } from './rules.ts'
import type { LabelGoods } from './rules.ts'

/** A pack that labels of a lot may be printed for, with what these are held against. */
export type PackToLabel = Pack & { goods: LabelGoods }

/** The packs in which a lot is or may be packed, and the one that is meant where nobody names one. */
export async function packsToLabel(
  db: ReadDb,
  lot: Pick<LockedLot, 'id' | 'quantity' | 'product'>,
): Promise<{ packs: PackToLabel[]; meant: PackToLabel }> {
  const [all, packed, sheets] = await Promise.all([packsOfProduct(db, lot.product.id), selectPacked(db, lot.id), selectSheets(db, lot.id)])
  const isPacked = ({ id }: Pack) => packed.some(({ packId }) => packId === id)
  const packs = all
    .filter((pack) => pack.endedAt === null || isPacked(pack))
    .map((pack) => ({ ...pack, goods: goodsToLabel(pack.id, { made: lot.quantity, packed, sheets }) }))
  return { packs, meant: packMeant(packs, packed) }
}
