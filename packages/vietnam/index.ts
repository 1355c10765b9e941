export { unitMap } from './administrative-units.ts'
export type { FormerUnit, Place, Unit, UnitMap, UnitMatch, UnitOn, UnitRefusal, UnitRow } from './administrative-units.ts'
export { allocate } from './allocate.ts'
export type { AllocationRefusal } from './allocate.ts'
export { readDecimal, toOneScale } from './exact-decimal.ts'
export type { ExactDecimal } from './exact-decimal.ts'
export { foldText, stripAccents } from './fold-text.ts'
export { isGarbled } from './garbled-text.ts'
export { spanOf } from './moment.ts'
export { dong, formatDong, readAmount, readDong, withoutCurrency } from './money.ts'
export type { Dong } from './money.ts'
export {
  addDays,
  addMonths,
  dateInVietnam,
  daysBetween,
  formatDate,
  formatDayOfYear,
  formatInstant,
  formatMoment,
  isPlainDate,
  weekday,
} from './plain-date.ts'
export type { PlainDate } from './plain-date.ts'
export { readCode, readLine, readPhone } from './read-code.ts'
export { placeReader } from './read-place.ts'
export type { PlaceRefusal, ReadPlace } from './read-place.ts'
export { searchWords } from './search-words.ts'
export { spellingOf } from './spelling.ts'
export { readTaxCode } from './tax-code.ts'
export type { TaxCode, TaxCodeRefusal } from './tax-code.ts'
export { readWholeNumber } from './whole-number.ts'
export { addWorkingDays, coversDate, dueDay, formatDeadline, isWorkingDay, readHolidays, workingDaysBetween } from './working-days.ts'
export type { DueRefusal, HolidayFacts, Holidays, Pause } from './working-days.ts'
