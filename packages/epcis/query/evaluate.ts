import { type Outcome, done, refuse } from '@dacsan/decisions'
import { type Namespaces, expandCurie, namespacesOf, standardNamespaces } from '../context.ts'
import { canonicalIdentifier } from '../hash/identifier.ts'
import { compareCodePoints } from '../hash/join-sorted.ts'
import type { Context, EpcisEvent } from '../model.ts'
import { type Vocabulary, webUri } from '../vocabulary.ts'
import { matches } from './epc-pattern.ts'
import {
  type Members,
  compareExtension,
  compareNumbers,
  extensionValues,
  isMembers,
  listOf,
  membersOf,
  metadata,
  reports,
  sensors,
  timeOf,
} from './extension-values.ts'
import type { Condition, EpcClassField, EpcField, EpcPattern, EventQuery, Order } from './query.ts'

/** What master data say and an event does not: EPCIS 2.0 section 6.5. Identifiers arrive as `canonicalIdentifier` writes them. */
export type MasterData = {
  /** Whether a place lies in another, directly or not. Without it only the place itself does. */
  isWithin?(place: string, ancestor: string): boolean
  /** The attributes of a vocabulary element, by their URI. */
  attributes?(identifier: string): Readonly<Record<string, readonly string[]>> | undefined
}

/** What surrounds the events that are asked. */
export type QueryScope = { namespaces?: Namespaces; masterData?: MasterData }

type Around = { namespaces: Namespaces; masterData: MasterData }
const member = (value: unknown, name: string): unknown => (isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined)

const identifier = (value: unknown, { namespaces }: Around) =>
  typeof value === 'string' ? canonicalIdentifier(expandCurie(value, namespaces)) : undefined
const word = (vocabulary: Vocabulary, value: unknown, { namespaces }: Around) =>
  typeof value === 'string' ? expandCurie(webUri(vocabulary, value), namespaces) : undefined
const has = (values: readonly string[], value: string | undefined) => value !== undefined && values.includes(value)

const epcFields: Readonly<Record<EpcField, readonly string[]>> = {
  epc: ['epcList', 'childEPCs'],
  parentID: ['parentID'],
  inputEPC: ['inputEPCList'],
  outputEPC: ['outputEPCList'],
  anyEPC: ['epcList', 'childEPCs', 'parentID', 'inputEPCList', 'outputEPCList'],
}
const classFields: Readonly<Record<EpcClassField, readonly string[]>> = {
  epcClass: ['quantityList', 'childQuantityList'],
  inputEPCClass: ['inputQuantityList'],
  outputEPCClass: ['outputQuantityList'],
  anyEPCClass: ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'],
}
const matchesAny = (patterns: readonly EpcPattern[], value: unknown) =>
  typeof value === 'string' && patterns.some((pattern) => matches(pattern, value))

const sensorParts = (event: Members) => [...metadata(event), ...reports(event)]

type Test<On extends Condition['on']> = (condition: Extract<Condition, { on: On }>, event: Members, around: Around) => boolean

const tests: { readonly [On in Condition['on']]: Test<On> } = {
  eventType: ({ values }, event, { namespaces }) =>
    typeof event['type'] === 'string' && values.includes(expandCurie(event['type'], namespaces)),
  time: ({ field, compare, time }, event) => {
    const value = field === 'errorDeclarationTime' ? member(event['errorDeclaration'], 'declarationTime') : event[field]
    const given = timeOf(value)
    return given !== undefined && compareNumbers[compare](given, time)
  },
  action: ({ values }, event) => typeof event['action'] === 'string' && values.includes(event['action']),
  word: ({ field, values }, event, around) => {
    if (field === 'bizStep' || field === 'disposition') return has(values, word(field, event[field], around))
    if (field === 'errorReason') return has(values, word('errorReason', member(event['errorDeclaration'], 'reason'), around))
    const list = member(event['persistentDisposition'], field === 'persistentDisposition.set' ? 'set' : 'unset')
    return listOf(list).some((value) => has(values, word('disposition', value, around)))
  },
  place: ({ field, within, values }, event, around) => {
    const place = identifier(member(event[field], 'id'), around)
    if (place === undefined) return false
    return values.some((value) => value === place || (within && around.masterData.isWithin?.(place, value) === true))
  },
  identifier: ({ field, values }, event, around) => {
    const given = field === 'correctiveEventID' ? listOf(member(event['errorDeclaration'], 'correctiveEventIDs')) : [event[field]]
    return given.some((value) => has(values, identifier(value, around)))
  },
  epc: ({ field, patterns }, event) => epcFields[field].some((name) => listOf(event[name]).some((value) => matchesAny(patterns, value))),
  epcClass: ({ field, patterns }, event) =>
    classFields[field].some((name) => membersOf(event[name]).some((element) => matchesAny(patterns, element['epcClass']))),
  quantity: ({ compare, values, uom }, event) =>
    classFields.anyEPCClass.some((name) =>
      membersOf(event[name]).some(
        ({ quantity, uom: unit }) =>
          typeof quantity === 'number' &&
          (uom === undefined || unit === uom) &&
          values.some((value) => compareNumbers[compare](quantity, value)),
      ),
    ),
  party: ({ field, type, values }, event, around) => {
    const vocabulary = field === 'bizTransaction' ? 'bizTransactionType' : 'sourceDestinationType'
    return membersOf(event[`${field}List`]).some(
      (each) => word(vocabulary, each['type'], around) === type && has(values, identifier(each[field], around)),
    )
  },
  exists: ({ field }, event) => (field === 'errorDeclaration' ? isMembers(event[field]) : sensors(event).length > 0),
  sensorTime: ({ field, compare, time }, event) =>
    sensorParts(event).some((part) => {
      const given = timeOf(part[field])
      return given !== undefined && compareNumbers[compare](given, time)
    }),
  sensorType: ({ values }, event, around) => reports(event).some((report) => has(values, word('measurementType', report['type'], around))),
  sensorText: ({ field, values }, event, around) => sensorParts(event).some((part) => has(values, identifier(part[field], around))),
  sensorBoolean: ({ value }, event) => reports(event).some((report) => report['booleanValue'] === value),
  sensorNumber: ({ field, compare, values, uom }, event) =>
    reports(event).some((report) => {
      const given = report[field]
      if (typeof given !== 'number' || (uom !== undefined && report['uom'] !== uom)) return false
      return values.some((value) => compareNumbers[compare](given, value))
    }),
  extension: ({ compare, values, ...where }, event, around) =>
    extensionValues(where, event, around).some((given) => values.some((value) => compareExtension(compare, given, value))),
  extensionExists: (where, event, around) => extensionValues(where, event, around).length > 0,
  attribute: ({ field, attributes, values }, event, around) =>
    vocabularyValues(field, event, around).some((value) => {
      const known = around.masterData.attributes?.(value)
      return attributes.some((name) => {
        const given = known && Object.hasOwn(known, name) ? known[name]! : []
        return values === undefined ? given.length > 0 : given.some((each) => values.includes(each))
      })
    }),
}

