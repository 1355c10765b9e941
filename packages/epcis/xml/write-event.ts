import { type Namespaces, expandCurie } from '../context.ts'
import { canonicalNumber } from '../hash/canonical-value.ts'
import { type Vocabulary, bareWord, cbvUrn, webUri } from '../vocabulary.ts'
import { escapeXml } from './escape.ts'
import {
  type FieldShape,
  type SensorAttribute,
  fieldShapes,
  sensorMetadataAttributes,
  sensorReportAttributes,
  xmlOrder,
} from './event-fields.ts'

/** In which form words of the vocabulary are written in XML: the header `GS1-CBV-XML-Format` of EPCIS 2.0 section 12.4. */
export type CbvXmlFormat = 'No_Preference' | 'Always_Web_URI' | 'Always_URN' | 'Never_Translates'

/** What the writer knows while it writes: the prefixes declared around it and the form of words. */
export type Pen = {
  namespaces: Namespaces
  /** Inside values of a JSON document CURIEs of one's own may stand; XML has them in full, so that both have the same hash. */
  curies: Namespaces
  word(vocabulary: Vocabulary, value: string): string
  /** A qualified name that the document declares. */
  name(member: string): string
}

/** Bare words cannot stand in XML: they always become URIs; what came as a URI stays with `Never_Translates`. */
export function wordWriter(format: CbvXmlFormat): Pen['word'] {
  if (format === 'Always_URN') return cbvUrn
  if (format === 'Never_Translates') return (vocabulary, value) => (value.includes(':') ? value : webUri(vocabulary, value))
  return (vocabulary, value) => webUri(vocabulary, bareWord(vocabulary, value))
}

type Members = Readonly<Record<string, unknown>>
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])

const element = (name: string, content: string, attributes = '') =>
  content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
const attribute = (name: string, text: string) => ` ${name}="${escapeXml(text)}"`

function plainText(value: unknown, pen: Pen): string {
  if (typeof value === 'string') return expandCurie(value, pen.curies)
  if (typeof value === 'number') return canonicalNumber(value)
  return typeof value === 'boolean' ? String(value) : ''
}
const text = (value: unknown, pen: Pen) => escapeXml(plainText(value, pen))

const isComment = (name: string) => name === 'rdfs:comment' || name === 'comment' || name === '@context'

/** Members of one's own as elements. An attribute of an XML extension (`@prefix:name`) becomes one again. */
export function writeExtensions(members: Members, pen: Pen, without: ReadonlySet<string>): string {
  let written = ''
  for (const [name, value] of Object.entries(members)) {
    if (without.has(name) || name.startsWith('@') || name === '#text' || isComment(name)) continue
    for (const each of Array.isArray(value) ? value.flat(64) : [value]) written += writeExtension(pen.name(name), each, pen)
  }
  return written
}

function writeExtension(name: string, value: unknown, pen: Pen): string {
  if (!isMembers(value)) return element(name, text(value, pen))
  let attributes = ''
  for (const [member, each] of Object.entries(value)) {
    if (member.startsWith('@') && member !== '@context') attributes += attribute(pen.name(member.slice(1)), plainText(each, pen))
  }
  return element(name, text(value['#text'], pen) + writeExtensions(value, pen, none), attributes)
}
const none: ReadonlySet<string> = new Set()

function writeSensorPart(name: string, part: unknown, known: Readonly<Record<string, SensorAttribute>>, pen: Pen): string {
  if (!isMembers(part)) return ''
  let attributes = ''
  for (const [member, value] of Object.entries(part)) {
    if (isComment(member)) continue
    const kind = Object.hasOwn(known, member) ? known[member]! : undefined
    const written = typeof kind === 'object' && typeof value === 'string' ? curieOf(kind.word, value, pen) : plainText(value, pen)
    attributes += attribute(kind === undefined ? pen.name(member) : member, written)
  }
  return element(name, '', attributes)
}

/** Sensor words in XML are CURIEs of the GS1 Web Vocabulary by custom of the standard's examples. */
function curieOf(vocabulary: Vocabulary, value: string, pen: Pen): string {
  const uri = webUri(vocabulary, value)
  return uri.startsWith('https://gs1.org/voc/') ? `gs1:${uri.slice('https://gs1.org/voc/'.length)}` : expandCurie(uri, pen.curies)
}

