import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { LeafletSize } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawPaper } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { findPublicRoute } from './read-public.ts'
import { findStop } from './read-route.ts'
import { selectRouteBySlug } from './route.store.ts'
import type { RouteStopId } from './rules/ids.ts'
import { stretchesOf } from './rules/season.ts'
import { leafletWords as words, sayMonths } from './words/leaflet.ts'
import { stopKindWords } from './words/names.ts'

type Drawer = Pick<Ctx, 'db' | 'files' | 'actor' | 'now'>

/** The leaflet of a route with the code of its page: only the stops to which visitors are led, telephones by consent alone. */
export async function printLeaflet(
  ctx: Drawer,
  slug: string,
  { size, address }: { size: LeafletSize; address: string },
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const { route, stops, sketch } = await findPublicRoute(ctx, slug)
  if (!route.isOpen || !sketch) throw new NotFound('No such route', { slug })
  const stored = (await selectRouteBySlug(ctx.db, slug))!
  const standing = stops.filter(({ number }) => number !== null)
  const leaflet = {
    size,
    issuer: route.hostName,
    title: route.name,
    about: route.about,
    facts: [
      { term: words.months, value: sayMonths(stretchesOf(route.months)) },
      { term: words.people, value: words.peopleOf(route.leastPeople, route.mostPeople) },
      { term: words.groups, value: words.groupsOf(route.groupsADay) },
      { term: words.time, value: words.minutes(route.minutes) },
    ],
    standing: route.recognised ? words.recognisedBy(route.recognised.number, formatDate(route.recognised.on)) : words.notRecognised,
    sketch: { width: sketch.width, height: sketch.height, points: sketch.points.map(({ x, y, number }) => ({ x, y, number })) },
    sketchTitle: words.sketch,
    stops: standing.map((stop) => ({
      number: stop.number!,
      name: stop.name,
      facts: [
        `${stopKindWords[stop.kind]} · ${words.minutes(stop.minutes)}`,
        `${stop.address}, ${stop.communeName}`,
        ...(stop.phone ? [words.phone(stop.phone)] : []),
      ],
      about: stop.about,
    })),
    address,
    addressTitle: words.scan,
    foot: route.isSample ? words.sample : '',
  }
  return drawPaper(ctx, { kind: 'leaflet-pdf', leaflet: { ...leaflet, createdAt: stored.publishedAt ?? stored.createdAt } })
}

/** What hangs at a stop: the code that sets its stamp. For whoever looks after it. */
export async function printStampCode(
  ctx: Drawer,
  stopId: RouteStopId,
  addressOf: (slug: string, code: string) => string,
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  const { stop, route } = await findStop(ctx, stopId)
  const slip = {
    issuer: route.name,
    title: stop.name,
    facts: [
      { term: words.stamp, value: words.stop },
      { term: words.place, value: `${stop.address}, ${stop.communeName}` },
    ],
    address: addressOf(route.slug, stop.stampCode),
    addressTitle: words.stampTitle,
    steps: [...words.stampSteps],
    foot: route.isSample ? `${words.stampFoot} ${words.sample}` : words.stampFoot,
  }
  return drawPaper(ctx, { kind: 'slips-pdf', sheet: { slips: [slip], createdAt: route.createdAt } })
}
