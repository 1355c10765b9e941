import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { newTraceCode } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { isCommune, isOperator, selectPoint } from '../points-of-sale/point.store.ts'
import { routeActs, routeStopActs } from './acts.ts'
import type { AddStopInput, ChangeStopInput, GiveContactInput } from './inputs.ts'
import { beginStop, recordStop } from './policy.ts'
import type { HeldStop } from './policy.ts'
import { lockRoute } from './route.store.ts'
import type { RouteId, RouteStopId } from './rules/ids.ts'
import type { AddStopRefusal, ContactRefusal, RouteClosed, StopClosed, StopFormRefusal } from './rules/refusals.ts'
import { insertStop, orderStops, selectStopByKey, selectStops, updateStop, updateStopFields, updateStopPhone } from './stop.store.ts'
import type { StopFields } from './stop.store.ts'

/** A leaflet and a passport hold as many. */
export const mostStops = 20

/** Not to be guessed: 14 signs of 31 and more. */
const newStampCode = () => newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count)))

type Typed = StopFields & { place: number | null }

async function refuseForm(tx: Tx, { communeCode, hostId, kind, pointId }: Typed): Promise<Refused<StopFormRefusal> | null> {
  if (!(await isCommune(tx, communeCode))) return refuse('commune-unknown')
  if (!(await isOperator(tx, hostId))) return refuse('host-unknown')
  if (kind !== 'point-of-sale') return null
  if (pointId === null) return refuse('point-missing')
  return (await selectPoint(tx, pointId)) ? null : refuse('point-unknown')
}

/** What is no point of sale has none, whatever a form still holds. */
const fieldsOf = ({ place: _place, ...typed }: Typed): StopFields => ({
  ...typed,
  pointId: typed.kind === 'point-of-sale' ? typed.pointId : null,
})

async function refuseRoute(tx: Tx, routeId: RouteId): Promise<Refused<RouteClosed> | null> {
  const route = await lockRoute(tx, routeId)
  if (!route) throw new NotFound('No such route')
  return refuseStatus(routeActs.change, route.status)
}

/** Puts a stop at its place; the others keep their order. */
async function placeStop(tx: Tx, routeId: RouteId, id: RouteStopId, place: number | null): Promise<void> {
  const others = (await selectStops(tx, [routeId])).map((stop) => stop.id).filter((one) => one !== id)
  await orderStops(tx, others.toSpliced(place === null ? others.length : Math.min(place - 1, others.length), 0, id))
}

export async function addStop(
  ctx: Ctx,
  { routeId, requestKey, ...typed }: AddStopInput,
): Promise<Outcome<{ stopId: RouteStopId }, AddStopRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ stopId: RouteStopId }, AddStopRefusal>> => {
    requireAct(ctx.actor, routeStopActs.add)
    const before = await selectStopByKey(tx, requestKey)
    if (before) return done({ stopId: before.id })
    const closed = await refuseRoute(tx, routeId)
    if (closed) return closed
    const refused = await refuseForm(tx, typed)
    if (refused) return refused
    const stops = await selectStops(tx, [routeId])
    if (stops.length >= mostStops) return refuse('too-many-stops', { most: mostStops })
    const id = ctx.newId('rst')
    const one = { id, routeId, place: stops.length + 1, stampCode: newStampCode(), at: ctx.now, requestKey }
    await insertStop(tx, { ...fieldsOf(typed), ...one })
    await placeStop(tx, routeId, id, typed.place)
    await recordStop(tx, ctx, 'add', { id, routeId, name: typed.name })
    return done({ stopId: id })
  })
}

