import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { actorName, record } from './events.ts'
import { forgetLinks } from './links.ts'
import { lockLot, updateLotStatus, updateRecalled } from './lot.store.ts'
import { mayRecall, mayTend } from './policy.ts'
import { decideLotMove, decideRecall } from './rules.ts'
import type { LotMoveRefusal, RecallRefusal } from './rules.ts'

/** Nothing more of this lot is sold or labelled: the shelf is empty, or the maker stops. */
export const closeLot = (ctx: Ctx, input: { lotId: string }) => moveLot(ctx, input.lotId, 'close')
export const reopenLot = (ctx: Ctx, input: { lotId: string }) => moveLot(ctx, input.lotId, 'reopen')

async function moveLot(ctx: Ctx, lotId: string, move: 'close' | 'reopen'): Promise<Outcome<{ lotId: string }, LotMoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot || !mayTend(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
    const decision = decideLotMove(lot.status, move)
    if (!decision.ok) return decision
    await updateLotStatus(tx, lotId, decision.event.to === 'open' ? 'open' : 'closed')
    await record(tx, ctx, move === 'close' ? 'lot.closed' : 'lot.reopened', { lotId }, { type: 'lot', id: lotId })
    return done({ lotId })
  })
}

export const recallLotInput = z.object({
  lotId: z.string(),
  reason: z.string().trim().min(5, 'Ghi rõ lý do để người đã mua biết phải làm gì.').max(500, 'Nhiều nhất 500 chữ.'),
  confirmed: z.literal('on', 'Hãy đánh dấu vào ô xác nhận: đã thu hồi thì không rút lại được.'),
})
export type RecallLotInput = z.infer<typeof recallLotInput>

/**
 * Calls a lot back, by its maker or the province. From the commit on every scan says so first, and the shop, which holds the lot while
 * it sells of it, sells no more.
 */
export async function recallLot(
  ctx: Ctx,
  { lotId, reason }: Omit<RecallLotInput, 'confirmed'>,
): Promise<Outcome<{ lotId: string }, RecallRefusal>> {
  const outcome = await inTransaction(ctx, async (tx): Promise<Outcome<{ lotId: string }, RecallRefusal>> => {
    const lot = await lockLot(tx, lotId)
    if (!lot || !mayRecall(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
    const decision = decideRecall(lot.status, reason)
    if (!decision.ok) return decision
    await updateRecalled(tx, lotId, { reason, at: ctx.now, by: actorName(ctx) })
    const by = mayTend(ctx.actor, lot) ? 'producer' : 'officer'
    const { product, producer } = lot
    await record(tx, ctx, 'lot.recalled', { lotId, productId: product.id, producerId: producer.id, reason, by }, { type: 'lot', id: lotId })
    return done({ lotId })
  })
  forgetLinks()
  return outcome
}
