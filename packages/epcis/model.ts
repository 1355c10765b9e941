import type {
  bizSteps,
  bizTransactionTypes,
  components,
  dispositions,
  errorReasons,
  measurementTypes,
  sensorAlerts,
  sourceDestinationTypes,
} from './words.ts'

/** An absolute URI or a CURIE whose prefix the context declares. Kept as a string: the validator says whether it is one. */
export type Uri = string
/** A date-time with offset, as written: `2026-03-01T18:41:03.000+07:00`. */
export type DateTime = string
/** A bare word of a standard vocabulary, or a URI of one's own. The `& {}` keeps the words visible to an editor. */
type WordOr<Word extends string> = Word | (string & {})

export type BizStep = WordOr<(typeof bizSteps)[number]>
export type Disposition = WordOr<(typeof dispositions)[number]>
export type BizTransactionType = WordOr<(typeof bizTransactionTypes)[number]>
export type SourceDestinationType = WordOr<(typeof sourceDestinationTypes)[number]>
export type ErrorReason = WordOr<(typeof errorReasons)[number]>
export type MeasurementType = WordOr<(typeof measurementTypes)[number]>
export type SensorAlert = WordOr<(typeof sensorAlerts)[number]>
export type Component = WordOr<(typeof components)[number]>

/** What an extension may hold. `#text` and `@prefix:name` members carry the text and the attributes of an XML element that has attributes. */
export type Extension = string | number | boolean | null | readonly Extension[] | { readonly [name: string]: Extension }
/** Members of one's own, named by a CURIE whose prefix the context declares, or by a full URI. */
export type Extensions = { readonly [name: `${string}:${string}`]: Extension | undefined }

/** One part of a JSON-LD context: the address of a known context, or prefixes of one's own. */
export type ContextPart = string | { readonly [prefix: string]: unknown }
export type Context = ContextPart | readonly ContextPart[]

/** A class-level count or measure. Without `uom` a whole number of things, with it a measure in a unit of UN/ECE Recommendation 20. */
export type QuantityElement = { epcClass: Uri; quantity?: number; uom?: string }
export type Place = { id: Uri } & Extensions
export type BizTransaction = { type?: BizTransactionType; bizTransaction: Uri }
export type Source = { type: SourceDestinationType; source: Uri }
export type Destination = { type: SourceDestinationType; destination: Uri }
export type PersistentDisposition = { set?: readonly Disposition[]; unset?: readonly Disposition[] }

/** Takes an event back without deleting it: EPCIS 2.0 section 7.4.1.2. */
export type ErrorDeclaration = {
  declarationTime: DateTime
  reason?: ErrorReason
  correctiveEventIDs?: readonly Uri[]
} & Extensions

export type SensorMetadata = {
  time?: DateTime
  startTime?: DateTime
  endTime?: DateTime
  deviceID?: Uri
  deviceMetadata?: Uri
  rawData?: Uri
  dataProcessingMethod?: Uri
  bizRules?: Uri
} & Extensions

export type SensorReport = {
  /** What was measured; an alert (`exception`) may stand without it. */
  type?: MeasurementType
  exception?: SensorAlert
  deviceID?: Uri
  deviceMetadata?: Uri
  rawData?: Uri
  dataProcessingMethod?: Uri
  bizRules?: Uri
  time?: DateTime
  microorganism?: Uri
  chemicalSubstance?: Uri
  coordinateReferenceSystem?: Uri
  value?: number
  component?: Component
  stringValue?: string
  booleanValue?: boolean
  hexBinaryValue?: string
  uriValue?: Uri
  minValue?: number
  maxValue?: number
  meanValue?: number
  sDev?: number
  percRank?: number
  percValue?: number
  uom?: string
} & Extensions

export type SensorElement = { sensorMetadata?: SensorMetadata; sensorReport: readonly SensorReport[] } & Extensions

export type Action = 'ADD' | 'OBSERVE' | 'DELETE'

