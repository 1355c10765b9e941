import { NotFound, done, refuse } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { suspensionActs } from '../acts.ts'
import type { SuspensionStatus } from '../acts.ts'
import type { AnswerSuspensionInput, CarryOutInput, LiftSuspensionInput, WithdrawSuspensionInput } from '../inputs.ts'
import { refuseSuspensionStep, suspensionStatusOf, tiesOfGoods } from '../rules.ts'
import type { StepAct, SuspensionStep, SuspensionStepRefusal } from '../rules.ts'
import type { SuspensionId } from '../rules/ids.ts'
import { lockSeller } from './seller.store.ts'
import { insertStep, selectStepByKey, selectSuspension } from './suspension.store.ts'

type Done = Promise<Outcome<null, SuspensionStepRefusal>>

/** The goods leave every public page in this moment; the orders that nobody paid are ended by the clock, within the minute. */
export const carryOutSuspension = (ctx: Ctx, { suspensionId, requestKey }: CarryOutInput): Done =>
  step(ctx, 'carry-out', { suspensionId, requestKey, words: '' })

/** What a seller says to it is kept with it, whatever comes of it. */
export const answerSuspension = (ctx: Ctx, input: AnswerSuspensionInput): Done => step(ctx, 'answer', input)

/** Before it began: it never does. */
export const withdrawSuspension = (ctx: Ctx, { reason, ...input }: WithdrawSuspensionInput): Done =>
  step(ctx, 'withdraw', { ...input, words: reason })

/** The goods are back at once, where nothing else keeps them off the shelf. */
export const liftSuspension = (ctx: Ctx, { reason, ...input }: LiftSuspensionInput): Done => step(ctx, 'lift', { ...input, words: reason })

type Wanted = { suspensionId: SuspensionId; requestKey: string; words: string; documentNumber?: string }

async function step(ctx: Ctx, name: StepAct, wanted: Wanted): Done {
  const act: NamedAct = suspensionActs[name]
  return inTransaction(ctx, async (tx): Done => {
    const found = await selectSuspension(tx, wanted.suspensionId)
    if (!found) throw new NotFound('No such suspension', { suspensionId: wanted.suspensionId })
    requireAct(ctx.actor, act, tiesOfGoods(found))
    // Rows that nobody may change cannot be locked: whoever stops or lets go a seller holds the seller.
    await lockSeller(tx, found.producerId)
    const suspension = (await selectSuspension(tx, found.id))!
    const made = stepTo(act.to as SuspensionStatus | undefined, suspensionStatusOf(suspension, ctx.now))
    const before = await selectStepByKey(tx, wanted.requestKey)
    if (before) return before.suspensionId === suspension.id && before.step === made ? done(null) : refuse('request-key-reused')
    const closed = refuseSuspensionStep(name, suspension, ctx.now)
    if (closed) return closed
    await insertStep(tx, {
      ...wanted,
      id: ctx.newId('sst'),
      step: made,
      at: ctx.now,
      byId: actorId(ctx.actor),
      byName: actorName(ctx.actor),
    })
    const { producerId } = suspension
    const said = { producerId, words: wanted.words, ...(wanted.documentNumber && { documentNumber: wanted.documentNumber }) }
    await record(tx, ctx, suspensionActs[name], {
      subjectId: suspension.id,
      payload: { suspensionId: suspension.id, producerId },
      detail: said,
    })
    return done(null)
  })
}

/** How a step is written down that leads there; one that leads elsewhere the database refuses. */
function stepTo(to: SuspensionStatus | undefined, from: SuspensionStatus): SuspensionStep {
  if (to === undefined) return 'answered'
  if (to === 'in-force') return 'carried-out'
  if (to === 'ended') return from === 'in-force' ? 'lifted' : 'withdrawn'
  return to as never
}
