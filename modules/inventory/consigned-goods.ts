import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import { lockLots } from '../traceability/index.ts'
import { isSellable } from '../traceability/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import { decideMove, freeOf } from './rules.ts'
import type { ConsignedRefusal, Position } from './rules.ts'
import { lockBooks, lockPositions } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { Writer } from './write-entries.ts'

// Goods that others keep by agreement. Whoever calls knows who may, holds the agreement, and records the act.

/** Holds these lots, in the order of their ids, before anything is moved of them: a recall waits for the note, or the note sees the recall. */
export async function holdLots(tx: Tx, lotIds: readonly LotId[]) {
  await lockBooks(tx, lotIds)
  return lockLots(tx, { lotIds: [...new Set(lotIds)].toSorted() })
}

/** Goods go from one place to another: two lines of one movement. What buyers hold stays. */
export async function moveConsigned(
  tx: Tx,
  ctx: Writer & Pick<Ctx, 'newId'>,
  {
    lotId,
    packId,
    fromId,
    toId,
    quantity,
    note,
  }: Omit<Position, 'placeId'> & { fromId: PlaceId; toId: PlaceId; quantity: number; note: string },
): Promise<Outcome<null, ConsignedRefusal>> {
  const [lot] = await holdLots(tx, [lotId])
  if (!lot) throw new NotFound('No such goods', { lotId })
  const at = [fromId, toId].map((placeId) => ({ lotId, packId, placeId }))
  const [from] = await lockPositions(tx, lot.productId, at)
  const decision = decideMove(from!, { quantity, samePlace: fromId === toId, toEnded: false })
  if (!decision.ok) return refuse('not-enough', { free: freeOf(from!) })
  const line = { lotId, packId, kind: 'moved' as const, ref: ctx.newId('mov'), note }
  await writeEntries(tx, ctx, [
    { ...line, placeId: fromId, delta: -quantity },
    { ...line, placeId: toId, delta: quantity },
  ])
  return done(null)
}

type Leaving = Position & { quantity: number; note: string; ref: `cse_${string}` }

/** Sold over a counter: only what may be sold today, and what nobody sold meanwhile. */
export async function sellConsigned(tx: Tx, ctx: Writer & Pick<Ctx, 'now'>, goods: Leaving): Promise<Outcome<null, ConsignedRefusal>> {
  return leave(tx, ctx, goods, 'sold')
}

/** Spoiled, expired or missing: it leaves the books with its reason. */
export async function loseConsigned(tx: Tx, ctx: Writer & Pick<Ctx, 'now'>, goods: Leaving): Promise<Outcome<null, ConsignedRefusal>> {
  return leave(tx, ctx, goods, 'damaged')
}

async function leave(
  tx: Tx,
  ctx: Writer & Pick<Ctx, 'now'>,
  { quantity, note, ref, ...position }: Leaving,
  kind: 'sold' | 'damaged',
): Promise<Outcome<null, ConsignedRefusal>> {
  const [lot] = await holdLots(tx, [position.lotId])
  if (!lot) throw new NotFound('No such goods', position)
  if (kind === 'sold' && !isSellable(lot, dateInVietnam(ctx.now)))
    return refuse('lot-not-sellable', { status: lot.status, expiresOn: lot.expiresOn })
  const [goods] = await lockPositions(tx, lot.productId, [position])
  const free = freeOf(goods!)
  if (quantity > free) return refuse('not-enough', { free })
  await writeEntries(tx, ctx, [{ ...position, delta: -quantity, kind, note, ref }])
  return done(null)
}
