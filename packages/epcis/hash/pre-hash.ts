import { type Namespaces, expandName, namespacesOf, standardNamespaces, valueNamespaces } from '../context.ts'
import type { EpcisEvent } from '../model.ts'
import { type Vocabulary, webUri } from '../vocabulary.ts'
import { canonicalNumber, canonicalText, canonicalTime } from './canonical-value.ts'

/** What surrounds an event and takes part in its hash. */
export type HashScope = {
  /** The prefixes of the document; those of the event's own context come on top. */
  namespaces?: Namespaces
  /** Universal names (`{namespace}local`) of extensions that whoever keeps the event has added and that do not count. */
  ignored?: ReadonlySet<string>
}

type Scope = { namespaces: Namespaces; curies: Namespaces; ignored: ReadonlySet<string>; sort(parts: string[]): string[] }
type Members = Readonly<Record<string, unknown>>
type Writer = (name: string, value: unknown, scope: Scope) => string

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

function valueText(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return canonicalText(value, scope.curies)
  if (typeof value === 'number') return canonicalNumber(value)
  return typeof value === 'boolean' ? String(value) : ''
}

const pair = (name: string, text: string) => (text === '' ? '' : `${name}=${text}`)
const value: Writer = (name, value, scope) => pair(name, valueText(value, scope))
const time: Writer = (name, value, scope) => (typeof value === 'string' ? pair(name, canonicalTime(value.trim())) : valueText(value, scope))
const word =
  (vocabulary: Vocabulary): Writer =>
  (name, value, scope) =>
    pair(name, typeof value === 'string' ? canonicalText(webUri(vocabulary, value.trim()), scope.curies) : valueText(value, scope))

/** Many values under one name of their own, sorted: `epcListepc=…epc=…`. */
const listed =
  (element: string, write: Writer): Writer =>
  (name, values, scope) => {
    const parts = listOf(values).map((each) => write(element, each, scope))
    const text = scope.sort(parts).join('')
    return text === '' ? '' : name + text
  }
const repeated =
  (write: Writer): Writer =>
  (name, values, scope) =>
    scope.sort(listOf(values).map((each) => write(name, each, scope))).join('')

type Fields = readonly (readonly [name: string, write: Writer])[]
const namesOf = (fields: Fields): ReadonlySet<string> => new Set(fields.map(([name]) => name))

/** Fields in the order of the standard, then extensions, sorted: CBV 2.0, Event Hash ID, rule 21. */
function structured(fields: Fields): Writer {
  const known = namesOf(fields)
  return (name, members, scope) => {
    if (!isMembers(members)) return ''
    let text = ''
    let count = 0
    for (const [field, write] of fields) {
      const member = members[field]
      if (member === undefined) continue
      count += 1
      text += write(field, member, scope)
    }
    if (Object.keys(members).length > count) text += scope.sort(extensionParts(members, scope, known, staysInside)).join('')
    return text === '' ? '' : name + text
  }
}

/**
 * Rule 21 keeps an extension with the part of the event that it extends. The reference implementation does so only when its namespace ends in
 * a slash and moves all others to the end of the event; hashes that agree with those already issued do the same.
 */
const staysInside = (universal: string) => universal.includes('/}')
const movesOut = (universal: string) => !staysInside(universal)

const quantities = listed('quantityElement', structured([['epcClass', value], ['quantity', value], ['uom', value]]))
const epcs = listed('epc', value)
/** The type goes before the value, and the two before the sorting: rule 13. */
const typed = (name: string, vocabulary: Vocabulary): Writer => {
  const write = structured([['type', word(vocabulary)], [name, value]])
  return listed('', write)
}
const placeFields: Fields = [['id', value]]
const place = structured(placeFields)

const metadataFields: Fields = [
  ['time', time],
  ['startTime', time],
  ['endTime', time],
  ['deviceID', value],
  ['deviceMetadata', value],
  ['rawData', value],
  ['dataProcessingMethod', value],
  ['bizRules', value],
]
const reportFields: Fields = [
  ['type', word('measurementType')],
  ['exception', word('sensorAlert')],
  ['deviceID', value],
  ['deviceMetadata', value],
  ['rawData', value],
  ['dataProcessingMethod', value],
  ['time', time],
  ['microorganism', value],
  ['chemicalSubstance', value],
  ['value', value],
  ['component', word('component')],
  ['stringValue', value],
  ['booleanValue', value],
  ['hexBinaryValue', value],
  ['uriValue', value],
  ['minValue', value],
  ['maxValue', value],
  ['meanValue', value],
  ['sDev', value],
  ['percRank', value],
  ['percValue', value],
  ['uom', value],
  ['coordinateReferenceSystem', value],
]
const sensorFields: Fields = [
  ['sensorMetadata', structured(metadataFields)],
  ['sensorReport', repeated(structured(reportFields))],
]

