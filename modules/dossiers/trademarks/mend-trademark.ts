import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import type { TrademarkId } from '../rules/ids.ts'
import { trademarkActs } from '../rules/trademark.ts'
import type { CorrectTrademarkRefusal, StrikeRefusal } from '../rules/trademark.ts'
import { inputWords } from '../words.ts'
import { trademarkDay, trademarkFacts } from './enter-trademark.ts'
import { detailOf, openTrademark } from './open-trademark.ts'
import { selectByNumber, selectSteps, strikeStep, updateFacts } from './trademark.store.ts'

const reason = z.string().trim().min(5, inputWords.reasonOfCorrection).max(500, inputWords.tooLong(500))

export const strikeInput = z.object({ stepId: idInput('tms'), reason })
export const correctTrademarkInput = z.object({ ...trademarkFacts, filedOn: trademarkDay, reason })

/** The last step was entered by mistake: the application is again where it was, and the step stays in its history. */
export async function strikeTrademarkStep(
  ctx: Ctx,
  trademarkId: TrademarkId,
  { stepId, reason: why }: z.infer<typeof strikeInput>,
): Promise<Outcome<null, StrikeRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const trademark = await openTrademark(tx, ctx, trademarkActs.strike, trademarkId)
    const closed = refuseStatus(trademarkActs.strike, trademark.status)
    if (closed) return closed
    if (stepId !== trademark.lastStepId) return refuse('changed-elsewhere')
    await strikeStep(tx, { id: stepId, trademarkId, byName: actorName(ctx.actor), reason: why, at: ctx.now })
    const detail = { ...detailOf(ctx.actor, trademark), status: trademark.status, reason: why }
    await record(tx, ctx, trademarkActs.strike, { subjectId: trademarkId, detail })
    return done(null)
  })
}

/** What an application says was written down wrongly; what stood there before stays in its history. */
export async function correctTrademark(
  ctx: Ctx,
  trademarkId: TrademarkId,
  { filedOn, reason: why, ...given }: z.infer<typeof correctTrademarkInput>,
): Promise<Outcome<null, CorrectTrademarkRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const trademark = await openTrademark(tx, ctx, trademarkActs.correct, trademarkId)
    if (filedOn > dateInVietnam(ctx.now)) return refuse('happened-in-future')
    const next = (await selectSteps(tx, trademarkId)).find(({ status, struckAt }) => status !== 'filed' && struckAt === null)
    if (next && filedOn > next.happenedOn) return refuse('filed-after-step', { on: next.happenedOn })
    const { producerId, mark, number, classes } = trademark
    if (given.mark === mark && given.number === number && given.classes === classes && filedOn === trademark.filedOn)
      return refuse('nothing-changed')
    const known = given.number === null ? undefined : await selectByNumber(tx, { producerId, number: given.number, except: trademarkId })
    if (known) return refuse('number-known', { mark: known.mark })
    const byName = actorName(ctx.actor)
    await updateFacts(tx, trademark, { id: ctx.newId('tmc'), facts: given, filedOn, reason: why, byName, at: ctx.now })
    await record(tx, ctx, trademarkActs.correct, { subjectId: trademarkId, detail: { ...detailOf(ctx.actor, trademark), reason: why } })
    return done(null)
  })
}
