import { type Namespaces, expandCurie, expandName } from '../context.ts'
import { canonicalIdentifier } from '../hash/identifier.ts'
import { eventTypes } from '../model.ts'
import { isDateTime, isUri } from '../validate/formats.ts'
import { isWord, webUri } from '../vocabulary.ts'
import { epcPattern } from './epc-pattern.ts'
import {
  type Given,
  type Read,
  count,
  flag,
  millisecondsOf,
  no,
  number,
  numbers,
  oneText,
  strings,
  time,
  truth,
  uris,
  yes,
} from './given.ts'
import type {
  Comparison,
  Condition,
  EpcClassField,
  EpcField,
  ExtensionName,
  ExtensionPlace,
  Moment,
  QueryVocabulary,
  SensorNumber,
  SensorText,
} from './query.ts'

/** Reads the value of a parameter into a condition; `undefined` when it asks nothing (`EXISTS_… = false`). */
export type ReadParameter = (given: Given, namespaces: Namespaces) => Read<Condition | undefined>

const then = <A, B>(read: Read<A>, next: (value: A) => B): Read<B> => ('reason' in read ? read : yes(next(read.value)))

function words(vocabulary: QueryVocabulary, given: Given, namespaces: Namespaces): Read<readonly string[]> {
  const read = strings(given)
  if ('reason' in read) return read
  const wrong = read.value.find((each) => !isWord(vocabulary, each) && !isUri(each))
  if (wrong !== undefined) return no(`"${wrong.slice(0, 60)}" is neither a standard word nor a URI`)
  return yes(read.value.map((each) => expandCurie(webUri(vocabulary, each), namespaces)))
}

const identifiers = (given: Given, namespaces: Namespaces) =>
  then(uris(given), (values) => values.map((value) => canonicalIdentifier(expandCurie(value, namespaces))))

const timeOf =
  (field: Extract<Condition, { on: 'time' }>['field'], compare: 'GE' | 'LT'): ReadParameter =>
  (given) =>
    then(time(given), (value) => ({ on: 'time', field, compare, time: value }))
const sensorTime =
  (field: 'time' | 'startTime' | 'endTime', compare: 'GE' | 'LT'): ReadParameter =>
  (given) =>
    then(time(given), (value) => ({ on: 'sensorTime', field, compare, time: value }))
const wordOf =
  (field: Extract<Condition, { on: 'word' }>['field'], vocabulary: QueryVocabulary): ReadParameter =>
  (given, namespaces) =>
    then(words(vocabulary, given, namespaces), (values) => ({ on: 'word', field, values }))
const placeOf =
  (field: 'readPoint' | 'bizLocation', within: boolean): ReadParameter =>
  (given, namespaces) =>
    then(identifiers(given, namespaces), (values) => ({ on: 'place', field, within, values }))
const identifierOf =
  (field: Extract<Condition, { on: 'identifier' }>['field']): ReadParameter =>
  (given) =>
    then(strings(given), (values) => ({ on: 'identifier', field, values: values.map(canonicalIdentifier) }))
const match =
  (field: EpcField): ReadParameter =>
  (given) =>
    then(uris(given), (values) => ({ on: 'epc', field, patterns: values.map(epcPattern) }))
const matchClass =
  (field: EpcClassField): ReadParameter =>
  (given) =>
    then(uris(given), (values) => ({ on: 'epcClass', field, patterns: values.map(epcPattern) }))
const quantity =
  (compare: Comparison, uom?: string): ReadParameter =>
  (given) =>
    then(compareNumbers(compare, given), (values) => ({ on: 'quantity', compare, values, ...(uom === undefined ? {} : { uom }) }))
const sensorNumber =
  (field: SensorNumber, compare: Comparison, uom?: string): ReadParameter =>
  (given) =>
    then(compareNumbers(compare, given), (values) => ({
      on: 'sensorNumber',
      field,
      compare,
      values,
      ...(uom === undefined ? {} : { uom }),
    }))
const sensorText =
  (field: SensorText): ReadParameter =>
  (given) =>
    then(isSensorUri.has(field) ? uris(given) : strings(given), (values) => ({
      on: 'sensorText',
      field,
      values: values.map(canonicalIdentifier),
    }))
const isSensorUri = new Set<SensorText>(['deviceID', 'dataProcessingMethod', 'microorganism', 'chemicalSubstance', 'bizRules', 'uriValue'])
const exists =
  (field: 'errorDeclaration' | 'sensorElementList'): ReadParameter =>
  (given) =>
    then(flag(given), (asked) => (asked ? { on: 'exists', field } : undefined))

