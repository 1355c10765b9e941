/** A day without time or zone, `YYYY-MM-DD`. Sorts and compares as text. */
export type PlainDate = string

const DAY = 86_400_000
/** Việt Nam has kept UTC+7 without summer time since 1975. */
const VIETNAM_OFFSET = 7 * 3_600_000

const toText = (epochDay: number): PlainDate => new Date(epochDay * DAY).toISOString().slice(0, 10)

/** Days since 1970-01-01; throws on what is not a date, so that a typing error never becomes a deadline. */
function epochDay(date: PlainDate): number {
  if (!isPlainDate(date)) throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`)
  return Date.parse(date) / DAY
}

/**
 * Whether a text is a day that exists, written `YYYY-MM-DD`.
 *
 * @example isPlainDate('2026-02-29') // false
 */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  // 30 February is read as 2 March.
  return !Number.isNaN(time) && new Date(time).getUTCDate() === Number(text.slice(8))
}

/**
 * The day on the calendar in Việt Nam at an instant.
 *
 * @example dateInVietnam(new Date('2026-11-22T17:00:00Z')) // '2026-11-23'
 */
export function dateInVietnam(instant: Date): PlainDate {
  return toText(Math.floor((instant.getTime() + VIETNAM_OFFSET) / DAY))
}

/**
 * The day `days` after (or, negative, before) another.
 *
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return toText(epochDay(date) + days)
}

/**
 * How many days lie from one day to another; negative when the second is earlier.
 *
 * @example daysBetween('2026-11-23', '2026-12-01') // 8
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from)
}

/**
 * The same day of the month `months` later, or the last day of that month where it is shorter.
 *
 * @example addMonths('2024-02-29', 36) // '2027-02-28'
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  epochDay(date)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const monthIndex = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(monthIndex / 12), (((monthIndex % 12) + 12) % 12) + 1, 0)).getUTCDate()
  const target = new Date(Date.UTC(Math.floor(monthIndex / 12), ((monthIndex % 12) + 12) % 12, Math.min(day, lastDay)))
  return target.toISOString().slice(0, 10)
}

/** 1 Monday … 7 Sunday (ISO 8601). @example weekday('2026-11-23') // 1 */
export function weekday(date: PlainDate): number {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) + 1
}

/** A date as Vietnamese readers write it. @example formatDate('2026-11-23') // '23/11/2026' */
export function formatDate(date: PlainDate): string {
  epochDay(date)
  return date.split('-').toReversed().join('/')
}

/** A day of every year, written `MM-DD`, as Vietnamese readers write it. @example formatDayOfYear('04-30') // '30/04' */
export function formatDayOfYear(monthDay: string): string {
  return formatDate(`2000-${monthDay}`).slice(0, 5)
}

/** A moment as the clock in Vietnam shows it. @example formatMoment(new Date('2026-11-23T01:00:00Z')) // '23/11/2026 08:00' */
export function formatMoment(at: Date): string {
  return formatInstant(at).slice(0, -':05'.length)
}

/** The same to the second, where the order of what happened matters. @example formatInstant(new Date('2026-11-23T01:00:05Z')) // '23/11/2026 08:00:05' */
export function formatInstant(at: Date): string {
  const shown = new Date(at.getTime() + VIETNAM_OFFSET).toISOString()
  return `${formatDate(shown.slice(0, 10))} ${shown.slice(11, 19)}`
}
