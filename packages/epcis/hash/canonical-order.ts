import type { Vocabulary } from '../vocabulary.ts'
import {
  type Fields,
  type Scope,
  type Writer,
  isMembers,
  listOf,
  listed,
  movedOut,
  namesOf,
  repeated,
  structured,
  time,
  value,
  word,
} from './writers.ts'

const quantities = listed(
  'quantityElement',
  structured([
    ['epcClass', value],
    ['quantity', value],
    ['uom', value],
  ]),
)
const epcs = listed('epc', value)
/** The type goes before the value, and the two before the sorting: rule 13. */
const typed = (name: string, vocabulary: Vocabulary): Writer => {
  const write = structured([
    ['type', word(vocabulary)],
    [name, value],
  ])
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
export const fields: Fields = [
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
  [
    'persistentDisposition',
    structured([
      ['set', repeated(word('disposition'))],
      ['unset', repeated(word('disposition'))],
    ]),
  ],
  ['readPoint', place],
  ['bizLocation', place],
  ['sensorElementList', listed('sensorElement', structured(sensorFields))],
]
/**
 * These come after the others, sorted together with ILMD and extensions. The table of the standard puts them before sensorElementList, but its
 * own third example and every published hash have them here.
 */
export const sortedFields: Fields = [
  ['bizTransactionList', typed('bizTransaction', 'bizTransactionType')],
  ['sourceList', typed('source', 'sourceDestinationType')],
  ['destinationList', typed('destination', 'sourceDestinationType')],
]
/** What does not describe the event, and what is written elsewhere. */
export const leftOut: ReadonlySet<string> = new Set([
  ...[...fields, ...sortedFields].map(([name]) => name),
  'type',
  'eventID',
  'recordTime',
  'errorDeclaration',
])
export const places = ['readPoint', 'bizLocation']
export const placeNames = namesOf(placeFields)
const metadataNames = namesOf(metadataFields)
const reportNames = namesOf(reportFields)
const sensorNames = namesOf(sensorFields)

export function sensorsMovedOut(elements: unknown, scope: Scope): string {
  const ofElement = (element: unknown) => {
    if (!isMembers(element)) return ''
    const metadata = movedOut('sensorMetadata', element['sensorMetadata'], scope, metadataNames)
    // bizRules of a report are forgotten in the table of the standard: no known name, so they too end up here.
    const reports = listOf(element['sensorReport']).map((report) => movedOut('sensorReport', report, scope, reportNames))
    return movedOut('sensorElement', element, scope, sensorNames, [metadata, ...reports])
  }
  const text = scope.join(listOf(elements).map(ofElement))
  return text === '' ? '' : `sensorElementList${text}`
}
