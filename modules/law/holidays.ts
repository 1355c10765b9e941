import { readFileSync } from 'node:fs'
import { readHolidays } from '@dacsan/vietnam'
import type { HolidayFacts, Holidays } from '@dacsan/vietnam'

let known: Holidays | undefined

/** The days on which offices rest, from `data/calendar/holidays.json`; read once. */
export function holidays(): Holidays {
  known ??= readHolidays(JSON.parse(readFileSync(new URL('../../data/calendar/holidays.json', import.meta.url), 'utf8')) as HolidayFacts)
  return known
}
