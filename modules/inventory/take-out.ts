import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record } from '../identity/index.ts'
import { goodsActs } from './acts.ts'
import type { GoodsAct } from './acts.ts'
import type { TakeOutInput } from './inputs.ts'
import { lockLot, packOf, placeOf } from './lock-lot.ts'
import { decideTakeBack, decideTakeOut } from './rules.ts'
import type { Kind, TakeBackRefusal, TakeOutRefusal, TakenOutKind } from './rules.ts'
import { lockPositions, selectEntryByKey, sumsOfPack } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'

const actOfKind = { sampled: 'sample', damaged: 'damage', destroyed: 'destroy' } as const satisfies Record<TakenOutKind, GoodsAct>
type Reused = { code: 'request-key-reused' }
type Changed = { onHand: number }

/** A sample is taken, goods are damaged, goods are destroyed: they leave the books with the reason. */
export async function takeOut(ctx: Ctx, kind: TakenOutKind, input: TakeOutInput): Promise<Outcome<Changed, TakeOutRefusal | Reused>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx, actOfKind[kind], input.lotId)
    packOf(lot, input.packId)
    placeOf(lot, input.placeId)
    const [goods] = await lockPositions(tx, lot.productId, [input])
    const known = await selectEntryByKey(tx, input.requestKey)
    if (known) return isSame(known, { ...input, kind }) ? done({ onHand: goods!.onHand }) : refuse('request-key-reused')
    const decision = decideTakeOut(goods!, input)
    if (!decision.ok) return decision
    await write(tx, ctx, { ...input, kind, delta: decision.event.delta, act: actOfKind[kind] })
    return done({ onHand: goods!.onHand + decision.event.delta })
  })
}

/** A buyer brings goods back: to the shelf, or, of a recalled lot, apart from it. */
export async function takeBack(ctx: Ctx, input: TakeOutInput): Promise<Outcome<Changed, TakeBackRefusal | Reused>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx, 'take-back', input.lotId)
    packOf(lot, input.packId)
    placeOf(lot, input.placeId)
    const [goods] = await lockPositions(tx, lot.productId, [input])
    const known = await selectEntryByKey(tx, input.requestKey)
    if (known)
      return isSame(known, { ...input, kind: lot.status === 'recalled' ? 'recalled' : 'returned' })
        ? done({ onHand: goods!.onHand })
        : refuse('request-key-reused')
    const { sold, back } = await sumsOfPack(tx, input)
    const decision = decideTakeBack(lot, { quantity: input.quantity, note: input.note, sold, alreadyBack: back })
    if (!decision.ok) return decision
    await write(tx, ctx, { ...input, ...decision.event, act: 'take-back' })
    return done({ onHand: goods!.onHand + decision.event.delta })
  })
}

type Line = TakeOutInput & { kind: Kind }
const isSame = (known: { lotId: string; packId: string; placeId: string; delta: number; kind: Kind }, sent: Line) =>
  known.lotId === sent.lotId &&
  known.packId === sent.packId &&
  known.placeId === sent.placeId &&
  known.kind === sent.kind &&
  Math.abs(known.delta) === sent.quantity

async function write(
  tx: Tx,
  ctx: Ctx,
  {
    act,
    delta,
    kind,
    lotId,
    packId,
    placeId,
    note,
    requestKey,
  }: Line & { act: 'sample' | 'damage' | 'destroy' | 'take-back'; delta: number },
): Promise<void> {
  await writeEntries(tx, ctx, [{ lotId, packId, placeId, delta, kind, note, requestKey }])
  await record(tx, ctx, goodsActs[act], { subjectId: lotId, payload: { lotId, packId, placeId, delta } })
}
