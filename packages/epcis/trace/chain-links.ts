import { canonicalIdentifier } from '../hash/identifier.ts'
import type { EpcisEvent, QuantityElement } from '../model.ts'
import { timeOf } from '../query/extension-values.ts'
import { countingEvents } from './void-events.ts'

/** One spelling of an EPC or an EPC class. */
export type Thing = string

/** When something was so, in milliseconds: from its beginning until before its end. A moment begins where it ends. */
export type Stay = { from: number; until: number }

/** A thing in its container for a while. */
export type Link = Stay & { child: Thing; parent: Thing; event: number }

/** What went into something new, and when; what came out. Several events where they share a transformationID. */
export type Making = { inputs: { thing: Thing; at: number }[]; outputs: Thing[]; events: number[] }

/** What events say of how things hang together, looked up from either end; and how each thing was written first. */
export type ChainLinks = {
  byChild: ReadonlyMap<Thing, readonly Link[]>
  byParent: ReadonlyMap<Thing, readonly Link[]>
  byInput: ReadonlyMap<Thing, readonly Making[]>
  byOutput: ReadonlyMap<Thing, readonly Making[]>
  written: ReadonlyMap<Thing, string>
}

/** What ADD and DELETE of an aggregation or association say. */
type Told = { action: 'ADD' | 'DELETE'; parent: Thing; children: Thing[]; event: number; at: number }

/** Reads the links out of a list of events, whatever its order. Only transformations and what ADD and DELETE say link anything. */
export function chainLinks(events: readonly EpcisEvent[]): ChainLinks {
  const counts = countingEvents(events)
  const written = new Map<Thing, string>()
  const thingsOf = (epcs: readonly string[] = [], classes: readonly QuantityElement[] = []): Thing[] =>
    [...epcs, ...classes.map(({ epcClass }) => epcClass)].map((identifier) => {
      const thing = canonicalIdentifier(identifier)
      if (!written.has(thing)) written.set(thing, identifier)
      return thing
    })
  const told: Told[] = []
  const makings = new Map<string, Making>()
  for (const [index, event] of events.entries()) {
    if (!counts(event)) continue
    const at = timeOf(event.eventTime) ?? Number.NEGATIVE_INFINITY
    if (event.type === 'TransformationEvent') {
      // Transformations with one transformationID are one (EPCIS 2.0 section 7.4.5).
      const name = event.transformationID === undefined ? `event ${index}` : canonicalIdentifier(event.transformationID)
      const making = makings.get(name) ?? { inputs: [], outputs: [], events: [] }
      makings.set(name, making)
      making.inputs.push(...thingsOf(event.inputEPCList, event.inputQuantityList).map((thing) => ({ thing, at })))
      making.outputs.push(...thingsOf(event.outputEPCList, event.outputQuantityList))
      making.events.push(index)
    } else if (event.type === 'AggregationEvent' || event.type === 'AssociationEvent') {
      const { action, parentID } = event
      if (parentID === undefined || action === 'OBSERVE') continue
      const [parent] = thingsOf([parentID]) as [Thing]
      told.push({ action, parent, children: thingsOf(event.childEPCs, event.childQuantityList), event: index, at })
    }
  }
  const links = linksOf(told)
  const made = [...makings.values()]
  return {
    byChild: grouped(links, ({ child }) => [child]),
    byParent: grouped(links, ({ parent }) => [parent]),
    byInput: grouped(made, ({ inputs }) => inputs.map(({ thing }) => thing)),
    byOutput: grouped(made, ({ outputs }) => outputs),
    written,
  }
}

/** A child that is added stays until the next DELETE of that parent that names it, or that names nothing and so empties the parent. */
function linksOf(told: readonly Told[]): Link[] {
  const endings = new Map<Thing, number[]>()
  const key = (parent: Thing, child: Thing) => `${parent} ${child}`
  for (const { action, parent, children, at } of told) {
    if (action !== 'DELETE') continue
    for (const ended of children.length === 0 ? [parent] : children.map((child) => key(parent, child))) {
      const times = endings.get(ended)
      if (times) times.push(at)
      else endings.set(ended, [at])
    }
  }
  for (const times of endings.values()) times.sort((one, other) => one - other)
  const after = (ended: Thing, from: number) => endings.get(ended)?.find((at) => at > from) ?? Number.POSITIVE_INFINITY
  return told.flatMap(({ action, parent, children, event, at: from }) =>
    action === 'DELETE'
      ? []
      : children.map((child) => ({ child, parent, event, from, until: Math.min(after(parent, from), after(key(parent, child), from)) })),
  )
}

function grouped<Value>(values: readonly Value[], keysOf: (value: Value) => readonly Thing[]): Map<Thing, Value[]> {
  const groups = new Map<Thing, Value[]>()
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key)
      if (group) group.push(value)
      else groups.set(key, [value])
    }
  }
  return groups
}
