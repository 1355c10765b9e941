import type { Vocabulary } from '../vocabulary.ts'

/** GE is inclusive, LT exclusive. */
export type Comparison = 'EQ' | 'GT' | 'GE' | 'LT' | 'LE'
/** Where an extension is looked for. */
export type ExtensionPlace =
  | 'event'
  | 'ilmd'
  | 'errorDeclaration'
  | 'sensorElement'
  | 'sensorMetadata'
  | 'sensorReport'
  | 'readPoint'
  | 'bizLocation'
export type EpcField = 'epc' | 'parentID' | 'inputEPC' | 'outputEPC' | 'anyEPC'
export type EpcClassField = 'epcClass' | 'inputEPCClass' | 'outputEPCClass' | 'anyEPCClass'
export type SensorNumber = 'value' | 'minValue' | 'maxValue' | 'meanValue' | 'sDev' | 'percValue' | 'percRank'
export type SensorText =
  | 'deviceID'
  | 'dataProcessingMethod'
  | 'microorganism'
  | 'chemicalSubstance'
  | 'bizRules'
  | 'stringValue'
  | 'hexBinaryValue'
  | 'uriValue'

/** An extension by its universal name `{namespace}local`, or as written when the query declares no such prefix. `inner`: below the top level. */
export type ExtensionName = { place: ExtensionPlace; inner: boolean; name: string }

/** A time to compare with an extension, kept apart from a text. */
export type Moment = { time: number }

/**
 * One thing that an event must fulfil. Times are milliseconds since 1970, words Web URIs, GS1 keys the constrained Digital Link of
 * `canonicalIdentifier`: so a condition can be compared with columns that were written the same way.
 */
export type Condition =
  | { on: 'eventType'; values: readonly string[] }
  | { on: 'time'; field: 'eventTime' | 'recordTime' | 'errorDeclarationTime'; compare: 'GE' | 'LT'; time: number }
  | { on: 'action'; values: readonly string[] }
  | {
      on: 'word'
      field: 'bizStep' | 'disposition' | 'persistentDisposition.set' | 'persistentDisposition.unset' | 'errorReason'
      values: readonly string[]
    }
  | { on: 'place'; field: 'readPoint' | 'bizLocation'; within: boolean; values: readonly string[] }
  | { on: 'identifier'; field: 'eventID' | 'transformationID' | 'correctiveEventID'; values: readonly string[] }
  | { on: 'epc'; field: EpcField; patterns: readonly EpcPattern[] }
  | { on: 'epcClass'; field: EpcClassField; patterns: readonly EpcPattern[] }
  | { on: 'quantity'; compare: Comparison; values: readonly number[]; uom?: string }
  | { on: 'party'; field: 'bizTransaction' | 'source' | 'destination'; type: string; values: readonly string[] }
  | { on: 'exists'; field: 'errorDeclaration' | 'sensorElementList' }
  | { on: 'sensorTime'; field: 'time' | 'startTime' | 'endTime'; compare: 'GE' | 'LT'; time: number }
  | { on: 'sensorType'; values: readonly string[] }
  | { on: 'sensorText'; field: SensorText; values: readonly string[] }
  | { on: 'sensorBoolean'; value: boolean }
  | { on: 'sensorNumber'; field: SensorNumber; compare: Comparison; values: readonly number[]; uom?: string }
  | ({ on: 'extension'; compare: Comparison; values: readonly (string | number | Moment)[] } & ExtensionName)
  | ({ on: 'extensionExists' } & ExtensionName)
  | { on: 'attribute'; field: string; attributes: readonly string[]; values?: readonly string[] }

/** What a MATCH parameter names: exactly one key, or a pattern over canonical Digital Links. */
export type EpcPattern = { exactly: string } | { like: RegExp; exactly: string }

/** The order of a result. An extension is named as in {@link ExtensionName}. */
export type Order = { by: 'eventTime' | 'recordTime' | ExtensionName; direction: 'ASC' | 'DESC' }

/** A SimpleEventQuery, checked: EPCIS 2.0 section 8.2.7.1. An event is in the result if it fulfils every condition. */
export type EventQuery = {
  conditions: readonly Condition[]
  orderBy?: Order
  /** The first so many of the order. */
  eventCountLimit?: number
  /** More than so many make the query fail. */
  maxEventCount?: number
}

/** A parameter that does not hold, as `epcisException:QueryParameterException` reports it. */
export type QueryProblem = { parameter: string; reason: string }
export type QueryRefusal = { code: 'query-parameters'; type: 'epcisException:QueryParameterException'; problems: readonly QueryProblem[] }

/** The vocabularies that words in a query may come from. */
export type QueryVocabulary = Extract<
  Vocabulary,
  'bizStep' | 'disposition' | 'errorReason' | 'measurementType' | 'bizTransactionType' | 'sourceDestinationType'
>
