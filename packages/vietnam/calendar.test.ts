import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  coversDate,
  dateInVietnam,
  daysBetween,
  dueDay,
  formatDate,
  formatDeadline,
  isPlainDate,
  isWorkingDay,
  readHolidays,
  weekday,
  workingDaysBetween,
} from './index.ts'
import type { HolidayFacts } from './index.ts'

const facts = JSON.parse(readFileSync(new URL('../../data/calendar/holidays.json', import.meta.url), 'utf8')) as HolidayFacts
const holidays = readHolidays(facts)
const anyDate = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2019-06-01', days))

describe('a plain date', () => {
  test('a plain date is a day that exists', () => {
    expect(['2026-02-28', '2024-02-29', '2026-12-31'].every(isPlainDate)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '23/11/2026', '', null, 20261123].some(isPlainDate)).toBe(false)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  })

  test('C23: a plain date begins at midnight in Việt Nam, whatever the clock of the server says', () => {
    expect(dateInVietnam(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22')
    expect(dateInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  })

  test('C23: days and months can be added to a plain date, and the day is clamped to the end of the month', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-11-23', '2026-12-01')).toBe(8)
    expect(addMonths('2024-02-29', 36)).toBe('2027-02-28')
    expect(addMonths('2026-05-22', 36)).toBe('2029-05-22')
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
  })

  test('a plain date gives its weekday and its written form', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekday('2026-11-29')).toBe(7)
    expect(weekday('1969-12-31')).toBe(3)
    expect(formatDate('2026-11-23')).toBe('23/11/2026')
  })
})

