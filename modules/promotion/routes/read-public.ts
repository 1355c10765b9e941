import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { sketchOf } from '../points-of-sale/rules/sketch.ts'
import type { VisitEnquiryStatus } from './acts.ts'
import { openEnquiryPhone, selectEnquiryByCode, selectTakenDays } from './enquiry.store.ts'
import { selectOpenRoutes, selectRouteBySlug } from './route.store.ts'
import type { StoredRoute } from './route.store.ts'
import type { DrawnRoute } from './rules/gpx.ts'
import { lengthOf } from './rules/season.ts'
import type { DayLength } from './rules/season.ts'
import { openStopPhone, selectStops, selectVisits } from './stop.store.ts'
import type { StoredStop } from './stop.store.ts'

/** A route that visitors may take, by its address. */
export async function openRouteNamed(db: ReadDb, slug: string): Promise<StoredRoute> {
  const route = await selectRouteBySlug(db, slug)
  if (!route || (route.status !== 'published' && route.status !== 'recognised')) throw new NotFound('No such route', { slug })
  return route
}

const totalOf = (stops: readonly StoredStop[]) => stops.reduce((sum, { minutes }) => sum + minutes, 0)

/** What everybody may know of a route. That it is recognised is said with the number of its decision, or not at all. */
function publicFacts(route: StoredRoute, standing: readonly StoredStop[]) {
  const { id, slug, name, about, hostName, months, leastPeople, mostPeople, groupsADay, languages, isSample } = route
  const minutes = totalOf(standing)
  const recognised =
    route.recognisedNumber !== null && route.recognisedOn !== null ? { number: route.recognisedNumber, on: route.recognisedOn } : null
  return {
    id,
    slug,
    name,
    about,
    hostName,
    months,
    leastPeople,
    mostPeople,
    groupsADay,
    languages,
    isSample,
    minutes,
    length: lengthOf(minutes),
    recognised,
  }
}

export type RouteFilter = { month?: number | null; length?: DayLength | null; commune?: string }

/** The routes that are open; of a month, of a length and through a commune where they are named. */
export async function listPublicRoutes({ db }: Pick<Ctx, 'db'>, { month, length, commune }: RouteFilter = {}) {
  const routes = await selectOpenRoutes(db)
  const stops = Map.groupBy(await selectStops(db, routes.map(({ id }) => id)), ({ routeId }) => routeId) // prettier-ignore
  const all = routes.map((route) => {
    const standing = (stops.get(route.id) ?? []).filter(({ outBecause }) => outBecause === null)
    return {
      ...publicFacts(route, standing),
      stops: standing.map(({ name, communeCode, communeName }) => ({ name, communeCode, communeName })),
    }
  })
  const communes = new Map(all.flatMap((route) => route.stops.map(({ communeCode, communeName }) => [communeCode, communeName] as const)))
  return {
    routes: all.filter(
      (route) =>
        (!month || route.months.includes(month)) &&
        (!length || route.length === length) &&
        (!commune || route.stops.some(({ communeCode }) => communeCode === commune)),
    ),
    communes: [...communes].map(([code, name]) => ({ code, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
  }
}

async function publicStop(db: ReadDb, stop: StoredStop, number: number | null) {
  const { id, kind, name, hostName, pointSlug, pointNumber, address, communeName, provinceName, latitude, longitude, minutes, about, outBecause } = stop // prettier-ignore
  const isOut = outBecause !== null
  return {
    id, kind, name, hostName, pointSlug, address, communeName, provinceName, latitude, longitude, minutes, about, outBecause, number,
    // The decision is that about the point of sale; a stop of another kind has none.
    pointNumber: isOut ? null : pointNumber,
    phone: isOut ? null : await openStopPhone(db, stop),
  } // prettier-ignore
}

/** The page of a route: one that ended says that it did. What fell out stays in the list, says why, and is neither on the sketch nor in a file. */
export async function findPublicRoute({ db, now }: Pick<Ctx, 'db' | 'now'>, slug: string) {
  const route = await selectRouteBySlug(db, slug)
  if (!route || route.status === 'draft') throw new NotFound('No such route', { slug })
  const all = await selectStops(db, [route.id])
  const standing = all.filter(({ outBecause }) => outBecause === null)
  const [stops, visits, takenDays] = await Promise.all([
    Promise.all(all.map((stop) => publicStop(db, stop, stop.outBecause === null ? standing.indexOf(stop) + 1 : null))),
    selectVisits(db, route.id),
    selectTakenDays(db, route.id, dateInVietnam(now)),
  ])
  return {
    route: { ...publicFacts(route, standing), isEnded: route.status === 'ended', isOpen: route.status !== 'ended' },
    stops,
    sketch: sketchOf(standing.map(({ id, name, latitude, longitude }) => ({ slug: id, name, latitude, longitude }))),
    fullDays: takenDays.filter(({ groups }) => groups >= route.groupsADay).map(({ day }) => day),
    stamps: visits.reduce((sum, { count }) => sum + count, 0),
  }
}

/** A route as files for maps tell of it: only the stops to which visitors are led. */
export async function drawnRoute(ctx: Pick<Ctx, 'db' | 'now'>, slug: string, pageOf: (slug: string) => string): Promise<DrawnRoute> {
  const { route, stops } = await findPublicRoute(ctx, slug)
  if (!route.isOpen) throw new NotFound('No such route', { slug })
  const { name, about, isSample } = route
  return {
    name,
    about,
    isSample,
    url: pageOf(slug),
    stops: stops.flatMap((stop) => (stop.number === null ? [] : [{ ...stop, number: stop.number }])),
  }
}

/** How a page shows the answer. */
const toneOf = { asked: 'water', 'other-day': 'warn', accepted: 'good', declined: 'bad', withdrawn: 'water' } as const satisfies Record<
  VisitEnquiryStatus,
  string
>

/** What became of an enquiry, for whoever has its code. */
export async function followVisitEnquiry({ db, now }: Pick<Ctx, 'db' | 'now'>, code: string) {
  const enquiry = await selectEnquiryByCode(db, code.trim().toUpperCase())
  if (!enquiry) throw new NotFound('No such enquiry')
  const { status, visitOn, offeredOn, people, language, note, answer, routeName, routeSlug } = enquiry
  const isOver = visitOn < dateInVietnam(now)
  return {
    code: enquiry.code,
    status, visitOn, offeredOn, people, language, note, answer, routeName, routeSlug,
    hasPhone: (await openEnquiryPhone(db, enquiry)) !== null,
    answerDay: status === 'other-day' && offeredOn !== null ? offeredOn : visitOn,
    tone: toneOf[status],
    mayTake: status === 'other-day',
    mayWithdraw: !isOver && (status === 'asked' || status === 'other-day' || status === 'accepted'),
  } // prettier-ignore
}
