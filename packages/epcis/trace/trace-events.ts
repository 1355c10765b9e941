import { canonicalIdentifier } from '../hash/identifier.ts'
import type { EpcisEvent } from '../model.ts'
import { type ChainLinks, type Link, type Stay, type Thing, chainLinks } from './chain-links.ts'

/** Forward: what became of something. Back: what something came from. */
export type TraceDirection = 'forward' | 'back'

export type Trace = {
  /** Every EPC and EPC class reached, as it is written first, in the order of the walk. */
  items: string[]
  /** The events that lead there, by their place in the list. */
  events: number[]
}

/** A thing, and while when it is what is followed; a container is so only as long as that is inside. */
type Reached = { thing: Thing; while: Stay }
type Step = { to: Reached; by: readonly number[] }

const always: Stay = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }

const isMoment = ({ from, until }: Stay) => from === until

/** A moment is within a stay from its beginning until before its end, and within the same moment. */
const isWithin = (inner: Stay, outer: Stay) =>
  outer.from <= inner.from && inner.until <= outer.until && (!isMoment(inner) || isMoment(outer) || inner.from < outer.until)

/** While both are so; undefined where they never are together. */
function together(one: Stay, other: Stay): Stay | undefined {
  if (isMoment(one)) return isWithin(one, other) ? one : undefined
  const [from, until] = [Math.max(one.from, other.from), Math.min(one.until, other.until)]
  return from < until ? { from, until } : undefined
}

function stays(links: readonly Link[] = [], during: Stay, end: 'child' | 'parent'): Step[] {
  return links.flatMap((link) => {
    const both = together(during, link)
    return both ? [{ to: { thing: link[end], while: both }, by: [link.event] }] : []
  })
}

const nextSteps: Readonly<Record<TraceDirection, (links: ChainLinks, at: Reached) => Step[]>> = {
  forward: (links, { thing, while: during }) => [
    ...(links.byInput.get(thing) ?? [])
      .filter(({ inputs }) => inputs.some((input) => input.thing === thing && during.from <= input.at && input.at < during.until))
      .flatMap(({ outputs, events }) => outputs.map((output) => ({ to: { thing: output, while: always }, by: events }))),
    ...stays(links.byChild.get(thing), during, 'parent'),
  ],
  back: (links, { thing, while: during }) => [
    // What was made stays made: it does not matter when it was in the container that led here. What its inputs held, they held when they went in.
    ...(links.byOutput.get(thing) ?? []).flatMap(({ inputs, events }) =>
      inputs.map((input) => ({ to: { thing: input.thing, while: { from: input.at, until: input.at } }, by: events })),
    ),
    ...stays(links.byParent.get(thing), during, 'child'),
  ],
}

/** How far a walk has come: where it goes next, what it was at and when, and what it reached, in its order. */
type Walk = { next: Reached[]; seen: Map<Thing, Stay[]>; items: Set<Thing> }

const walkFrom = (identifiers: readonly string[]): Walk => ({
  next: identifiers.map((identifier) => ({ thing: canonicalIdentifier(identifier), while: always })),
  seen: new Map(),
  items: new Set(),
})

const isKnown = ({ seen }: Walk, reached: Reached) => seen.get(reached.thing)?.some((stay) => isWithin(reached.while, stay)) ?? false

/** Goes on by one step from everything that was reached last, and says along which events. */
function goOn(walk: Walk, links: ChainLinks, direction: TraceDirection): Set<number> {
  const walked = new Set<number>()
  const next: Reached[] = []
  for (const reached of walk.next) {
    if (isKnown(walk, reached)) continue
    walk.seen.set(reached.thing, [...(walk.seen.get(reached.thing) ?? []), reached.while])
    for (const { to, by } of nextSteps[direction](links, reached)) {
      walk.items.add(to.thing)
      for (const event of by) walked.add(event)
      next.push(to)
    }
  }
  walk.next = next
  return walked
}

/**
 * Follows things through a list of events, whatever its order: forward from the input of a transformation to all its outputs and from a child to its
 * parent, back the other way, and never on to what merely lay beside. A container carries a thing only from its ADD until the next DELETE of that
 * parent that names it or names none; events declared in error are void; OBSERVE, object and transaction events link nothing. EPC URI and Digital
 * Link of one thing are one thing. Source: GS1 Global Traceability Standard 2.0 on EPCIS 2.0 sections 7.4.3, 7.4.5 and 7.4.6.
 *
 * @example
 * const made = { type: 'TransformationEvent', eventTime: '2026-03-01T08:00:00Z', eventTimeZoneOffset: '+07:00', inputEPCList: ['urn:x:nuts'], outputEPCList: ['urn:x:sweets'] }
 * traceEvents([made], ['urn:x:sweets'], 'back') // { items: ['urn:x:nuts'], events: [0] }
 */
export function traceEvents(events: readonly EpcisEvent[], from: readonly string[], direction: TraceDirection): Trace {
  const links = chainLinks(events)
  const walk = walkFrom(from)
  const walked = new Set<number>()
  while (walk.next.length > 0) for (const event of goOn(walk, links, direction)) walked.add(event)
  return { items: [...walk.items].map((thing) => links.written.get(thing)!), events: [...walked].toSorted((one, other) => one - other) }
}

/** An event under a number of its own, by which it is known when it is found again. */
export type Numbered = { seq: number; event: EpcisEvent }

/**
 * Finds all that a step may need of these things, in their one spelling. Forward: the transformations that they go into, with all that share their
 * transformationID; ADD and DELETE that name them as a child; and each DELETE that empties the parent of such an ADD. Back: the transformations that they
 * come out of, likewise; and ADD and DELETE of which they are the parent. More does no harm; the same list again is not read again.
 */
export type FindLinks<Found extends Numbered> = (things: readonly string[], direction: TraceDirection) => Promise<readonly Found[]>

/** What {@link traceThrough} reached; not whole where it was stopped because it led through too many events. */
export type FoundTrace<Found extends Numbered> = { items: string[]; events: Found[]; isWhole: boolean }

/**
 * The same walk as {@link traceEvents} where the events lie elsewhere: each step asks once for what touches the things that were reached last. It stops after
 * the step with which it has walked along `most` events.
 *
 * @example await traceThrough(async () => [], ['urn:x:sweets'], 'back') // { items: [], events: [], isWhole: true }
 */
export async function traceThrough<Found extends Numbered>(
  find: FindLinks<Found>,
  from: readonly string[],
  direction: TraceDirection,
  most = Number.POSITIVE_INFINITY,
): Promise<FoundTrace<Found>> {
  const walk = walkFrom(from)
  const written = new Map<Thing, string>()
  const walked = new Map<number, Found>()
  let read: readonly Found[] = []
  let links = chainLinks([])
  for (;;) {
    walk.next = walk.next.filter((reached) => !isKnown(walk, reached))
    if (walk.next.length === 0 || walked.size >= most) break
    const found = await find([...new Set(walk.next.map(({ thing }) => thing))], direction)
    if (found !== read) links = chainLinks(found.map(({ event }) => event))
    read = found
    for (const [thing, first] of links.written) if (!written.has(thing)) written.set(thing, first)
    for (const at of goOn(walk, links, direction)) walked.set(found[at]!.seq, found[at]!)
  }
  return {
    items: [...walk.items].map((thing) => written.get(thing)!),
    events: [...walked.values()].toSorted((one, other) => one.seq - other.seq),
    isWhole: walk.next.length === 0,
  }
}
