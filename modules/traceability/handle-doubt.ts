import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, mayOf } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorName, grantsOf } from '../identity/rules.ts'
import { lockDoubt, selectDoubt, selectDoubts, updateDoubt } from './doubt.store.ts'
import { requireDoubtReader } from './policy.ts'
import { decideDoubtMove, doubtActs } from './rules.ts'
import type { DoubtCard, DoubtMoveRefusal, DoubtView } from './rules.ts'
import type { DoubtId } from './rules/ids.ts'
import { formWords } from './words.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** Doubts of buyers, for the provincial office and the science department: those that wait, the longest waiting first, or those closed. */
export async function listDoubts(ctx: Reader, which: 'open' | 'closed' = 'open'): Promise<DoubtCard[]> {
  requireDoubtReader(ctx.actor)
  return selectDoubts(ctx.db, which)
}

export async function findDoubt(ctx: Reader, doubtId: DoubtId): Promise<DoubtView> {
  requireDoubtReader(ctx.actor)
  const doubt = await selectDoubt(ctx.db, 'id', doubtId)
  if (!doubt) throw new NotFound('No such doubt', { doubtId })
  return { ...doubt, may: mayOf(doubtActs, doubt.status, grantsOf(ctx.actor)) }
}

/** Somebody has taken the case. */
export const takeUpDoubt = (ctx: Ctx, { doubtId }: { doubtId: DoubtId }) => moveDoubt(ctx, doubtId, 'take-up', null)

export const answerDoubtInput = z.object({
  doubtId: idInput('dbt'),
  answer: z.string().trim().min(10, formWords.doubtAnswer).max(2000, formWords.longest(2000)),
})
export type AnswerDoubtInput = z.infer<typeof answerDoubtInput>

/** Closes a case with words that its reporter may read by the case code. */
export const answerDoubt = (ctx: Ctx, { doubtId, answer }: AnswerDoubtInput) => moveDoubt(ctx, doubtId, 'answer', answer)

async function moveDoubt(
  ctx: Ctx,
  doubtId: DoubtId,
  move: 'take-up' | 'answer',
  answer: string | null,
): Promise<Outcome<{ doubtId: DoubtId }, DoubtMoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    // Whether there is such a doubt is for those who handle doubts: the right is asked for first, and needs no tie.
    requireAct(ctx.actor, doubtActs[move])
    const doubt = await lock(tx, doubtId)
    const decision = decideDoubtMove(doubt.status, move)
    if (!decision.ok) return decision
    await updateDoubt(tx, doubtId, { status: decision.event.to, answer, by: actorName(ctx.actor), at: ctx.now })
    const { caseCode, lot, product } = doubt
    await record(tx, ctx, doubtActs[move], {
      subjectId: doubtId,
      payload: { caseCode, lotId: lot?.id ?? null, productId: product?.id ?? null },
    })
    return done({ doubtId })
  })
}

async function lock(tx: Tx, doubtId: DoubtId): Promise<DoubtCard> {
  const doubt = await lockDoubt(tx, doubtId)
  if (!doubt) throw new NotFound('No such doubt', { doubtId })
  return doubt
}
