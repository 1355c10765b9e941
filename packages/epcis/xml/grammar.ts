import { isDateTime, isUri } from '../validate/formats.ts'
import { quote } from '../validate/problem.ts'
import type { XmlElement } from './element.ts'
import {
  type FieldShape,
  type SensorAttribute,
  fieldShapes,
  sensorMetadataAttributes,
  sensorReportAttributes,
  xmlOrder,
} from './event-fields.ts'

// The structure of EPCIS 2.0 in XML (section 9), written down from the standard's examples and rules: which element may stand in which, in
// what order, and what a text may be.

/** Tells what is wrong at an element. */
export type Report = (at: XmlElement, message: string) => void
/** Checks an element from inside. */
export type Check = (element: XmlElement, report: Report) => void

type Part = { name: string; check: Check; required?: boolean; many?: boolean }

const isOwn = (element: XmlElement) => element.namespace !== ''
const tag = (element: XmlElement) => `<${element.prefix === '' ? '' : `${element.prefix}:`}${element.name}>`

/** Children in this order, and after them elements of other namespaces where those may stand. */
export function sequence(parts: readonly Part[], { open = false }: { open?: boolean } = {}): Check {
  const places = new Map(parts.map((part, index) => [part.name, index]))
  return (element, report) => {
    if (element.text.trim() !== '') report(element, `text does not belong directly into ${tag(element)}`)
    const seen = new Set<string>()
    let reached = 0
    let own = false
    for (const child of element.children) {
      if (isOwn(child)) {
        if (!open) report(child, `${tag(child)} does not belong into ${tag(element)}`)
        own = true
        continue
      }
      const place = places.get(child.name)
      const part = place === undefined ? undefined : parts[place]
      if (part === undefined || place === undefined) report(child, `${tag(child)} is not known in ${tag(element)}`)
      else if (seen.has(child.name) && !part.many) report(child, `${tag(child)} stands in ${tag(element)} twice`)
      else if (place < reached || own) {
        report(
          child,
          `${tag(child)} comes too late in ${tag(element)}: it belongs before ${own ? 'extensions' : `<${parts[reached]!.name}>`}`,
        )
      } else part.check(child, report)
      seen.add(child.name)
      reached = Math.max(reached, place ?? 0)
    }
    for (const { name, required } of parts) if (required && !seen.has(name)) report(element, `<${name}> is missing in ${tag(element)}`)
  }
}

/** No URI, time or number is longer. */
const longestValue = 16_384

const leaf =
  (fault: (text: string) => string | undefined): Check =>
  (element, report) => {
    if (element.children.length > 0) return report(element.children[0]!, `${tag(element)} holds text, no elements`)
    const value = element.text.trim()
    const problem = value.length > longestValue && fault !== faults.text ? 'the text is too long' : fault(value)
    if (problem !== undefined) report(element, `in ${tag(element)}: ${problem}`)
  }

const faults = {
  time: (text: string) =>
    isDateTime(text) ? undefined : `${quote(text)} is no date-time with an offset, such as 2026-03-01T18:41:03+07:00`,
  uri: (text: string) => (isUri(text) ? undefined : text === '' ? 'a URI is missing' : `${quote(text)} is no URI`),
  number: (text: string) =>
    /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
      ? undefined
      : text === ''
        ? 'a number is missing'
        : `${quote(text)} is no number`,
  decimal: (text: string) => (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? undefined : `${quote(text)} is no decimal number`),
  boolean: (text: string) => (/^(?:true|false|1|0)$/.test(text) ? undefined : `${quote(text)} is neither true nor false`),
  hex: (text: string) => (/^(?:[0-9A-Fa-f]{2})*$/.test(text) ? undefined : `${quote(text)} is not hexadecimal`),
  offset: (text: string) =>
    /^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/.test(text) ? undefined : `${quote(text)} is no offset such as +07:00`,
  action: (text: string) => (/^(?:ADD|OBSERVE|DELETE)$/.test(text) ? undefined : `${quote(text)} is none of ADD, OBSERVE, DELETE`),
  text: () => undefined,
}

const uri = leaf(faults.uri)
const text = leaf(faults.text)
const many = (name: string, check: Check): Check => sequence([{ name, check, many: true }])
const some = (name: string, check: Check): Check => sequence([{ name, check, many: true, required: true }])

const typed =
  (required: boolean): Check =>
  (element, report) => {
    uri(element, report)
    const type = element.attributes.find(({ name, namespace }) => name === 'type' && namespace === '')
    if (type === undefined) {
      if (required) report(element, `${tag(element)} needs an attribute type`)
      return
    }
    const problem = faults.uri(type.value.trim())
    if (problem !== undefined) report(element, `in the attribute type of ${tag(element)}: ${problem}`)
  }

