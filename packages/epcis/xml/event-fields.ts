import type { EventType } from '../model.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** How a field of an event is written in XML. */
export type FieldShape =
  | 'time'
  | 'offset'
  | 'action'
  | 'uri'
  | 'uris'
  | 'epcs'
  | 'quantities'
  | 'place'
  | 'transactions'
  | 'sources'
  | 'destinations'
  | 'sensors'
  | 'dispositions'
  | 'error'
  | 'ilmd'
  | { word: Vocabulary }

/** Every standard field of the five event types: EPCIS 2.0 section 7.4. */
export const fieldShapes: Readonly<Record<string, FieldShape>> = {
  eventTime: 'time',
  recordTime: 'time',
  eventTimeZoneOffset: 'offset',
  eventID: 'uri',
  errorDeclaration: 'error',
  certificationInfo: 'uris',
  epcList: 'epcs',
  parentID: 'uri',
  childEPCs: 'epcs',
  inputEPCList: 'epcs',
  outputEPCList: 'epcs',
  quantityList: 'quantities',
  childQuantityList: 'quantities',
  inputQuantityList: 'quantities',
  outputQuantityList: 'quantities',
  transformationID: 'uri',
  action: 'action',
  bizStep: { word: 'bizStep' },
  disposition: { word: 'disposition' },
  persistentDisposition: 'dispositions',
  readPoint: 'place',
  bizLocation: 'place',
  bizTransactionList: 'transactions',
  sourceList: 'sources',
  destinationList: 'destinations',
  sensorElementList: 'sensors',
  ilmd: 'ilmd',
}

const head = ['eventTime', 'recordTime', 'eventTimeZoneOffset', 'eventID', 'errorDeclaration', 'certificationInfo']
const why = ['bizStep', 'disposition', 'readPoint', 'bizLocation']
const parties = ['sourceList', 'destinationList', 'sensorElementList', 'persistentDisposition']

/** The fields of each event type in the order that XML demands, and those that must be there: EPCIS 2.0 section 9. */
export const xmlOrder: Readonly<Record<EventType, { fields: readonly string[]; required: readonly string[] }>> = {
  ObjectEvent: {
    fields: [...head, 'epcList', 'action', ...why, 'bizTransactionList', 'quantityList', ...parties, 'ilmd'],
    required: ['eventTime', 'eventTimeZoneOffset', 'action'],
  },
  AggregationEvent: {
    fields: [...head, 'parentID', 'childEPCs', 'action', ...why, 'bizTransactionList', 'childQuantityList', ...parties],
    required: ['eventTime', 'eventTimeZoneOffset', 'action'],
  },
  TransactionEvent: {
    fields: [...head, 'bizTransactionList', 'parentID', 'epcList', 'action', ...why, 'quantityList', ...parties],
    required: ['eventTime', 'eventTimeZoneOffset', 'bizTransactionList', 'action'],
  },
  TransformationEvent: {
    fields: [
      ...head,
      'inputEPCList',
      'inputQuantityList',
      'outputEPCList',
      'outputQuantityList',
      'transformationID',
      ...why,
      'bizTransactionList',
      ...parties,
      'ilmd',
    ],
    required: ['eventTime', 'eventTimeZoneOffset'],
  },
  AssociationEvent: {
    fields: [...head, 'parentID', 'childEPCs', 'childQuantityList', 'action', ...why, 'bizTransactionList', ...parties],
    required: ['eventTime', 'eventTimeZoneOffset', 'parentID', 'action'],
  },
}

/** An attribute of a sensor element in XML, and what it holds. */
export type SensorAttribute = 'time' | 'uri' | 'text' | 'number' | 'boolean' | 'hex' | { word: Vocabulary }

export const sensorMetadataAttributes: Readonly<Record<string, SensorAttribute>> = {
  time: 'time',
  startTime: 'time',
  endTime: 'time',
  deviceID: 'uri',
  deviceMetadata: 'uri',
  rawData: 'uri',
  dataProcessingMethod: 'uri',
  bizRules: 'uri',
}

export const sensorReportAttributes: Readonly<Record<string, SensorAttribute>> = {
  type: { word: 'measurementType' },
  exception: { word: 'sensorAlert' },
  deviceID: 'uri',
  deviceMetadata: 'uri',
  rawData: 'uri',
  dataProcessingMethod: 'uri',
  bizRules: 'uri',
  time: 'time',
  microorganism: 'uri',
  chemicalSubstance: 'uri',
  coordinateReferenceSystem: 'uri',
  value: 'number',
  component: { word: 'component' },
  stringValue: 'text',
  booleanValue: 'boolean',
  hexBinaryValue: 'hex',
  uriValue: 'uri',
  minValue: 'number',
  maxValue: 'number',
  meanValue: 'number',
  sDev: 'number',
  percRank: 'number',
  percValue: 'number',
  uom: 'text',
}