export async function changeStop(
  ctx: Ctx,
  { stopId, ...typed }: ChangeStopInput,
): Promise<Outcome<null, StopClosed | RouteClosed | StopFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, StopClosed | RouteClosed | StopFormRefusal>> => {
    const begun = await beginStop(tx, ctx, 'change', stopId)
    if (!begun.ok) return begun
    const { routeId } = begun.value
    const refused = (await refuseRoute(tx, routeId)) ?? (await refuseForm(tx, typed))
    if (refused) return refused
    await updateStopFields(tx, stopId, fieldsOf(typed))
    // Somebody else receives visitors there now: the number was another's.
    if (begun.value.hostId !== typed.hostId) await updateStopPhone(tx, stopId, null)
    if (typed.place !== null) await placeStop(tx, routeId, stopId, typed.place)
    await recordStop(tx, ctx, 'change', { id: stopId, routeId, name: typed.name })
    return done(null)
  })
}

export async function dropStop(ctx: Ctx, { stopId }: { stopId: RouteStopId }): Promise<Outcome<null, StopClosed | RouteClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, StopClosed | RouteClosed>> => {
    const begun = await beginStop(tx, ctx, 'drop', stopId)
    if (!begun.ok) return begun
    const closed = await refuseRoute(tx, begun.value.routeId)
    if (closed) return closed
    await updateStopPhone(tx, stopId, null)
    await updateStop(tx, stopId, { status: routeStopActs.drop.to, position: null, left_reason: null, left_at: null })
    await orderStops(tx, (await selectStops(tx, [begun.value.routeId])).map(({ id }) => id)) // prettier-ignore
    await recordStop(tx, ctx, 'drop', begun.value)
    return done(null)
  })
}

type HostAct = 'give-contact' | 'withdraw-contact' | 'change-code' | 'leave' | 'rejoin'
/** What whoever receives visitors does to a stop of its own. */
const atStop = (ctx: Ctx, act: HostAct, stopId: RouteStopId, change: (tx: Tx, stop: HeldStop) => Promise<unknown>) =>
  inTransaction(ctx, async (tx): Promise<Outcome<null, StopClosed>> => {
    const begun = await beginStop(tx, ctx, act, stopId)
    if (!begun.ok) return begun
    await change(tx, begun.value)
    await recordStop(tx, ctx, act, begun.value)
    return done(null)
  })

/** The number that everybody may call, from the day on which its owner agreed. */
export async function giveContact(
  ctx: Ctx,
  { stopId, phone, agreedOn }: GiveContactInput,
): Promise<Outcome<null, StopClosed | ContactRefusal>> {
  const isAhead = agreedOn > dateInVietnam(ctx.now)
  return isAhead && (await mayGive(ctx, stopId))
    ? refuse('agreed-in-future')
    : atStop(ctx, 'give-contact', stopId, (tx) => updateStopPhone(tx, stopId, { phone, agreedOn }))
}
const mayGive = (ctx: Ctx, stopId: RouteStopId) => inTransaction(ctx, async (tx) => (await beginStop(tx, ctx, 'give-contact', stopId)).ok)

/** With the consent goes the number. */
export const withdrawContact = (ctx: Ctx, { stopId }: { stopId: RouteStopId }) =>
  atStop(ctx, 'withdraw-contact', stopId, (tx) => updateStopPhone(tx, stopId, null))

/** What is printed leads nowhere from now on; stamps that visitors have stay. */
export const changeStampCode = (ctx: Ctx, { stopId }: { stopId: RouteStopId }) =>
  atStop(ctx, 'change-code', stopId, (tx) => updateStop(tx, stopId, { stamp_code: newStampCode() }))

export const leaveRoute = (ctx: Ctx, { stopId, reason }: { stopId: RouteStopId; reason: string }) =>
  atStop(ctx, 'leave', stopId, (tx) => updateStop(tx, stopId, { status: routeStopActs.leave.to, left_reason: reason, left_at: ctx.now }))

export const rejoinRoute = (ctx: Ctx, { stopId }: { stopId: RouteStopId }) =>
  atStop(ctx, 'rejoin', stopId, (tx) => updateStop(tx, stopId, { status: routeStopActs.rejoin.to, left_reason: null, left_at: null }))
