import { NotFound, refuseStatus, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { inspectionActs, tiesOfInspection } from '../acts.ts'
import type { InspectionAct, InspectionMoved } from '../acts.ts'
import type { InspectionId } from '../rules/ids.ts'
import type { InspectionClosed } from '../rules/refusals.ts'
import { lockInspection, selectInspection } from './visit.store.ts'
import type { StoredInspection } from './visit.store.ts'

export type VisitAct = Exclude<InspectionAct, 'order'>

export const movedOf = ({ id, code, productId, producerId, communeCode, inspectorId }: StoredInspection): InspectionMoved => ({
  inspectionId: id,
  code,
  productId,
  producerId,
  communeCode,
  inspectorId,
})

function judge(
  ctx: Pick<Ctx, 'actor'>,
  act: VisitAct,
  inspection: StoredInspection | undefined,
): Outcome<StoredInspection, InspectionClosed> {
  if (!inspection) throw new NotFound('No such inspection')
  requireAct(ctx.actor, inspectionActs[act], tiesOfInspection(inspection))
  return refuseStatus(inspectionActs[act], inspection.status) ?? done(inspection)
}

/** The visit, held, for somebody who may do this to it in its state; to anybody else it is not there. */
export const beginVisit = async (tx: Tx, ctx: Ctx, act: VisitAct, id: InspectionId) => judge(ctx, act, await lockInspection(tx, id))

/** The same before a file is kept: whoever may not fills no disk. */
export const mayVisit = async (ctx: Ctx, act: VisitAct, id: InspectionId) => judge(ctx, act, await selectInspection(ctx.db, id))
