import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import { freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { actorId, requireAct, takeUpload } from '../../identity/index.ts'
import { isOperator } from '../points-of-sale/point.store.ts'
import { routeActs } from './acts.ts'
import type { ChangeRouteInput, RecogniseRouteInput, RegisterRouteInput } from './inputs.ts'
import { beginRoute, recordRoute } from './policy.ts'
import { insertRoute, selectRouteByKey, takenRouteSlugs, updateRoute, updateRouteFields } from './route.store.ts'
import type { RouteId } from './rules/ids.ts'
import type { PublishRouteRefusal, RecogniseRouteRefusal, RouteClosed, RouteFormRefusal } from './rules/refusals.ts'
import { selectStops } from './stop.store.ts'

/** Fewer are a place and no route. */
export const leastStops = 2

/** A route that the department puts together; nobody else sees it before it is published. The same form sent twice is one route. */
export async function registerRoute(
  ctx: Ctx,
  { requestKey, ...typed }: RegisterRouteInput,
  { isSample = false } = {},
): Promise<Outcome<{ routeId: RouteId }, RouteFormRefusal>> {
  return inTransaction(ctx, async (tx) => {
    requireAct(ctx.actor, routeActs.register)
    const before = await selectRouteByKey(tx, requestKey)
    if (before) return done({ routeId: before.id })
    if (!(await isOperator(tx, typed.hostId))) return refuse('host-unknown')
    const id = ctx.newId('rou')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, await takenRouteSlugs(tx, plain))
    await insertRoute(tx, { ...typed, id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey })
    await recordRoute(tx, ctx, 'register', { id, name: typed.name })
    return done({ routeId: id })
  })
}

export async function changeRoute(
  ctx: Ctx,
  { routeId, ...typed }: ChangeRouteInput,
): Promise<Outcome<null, RouteClosed | RouteFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RouteClosed | RouteFormRefusal>> => {
    const begun = await beginRoute(tx, ctx, 'change', routeId)
    if (!begun.ok) return begun
    if (!(await isOperator(tx, typed.hostId))) return refuse('host-unknown')
    await updateRouteFields(tx, routeId, typed)
    await recordRoute(tx, ctx, 'change', { id: routeId, name: typed.name })
    return done(null)
  })
}

export async function publishRoute(ctx: Ctx, { routeId }: { routeId: RouteId }): Promise<Outcome<null, RouteClosed | PublishRouteRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RouteClosed | PublishRouteRefusal>> => {
    const begun = await beginRoute(tx, ctx, 'publish', routeId)
    if (!begun.ok) return begun
    const standing = (await selectStops(tx, [routeId])).filter(({ outBecause }) => outBecause === null)
    if (standing.length < leastStops) return refuse('stops-missing', { least: leastStops })
    await updateRoute(tx, routeId, { status: routeActs.publish.to, published_at: ctx.now })
    await recordRoute(tx, ctx, 'publish', begun.value)
    return done(null)
  })
}

/** By a decision alone: its number, its day and the paper itself. */
export async function recogniseRoute(
  ctx: Ctx,
  { routeId, number, on }: RecogniseRouteInput,
  upload: Upload | null,
): Promise<Outcome<null, RouteClosed | RecogniseRouteRefusal>> {
  requireAct(ctx.actor, routeActs.recognise)
  if (on > dateInVietnam(ctx.now)) return refuse('decision-in-future')
  if (!upload) return refuse('paper-missing')
  const kept = await takeUpload(ctx, upload, ['photo', 'paper'])
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RouteClosed>> => {
    const begun = await beginRoute(tx, ctx, 'recognise', routeId)
    if (!begun.ok) return begun
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const decision = { recognised_number: number, recognised_on: on, recognised_file_hash: kept.value.hash }
    await updateRoute(tx, routeId, { status: routeActs.recognise.to, ...decision })
    await recordRoute(tx, ctx, 'recognise', begun.value)
    return done(null)
  })
}

/** Its page stays and says so; nobody is led there any more. */
export async function endRoute(ctx: Ctx, { routeId, reason }: { routeId: RouteId; reason: string }): Promise<Outcome<null, RouteClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RouteClosed>> => {
    const begun = await beginRoute(tx, ctx, 'end', routeId)
    if (!begun.ok) return begun
    await updateRoute(tx, routeId, { status: routeActs.end.to, ended_reason: reason })
    await recordRoute(tx, ctx, 'end', begun.value)
    return done(null)
  })
}
