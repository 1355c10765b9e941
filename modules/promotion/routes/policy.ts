import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { routeActs, routeEnquiryActs, routeStopActs, tiesOfHost } from './acts.ts'
import type { VisitEnquiryAct, RouteAct, StopAct } from './acts.ts'
import { lockEnquiry, selectEnquiry } from './enquiry.store.ts'
import type { StoredEnquiry } from './enquiry.store.ts'
import { lockRoute } from './route.store.ts'
import type { StoredRoute } from './route.store.ts'
import type { RouteEnquiryId, RouteId, RouteStopId } from './rules/ids.ts'
import type { VisitEnquiryClosed, RouteClosed, StopClosed } from './rules/refusals.ts'
import { statusOfStop } from './stop.store.ts'

export const requireOffice = (actor: Actor) => requireRole(actor, 'trade-department')

/** The route, held, for somebody who may do this to it in its state. */
export async function beginRoute(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<RouteAct, 'register'>,
  id: RouteId,
): Promise<Outcome<StoredRoute, RouteClosed>> {
  requireAct(ctx.actor, routeActs[act])
  const route = await lockRoute(tx, id)
  if (!route) throw new NotFound('No such route')
  return (
    (refuseStatus(routeActs[act], route.status) as ReturnType<typeof refuseStatus<typeof routeActs.change, typeof route.status>>) ??
    done(route)
  )
}

export async function recordRoute(tx: Tx, ctx: Ctx, act: RouteAct, { id, name }: Pick<StoredRoute, 'id' | 'name'>) {
  await record(tx, ctx, routeActs[act] as NamedAct & typeof routeActs.change, { subjectId: id, payload: { routeId: id, name } })
}

export type HeldStop = NonNullable<Awaited<ReturnType<typeof statusOfStop>>>

/** The stop with its route, the route held, for whoever receives visitors there or the department; to anybody else it is not there. */
export async function beginStop(tx: Tx, ctx: Ctx, act: Exclude<StopAct, 'add'>, id: RouteStopId): Promise<Outcome<HeldStop, StopClosed>> {
  const known = await statusOfStop(tx, id)
  if (!known) throw new NotFound('No such stop')
  requireAct(ctx.actor, routeStopActs[act], tiesOfHost(known))
  await lockRoute(tx, known.routeId)
  const stop = (await statusOfStop(tx, id))!
  return (
    (refuseStatus(routeStopActs[act], stop.status) as ReturnType<typeof refuseStatus<typeof routeStopActs.change, typeof stop.status>>) ??
    done(stop)
  )
}

export async function recordStop(tx: Tx, ctx: Ctx, act: StopAct, { id, routeId, name }: Pick<HeldStop, 'id' | 'routeId' | 'name'>) {
  const row = routeStopActs[act] as NamedAct & typeof routeStopActs.change
  await record(tx, ctx, row, { subjectId: id, payload: { stopId: id, routeId, name } })
}

/** The enquiry with its route, both held: for its host, or for whoever has its code. */
export async function beginEnquiry(
  tx: Tx,
  ctx: Ctx,
  act: Exclude<VisitEnquiryAct, 'ask'>,
  id: RouteEnquiryId,
): Promise<Outcome<{ route: StoredRoute; enquiry: StoredEnquiry }, VisitEnquiryClosed>> {
  const known = await selectEnquiry(tx, id)
  if (!known) throw new NotFound('No such enquiry')
  requireAct(ctx.actor, routeEnquiryActs[act], tiesOfHost(known))
  const route = (await lockRoute(tx, known.routeId))!
  const enquiry = (await lockEnquiry(tx, id))!
  return (
    (refuseStatus(routeEnquiryActs[act], enquiry.status) as ReturnType<
      typeof refuseStatus<typeof routeEnquiryActs.accept, typeof enquiry.status>
    >) ?? done({ route, enquiry })
  )
}

export async function recordEnquiry(tx: Tx, ctx: Ctx, act: VisitEnquiryAct, { id, routeId }: Pick<StoredEnquiry, 'id' | 'routeId'>) {
  const row = routeEnquiryActs[act] as NamedAct & typeof routeEnquiryActs.accept
  await record(tx, ctx, row, { subjectId: id, payload: { enquiryId: id, routeId } })
}
