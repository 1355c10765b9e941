import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { addDays, formatDate, isPlainDate, weekday } from './plain-date.ts'
import type { PlainDate } from './plain-date.ts'

/** The dated facts behind working days: see `data/calendar/holidays.json`. */
export type HolidayFacts = {
  knownFrom: PlainDate
  knownTo: PlainDate
  /** ISO weekdays on which offices rest. */
  weeklyRest: readonly number[]
  daysOff: readonly { date: PlainDate; name: string }[]
  /** A working day given off against a rest day that is worked. */
  swaps: readonly { off: PlainDate; worked: PlainDate }[]
}

/** Holiday facts made ready for counting; make it once with {@link readHolidays}. */
export type Holidays = {
  knownFrom: PlainDate
  knownTo: PlainDate
  weeklyRest: ReadonlySet<number>
  off: ReadonlySet<PlainDate>
  worked: ReadonlySet<PlainDate>
}

/**
 * Prepares holiday facts for counting.
 *
 * @example isWorkingDay('2026-09-02', readHolidays({ knownFrom: '2026-01-01', knownTo: '2026-12-31', weeklyRest: [6, 7], daysOff: [{ date: '2026-09-02', name: 'Quốc khánh' }], swaps: [] })) // false
 */
export function readHolidays(facts: HolidayFacts): Holidays {
  return {
    knownFrom: facts.knownFrom,
    knownTo: facts.knownTo,
    weeklyRest: new Set(facts.weeklyRest),
    off: new Set([...facts.daysOff.map((day) => day.date), ...facts.swaps.map((swap) => swap.off)]),
    worked: new Set(facts.swaps.map((swap) => swap.worked)),
  }
}

/**
 * Whether the holidays of a day are known. Beyond, only the weekly rest is counted, and `formatDeadline` says so.
 *
 * @example coversDate('2031-01-01', readHolidays(facts)) // false
 */
export function coversDate(date: PlainDate, holidays: Holidays): boolean {
  return holidays.knownFrom <= date && date <= holidays.knownTo
}

/** Whether offices work on a day. @example isWorkingDay('2026-11-23', holidays) // true */
export function isWorkingDay(date: PlainDate, holidays: Holidays): boolean {
  if (holidays.worked.has(date)) return true
  return !holidays.off.has(date) && !holidays.weeklyRest.has(weekday(date))
}

/**
 * The `days`-th working day after a day. The day itself is not counted (Civil Code 91/2015/QH13, art. 147.2),
 * and the answer is always a working day (art. 148.5) unless `days` is 0.
 *
 * @throws RangeError unless `days` is a whole number ≥ 0.
 * @example addWorkingDays('2026-04-24', 1, holidays) // '2026-04-28'
 */
export function addWorkingDays(date: PlainDate, days: number, holidays: Holidays): PlainDate {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`${days} is not a number of working days`)
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) left -= 1
  }
  return day
}

/** Days in which a clock stands still, both ends included. */
export type Pause = { from: PlainDate; to: PlainDate }

export type DueRefusal =
  | { code: 'bad-date'; date: string }
  | { code: 'pause-ends-before-it-begins'; index: number }
  | { code: 'beyond-calendar'; knownTo: PlainDate }

/**
 * The day on which the last of so many working days ends. The day of receipt is not counted (Civil Code 91/2015/QH13, art. 147.2), and neither are
 * the days of a pause, in which somebody else is waited for. No days at all: the first working day on or after `from`.
 * A day on which holidays are not known is refused, unlike in {@link addWorkingDays}.
 *
 * @param workingDays whole, 0 or more
 * @throws RangeError unless `workingDays` is a whole number ≥ 0.
 * @example dueDay('2026-04-24', 1, [], holidays) // { ok: true, value: '2026-04-28' }
 * @example dueDay('2026-11-23', 2, [{ from: '2026-11-25', to: '2026-11-26' }], holidays) // { ok: true, value: '2026-11-30' }
 */
export function dueDay(from: PlainDate, workingDays: number, pauses: readonly Pause[], holidays: Holidays): Outcome<PlainDate, DueRefusal> {
  if (!Number.isSafeInteger(workingDays) || workingDays < 0) throw new RangeError(`${workingDays} is not a number of working days`)
  const bad = [from, ...pauses.flatMap((pause) => [pause.from, pause.to])].find((date) => !isPlainDate(date))
  if (bad !== undefined) return refuse('bad-date', { date: bad })
  const index = pauses.findIndex((pause) => pause.to < pause.from)
  if (index !== -1) return refuse('pause-ends-before-it-begins', { index })
  const counts = (day: PlainDate) => isWorkingDay(day, holidays) && !pauses.some((pause) => pause.from <= day && day <= pause.to)
  let left = workingDays
  for (let day = from; coversDate(day, holidays); day = addDays(day, 1)) {
    if (!counts(day) || (day === from && workingDays > 0)) continue
    left -= 1
    if (left <= 0) return done(day)
  }
  return refuse('beyond-calendar', { knownTo: holidays.knownTo })
}

/**
 * How many working days lie after `from`, up to and including `to`; negative when `to` is earlier.
 *
 * @example workingDaysBetween('2026-04-24', '2026-04-28', holidays) // 1
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate, holidays: Holidays): number {
  if (!isPlainDate(from) || !isPlainDate(to)) throw new RangeError(`${from} … ${to} is not a pair of dates`)
  if (to < from) return -workingDaysBetween(to, from, holidays)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, holidays)) count += 1
  }
  return count
}

/**
 * What is left until a deadline, in the words shown beside it; the year is shown when it is another one. Where the
 * holidays of a year are not known yet, the words say that none was taken off.
 *
 * @example formatDeadline('2026-04-24', '2026-04-28', holidays) // 'còn 1 ngày làm việc (đến 28/04)'
 */
export function formatDeadline(today: PlainDate, deadline: PlainDate, holidays: Holidays): string {
  const date = formatDate(deadline)
  const shown = today.slice(0, 4) === deadline.slice(0, 4) ? date.slice(0, 5) : date
  const days = workingDaysBetween(today, deadline, holidays)
  if (deadline === today) return `hết hạn hôm nay (${shown})`
  if (deadline < today && days === 0) return `đã quá hạn (${shown})`
  const unknown = [deadline, today].find((day) => !coversDate(day, holidays))
  const counted = unknown === undefined ? '' : `, chưa trừ ngày nghỉ lễ vì chưa có lịch nghỉ năm ${unknown.slice(0, 4)}`
  return deadline > today ? `còn ${days} ngày làm việc (đến ${shown})${counted}` : `quá hạn ${-days} ngày làm việc (từ ${shown})${counted}`
}
