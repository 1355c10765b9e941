export { epcPattern, matches } from './query/epc-pattern.ts'
export { answerQuery, isInResult } from './query/evaluate.ts'
export type { MasterData, QueryScope, QueryTooLarge } from './query/evaluate.ts'
export { parseExtensionsHeader, parseQuery, parseQueryDefinition, parseQueryString } from './query/parse-query.ts'
export type { Beside } from './query/parse-query.ts'
export type {
  Comparison,
  Condition,
  EpcClassField,
  EpcField,
  EpcPattern,
  EventQuery,
  ExtensionName,
  ExtensionPlace,
  Moment,
  Order,
  QueryProblem,
  QueryRefusal,
  SensorNumber,
  SensorText,
} from './query/query.ts'
export { nextTime, parseSchedule } from './query/schedule.ts'
export type { QuerySchedule, ScheduleRefusal } from './query/schedule.ts'
