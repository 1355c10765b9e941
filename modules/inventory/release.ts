import type { Tx } from '../context.ts'
import type { LotPick } from './rules.ts'
import { unreserve } from './stock.store.ts'
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