const compareNumbers = (compare: Comparison, given: Given) => (compare === 'EQ' ? numbers(given) : then(number(given), (value) => [value]))

const comparisons = ['EQ', 'GT', 'GE', 'LT', 'LE'] as const
const each = <T extends string>(names: readonly T[], make: (name: T) => [string, ReadParameter][]) => names.flatMap(make)

/** Every parameter of SimpleEventQuery with a fixed name: EPCIS 2.0 section 8.2.7.1. */
const fixed: ReadonlyMap<string, ReadParameter> = new Map<string, ReadParameter>([
  [
    'eventType',
    (given, namespaces) => {
      const read = strings(given)
      if ('reason' in read) return read
      const wrong = read.value.find((type) => !(eventTypes as readonly string[]).includes(type) && !isUri(type))
      if (wrong !== undefined) return no(`"${wrong.slice(0, 60)}" is neither one of the five event types nor a URI`)
      return yes({ on: 'eventType', values: read.value.map((type) => expandCurie(type, namespaces)) })
    },
  ],
  [
    'EQ_action',
    (given) => {
      const read = strings(given)
      if ('reason' in read) return read
      const wrong = read.value.find((action) => !['ADD', 'OBSERVE', 'DELETE'].includes(action))
      return wrong === undefined ? yes({ on: 'action', values: read.value }) : no(`"${wrong.slice(0, 60)}" is none of ADD, OBSERVE, DELETE`)
    },
  ],
  ...each(['GE', 'LT'], (compare) => [
    [`${compare}_eventTime`, timeOf('eventTime', compare)],
    [`${compare}_recordTime`, timeOf('recordTime', compare)],
    [`${compare}_errorDeclarationTime`, timeOf('errorDeclarationTime', compare)],
    // The JSON schema of GS1 has this name, its OpenAPI the one above.
    [`${compare}_errorDeclaration_Time`, timeOf('errorDeclarationTime', compare)],
    [`${compare}_time`, sensorTime('time', compare)],
    [`${compare}_startTime`, sensorTime('startTime', compare)],
    [`${compare}_endTime`, sensorTime('endTime', compare)],
  ]),
  ['EQ_bizStep', wordOf('bizStep', 'bizStep')],
  ['EQ_disposition', wordOf('disposition', 'disposition')],
  ['EQ_persistentDisposition_set', wordOf('persistentDisposition.set', 'disposition')],
  ['EQ_persistentDisposition_unset', wordOf('persistentDisposition.unset', 'disposition')],
  ['EQ_errorReason', wordOf('errorReason', 'errorReason')],
  ...each(['readPoint', 'bizLocation'], (field) => [
    [`EQ_${field}`, placeOf(field, false)],
    [`WD_${field}`, placeOf(field, true)],
  ]),
  ...each(['eventID', 'transformationID', 'correctiveEventID'], (field) => [[`EQ_${field}`, identifierOf(field)]]),
  ...each(['epc', 'parentID', 'inputEPC', 'outputEPC', 'anyEPC'], (field) => [[`MATCH_${field}`, match(field)]]),
  ...each(['epcClass', 'inputEPCClass', 'outputEPCClass', 'anyEPCClass'], (field) => [[`MATCH_${field}`, matchClass(field)]]),
  ...each(comparisons, (compare) => [
    [`${compare}_quantity`, quantity(compare)],
    [`${compare}_percRank`, sensorNumber('percRank', compare)],
  ]),
  ['EXISTS_errorDeclaration', exists('errorDeclaration')],
  ['EXISTS_sensorElementList', exists('sensorElementList')],
  ['EQ_type', (given, namespaces) => then(words('measurementType', given, namespaces), (values) => ({ on: 'sensorType', values }))],
  ...each(
    ['deviceID', 'dataProcessingMethod', 'microorganism', 'chemicalSubstance', 'bizRules', 'stringValue', 'hexBinaryValue', 'uriValue'],
    (field) => [[`EQ_${field}`, sensorText(field)]],
  ),
  ['EQ_booleanValue', (given) => then(truth(given), (value) => ({ on: 'sensorBoolean', value }))],
])

const places: Readonly<Record<string, ExtensionPlace>> = {
  ILMD: 'ilmd',
  ERROR_DECLARATION: 'errorDeclaration',
  SENSORELEMENT: 'sensorElement',
  SENSORMETADATA: 'sensorMetadata',
  SENSORREPORT: 'sensorReport',
  readPoint: 'readPoint',
  bizLocation: 'bizLocation',
}
const extension =
  /^(EQ|GT|GE|LT|LE|EXISTS)_(INNER_)?(?:(ILMD|ERROR_DECLARATION|SENSORELEMENT|SENSORMETADATA|SENSORREPORT|readPoint|bizLocation)_)?([^_].*)$/
