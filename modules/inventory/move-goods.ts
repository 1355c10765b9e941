import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { goodsActs } from './acts.ts'
import type { MoveGoodsInput } from './inputs.ts'
import { lockLot, packOf, placeOf } from './lock-lot.ts'
import { decideMove } from './rules.ts'
import type { MoveRefusal } from './rules.ts'
import { lockPositions, selectEntryByKey } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'

/** Goods go from one place of their maker to another: two lines of one movement, which add up to nothing. */
export async function moveGoods(
  ctx: Ctx,
  { lotId, packId, fromId, toId, quantity, requestKey }: MoveGoodsInput,
): Promise<Outcome<{ moved: number }, MoveRefusal | { code: 'request-key-reused' }>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx, 'move', lotId)
    packOf(lot, packId)
    placeOf(lot, fromId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) {
      const same = known.kind === 'moved' && known.lotId === lotId && known.placeId === fromId && known.delta === -quantity
      return same ? done({ moved: quantity }) : refuse('request-key-reused')
    }
    const samePlace = fromId === toId
    const toEnded = placeOf(lot, toId).endedAt !== null
    const positions = [fromId, ...(samePlace ? [] : [toId])].map((placeId) => ({ lotId, packId, placeId }))
    const [from] = await lockPositions(tx, lot.productId, positions)
    const decision = decideMove(from!, { quantity, samePlace, toEnded })
    if (!decision.ok) return decision
    const line = { lotId, packId, kind: 'moved' as const, ref: ctx.newId('mov') }
    await writeEntries(tx, ctx, [
      { ...line, placeId: fromId, delta: -quantity, requestKey },
      { ...line, placeId: toId, delta: quantity },
    ])
    await record(tx, ctx, goodsActs.move, { subjectId: lotId, payload: { lotId, packId, fromId, toId, quantity } })
    return done({ moved: quantity })
  })
}