const typed =
  (name: string, vocabulary: Vocabulary): Writer =>
  (list, pen) =>
    listOf(list)
      .filter(isMembers)
      .map((each) => {
        const type = each['type']
        return element(name, text(each[name], pen), typeof type === 'string' ? attribute('type', word(vocabulary, type, pen)) : '')
      })
      .join('')

const word = (vocabulary: Vocabulary, value: string, pen: Pen) => expandCurie(pen.word(vocabulary, value), pen.curies)
const words = (name: string, vocabulary: Vocabulary, list: unknown, pen: Pen) =>
  listOf(list)
    .map((value) => element(name, escapeXml(word(vocabulary, String(value), pen))))
    .join('')
const texts = (name: string, list: unknown, pen: Pen) =>
  listOf(list)
    .map((value) => element(name, text(value, pen)))
    .join('')

type Writer = (value: unknown, pen: Pen) => string

const writers: Readonly<Record<Exclude<Extract<FieldShape, string>, 'uris'>, Writer>> = {
  time: text,
  offset: text,
  action: text,
  uri: text,
  epcs: (list, pen) => texts('epc', list, pen),
  quantities: (list, pen) =>
    listOf(list)
      .filter(isMembers)
      .map((each) => element('quantityElement', ['epcClass', 'quantity', 'uom'].map((name) => texts(name, each[name], pen)).join('')))
      .join(''),
  place: (place, pen) => (isMembers(place) ? texts('id', place['id'], pen) + writeExtensions(place, pen, new Set(['id'])) : ''),
  transactions: typed('bizTransaction', 'bizTransactionType'),
  sources: typed('source', 'sourceDestinationType'),
  destinations: typed('destination', 'sourceDestinationType'),
  sensors: (list, pen) =>
    listOf(list)
      .filter(isMembers)
      .map((each) => {
        const reports = listOf(each['sensorReport']).map((report) => writeSensorPart('sensorReport', report, sensorReportAttributes, pen))
        const metadata = each['sensorMetadata']
        return element(
          'sensorElement',
          (metadata === undefined ? '' : writeSensorPart('sensorMetadata', metadata, sensorMetadataAttributes, pen)) +
            reports.join('') +
            writeExtensions(each, pen, new Set(['sensorMetadata', 'sensorReport'])),
        )
      })
      .join(''),
  dispositions: (value, pen) =>
    isMembers(value) ? words('unset', 'disposition', value['unset'], pen) + words('set', 'disposition', value['set'], pen) : '',
  error: (value, pen) => {
    if (!isMembers(value)) return ''
    const corrections = value['correctiveEventIDs']
    return (
      texts('declarationTime', value['declarationTime'], pen) +
      words('reason', 'errorReason', value['reason'], pen) +
      (corrections === undefined ? '' : element('correctiveEventIDs', texts('correctiveEventID', corrections, pen))) +
      writeExtensions(value, pen, new Set(['declarationTime', 'reason', 'correctiveEventIDs']))
    )
  },
  ilmd: (value, pen) => (isMembers(value) ? writeExtensions(value, pen, none) : ''),
}

const standardNames: ReadonlySet<string> = new Set(['type', ...Object.keys(fieldShapes)])
const isEventType = (type: unknown): type is keyof typeof xmlOrder => typeof type === 'string' && Object.hasOwn(xmlOrder, type)

/** Writes an event with its parts in the order that XML demands. Comments have no place in XML and are left out. */
export function writeXmlEvent(event: Members, pen: Pen): string {
  const type = event['type']
  const { fields } = isEventType(type) ? xmlOrder[type] : xmlOrder.ObjectEvent
  let written = ''
  for (const field of fields) {
    const value = event[field]
    const shape = fieldShapes[field]!
    if (value === undefined || value === null) continue
    if (typeof shape === 'object') written += element(field, escapeXml(word(shape.word, String(value), pen)))
    else if (shape === 'uris') written += texts(field, value, pen)
    else written += element(field, writers[shape](value, pen))
  }
  return element(pen.name(String(type)), written + writeExtensions(event, pen, standardNames))
}