const fieldName = /^[\p{L}_][\p{L}\p{N}._-]*:[^\s{}]+$/u
const measured = /^(EQ|GT|GE|LT|LE)_(quantity|value|minValue|maxValue|meanValue|sDev|percValue)_([A-Z0-9]{2,4})$/
const party = /^EQ_(bizTransaction|source|destination)_(.+)$/
const attribute = /^(?:HASATTR_(?<has>.+)|EQ_?ATTR_(?<field>(?:[\p{L}][\p{L}\p{N}.-]*:)?[\p{L}][\p{L}\p{N}.-]*)_(?<name>.+))$/u

/**
 * The universal name of an extension field in a parameter: a CURIE, or as in EPCIS 1.x its namespace, a hash and its local name.
 * Undefined when it is neither.
 */
export function extensionName(field: string, namespaces: Namespaces): string | undefined {
  if (!fieldName.test(field)) return undefined
  const hash = field.includes('://') ? field.lastIndexOf('#') : -1
  return hash > 0 ? `{${field.slice(0, hash)}}${field.slice(hash + 1)}` : expandName(field, namespaces)
}

/** Values of an extension: in a query string a number or a time is known by its look. */
function extensionValues(compare: Comparison, given: Given): Read<readonly (string | number | Moment)[]> {
  const list: unknown[] =
    'text' in given ? (compare === 'EQ' ? given.text.split('|') : [given.text]) : Array.isArray(given.json) ? given.json : [given.json]
  if (list.length === 0) return no('the list is empty')
  const values: (string | number | Moment)[] = []
  for (const each of list) {
    if (typeof each === 'number' && Number.isFinite(each)) values.push(each)
    else if (typeof each !== 'string' || each === '') return no('a text, a number or a date-time is expected')
    else if (isDateTime(each)) values.push({ time: millisecondsOf(each) })
    else if (compare === 'EQ') values.push(each)
    else {
      const read = number({ text: each })
      if ('reason' in read) return no('a number or a date-time is expected')
      values.push(read.value)
    }
  }
  return yes(values)
}

/**
 * Finds how a parameter is read, by its name: fixed ones first, then the families whose names are made of a comparison, a place and a field.
 * Undefined for a name that the standard does not know.
 */
export function findParameter(name: string, namespaces: Namespaces): ReadParameter | undefined {
  const known = fixed.get(name)
  if (known) return known
  const measure = measured.exec(name)
  if (measure) {
    const [, compare, field, uom] = measure as unknown as [string, Comparison, 'quantity' | SensorNumber, string]
    return field === 'quantity' ? quantity(compare, uom) : sensorNumber(field, compare, uom)
  }
  const typed = party.exec(name)
  if (typed) {
    const [, field, type] = typed as unknown as [string, 'bizTransaction' | 'source' | 'destination', string]
    const vocabulary = field === 'bizTransaction' ? 'bizTransactionType' : 'sourceDestinationType'
    if (!isWord(vocabulary, type) && !isUri(type)) return () => no(`"${type.slice(0, 60)}" is neither a standard type nor a URI`)
    return (given, around) =>
      then(identifiers(given, around), (values) => ({ on: 'party', field, type: expandCurie(webUri(vocabulary, type), around), values }))
  }
  const having = attribute.exec(name)?.groups
  if (having) {
    const field = having['has'] ?? having['field']!
    const plain = extensionName(field, namespaces) ?? field
    return having['has'] === undefined
      ? (given) => then(strings(given), (values) => ({ on: 'attribute', field: plain, attributes: [having['name']!], values }))
      : (given) => then(strings(given), (attributes) => ({ on: 'attribute', field: plain, attributes }))
  }
  return findExtension(name, namespaces)
}

function findExtension(name: string, namespaces: Namespaces): ReadParameter | undefined {
  const [, compare, inner, place, field = ''] = extension.exec(name) ?? []
  const universal = extensionName(field, namespaces)
  if (compare === undefined || universal === undefined) return undefined
  const where: ExtensionName = { place: place === undefined ? 'event' : places[place]!, inner: inner !== undefined, name: universal }
  if (compare === 'EXISTS') return (given) => then(flag(given), (asked) => (asked ? { on: 'extensionExists', ...where } : undefined))
  return (given) =>
    then(extensionValues(compare as Comparison, given), (values) => ({ on: 'extension', compare: compare as Comparison, values, ...where }))
}

export { count, oneText }
