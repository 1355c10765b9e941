import { expect, test } from 'vitest'
import { readShortDate } from './index.ts'

test('a two-digit year means the nearest year: from 49 years back to 50 years ahead', () => {
  // GS1 General Specifications, section 7.12: a difference of 51 or more is the last century, of -50 or less the next.
  const inYear = (thisYear: number, short: string) => readShortDate(`${short}0101`, thisYear)
  for (const [thisYear, short, year] of [
    [2026, '76', 2076],
    [2026, '77', 1977],
    [2026, '26', 2026],
    [2026, '00', 2000],
    [2060, '10', 2110],
    [2060, '11', 2011],
    [2060, '99', 2099],
  ] as const)
    expect(inYear(thisYear, short)).toEqual({ ok: true, value: `${year}-01-01` })
})

test('day 00 of a short date is the last day of the month', () => {
  expect(readShortDate('280200', 2026)).toEqual({ ok: true, value: '2028-02-29' })
  expect(readShortDate('270200', 2026)).toEqual({ ok: true, value: '2027-02-28' })
})

test('a text that is not a date is refused with the reason', () => {
  expect(readShortDate('2712', 2026)).toEqual({ ok: false, refusal: { code: 'date-not-six-digits' } })
  expect(readShortDate('270229', 2026)).toEqual({ ok: false, refusal: { code: 'date-impossible', position: 4 } })
})