/** The canonical property order: CBV 2.0, Event Hash ID. */
const fields: Fields = [
  ['eventTime', time],
  ['eventTimeZoneOffset', value],
  ['certificationInfo', repeated(value)],
  ['epcList', epcs],
  ['parentID', value],
  ['inputEPCList', epcs],
  ['childEPCs', epcs],
  ['quantityList', quantities],
  ['childQuantityList', quantities],
  ['inputQuantityList', quantities],
  ['outputEPCList', epcs],
  ['outputQuantityList', quantities],
  ['action', value],
  ['transformationID', value],
  ['bizStep', word('bizStep')],
  ['disposition', word('disposition')],
  ['persistentDisposition', structured([['set', repeated(word('disposition'))], ['unset', repeated(word('disposition'))]])],
  ['readPoint', place],
  ['bizLocation', place],
  ['sensorElementList', listed('sensorElement', structured(sensorFields))],
]
/**
 * These come after the others, sorted together with ILMD and extensions. The table of the standard puts them before sensorElementList, but its
 * own third example and every published hash have them here.
 */
const sortedFields: Fields = [
  ['bizTransactionList', typed('bizTransaction', 'bizTransactionType')],
  ['sourceList', typed('source', 'sourceDestinationType')],
  ['destinationList', typed('destination', 'sourceDestinationType')],
]
/** What does not describe the event, and what is written elsewhere. */
const leftOut: ReadonlySet<string> = new Set([
  ...[...fields, ...sortedFields].map(([name]) => name),
  'type',
  'eventID',
  'recordTime',
  'errorDeclaration',
])
const comments = new Set(['comment', 'rdfs:comment'])

function extensionParts(members: Members, scope: Scope, without: ReadonlySet<string>, chosen: (universal: string) => boolean): string[] {
  const parts: string[] = []
  for (const name of Object.keys(members)) {
    if (without.has(name) || name === '@context' || name === '#text' || comments.has(name)) continue
    const universal = expandName(name.startsWith('@') ? name.slice(1) : name, scope.namespaces)
    if (universal === '{http://www.w3.org/2000/01/rdf-schema#}comment' || !chosen(universal)) continue
    addExtension(universal, members[name], scope, parts)
  }
  return parts
}
const every = () => true

function addExtension(name: string, value: unknown, scope: Scope, parts: string[]): void {
  if (Array.isArray(value)) for (const each of value as readonly unknown[]) addExtension(name, each, scope, parts)
  else if (isMembers(value)) parts.push(name + pair('', valueText(value['#text'], scope)) + scope.sort(extensionParts(value, scope, none, every)).join(''))
  else if (value !== undefined) parts.push(name + pair('', valueText(value, scope)))
}
const none: ReadonlySet<string> = new Set()

/** What {@link staysInside} does not keep, under the names of the parts that it extends. */
function movedOut(name: string, members: unknown, scope: Scope, known: ReadonlySet<string>, inner: readonly string[] = []): string {
  if (!isMembers(members)) return ''
  const parts = [...extensionParts(members, scope, known, movesOut), ...inner]
  const text = scope.sort(parts).join('')
  return text === '' ? '' : name + text
}
const places = ['readPoint', 'bizLocation']
const placeNames = namesOf(placeFields)
const metadataNames = namesOf(metadataFields)
const reportNames = namesOf(reportFields)
const sensorNames = namesOf(sensorFields)

function sensorsMovedOut(elements: unknown, scope: Scope): string {
  const ofElement = (element: unknown) => {
    if (!isMembers(element)) return ''
    const metadata = movedOut('sensorMetadata', element['sensorMetadata'], scope, metadataNames)
    // bizRules of a report are forgotten in the table of the standard: no known name, so they too end up here.
    const reports = listOf(element['sensorReport']).map((report) => movedOut('sensorReport', report, scope, reportNames))
    return movedOut('sensorElement', element, scope, sensorNames, [metadata, ...reports])
  }
  const text = scope.sort(listOf(elements).map(ofElement)).join('')
  return text === '' ? '' : `sensorElementList${text}`
}

const byUnits = (parts: string[]) => (parts.length > 1 ? parts.sort() : parts)
const byCodePoints = (parts: string[]) => parts.sort(compareCodePoints)
const surrogate = /[\uD800-\uDFFF]/

/** JavaScript sorts by UTF-16 units, where an emoji comes before U+E000; UTF-8, and so the standard, has it after. */
function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left === right) continue
    const astral = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
    return astral(left) === astral(right) ? left - right : astral(left) ? 1 : -1
  }
  return a.length - b.length
}

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
  const names = event['@context'] === undefined ? namespaces : namespacesOf(event['@context'], namespaces)
  const scope: Scope = { namespaces: names, curies: curiesOf(names), ignored, sort: byUnits }
  const text = write(event, scope)
  return surrogate.test(text) ? write(event, { ...scope, sort: byCodePoints }) : text
}

function write(event: Members & { type: string }, scope: Scope): string {
  let text = `eventType=${expandCurie(event.type, scope)}`
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
  return text + scope.sort(parts).join('')
}

/** An event type of one's own is named by a CURIE; the standard ones have no colon. */
const expandCurie = (type: string, scope: Scope) => (type.includes(':') ? canonicalText(type, scope.curies) : type)