/** Values of a field whose type is a vocabulary: the elements that master data may describe. */
function vocabularyValues(field: string, event: Members, around: Around): string[] {
  const values =
    field.startsWith('{') || field.includes(':')
      ? extensionValues({ place: 'event', inner: false, name: field }, event, around)
      : [event[field]]
  return values.flatMap((value) => identifier(member(value, 'id') ?? value, around) ?? [])
}

function fulfils(condition: Condition, event: Members, around: Around): boolean {
  return (tests[condition.on] as Test<Condition['on']>)(condition as never, event, around)
}

/**
 * Whether an event fulfils every condition of a query. What an event does not say never matches.
 *
 * @example
 * isInResult({ conditions: [{ on: 'action', values: ['ADD'] }] }, { type: 'ObjectEvent', eventTime: '2026-03-01T18:41:03Z', eventTimeZoneOffset: '+07:00', action: 'ADD', epcList: [] })
 * // true
 */
export function isInResult(
  query: Pick<EventQuery, 'conditions'>,
  event: EpcisEvent,
  { namespaces = standardNamespaces, masterData = {} }: QueryScope = {},
): boolean {
  const own = event['@context'] === undefined ? namespaces : namespacesOf(event['@context'] as Context, namespaces)
  return query.conditions.every((condition) => fulfils(condition, event as Members, { namespaces: own, masterData }))
}

export type QueryTooLarge = { code: 'query-too-large'; type: 'epcisException:QueryTooLargeException'; found: number; maxEventCount: number }

/**
 * Answers a query over events in memory: the oracle for every other way to answer it. Without `orderBy` the events keep their order; events that
 * lack the field come last. More than `maxEventCount` is a refusal.
 *
 * @example answerQuery({ conditions: [] }, []) // { ok: true, value: [] }
 */
export function answerQuery(
  query: EventQuery,
  events: readonly EpcisEvent[],
  scope: QueryScope = {},
): Outcome<EpcisEvent[], QueryTooLarge> {
  const found = events.filter((event) => isInResult(query, event, scope))
  const { orderBy, eventCountLimit, maxEventCount } = query
  if (maxEventCount !== undefined && found.length > maxEventCount) {
    return refuse('query-too-large', { type: 'epcisException:QueryTooLargeException' as const, found: found.length, maxEventCount })
  }
  const ordered = orderBy === undefined ? found : inOrder(found, orderBy, scope.namespaces ?? standardNamespaces)
  return done(eventCountLimit === undefined ? ordered : ordered.slice(0, eventCountLimit))
}

function inOrder(events: readonly EpcisEvent[], { by, direction }: Order, outer: Namespaces): EpcisEvent[] {
  const keyed = events.map((event) => ({ event, key: orderKey(event as Members, by, outer) }))
  const sign = direction === 'ASC' ? 1 : -1
  keyed.sort((left, right) => {
    if (left.key === undefined || right.key === undefined) return left.key === right.key ? 0 : left.key === undefined ? 1 : -1
    return sign * compareKeys(left.key, right.key)
  })
  return keyed.map(({ event }) => event)
}

function orderKey(event: Members, by: Order['by'], outer: Namespaces): number | string | undefined {
  if (typeof by === 'string') return timeOf(event[by])
  const namespaces = namespacesOf(event['@context'] as Context | undefined, outer)
  const [value] = extensionValues(by, event, { namespaces })
  const held = isMembers(value) ? value['#text'] : value
  if (typeof held === 'number') return held
  if (typeof held !== 'string') return undefined
  return timeOf(held) ?? (held.trim() !== '' && Number.isFinite(Number(held)) ? Number(held) : held)
}

/** Numbers before texts; texts by their code points. */
function compareKeys(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1
  return compareCodePoints(String(left), String(right))
}
