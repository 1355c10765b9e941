import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { pointActs } from './acts.ts'
import type { PointAct } from './acts.ts'
import { lockPoint } from './point.store.ts'
import type { StoredPoint } from './point.store.ts'
import type { PointId } from './rules/ids.ts'
import type { PointClosed } from './rules/refusals.ts'

export const requireOffice = (actor: Actor) => requireRole(actor, 'trade-department')

type OpenAct = Exclude<PointAct, 'register'>

/** The point, held, for somebody who may do this to it in its state. */
export async function beginPoint(tx: Tx, ctx: Ctx, act: OpenAct, id: PointId): Promise<Outcome<StoredPoint, PointClosed>> {
  requireAct(ctx.actor, pointActs[act])
  const point = await lockPoint(tx, id)
  if (!point) throw new NotFound('No such point of sale')
  return (
    (refuseStatus(pointActs[act], point.status) as ReturnType<typeof refuseStatus<typeof pointActs.change, typeof point.status>>) ??
    done(point)
  )
}

/** The event and the line of the audit trail. */
export async function recordPoint(
  tx: Tx,
  ctx: Ctx,
  act: PointAct,
  { id, name }: Pick<StoredPoint, 'id' | 'name'>,
  detail?: Record<string, unknown>,
) {
  const row = pointActs[act] as NamedAct & typeof pointActs.change
  await record(tx, ctx, row, { subjectId: id, payload: { pointId: id, name }, ...(detail && { detail }) })
}
