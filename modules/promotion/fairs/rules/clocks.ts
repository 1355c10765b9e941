import { addDays, addWorkingDays, daysBetween } from '@dacsan/vietnam'
import type { Holidays, PlainDate } from '@dacsan/vietnam'

/** How long before a fair it is registered and changed, how long the answer and the report may take: dated law. */
export type FairClock = { registerFrom: number; registerTo: number; answerWorkingDays: number; changeDays: number; reportDays: number }
export type FairDates = {
  /** Null where the fair is exempt. */
  registerFrom: PlainDate | null
  registerBy: PlainDate | null
  answerBy: PlainDate | null
  changeBy: PlainDate
  reportBy: PlainDate
}
type Fair = { opensOn: PlainDate; closesOn: PlainDate; isExempt: boolean; registeredOn: PlainDate | null }

/** The days of one fair by the law of its first day (Nghị định 81/2018/NĐ-CP, Điều 29). */
export function datesOf({ opensOn, closesOn, isExempt, registeredOn }: Fair, clock: FairClock, holidays: Holidays): FairDates {
  return {
    registerFrom: isExempt ? null : addDays(opensOn, -clock.registerFrom),
    registerBy: isExempt ? null : addDays(opensOn, -clock.registerTo),
    answerBy: isExempt || registeredOn === null ? null : addWorkingDays(registeredOn, clock.answerWorkingDays, holidays),
    changeBy: addDays(opensOn, -clock.changeDays),
    reportBy: addDays(closesOn, clock.reportDays),
  }
}

/** Whether a fair is told of as long ahead as producers need: goods of two to four times the usual are made two months before. */
export const isShortNotice = (opensOn: PlainDate, today: PlainDate, calendarDays: number): boolean =>
  daysBetween(today, opensOn) < calendarDays

/** The working day on which a term of so many working days ends, to its last minute in Vietnam. */
export const endOfTerm = (today: PlainDate, workingDays: number, holidays: Holidays): Date =>
  new Date(`${addWorkingDays(today, workingDays, holidays)}T23:59:59+07:00`)
