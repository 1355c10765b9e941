import { type Namespaces, namespacesOf, standardNamespaces, valueNamespaces } from '../context.ts'
import type { EpcisEvent } from '../model.ts'
import { canonicalText } from './canonical-value.ts'
import { fields, leftOut, placeNames, places, sensorsMovedOut, sortedFields } from './canonical-order.ts'
import { joinByCodePoints, joinSorted } from './join-sorted.ts'
import { type Members, type Scope, extensionParts, isMembers, movedOut, none } from './writers.ts'

/** What surrounds an event and takes part in its hash. */
export type HashScope = {
  /** The prefixes of the document; those of the event's own context come on top. */
  namespaces?: Namespaces
  /** Universal names (`{namespace}local`) of extensions that whoever keeps the event has added and that do not count. */
  ignored?: ReadonlySet<string>
}

const surrogate = /[\uD800-\uDFFF]/

const known = new WeakMap<Namespaces, Namespaces>([[standardNamespaces, valueNamespaces]])

/** The prefixes inside values: those declared, without those that are merely known and mean something else inside a text (`xsd:double`). */
function curiesOf(namespaces: Namespaces): Namespaces {
  const before = known.get(namespaces)
  if (before) return before
  const declared = Object.entries(namespaces).filter(([prefix, namespace]) => standardNamespaces[prefix] !== namespace)
  const curies = { ...valueNamespaces, ...Object.fromEntries(declared) }
  known.set(namespaces, curies)
  return curies
}

/**
 * The string of which the Event Hash ID of CBV 2.0 is the digest: the fields of the event in canonical order, each in one spelling, without
 * eventID, recordTime, error declaration and comments.
 *
 * @example
 * preHash({ type: 'ObjectEvent', eventTime: '2020-03-04T11:00:30+01:00', eventTimeZoneOffset: '+01:00', action: 'OBSERVE', epcList: [], bizStep: 'departing' })
 * // 'eventType=ObjectEventeventTime=2020-03-04T10:00:30.000ZeventTimeZoneOffset=+01:00action=OBSERVEbizStep=https://ref.gs1.org/cbv/BizStep-departing'
 */
export function preHash(event: EpcisEvent, { namespaces = standardNamespaces, ignored = none }: HashScope = {}): string {
  // Whoever hashes before validating may hand over anything.
  if (!isMembers(event)) return 'eventType='
  const names = event['@context'] === undefined ? namespaces : namespacesOf(event['@context'], namespaces)
  const scope: Scope = { namespaces: names, curies: curiesOf(names), ignored, join: joinSorted }
  const text = write(event, scope)
  return surrogate.test(text) ? write(event, { ...scope, join: joinByCodePoints }) : text
}

function write(event: Members, scope: Scope): string {
  let text = `eventType=${eventType(event['type'], scope)}`
  for (const [name, writeField] of fields) {
    const member = event[name]
    if (member !== undefined && member !== null) text += writeField(name, member, scope)
  }
  const parts = extensionParts(event, scope, leftOut, (universal) => !scope.ignored.has(universal))
  for (const [name, writeField] of sortedFields) {
    const member = event[name]
    if (member !== undefined && member !== null) parts.push(writeField(name, member, scope))
  }
  for (const name of places) {
    const place = event[name]
    if (isMembers(place) && Object.keys(place).length > 1) parts.push(movedOut(name, place, scope, placeNames))
  }
  if (event['sensorElementList'] !== undefined) parts.push(sensorsMovedOut(event['sensorElementList'], scope))
  return text + scope.join(parts)
}

/** An event type of one's own is named by a CURIE; the standard ones have no colon. */
const eventType = (type: unknown, scope: Scope) =>
  typeof type !== 'string' ? '' : type.includes(':') ? canonicalText(type, scope.curies) : type
