import type { Extension } from '../model.ts'
import { bareWord } from '../vocabulary.ts'
import type { XmlElement } from './element.ts'
import { type FieldShape, type SensorAttribute, fieldShapes, sensorMetadataAttributes, sensorReportAttributes } from './event-fields.ts'
import type { Prefixes } from './prefixes.ts'

type Members = Record<string, unknown>

const textOf = (element: XmlElement) => element.text.trim()
const valuesOf = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name).map(textOf)

/** What is not a number stays a text, so that whoever checks can quote it. */
function numberOf(text: string): number | string {
  const trimmed = text.trim()
  const number = Number(trimmed)
  return trimmed === '' || !Number.isFinite(number) || /^[+-]?0[box]/i.test(trimmed) ? text : number
}
const booleans: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

function sensorValue(kind: SensorAttribute, text: string): unknown {
  if (typeof kind === 'object') return bareWord(kind.word, text.trim())
  if (kind === 'number') return numberOf(text)
  if (kind === 'boolean') return booleans[text.trim()] ?? text
  return kind === 'text' ? text : text.trim()
}

function readSensorPart(element: XmlElement, known: Readonly<Record<string, SensorAttribute>>, prefixes: Prefixes): Members {
  const members: Members = {}
  for (const { name, namespace, prefix, value } of element.attributes) {
    const kind = namespace === '' && Object.hasOwn(known, name) ? known[name] : undefined
    if (kind !== undefined) members[name] = sensorValue(kind, value)
    else members[namespace === '' ? name : prefixes.nameOf(namespace, prefix, name)] = value
  }
  return members
}

/** Elements of a namespace of their own become members; several of one name become a list. */
function readExtensions(element: XmlElement, prefixes: Prefixes, without: (child: XmlElement) => boolean = () => false): Members {
  const members: Members = {}
  for (const child of element.children) if (!without(child)) addMember(members, child, prefixes)
  return members
}

function addMember(members: Members, child: XmlElement, prefixes: Prefixes): void {
  const name = child.namespace === '' ? child.name : prefixes.nameOf(child.namespace, child.prefix, child.name)
  const value = readExtension(child, prefixes)
  const before = Object.hasOwn(members, name) ? members[name] : undefined
  if (before === undefined) members[name === '__proto__' ? '_proto_' : name] = value
  else if (Array.isArray(before)) before.push(value)
  else members[name] = [before, value]
}

function readExtension(element: XmlElement, prefixes: Prefixes): Extension {
  const text = textOf(element)
  if (element.children.length === 0 && element.attributes.length === 0) return text
  const members: Members = text === '' ? {} : { '#text': text }
  for (const { name, namespace, prefix, value } of element.attributes) {
    members[`@${namespace === '' ? name : prefixes.nameOf(namespace, prefix, name)}`] = value
  }
  return { ...members, ...readExtensions(element, prefixes) } as Extension
}

const standardPart =
  (...names: readonly string[]) =>
  (child: XmlElement) =>
    child.namespace === '' && names.includes(child.name)

function readTyped(element: XmlElement, name: string, vocabulary: 'bizTransactionType' | 'sourceDestinationType'): Members[] {
  return element.children.map((child) => {
    const type = child.attributes.find((attribute) => attribute.name === 'type' && attribute.namespace === '')?.value
    return { ...(type === undefined ? {} : { type: bareWord(vocabulary, type.trim()) }), [name]: textOf(child) }
  })
}

function readQuantity(element: XmlElement): Members {
  const members: Members = {}
  for (const child of element.children) members[child.name] = child.name === 'quantity' ? numberOf(child.text) : textOf(child)
  return members
}

function readPlace(element: XmlElement, prefixes: Prefixes): Members {
  const id = element.children.find(standardPart('id'))
  return { ...(id ? { id: textOf(id) } : {}), ...readExtensions(flatten(element), prefixes, standardPart('id')) }
}