describe('the Vietnamese working calendar', () => {
  test('the calendar has the holidays of article 112 of the Labour Code, at least 11 days a year from 2021', () => {
    for (let year = 2021; year <= 2027; year += 1) {
      const dates = facts.daysOff.map((day) => day.date).filter((date) => date.startsWith(`${year}`))
      for (const fixed of ['01-01', '04-30', '05-01', '09-02']) expect(dates).toContain(`${year}-${fixed}`)
      expect(dates.filter((date) => date.slice(5, 7) === '09')).toHaveLength(year === 2023 ? 3 : 2)
      expect(dates.length).toBeGreaterThanOrEqual(11)
    }
  })

  test('the calendar has a weekday off for every holiday that falls on a weekend, Tết included', () => {
    // Labour Code 45/2019/QH14, art. 112: 11 paid days; art. 111.3: one on the weekly rest moves to the next working day.
    // From 2026 one more, 24 November.
    for (let year = 2021; year <= 2027; year += 1) {
      const weekdays = facts.daysOff.filter((day) => day.date.startsWith(`${year}`) && weekday(day.date) < 6)
      expect([year, weekdays.length]).toEqual([year, year >= 2026 ? 12 : 11])
    }
  })

  test('every swap of the calendar exchanges a weekday for a rest day', () => {
    for (const swap of facts.swaps) {
      expect(weekday(swap.off)).toBeLessThan(6)
      expect(weekday(swap.worked)).toBeGreaterThan(5)
    }
    expect(isWorkingDay('2024-05-04', holidays)).toBe(true)
    expect(isWorkingDay('2024-04-29', holidays)).toBe(false)
  })

  test('the calendar discloses the last day that it covers', () => {
    expect(coversDate('2027-12-31', holidays)).toBe(true)
    expect(coversDate('2031-01-01', holidays)).toBe(false)
  })

  test('C23: working days are counted from the day after, without weekends and holidays', () => {
    expect(isWorkingDay('2026-11-23', holidays)).toBe(true)
    expect(isWorkingDay('2026-09-02', holidays)).toBe(false)
    expect(addWorkingDays('2026-04-24', 1, holidays)).toBe('2026-04-28')
    expect(workingDaysBetween('2026-04-24', '2026-04-28', holidays)).toBe(1)
    // 15 working days over Tết 2026 (offices closed 14–22 February).
    expect(addWorkingDays('2026-02-09', 15, holidays)).toBe('2026-03-09')
    expect(addWorkingDays('2026-11-28', 0, holidays)).toBe('2026-11-28')
    expect(() => addWorkingDays('2026-11-23', -1, holidays)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-11-23', 1.5, holidays)).toThrow(RangeError)
  })

  test('adding working days and counting them agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const to = addWorkingDays(from, days, holidays)
        expect(isWorkingDay(to, holidays)).toBe(true)
        expect(workingDaysBetween(from, to, holidays)).toBe(days)
        expect(workingDaysBetween(to, from, holidays)).toBe(-days)
      }),
    )
  })

  test('a day that is due does not count the day of receipt, days off and days of a pause, and counts a Saturday that is made up for', () => {
    const due = (from: string, days: number, ...pauses: { from: string; to: string }[]) => dueDay(from, days, pauses, holidays)
    expect(due('2026-11-23', 1)).toEqual({ ok: true, value: '2026-11-25' })
    expect(due('2024-05-03', 1)).toEqual({ ok: true, value: '2024-05-04' })
    expect(due('2026-02-09', 15)).toEqual({ ok: true, value: '2026-03-09' })
    expect(due('2026-11-28', 0)).toEqual({ ok: true, value: '2026-11-30' })
    expect(due('2026-11-27', 0)).toEqual({ ok: true, value: '2026-11-27' })
    expect(due('2026-11-27', 0, { from: '2026-11-20', to: '2026-11-30' })).toEqual({ ok: true, value: '2026-12-01' })
    expect(due('2026-11-25', 2, { from: '2026-11-26', to: '2026-11-27' })).toEqual({ ok: true, value: '2026-12-01' })
    expect(due('2026-11-25', 2, { from: '2026-11-27', to: '2026-11-30' }, { from: '2026-11-26', to: '2026-11-27' })).toEqual({
      ok: true,
      value: '2026-12-02',
    })
  })

  test('a day that is due is refused for a pause that ends before it begins, for no dates, and beyond the years that are known', () => {
    expect(dueDay('2026-11-23', 1, [{ from: '2026-11-25', to: '2026-11-24' }], holidays)).toEqual({
      ok: false,
      refusal: { code: 'pause-ends-before-it-begins', index: 0 },
    })
    expect(dueDay('2026-02-30', 1, [], holidays)).toMatchObject({ refusal: { code: 'bad-date', date: '2026-02-30' } })
    expect(dueDay('2027-12-30', 2, [], holidays)).toEqual({ ok: false, refusal: { code: 'beyond-calendar', knownTo: '2027-12-31' } })
    expect(dueDay('2018-12-31', 1, [], holidays)).toMatchObject({ refusal: { code: 'beyond-calendar' } })
    expect(() => dueDay('2026-11-23', -1, [], holidays)).toThrow(RangeError)
  })

  test('without pauses a day that is due is the one that counting forward gives', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, days) => {
        expect(dueDay(from, days, [], holidays)).toEqual({ ok: true, value: addWorkingDays(from, days, holidays) })
      }),
    )
  })

  test('a deadline says in words how many working days are left', () => {
    expect(formatDeadline('2026-04-24', '2026-04-28', holidays)).toBe('còn 1 ngày làm việc (đến 28/04)')
    expect(formatDeadline('2026-11-23', '2026-11-27', holidays)).toBe('còn 3 ngày làm việc (đến 27/11)')
    expect(formatDeadline('2026-12-31', '2027-01-04', holidays)).toBe('còn 1 ngày làm việc (đến 04/01/2027)')
    expect(formatDeadline('2026-11-23', '2026-11-23', holidays)).toBe('hết hạn hôm nay (23/11)')
    expect(formatDeadline('2026-11-23', '2026-11-19', holidays)).toBe('quá hạn 2 ngày làm việc (từ 19/11)')
    expect(formatDeadline('2026-11-22', '2026-11-21', holidays)).toBe('đã quá hạn (21/11)')
  })

  test('a deadline says that holidays are not deducted if the holidays of that year are not known', () => {
    const on2026 = readHolidays({ ...facts, knownTo: '2026-12-31' })
    expect(formatDeadline('2026-12-30', '2027-01-05', on2026)).toBe(
      `còn ${workingDaysBetween('2026-12-30', '2027-01-05', on2026)} ngày làm việc (đến 05/01/2027), chưa trừ ngày nghỉ lễ vì chưa có lịch nghỉ năm 2027`,
    )
    expect(formatDeadline('2026-12-30', '2026-12-31', on2026)).toBe('còn 1 ngày làm việc (đến 31/12)')
  })
})