const attributesOf =
  (known: Readonly<Record<string, SensorAttribute>>, required: readonly string[]): Check =>
  (element, report) => {
    if (element.children.length > 0) report(element.children[0]!, `${tag(element)} has attributes, no elements`)
    for (const { name, namespace, value } of element.attributes) {
      if (namespace !== '') continue
      const kind = Object.hasOwn(known, name) ? known[name]! : undefined
      if (kind === undefined) {
        report(element, `the attribute ${name} is not known in ${tag(element)}`)
        continue
      }
      const fault = faults[typeof kind === 'object' ? 'uri' : kind]
      const problem = value.length > longestValue && kind !== 'text' ? 'the text is too long' : fault(value.trim())
      if (problem !== undefined) report(element, `in the attribute ${name} of ${tag(element)}: ${problem}`)
    }
    for (const name of required) {
      if (!element.attributes.some((each) => each.name === name && each.namespace === ''))
        report(element, `${tag(element)} needs an attribute ${name}`)
    }
  }

const anything: Check = () => {}
const quantity = sequence([
  { name: 'epcClass', check: uri, required: true },
  { name: 'quantity', check: leaf(faults.decimal) },
  { name: 'uom', check: text },
])
const sensorElement = sequence(
  [
    { name: 'sensorMetadata', check: attributesOf(sensorMetadataAttributes, []) },
    { name: 'sensorReport', check: attributesOf(sensorReportAttributes, ['type']), required: true, many: true },
    { name: 'extension', check: anything },
  ],
  { open: true },
)

