import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateFault, daysIn, pair } from './dates.ts'

/**
 * Reads the date of an AI such as (17): YYMMDD, where day 00 is the last of the month. The century is the one that brings the year within 49 years
 * before and 50 years after. Source: GS1 General Specifications, sections 3.4.2 to 3.4.7 and 7.12.
 *
 * @param thisYear the year in which it is read
 * @example readShortDate('271200', 2026) // { ok: true, value: '2027-12-31' }
 * @example readShortDate('990228', 2026) // { ok: true, value: '1999-02-28' }
 * @example readShortDate('271332', 2026) // { ok: false, refusal: { code: 'date-impossible', position: 2 } }
 */
export function readShortDate(
  text: string,
  thisYear: number,
): Outcome<string, { code: 'date-not-six-digits' } | { code: 'date-impossible'; position: number }> {
  if (!/^\d{6}$/.test(text)) return refuse('date-not-six-digits')
  const position = dateFault(text, true)
  if (position >= 0) return refuse('date-impossible', { position })
  const century = thisYear - (thisYear % 100)
  const ahead = century + pair(text, 0) - thisYear
  const year = thisYear + ahead + (ahead > 50 ? -100 : ahead < -49 ? 100 : 0)
  const month = pair(text, 2)
  const day = pair(text, 4) || daysIn(year, month)
  return done([String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-'))
}
