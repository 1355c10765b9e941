import type { PackId } from '../catalogue/rules.ts'
import type { Tx } from '../context.ts'
import { lockLots } from '../traceability/index.ts'
import type { PlaceId } from '../traceability/rules.ts'
import type { LotPick, LotStock } from './rules.ts'
import { lockPositions, selectLotsAt } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { Writer } from './write-entries.ts'

/**
 * What lies at one place of these packs, held until the end of the transaction: first the lots, then their positions, each in the order of their ids, as
 * everybody does. The shop need not sell from there: goods at a stand or a counter are nobody's else.
 */
export async function lockAtPlace(tx: Tx, { placeId, packIds }: { placeId: PlaceId; packIds: readonly PackId[] }): Promise<LotStock[]> {
  if (packIds.length === 0) return []
  const found = await selectLotsAt(tx, { placeId, packIds })
  const lotIds = [...new Set(found.map(({ lotId }) => lotId))]
  if (lotIds.length === 0) return []
  const lots = await lockLots(tx, { lotIds })
  const held: LotStock[] = []
  for (const { id, productId, number, madeOn, expiresOn, status } of lots) {
    const positions = found.filter(({ lotId }) => lotId === id).map(({ lotId, packId }) => ({ lotId, packId, placeId }))
    for (const position of await lockPositions(tx, productId, positions))
      held.push({ ...position, productId, number, madeOn, expiresOn, status })
  }
  return held
}

/** Goods leave a place with whoever bought them there; the caller holds their positions (`lockAtPlace`). */
export async function sellAtPlace(tx: Tx, ctx: Writer, picks: readonly LotPick[], ref: string): Promise<void> {
  await writeEntries(
    tx,
    ctx,
    picks.map(({ quantity, ...position }) => ({ ...position, delta: -quantity, kind: 'sold' as const, ref })),
  )
}
