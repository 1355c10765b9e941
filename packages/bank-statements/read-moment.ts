import { isPlainDate, spanOf } from '@dacsan/vietnam'
import type { Cell } from './cells.ts'
import { textOf } from './cells.ts'

/** A moment that was found, and what else stood in the cell. */
export type FoundMoment = { at: string; rest: string }

const day = /(?<!\d)(?:(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})|(\d{4})[/.-](\d{1,2})[/.-](\d{1,2}))(?!\d)/
const clock = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,3})?(?!\d)(?:\s*(AM|PM|SA|CH)\b)?/i
const two = (digits: string | number) => String(digits).padStart(2, '0')

/**
 * The date, and the time where there is one, that a cell begins with or holds: 23/11/2026 10:15:30, 2026-11-23, a date of a workbook or its serial number.
 * Vietnamese files write the day before the month. Undefined where there is none that exists.
 */
export function findMoment(cell: Cell): FoundMoment | undefined {
  // Parts of a day are kept as a double: 10:15:30 may be a little less.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : { at: inVietnam(toSecond(cell.getTime())), rest: '' }
  if (typeof cell === 'number') return serialMoment(cell)
  const text = textOf(cell)
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const span = spanOf(text)
    return span && { at: inVietnam(new Date(span.from + 7 * 3_600_000).toISOString()), rest: '' }
  }
  const found = day.exec(text)
  if (found === null) return undefined
  const [whole, dayFirst, , month, year = '', yearFirst, monthThen, dayThen] = found
  const fullYear = year.length === 2 ? `20${year}` : year
  const date = yearFirst === undefined ? `${fullYear}-${two(month!)}-${two(dayFirst!)}` : `${yearFirst}-${two(monthThen!)}-${two(dayThen!)}`
  if (!isPlainDate(date)) return undefined
  const around = text.replace(whole, ' ')
  const time = readClock(around)
  if (time === undefined) return { at: date, rest: around.trim() }
  return time.at === undefined
    ? undefined
    : {
        at: `${date}T${time.at}+07:00`,
        rest: around
          .replace(clock, ' ')
          .replace(/^\s*T?\s*/, '')
          .trim(),
      }
}

/** The time in a text, as `HH:MM:SS`; undefined where there is none, without `at` where it does not exist. */
export function readClock(text: string): { at: string | undefined } | undefined {
  const [whole, hour = '', minute = '', second = '00', half = ''] = clock.exec(text) ?? []
  if (whole === undefined) return undefined
  const isAfternoon = /PM|CH/i.test(half)
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0)
  return { at: hours < 24 && Number(minute) < 60 && Number(second) < 60 ? `${two(hours)}:${minute}:${second}` : undefined }
}

/** Days since 30/12/1899, as workbooks count them; only the years in which these files were written. */
function serialMoment(serial: number): FoundMoment | undefined {
  if (serial < 36_526 || serial > 73_050) return undefined
  return { at: inVietnam(toSecond((serial - 25_569) * 86_400_000)), rest: '' }
}

const toSecond = (time: number) => new Date(Math.round(time / 1000) * 1000).toISOString()

/** A workbook knows no zones: its clock is the one of the bank. Midnight is a date without a time. */
const inVietnam = (iso: string) => (iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 19)}+07:00`)
