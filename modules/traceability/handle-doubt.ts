import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { lockDoubt, selectDoubt, selectDoubts, updateDoubt } from './doubt.store.ts'
import { actorName, record } from './events.ts'
import { requireDoubtDesk } from './policy.ts'
import { decideDoubtMove } from './rules.ts'
import type { DoubtCard, DoubtMoveRefusal } from './rules.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** Doubts of buyers, for the provincial office and the science department: those that wait, the longest waiting first, or those closed. */
export async function listDoubts(ctx: Reader, which: 'open' | 'closed' = 'open'): Promise<DoubtCard[]> {
  requireDoubtDesk(ctx.actor)
  return selectDoubts(ctx.db, which)
}

export async function findDoubt(ctx: Reader, doubtId: string): Promise<DoubtCard> {
  requireDoubtDesk(ctx.actor)
  const doubt = await selectDoubt(ctx.db, 'id', doubtId)
  if (!doubt) throw new NotFound('No such doubt', { doubtId })
  return doubt
}

/** Somebody has taken the case. */
export async function takeUpDoubt(ctx: Ctx, { doubtId }: { doubtId: string }): Promise<Outcome<{ doubtId: string }, DoubtMoveRefusal>> {
  requireDoubtDesk(ctx.actor)
  return inTransaction(ctx, async (tx) => {
    const doubt = await lock(tx, doubtId)
    const decision = decideDoubtMove(doubt.status, 'check')
    if (!decision.ok) return decision
    await updateDoubt(tx, doubtId, { status: decision.event.to, answer: null, by: actorName(ctx), at: ctx.now })
    await record(tx, ctx, 'doubt.taken-up', { caseCode: doubt.caseCode }, { type: 'doubt', id: doubtId })
    return done({ doubtId })
  })
}

export const answerDoubtInput = z.object({
  doubtId: z.string(),
  answer: z.string().trim().min(10, 'Hãy ghi câu trả lời cho người phản ánh, ít nhất một câu.').max(2000, 'Nhiều nhất 2.000 chữ.'),
})
export type AnswerDoubtInput = z.infer<typeof answerDoubtInput>

/** Closes a case with words that its reporter may read by the case code. */
export async function answerDoubt(
  ctx: Ctx,
  { doubtId, answer }: AnswerDoubtInput,
): Promise<Outcome<{ doubtId: string }, DoubtMoveRefusal>> {
  requireDoubtDesk(ctx.actor)
  return inTransaction(ctx, async (tx) => {
    const doubt = await lock(tx, doubtId)
    const decision = decideDoubtMove(doubt.status, 'answer')
    if (!decision.ok) return decision
    await updateDoubt(tx, doubtId, { status: decision.event.to, answer, by: actorName(ctx), at: ctx.now })
    const { caseCode, lot, product } = doubt
    await record(
      tx,
      ctx,
      'doubt.answered',
      { caseCode, lotId: lot?.id ?? null, productId: product?.id ?? null },
      { type: 'doubt', id: doubtId },
    )
    return done({ doubtId })
  })
}

async function lock(tx: Tx, doubtId: string): Promise<DoubtCard> {
  const doubt = await lockDoubt(tx, doubtId)
  if (!doubt) throw new NotFound('No such doubt', { doubtId })
  return doubt
}