const shapes: Readonly<Record<Extract<FieldShape, string>, Check>> = {
  time: leaf(faults.time),
  offset: leaf(faults.offset),
  action: leaf(faults.action),
  uri,
  uris: uri,
  epcs: many('epc', uri),
  quantities: many('quantityElement', quantity),
  place: sequence(
    [
      { name: 'id', check: uri, required: true },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
  transactions: some('bizTransaction', typed(false)),
  sources: some('source', typed(true)),
  destinations: some('destination', typed(true)),
  sensors: sequence([
    { name: 'sensorElement', check: sensorElement, required: true, many: true },
    { name: 'extension', check: anything },
  ]),
  dispositions: sequence([
    { name: 'unset', check: uri, many: true },
    { name: 'set', check: uri, many: true },
  ]),
  error: sequence(
    [
      { name: 'declarationTime', check: leaf(faults.time), required: true },
      { name: 'reason', check: uri },
      { name: 'correctiveEventIDs', check: many('correctiveEventID', uri) },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
  ilmd: sequence([{ name: 'extension', check: anything }], { open: true }),
}

const shapeOf = (name: string): Check => {
  const shape = fieldShapes[name]!
  return typeof shape === 'object' ? uri : shapes[shape]
}

/** The check of each event type, by its element name. */
export const eventChecks: Readonly<Record<string, Check>> = Object.fromEntries(
  Object.entries(xmlOrder).map(([type, { fields, required }]) => [
    type,
    sequence(
      [
        ...fields.map((name) => ({ name, check: shapeOf(name), required: required.includes(name), many: fieldShapes[name] === 'uris' })),
        { name: 'extension', check: anything },
      ],
      { open: true },
    ),
  ]),
)

/** Event types of one's own come in a namespace of their own; of them only their owner knows what is right. */
const checkEvent: Check = (element, report) => {
  if (isOwn(element)) return
  const check = Object.hasOwn(eventChecks, element.name) ? eventChecks[element.name] : undefined
  if (check) check(element, report)
  else if (element.name !== 'extension') report(element, `${tag(element)} is no event of EPCIS 2.0`)
}
const eventList: Check = (element, report) => {
  if (element.text.trim() !== '') report(element, `text does not belong directly into ${tag(element)}`)
  for (const child of element.children) checkEvent(child, report)
}

const withAttribute =
  (name: string, inner: Check): Check =>
  (element, report) => {
    const value = element.attributes.find((each) => each.name === name && each.namespace === '')?.value.trim()
    const problem = value === undefined ? `${tag(element)} needs an attribute ${name}` : faults.uri(value)
    if (problem !== undefined) report(element, problem)
    inner(element, report)
  }
const vocabularyElement = sequence(
  [
    { name: 'attribute', check: withAttribute('id', anything), many: true },
    { name: 'children', check: many('id', uri) },
    { name: 'extension', check: anything },
  ],
  { open: true },
)
const vocabulary = sequence(
  [
    { name: 'VocabularyElementList', check: some('VocabularyElement', withAttribute('id', vocabularyElement)) },
    { name: 'extension', check: anything },
  ],
  { open: true },
)
const vocabularyList = many('Vocabulary', withAttribute('type', vocabulary))
const masterData = sequence([
  { name: 'VocabularyList', check: vocabularyList, required: true },
  { name: 'extension', check: anything },
])
const headerParts = sequence([
  { name: 'EPCISMasterData', check: masterData },
  {
    name: 'extension',
    check: sequence([
      { name: 'EPCISMasterData', check: masterData },
      { name: 'extension', check: anything },
    ]),
  },
])
/** The business header comes first; what stands in it is the business of its own standard. */
const header: Check = (element, report) => {
  const [first, ...others] = element.children
  const isBusiness = first?.name === 'StandardBusinessDocumentHeader' && isOwn(first)
  headerParts(isBusiness ? { ...element, children: others } : element, report)
}

const parameter = sequence([
  { name: 'name', check: text, required: true },
  { name: 'value', check: anything, required: true },
])
const parameters = many('param', parameter)
const reason = sequence([
  { name: 'reason', check: text, required: true },
  { name: 'severity', check: text },
  { name: 'queryName', check: text },
  { name: 'subscriptionID', check: text },
])
const strings = many('string', text)
const exceptions =
  `DuplicateName InvalidURI NoSuchName NoSuchSubscription DuplicateSubscription QueryParameter QueryTooLarge QueryTooComplex
  SubscriptionControls SubscribeNotPermitted Security Validation Implementation`.split(/\s+/)

/** What the body of a query document may hold: the messages of the query interface, EPCIS 2.0 section 8.2. */
const messages: Readonly<Record<string, Check>> = {
  GetQueryNames: anything,
  GetQueryNamesResult: strings,
  Subscribe: sequence([
    { name: 'queryName', check: text, required: true },
    { name: 'params', check: parameters, required: true },
    { name: 'dest', check: uri, required: true },
    { name: 'controls', check: anything, required: true },
    { name: 'subscriptionID', check: text, required: true },
  ]),
  SubscribeResult: anything,
  Unsubscribe: sequence([{ name: 'subscriptionID', check: text, required: true }]),
  UnsubscribeResult: anything,
  GetSubscriptionIDs: sequence([{ name: 'queryName', check: text, required: true }]),
  GetSubscriptionIDsResult: strings,
  Poll: sequence([
    { name: 'queryName', check: text, required: true },
    { name: 'params', check: parameters, required: true },
  ]),
  GetStandardVersion: anything,
  GetStandardVersionResult: text,
  GetVendorVersion: anything,
  GetVendorVersionResult: text,
  ...Object.fromEntries(exceptions.map((name) => [`${name}Exception`, reason])),
  QueryResults: sequence(
    [
      { name: 'queryName', check: text, required: true },
      { name: 'subscriptionID', check: text },
      {
        name: 'resultsBody',
        required: true,
        check: (element, report) => {
          const [content, ...more] = element.children
          if (!content || more.length > 0) report(more[0] ?? element, `${tag(element)} holds one list: EventList or VocabularyList`)
          else if (content.name === 'EventList' && !isOwn(content)) eventList(content, report)
          else if (content.name === 'VocabularyList' && !isOwn(content)) vocabularyList(content, report)
          else report(content, `${tag(content)} is neither EventList nor VocabularyList`)
        },
      },
      { name: 'extension', check: anything },
    ],
    { open: true },
  ),
}

const queryNamespace = 'urn:epcglobal:epcis-query:xsd:2'
const queryBody: Check = (element, report) => {
  const [message, ...more] = element.children
  if (!message || more.length > 0) return report(more[0] ?? element, `${tag(element)} holds one message of the query interface`)
  const check = message.namespace === queryNamespace && Object.hasOwn(messages, message.name) ? messages[message.name] : undefined
  if (check) check(message, report)
  else report(message, `${tag(message)} is no message of the query interface in ${queryNamespace}`)
}

const document = (body: Check): Check =>
  sequence(
    [
      { name: 'EPCISHeader', check: header },
      { name: 'EPCISBody', check: body, required: true },
      { name: 'extension', check: anything },
    ],
    { open: true },
  )

/** The root of each kind of document: its namespace, and what it holds. */
export const roots: Readonly<Record<'EPCISDocument' | 'EPCISQueryDocument', { namespace: string; check: Check }>> = {
  EPCISDocument: {
    namespace: 'urn:epcglobal:epcis:xsd:2',
    check: document(
      sequence(
        [
          { name: 'EventList', check: eventList },
          { name: 'extension', check: anything },
        ],
        { open: true },
      ),
    ),
  },
  EPCISQueryDocument: { namespace: queryNamespace, check: document(queryBody) },
}

/** The attributes that every document carries. */
export const checkRootAttributes: Check = (element, report) => {
  const value = (name: string) => element.attributes.find((each) => each.name === name && each.namespace === '')?.value.trim()
  const version = value('schemaVersion')
  if (version === undefined || !/^\d+(?:\.\d+)*$/.test(version))
    report(element, `${tag(element)} needs an attribute schemaVersion such as "2.0"`)
  const created = value('creationDate')
  const problem = created === undefined ? 'it is missing' : faults.time(created)
  if (problem !== undefined) report(element, `in the attribute creationDate of ${tag(element)}: ${problem}`)
}
