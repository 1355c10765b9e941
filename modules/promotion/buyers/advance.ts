import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, requireAct, takeUpload } from '../../identity/index.ts'
import { relationActs } from './acts.ts'
import { selectEnquiryByCode } from './enquiry.store.ts'
import type { AdvanceInput, ConfirmStepInput, CorrectStepInput } from './inputs.ts'
import { limits } from './limits.ts'
import { beginRelation, madeBy, recordRelation, tiesOfRelation } from './policy.ts'
import { insertConfirmation, insertStep, selectRelation, selectSteps, updateStage } from './relation.store.ts'
import type { StoredRelation, StoredStep } from './relation.store.ts'
import type { AdvanceRefusal, ConfirmRefusal, CorrectRefusal, RelationEnded } from './rules/refusals.ts'
import { linesThatHold, whyNoStep } from './rules/stages.ts'
import type { Side } from './rules/stages.ts'

/**
 * Writes down how far two have come. A memorandum has two parties, its day and its paper, a contract its term and value, a delivery its sum, an end its
 * reason. The same form sent twice is one step.
 */
export async function advanceRelation(
  ctx: Ctx,
  input: AdvanceInput,
  upload: Upload | null,
): Promise<Outcome<null, RelationEnded | AdvanceRefusal>> {
  const known = await selectRelation(ctx.db, input.relationId)
  if (!known) throw new NotFound('No such relation')
  // Before the file is kept: whoever may not add it fills no disk.
  requireAct(ctx.actor, relationActs.advance, tiesOfRelation(ctx.actor, known))
  const kept = upload === null ? null : await takeUpload(ctx, upload, ['photo', 'paper'])
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | AdvanceRefusal>> => {
    const begun = await beginRelation(tx, ctx, 'advance', input.relationId)
    if (!begun.ok) return begun
    const { one, side } = begun.value
    const steps = await selectSteps(tx, [one.id])
    if (steps.some(({ requestKey }) => requestKey === input.requestKey)) return done(null)
    const last = linesThatHold(steps).at(-1)!
    const why = whyNoStep({ stage: last.stage, lastDay: last.onDay, today: dateInVietnam(ctx.now) }, { ...input, hasProof: kept !== null })
    if (why) return { ok: false, refusal: why }
    const file = kept?.value ?? null
    if (file) await recordFile(tx, file, { by: actorId(ctx.actor), at: ctx.now })
    await insertStep(tx, {
      ...input,
      reason: input.stage === 'ended' ? input.reason : null,
      seq: steps.length + 1,
      kind: 'step',
      side,
      proof: file && { hash: file.hash, name: file.originalName },
      ...madeBy(ctx),
    })
    await updateStage(tx, one.id, input.stage, input.onDay)
    await recordRelation(tx, ctx, 'advance', one, { stage: input.stage, onDay: input.onDay })
    return done(null)
  })
}

/** Takes back the last step that holds, with why; it stays to be read. One side does not take back what the other said. */
export async function correctStep(
  ctx: Ctx,
  { relationId, seq, words, requestKey }: CorrectStepInput,
): Promise<Outcome<null, RelationEnded | CorrectRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | CorrectRefusal>> => {
    const begun = await beginRelation(tx, ctx, 'correct', relationId)
    if (!begun.ok) return begun
    const { one, side } = begun.value
    const steps = await selectSteps(tx, [relationId])
    if (steps.some((step) => step.requestKey === requestKey)) return done(null)
    const held = linesThatHold(steps)
    const last = held.at(-1)!
    const before = held.at(-2)
    if (!before) return refuse('nothing-to-correct')
    if (last.seq !== seq) return refuse('step-changed')
    if (side !== 'office' && last.side !== side) return refuse('step-of-other-side')
    await insertStep(tx, {
      relationId,
      seq: steps.length + 1,
      kind: 'correction',
      stage: before.stage,
      onDay: dateInVietnam(ctx.now),
      side,
      words,
      requestKey,
      ...madeBy(ctx),
    })
    await updateStage(tx, relationId, before.stage, before.onDay)
    await recordRelation(tx, ctx, 'correct', one, { takenBack: last.stage })
    return done(null)
  })
}

async function confirm(tx: Tx, ctx: Ctx, one: StoredRelation, side: Side, seq: number): Promise<Outcome<null, ConfirmRefusal>> {
  const step: StoredStep | undefined = linesThatHold(await selectSteps(tx, [one.id])).find((line) => line.seq === seq && line.seq > 1)
  if (!step || side === 'office') return refuse('step-missing')
  if (step.side === side) return refuse('own-step')
  // Whoever confirms by the code of the enquiry has no name here but that of the buyer.
  const byName = ctx.actor.kind === 'visitor' ? one.buyerName : actorName(ctx.actor)
  await insertConfirmation(tx, { relationId: one.id, seq, side, at: ctx.now, byName })
  await recordRelation(tx, ctx, 'confirm', one, { seq, stage: step.stage, side })
  return done(null)
}

/** The other side says that it is so. */
export async function confirmStep(ctx: Ctx, { relationId, seq }: ConfirmStepInput): Promise<Outcome<null, RelationEnded | ConfirmRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | ConfirmRefusal>> => {
    const begun = await beginRelation(tx, ctx, 'confirm', relationId)
    return begun.ok ? confirm(tx, ctx, begun.value.one, begun.value.side, seq) : begun
  })
}

/** The same for a buyer without an account, by the code of its enquiry. */
export async function confirmByCode(
  ctx: Ctx,
  code: string,
  { relationId, seq }: ConfirmStepInput,
  address: string,
): Promise<Outcome<null, RelationEnded | ConfirmRefusal | { code: 'too-many-requests'; minutes: number }>> {
  const minutes = await consume(ctx.db, ctx.now, { limit: limits.confirm, address })
  if (minutes > 0) return refuse('too-many-requests', { minutes })
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RelationEnded | ConfirmRefusal>> => {
    const enquiry = await selectEnquiryByCode(tx, code)
    const relation = await selectRelation(tx, relationId)
    if (!enquiry || relation?.enquiryId !== enquiry.id) throw new NotFound('No such enquiry')
    const begun = await beginRelation(tx, ctx, 'confirm', relationId, { link: true })
    return begun.ok ? confirm(tx, ctx, begun.value.one, 'buyer', seq) : begun
  })
}
