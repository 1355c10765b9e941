import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { actorId, actorName, record, takeUpload } from '../identity/index.ts'
import { recallActs } from './acts.ts'
import { updateClosed, updateDecided } from './case.store.ts'
import { goodsOf } from './goods.ts'
import type { CloseRecallInput, DecideRecallInput } from './inputs.ts'
import { beginAct, mayAct, movedOf } from './open-case.ts'
import { isCompetent } from './policy.ts'
import { addBalances, balanceOf, isAccountedFor } from './rules/balance.ts'
import type { CloseRefusal, DecideRefusal } from './rules/refusals.ts'

/** The authority decides about the recall, and how the goods are to be handled, within the hours that the law gives it. */
export async function decideRecall(ctx: Ctx, input: DecideRecallInput, upload: Upload | null): Promise<Outcome<null, DecideRefusal>> {
  const { recallId, number, decidedOn, handling } = input
  const early = await mayAct(ctx, 'decide', recallId)
  if (!early.ok) return early
  if (!(await isCompetent(ctx.db, ctx.now, early.value.grant))) return refuse('not-the-authority')
  if (decidedOn > dateInVietnam(ctx.now)) return refuse('decided-in-future')
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'decide', recallId)
    if (!begun.ok) return begun
    const { recall } = begun.value
    if (recall.decidedAt) return refuse('decided-before')
    const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    if (kept) await recordFile(tx, kept.value, { by: by.byId, at: ctx.now })
    const file = kept ? { hash: kept.value.hash, name: kept.value.originalName } : undefined
    await updateDecided(tx, recallId, { number, decidedOn, handling, at: ctx.now, ...by, file })
    await record(tx, ctx, recallActs.decide, { subjectId: recallId, payload: await movedOf(tx, recall), detail: { number, handling } })
    return done(null)
  })
}

/** Everything is accounted for, or it is said why not. What an authority ordered only an authority ends. */
export async function closeRecall(ctx: Ctx, { recallId, remainderReason }: CloseRecallInput): Promise<Outcome<null, CloseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'close', recallId)
    if (!begun.ok) return begun
    const { recall, grant } = begun.value
    if (recall.origin === 'ordered' && grant.party === 'producer') return refuse('ordered-by-authority')
    if (!recall.isDrill && !recall.decidedAt) return refuse('not-decided')
    const balances = (await goodsOf(tx, recall)).lots.map(({ goods }) => ({ unit: goods.unit, ...balanceOf(goods) }))
    const goods = addBalances(balances)
    const isRest = !balances.every(isAccountedFor)
    if (isRest && !remainderReason)
      return refuse('remainder-unexplained', { rest: goods.map(({ unit, missing, inHand }) => ({ unit, missing, inHand })) })
    const reason = isRest ? remainderReason : null
    const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await updateClosed(tx, recallId, { status: recallActs.close.to, at: ctx.now, ...by, remainderReason: reason })
    await record(tx, ctx, recallActs.close, { subjectId: recallId, payload: await movedOf(tx, recall), detail: { goods } })
    return done(null)
  })
}
