import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { lockLots } from '../traceability/index.ts'
import { isSellable } from '../traceability/rules.ts'
import { holdBooks } from './recalled-goods.ts'
import { decideTakeBack, freeOf } from './rules.ts'
import type { Position, ReplacementRefusal, TakeBackRefusal } from './rules.ts'
import { lockPositions, sumsOfPack } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { Writer } from './write-entries.ts'

/** `ref` is the line of the return, which is written once: whoever calls knows who may, and records the act. */
export type ReturnedGoods = Position & { quantity: number; note: string; ref: `rtg_${string}` }

/**
 * Goods of an order came back: to the place where they were sold from, or only to be destroyed there. Both lines with their events, in the transaction of
 * whoever calls. Goods of a lot that was recalled meanwhile stay apart, as everywhere.
 */
export async function takeReturned(
  tx: Tx,
  ctx: Writer,
  { destroy, quantity, note, ref, ...position }: ReturnedGoods & { destroy: boolean },
): Promise<Outcome<null, TakeBackRefusal>> {
  await holdBooks(tx, position)
  const [lot] = await lockLots(tx, { lotIds: [position.lotId] })
  if (!lot) throw new NotFound('No such goods', position)
  await lockPositions(tx, lot.productId, [position])
  const { sold, back } = await sumsOfPack(tx, position)
  const decision = decideTakeBack(lot, { quantity, note, sold, alreadyBack: back })
  if (!decision.ok) return decision
  const { kind, delta } = decision.event
  await writeEntries(tx, ctx, [
    { ...position, delta, kind, note, ref },
    ...(destroy ? [{ ...position, delta: -delta, kind: 'destroyed' as const, note, ref }] : []),
  ])
  return done(null)
}

/** Goods leave the shelf for a buyer whose own came back or never came: sold like the first ones, and only what may be sold today. */
export async function sendReplacement(
  tx: Tx,
  ctx: Writer,
  { quantity, note, ref, ...position }: ReturnedGoods,
): Promise<Outcome<null, ReplacementRefusal>> {
  await holdBooks(tx, position)
  const [lot] = await lockLots(tx, { lotIds: [position.lotId] })
  if (!lot) throw new NotFound('No such goods', position)
  if (!isSellable(lot, dateInVietnam(ctx.now))) return refuse('lot-not-sellable', { status: lot.status, expiresOn: lot.expiresOn })
  const [goods] = await lockPositions(tx, lot.productId, [position])
  const free = freeOf(goods!)
  if (quantity > free) return refuse('not-enough', { free })
  await writeEntries(tx, ctx, [{ ...position, delta: -quantity, kind: 'sold', note, ref }])
  return done(null)
}