function readError(element: XmlElement, prefixes: Prefixes): Members {
  const members: Members = {}
  for (const child of element.children) {
    if (standardPart('declarationTime')(child)) members['declarationTime'] = textOf(child)
    else if (standardPart('reason')(child)) members['reason'] = bareWord('errorReason', textOf(child))
    else if (standardPart('correctiveEventIDs')(child)) members['correctiveEventIDs'] = valuesOf(child, 'correctiveEventID')
  }
  const known = standardPart('declarationTime', 'reason', 'correctiveEventIDs')
  return { ...members, ...readExtensions(flatten(element), prefixes, known) }
}

function readSensorElement(element: XmlElement, prefixes: Prefixes): Members {
  const metadata = element.children.find(standardPart('sensorMetadata'))
  const reports = element.children.filter(standardPart('sensorReport'))
  return {
    ...(metadata ? { sensorMetadata: readSensorPart(metadata, sensorMetadataAttributes, prefixes) } : {}),
    sensorReport: reports.map((report) => readSensorPart(report, sensorReportAttributes, prefixes)),
    ...readExtensions(flatten(element), prefixes, standardPart('sensorMetadata', 'sensorReport')),
  }
}

function readDispositions(element: XmlElement): Members {
  const read = (name: string) => valuesOf(element, name).map((value) => bareWord('disposition', value))
  const [set, unset] = [read('set'), read('unset')]
  return { ...(set.length ? { set } : {}), ...(unset.length ? { unset } : {}) }
}

type Reader = (element: XmlElement, prefixes: Prefixes) => unknown
const readers: Readonly<Record<Extract<FieldShape, string>, Reader>> = {
  time: textOf,
  offset: textOf,
  action: textOf,
  uri: textOf,
  uris: textOf,
  // A list is a set (EPCIS 2.0 section 7.3.3.3): what a reader of tags saw twice is there once, as the JSON schema wants it.
  epcs: (element) => [...new Set(element.children.map(textOf))],
  quantities: (element) => element.children.map(readQuantity),
  place: readPlace,
  transactions: (element) => readTyped(element, 'bizTransaction', 'bizTransactionType'),
  sources: (element) => readTyped(element, 'source', 'sourceDestinationType'),
  destinations: (element) => readTyped(element, 'destination', 'sourceDestinationType'),
  sensors: (element, prefixes) => element.children.filter(standardPart('sensorElement')).map((child) => readSensorElement(child, prefixes)),
  dispositions: readDispositions,
  error: readError,
  ilmd: (element, prefixes) => readExtensions(flatten(element), prefixes),
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'

/** EPCIS 1.x put what was new into wrappers named extension and baseExtension; their content counts as if it stood outside. */
export function flatten(element: XmlElement): XmlElement {
  const isWrapper = standardPart('extension', 'baseExtension')
  if (!element.children.some(isWrapper)) return element
  return { ...element, children: element.children.flatMap((child) => (isWrapper(child) ? flatten(child).children : [child])) }
}

/** Reads an event whatever the order of its parts. Words of the vocabulary become bare words, as in JSON. */
export function readXmlEvent(element: XmlElement, prefixes: Prefixes): Members {
  const type = element.namespace === '' ? element.name : prefixes.nameOf(element.namespace, element.prefix, element.name)
  const event: Members = { type }
  for (const child of flatten(element).children) {
    const shape = child.namespace === '' && Object.hasOwn(fieldShapes, child.name) ? fieldShapes[child.name]! : undefined
    if (shape === undefined) addMember(event, child, prefixes)
    else if (typeof shape === 'object') event[child.name] = bareWord(shape.word, textOf(child))
    else if (shape === 'uris' && Object.hasOwn(event, child.name)) event[child.name] = [event[child.name], textOf(child)].flat()
    else event[child.name] = readers[shape](child, prefixes)
  }
  // JSON knows no attributes: on the event itself they are extensions like the others.
  for (const { name, namespace, prefix, value } of element.attributes) {
    if (namespace !== '' && namespace !== schemaInstance) event[prefixes.nameOf(namespace, prefix, name)] = value
  }
  return event
}
