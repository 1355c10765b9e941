import type { Tx } from '../context.ts'
import { lockLots } from '../traceability/index.ts'
import type { LotPick } from './rules.ts'
import { lockBooks, lockPositions, unreserve } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { Writer } from './write-entries.ts'

/** Ends promises: the goods are free again, or they leave with whoever bought them. */
export async function release(tx: Tx, picks: readonly LotPick[], sold?: { ctx: Writer; ref: string }): Promise<void> {
  await unreserve(tx, picks)
  if (!sold) return
  await writeEntries(
    tx,
    sold.ctx,
    picks.map(({ quantity, ...position }) => ({ ...position, delta: -quantity, kind: 'sold' as const, ref: sold.ref })),
  )
}

/**
 * Goods that left with an order and reached nobody lie again where they lay; of a lot that was recalled meanwhile they are marked apart. For the order that
 * took them out, once: whoever calls holds it.
 */
export async function bringBack(
  tx: Tx,
  picks: readonly LotPick[],
  { ctx, ref, note }: { ctx: Writer; ref: string; note: string },
): Promise<void> {
  const lotIds = [...new Set(picks.map(({ lotId }) => lotId))].toSorted()
  await lockBooks(tx, lotIds)
  const lots = new Map((await lockLots(tx, { lotIds })).map((lot) => [lot.id, lot]))
  for (const lotId of lotIds)
    await lockPositions(
      tx,
      lots.get(lotId)!.productId,
      picks.filter((pick) => pick.lotId === lotId),
    )
  await writeEntries(
    tx,
    ctx,
    picks.map(({ quantity, ...position }) => ({
      ...position,
      delta: quantity,
      kind: lots.get(position.lotId)!.status === 'recalled' ? ('recalled' as const) : ('returned' as const),
      ref,
      note,
    })),
  )
}
