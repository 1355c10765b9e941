import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, actorName, peopleWith, record, requireAct } from '../../identity/index.ts'
import type { UserId } from '../../identity/rules.ts'
import { inspectionActs } from '../acts.ts'
import type { OrderInspectionInput } from '../inputs.ts'
import { candidatesOn } from '../plans/candidates.ts'
import type { InspectionId } from '../rules/ids.ts'
import type { AssignRefusal, InspectionClosed, OrderRefusal } from '../rules/refusals.ts'
import { beginVisit, movedOf } from './open-visit.ts'
import {
  insertInspection,
  lockCodes,
  newCode,
  selectInspectionByKey,
  selectInspection,
  selectOpenInspectionOf,
  selectPeople,
  updateInspection,
} from './visit.store.ts'

/** A visit outside the plan, for a reason. The same form sent twice is one visit; of one product one is open at a time. */
export async function orderInspection(
  ctx: Ctx,
  { productId, reason, dueOn, requestKey }: OrderInspectionInput,
): Promise<Outcome<{ inspectionId: InspectionId }, OrderRefusal>> {
  const act = inspectionActs.order
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    await lockCodes(tx)
    const before = await selectInspectionByKey(tx, requestKey)
    if (before) return done({ inspectionId: before.id })
    const candidate = (await candidatesOn({ db: tx, now: ctx.now })).find((one) => one.productId === productId)
    if (!candidate) return refuse('never-recognised')
    const open = await selectOpenInspectionOf(tx, productId)
    if (open) return refuse('inspection-open', { inspectionCode: open.code })
    const id = ctx.newId('ins')
    const code = await newCode(tx, Number(dateInVietnam(ctx.now).slice(0, 4)))
    const { producerId, certificateCode, communeCode, grounds } = candidate
    const subject = { productId, producerId, certificateCode, communeCode, grounds }
    await insertInspection(tx, { ...subject, id, code, planId: null, reason, dueOn, requestKey, at: ctx.now })
    const payload = { inspectionId: id, code, productId, producerId, communeCode, inspectorId: null }
    await record(tx, ctx, act, { subjectId: id, payload, detail: { reason } })
    return done({ inspectionId: id })
  })
}

/** Who can be sent: the office and its advisers, as of today. */
export async function listInspectors({ db, now }: Pick<Ctx, 'now'> & { db: ReadDb }): Promise<{ id: UserId; name: string }[]> {
  const ids = await peopleWith(db, ['provincial-officer', 'advisory-member'], { today: dateInVietnam(now) })
  return selectPeople(db, ids)
}

/** Gives the visit to somebody of the office, or to an adviser. */
export async function assignInspection(
  ctx: Ctx,
  { inspectionId, inspectorId }: { inspectionId: InspectionId; inspectorId: UserId },
): Promise<Outcome<null, AssignRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'assign', inspectionId)
    if (!begun.ok) return begun
    const inspector = (await listInspectors({ db: tx, now: ctx.now })).find(({ id }) => id === inspectorId)
    if (!inspector) return refuse('not-an-inspector')
    await updateInspection(tx, inspectionId, { inspector })
    const after = (await selectInspection(tx, inspectionId))!
    await record(tx, ctx, inspectionActs.assign, { subjectId: inspectionId, payload: movedOf(after) })
    return done(null)
  })
}

/** An officer of the commune goes along: the minutes name them. */
export async function attendInspection(
  ctx: Ctx,
  { inspectionId }: { inspectionId: InspectionId },
): Promise<Outcome<null, InspectionClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'attend', inspectionId)
    if (!begun.ok) return begun
    if (begun.value.attendedById === actorId(ctx.actor)) return done(null)
    await updateInspection(tx, inspectionId, { attended: { id: actorId(ctx.actor), name: actorName(ctx.actor) } })
    await record(tx, ctx, inspectionActs.attend, { subjectId: inspectionId })
    return done(null)
  })
}
