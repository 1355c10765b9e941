import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf, hasRole, organisationsOf } from '../../identity/rules.ts'
import type { Actor } from '../../identity/rules.ts'
import { listCommunes } from '../../law/index.ts'
import { selectOperators, selectRecognised } from '../points-of-sale/point.store.ts'
import { routeActs, routeEnquiryActs, routeStopActs, tiesOfHost } from './acts.ts'
import { openEnquiryPhone, selectEnquiriesOf, selectEnquiry } from './enquiry.store.ts'
import type { StoredEnquiry } from './enquiry.store.ts'
import { requireOffice } from './policy.ts'
import { selectDecisionFile, selectRoute, selectRoutesHostedBy } from './route.store.ts'
import type { RouteEnquiryId, RouteId, RouteStopId } from './rules/ids.ts'
import { openStopPhone, selectStop, selectStops, selectStopsHostedBy, selectVisits } from './stop.store.ts'
import type { StoredStop } from './stop.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What forms of routes and stops choose from. */
export async function routeChoices(ctx: Reader) {
  requireOffice(ctx.actor)
  const [hosts, communes, points] = await Promise.all([selectOperators(ctx.db), listCommunes(ctx.db), selectRecognised(ctx.db)])
  return {
    hosts,
    communes: communes.map(({ code, name }) => ({ code, name })),
    points: points.map(({ id, name }) => ({ id, name })),
  }
}

async function deskStop({ db, actor }: Reader, { lockedPhone, ...stop }: StoredStop) {
  return {
    ...stop,
    phone: await openStopPhone(db, { id: stop.id, lockedPhone }),
    may: mayOf(routeStopActs, stop.status, grantsOf(actor, tiesOfHost(stop))),
  }
}

async function deskEnquiry({ db, actor }: Reader, { lockedPhone, ...enquiry }: StoredEnquiry) {
  return {
    ...enquiry,
    phone: await openEnquiryPhone(db, { id: enquiry.id, lockedPhone }),
    may: mayOf(routeEnquiryActs, enquiry.status, grantsOf(actor, tiesOfHost(enquiry))),
  }
}

/** A route as the department keeps it, with what fell out and how many stamps were set. */
export async function findRoute(ctx: Reader, id: RouteId) {
  requireOffice(ctx.actor)
  const route = await selectRoute(ctx.db, id)
  if (!route) throw new NotFound('No such route')
  const [stops, visits, enquiries] = await Promise.all([
    selectStops(ctx.db, [id]),
    selectVisits(ctx.db, id),
    selectEnquiriesOf(ctx.db, [id]),
  ])
  const stamps = new Map(visits.map(({ stopId, count }) => [stopId, count]))
  return {
    route: { ...route, isPublic: route.status !== 'draft' },
    stops: await Promise.all(stops.map(async (stop) => ({ ...(await deskStop(ctx, stop)), stamps: stamps.get(stop.id) ?? 0 }))),
    enquiries: await Promise.all(enquiries.map((one) => deskEnquiry(ctx, one))),
    may: mayOf(routeActs, route.status, grantsOf(ctx.actor)),
  }
}

/** The paper of the decision, for the department. */
export async function openRouteDecision(ctx: Pick<Ctx, 'db' | 'files' | 'actor'>, id: RouteId) {
  requireOffice(ctx.actor)
  const route = await selectRoute(ctx.db, id)
  const opened = route?.recognisedFile ? await ctx.files.open(route.recognisedFile) : null
  const file = await selectDecisionFile(ctx.db, id)
  if (!opened || !file) throw new NotFound('No such paper')
  return { ...opened, mediaType: file.mediaType, name: 'quyet-dinh-cong-nhan' }
}

const hostsOf = (actor: Actor) => [...organisationsOf(actor, 'producer'), ...organisationsOf(actor, 'point-keeper')]

/** What whoever receives visitors looks after: own stops, and who asks to come. */
export async function listForHost(ctx: Reader) {
  const own = hostsOf(ctx.actor)
  const [stops, routes] = await Promise.all([selectStopsHostedBy(ctx.db, own), selectRoutesHostedBy(ctx.db, own)])
  const enquiries = await selectEnquiriesOf(ctx.db, routes.map(({ id }) => id)) // prettier-ignore
  const named = new Map<RouteId, { name: string; slug: string; isPublic: boolean }>()
  for (const routeId of new Set(stops.map((stop) => stop.routeId))) {
    const route = await selectRoute(ctx.db, routeId)
    if (route) named.set(routeId, { name: route.name, slug: route.slug, isPublic: route.status !== 'draft' })
  }
  return {
    stops: await Promise.all(stops.map(async (stop) => ({ ...(await deskStop(ctx, stop)), route: named.get(stop.routeId)! }))),
    routes: routes.map(({ id, name, slug, groupsADay }) => ({ id, name, slug, groupsADay })),
    enquiries: await Promise.all(enquiries.map((one) => deskEnquiry(ctx, one))),
    today: dateInVietnam(ctx.now),
  }
}

/** Whether somebody looks after a thing of this host. */
const looksAfter = (actor: Actor, { hostId }: Pick<StoredStop, 'hostId'>) =>
  hasRole(actor, 'trade-department') || hostsOf(actor).includes(hostId)

/** A stop for whoever looks after it; to anybody else it is not there. */
export async function findStop(ctx: Reader, id: RouteStopId) {
  const stop = await selectStop(ctx.db, id)
  if (!stop || !looksAfter(ctx.actor, stop)) throw new NotFound('No such stop')
  const route = (await selectRoute(ctx.db, stop.routeId))!
  return {
    stop: await deskStop(ctx, stop),
    route: { id: route.id, name: route.name, slug: route.slug, isSample: route.isSample, createdAt: route.createdAt },
  }
}

export async function findVisitEnquiry(ctx: Reader, id: RouteEnquiryId) {
  const enquiry = await selectEnquiry(ctx.db, id)
  if (!enquiry || !looksAfter(ctx.actor, enquiry)) throw new NotFound('No such enquiry')
  return deskEnquiry(ctx, enquiry)
}
