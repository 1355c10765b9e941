import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { actorName } from '../../identity/index.ts'
import { lockApplication } from './application.store.ts'
import { updateFair } from './fair.store.ts'
import type { FairInput, PlaceInput, PlanInput } from './inputs.ts'
import { holdStand, insertPlanChange, insertStands, leaveStand, moveStand, removeStand, selectStand, selectStands } from './plan.store.ts'
import { beginFair, recordFair } from './policy.ts'
import type { FairStandId } from './rules/ids.ts'
import { editPlan, readPlan } from './rules/plan.ts'
import type { FairClosed, PlanRefusal } from './rules/refusals.ts'
import { sayPlanEdit } from './words/names.ts'

/**
 * The plan as it is typed, drawn anew as often as wished: a stand is known by its number, and whoever holds one keeps it wherever it moves. Once it is
 * printed, numbers stay and each change is shown to everybody.
 */
export async function drawFairPlan(ctx: Ctx, { fairId, plan }: PlanInput): Promise<Outcome<null, FairClosed | PlanRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'draw-plan', fairId)
    if (!begun.ok) return begun
    const fair = begun.value
    const wanted = readPlan(plan)
    if (!wanted.ok) return wanted
    const before = await selectStands(tx, fairId)
    const isPrinted = fair.planPrintedAt !== null
    const edit = editPlan(
      before.map(({ applicationId, ...one }) => ({ ...one, isHeld: applicationId !== null })),
      wanted.value,
      { isPrinted },
    )
    if (!edit.ok) return edit
    const { added, moved, removed } = edit.value
    if (added.length + moved.length + removed.length === 0) return done(null)
    for (const { id } of removed) await removeStand(tx, id as FairStandId)
    for (const { id, to } of moved) await moveStand(tx, id as FairStandId, to)
    await insertStands(tx, fairId, added.map((one) => ({ ...one, id: ctx.newId('fst') }))) // prettier-ignore
    await insertPlanChange(tx, {
      fairId,
      says: sayPlanEdit(edit.value),
      afterPrinting: isPrinted,
      at: ctx.now,
      byName: actorName(ctx.actor),
    })
    await recordFair(tx, ctx, 'draw-plan', fair)
    return done(null)
  })
}

/** From now on the numbers are out: they stay. */
export async function printPlan(ctx: Ctx, { fairId }: FairInput): Promise<Outcome<null, FairClosed | PlanRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'print-plan', fairId)
    if (!begun.ok) return begun
    if (begun.value.planPrintedAt !== null) return refuse('printed-before')
    if ((await selectStands(tx, fairId)).length === 0) return refuse('plan-missing')
    await updateFair(tx, fairId, { plan_printed_at: ctx.now })
    await recordFair(tx, ctx, 'print-plan', begun.value)
    return done(null)
  })
}

/** Who stands where; nobody: the stand is free again. */
export async function placeApplication(
  ctx: Ctx,
  { fairId, standId, applicationId }: PlaceInput,
): Promise<Outcome<null, FairClosed | PlanRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'place', fairId)
    if (!begun.ok) return begun
    const stand = await selectStand(tx, standId)
    if (!stand || stand.fairId !== fairId) throw new NotFound('No such stand')
    if (applicationId === null) await holdStand(tx, standId, null)
    else {
      const one = await lockApplication(tx, applicationId)
      if (!one || one.fairId !== fairId) throw new NotFound('No such application')
      if (one.status !== 'allotted' && one.status !== 'confirmed') return refuse('not-allotted')
      if (stand.applicationId !== null && stand.applicationId !== applicationId) return refuse('stand-taken')
      await leaveStand(tx, applicationId)
      await holdStand(tx, standId, applicationId)
    }
    await recordFair(tx, ctx, 'place', begun.value)
    return done(null)
  })
}