/** What all five event types share. */
type CommonFields = {
  '@context'?: Context
  eventID?: Uri
  eventTime: DateTime
  /** Set by the repository, never by who captures. */
  recordTime?: DateTime
  /** The local offset where it happened: `+07:00`. Not derived from eventTime. */
  eventTimeZoneOffset: string
  certificationInfo?: Uri | readonly Uri[]
  errorDeclaration?: ErrorDeclaration
  bizStep?: BizStep
  disposition?: Disposition
  persistentDisposition?: PersistentDisposition
  readPoint?: Place
  bizLocation?: Place
  sourceList?: readonly Source[]
  destinationList?: readonly Destination[]
  sensorElementList?: readonly SensorElement[]
}
type Transactions = { bizTransactionList?: readonly BizTransaction[] }

export type ObjectEvent = CommonFields &
  Transactions & {
    type: 'ObjectEvent'
    action: Action
    epcList?: readonly Uri[]
    quantityList?: readonly QuantityElement[]
    ilmd?: Extensions
  } & Extensions

export type AggregationEvent = CommonFields &
  Transactions & {
    type: 'AggregationEvent'
    action: Action
    parentID?: Uri
    childEPCs?: readonly Uri[]
    childQuantityList?: readonly QuantityElement[]
  } & Extensions

export type TransactionEvent = CommonFields & {
  type: 'TransactionEvent'
  action: Action
  bizTransactionList: readonly BizTransaction[]
  parentID?: Uri
  epcList?: readonly Uri[]
  quantityList?: readonly QuantityElement[]
} & Extensions

export type TransformationEvent = CommonFields &
  Transactions & {
    type: 'TransformationEvent'
    inputEPCList?: readonly Uri[]
    inputQuantityList?: readonly QuantityElement[]
    outputEPCList?: readonly Uri[]
    outputQuantityList?: readonly QuantityElement[]
    transformationID?: Uri
    ilmd?: Extensions
  } & Extensions

export type AssociationEvent = CommonFields &
  Transactions & {
    type: 'AssociationEvent'
    action: Action
    parentID: Uri
    childEPCs?: readonly Uri[]
    childQuantityList?: readonly QuantityElement[]
  } & Extensions

/** One of the five standard event types of EPCIS 2.0 section 7.4, in the shape of its JSON form. Narrow by `type`. */
export type EpcisEvent = ObjectEvent | AggregationEvent | TransactionEvent | TransformationEvent | AssociationEvent
export type EventType = EpcisEvent['type']

/** Master data of EPCIS 2.0 section 6.1.1 as they travel in a header. */
export type Vocabularies = readonly VocabularyList[]
export type VocabularyList = { type: Uri; vocabularyElementList?: readonly VocabularyElement[] }
export type VocabularyElement = {
  id: Uri
  attributes?: readonly { id: Uri; attribute?: Extension }[]
  children?: readonly Uri[]
}

type Envelope = {
  '@context': Context
  id?: Uri
  schemaVersion?: string
  creationDate?: DateTime
} & Extensions

/** A document to capture: EPCIS 2.0 section 10. */
export type EpcisDocument = Envelope & {
  type: 'EPCISDocument'
  instanceIdentifier?: string
  sender?: string
  receiver?: string
  epcisHeader?: { epcisMasterData?: { vocabularyList?: Vocabularies } }
  epcisBody: { eventList: readonly EpcisEvent[] }
}

/** The answer to a query: EPCIS 2.0 section 8.2.7. */
export type EpcisQueryDocument = Envelope & {
  type: 'EPCISQueryDocument'
  epcisBody: {
    queryResults: {
      queryName?: string
      subscriptionID?: string
      resultsBody: { eventList: readonly EpcisEvent[]; vocabularyList?: Vocabularies }
    } & Extensions
  }
}

export type AnyDocument = EpcisDocument | EpcisQueryDocument

/** The five event types in the order of the standard. @example eventTypes.length // 5 */
export const eventTypes = ['ObjectEvent', 'AggregationEvent', 'TransactionEvent', 'TransformationEvent', 'AssociationEvent'] as const
