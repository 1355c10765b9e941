import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Tx } from '../context.ts'
import { lockLots } from '../traceability/index.ts'
import { selectEverThere } from './goods.store.ts'
import { decideRecalled } from './rules.ts'
import type { Position, RecallKind, RecalledRefusal } from './rules.ts'
import { lockBooks, lockPositions, sumsOfPack } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { Writer } from './write-entries.ts'

/** `ref` is the line of the recall, which is written once: whoever calls knows who may, and records the act. */
export type RecalledGoods = Position & { kind: RecallKind; quantity: number; note: string; ref: `rct_${string}` }

/** Holds the books of a lot, before anybody asks what is in them (`booksOfLots`). */
export async function holdBooks(tx: Tx, { lotId }: Pick<Position, 'lotId'>): Promise<void> {
  await lockBooks(tx, [lotId])
}

/** Goods of a recalled lot come back to a place where the lot lay, or leave it: in the ledger, with their event. */
export async function moveRecalled(
  tx: Tx,
  ctx: Writer,
  { kind, quantity, note, ref, ...position }: RecalledGoods,
): Promise<Outcome<null, RecalledRefusal>> {
  await holdBooks(tx, position)
  const [lot] = await lockLots(tx, { lotIds: [position.lotId] })
  const there = await selectEverThere(tx, position.placeId, [position.lotId])
  if (!lot || !there.some(({ packId }) => packId === position.packId)) throw new NotFound('No such goods', position)
  const [goods] = await lockPositions(tx, lot.productId, [position])
  const { sold, back } = await sumsOfPack(tx, position)
  const decision = decideRecalled(goods!, { kind, quantity, sold, alreadyBack: back })
  if (!decision.ok) return decision
  await writeEntries(tx, ctx, [{ ...position, delta: decision.event.delta, kind, note, ref }])
  return done(null)
}
