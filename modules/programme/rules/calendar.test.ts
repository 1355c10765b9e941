import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'
import { ofYear, renewalEntries, roundEntries } from './calendar.ts'

describe('the days of a year', () => {
  const planned = {
    number: 2,
    communeBefore: '2027-10-30',
    provinceBefore: '2027-12-30',
    toMinistryBefore: '2028-01-30',
    ministryBefore: '2028-03-30',
  }
  // Quyết định 26/2026/QĐ-TTg, Điều 5, says "trước ngày".
  test('a round shows the last day in time of commune, province and ministry, those of the ministry in the year after', () => {
    const entries = roundEntries(planned, { name: 'Đợt 2 năm 2027', onFile: null, today: '2027-01-01' })
    expect(entries.map(({ step, day }) => [step, day])).toEqual([
      ['round-commune', '2027-10-29'],
      ['round-province', '2027-12-29'],
      ['round-to-ministry', '2028-01-29'],
      ['round-ministry', '2028-03-29'],
    ])
    expect(ofYear(entries, 2028).map(({ step }) => step)).toEqual(['round-to-ministry', 'round-ministry'])
  })
  test('a round that is open after its day is late with the office; one that nobody opened, or that is closed, is not', () => {
    const lateOf = (onFile: { id: string; isOpen: boolean } | null, today: string) =>
      roundEntries(planned, { name: '', onFile, today }).flatMap(({ step, late }) => (late ? [[step, late.holder]] : []))
    expect(lateOf({ id: 'rnd_1', isOpen: true }, '2027-12-29')).toEqual([])
    expect(lateOf({ id: 'rnd_1', isOpen: true }, '2027-12-30')).toEqual([['round-province', 'office']])
    expect(lateOf({ id: 'rnd_1', isOpen: false }, '2028-01-05')).toEqual([])
    expect(lateOf(null, '2028-01-05')).toEqual([])
  })

  const certificate = { code: 'x', product: 'Mật hoa dừa', commune: null, validUntil: '2027-06-30', isUnderWay: false }
  const window = { from: 180, to: 120 }
  // Điều 7 khoản 6: 180 to 120 days before the last day.
  test('a certificate shows when its re-evaluation may be handed in, until when, and its end', () => {
    expect(renewalEntries(certificate, window, '2027-01-01').map(({ step, day, late }) => [step, day, late])).toEqual([
      ['renewal-opens', '2027-01-01', null],
      ['renewal-closes', '2027-03-02', null],
      ['certificate-ends', '2027-06-30', null],
    ])
  })
  test('past the window it is late with its producer, unless its re-evaluation is under way or it has ended', () => {
    const late = (today: string, isUnderWay = false) =>
      renewalEntries({ ...certificate, isUnderWay }, window, today).flatMap((entry) => (entry.late ? [entry.late.holder] : []))
    expect(late('2027-03-02')).toEqual([])
    expect(late('2027-03-03')).toEqual(['producer'])
    expect(late('2027-03-03', true)).toEqual([])
    expect(late('2027-07-01')).toEqual([])
  })
})

describe('the calendar as a file (RFC 5545)', () => {
  const file = calendarFile(
    'Lịch OCOP 2027',
    'dacsan.example.vn',
    [{ id: 'round-commune-2027-1', day: '2027-12-31', summary: 'Xã, phường đề nghị; đợt 1', description: 'Dòng một\nDòng hai' }],
    new Date('2026-11-23T02:00:00.500Z'),
  )
  const lines = file.split('\r\n')

  test('a day’s event begins on its day and ends on the next, also over the year', () => {
    expect(lines).toContain('DTSTART;VALUE=DATE:20271231')
    expect(lines).toContain('DTEND;VALUE=DATE:20280101')
    expect(lines).toContain('DTSTAMP:20261123T020000Z')
    expect(lines).toContain('UID:round-commune-2027-1@dacsan.example.vn')
  })
  test('commas, semicolons, backslashes and line ends are escaped', () => {
    expect(lines).toContain(String.raw`SUMMARY:Xã\, phường đề nghị\; đợt 1`)
    expect(lines).toContain(String.raw`DESCRIPTION:Dòng một\nDòng hai`)
  })
  test('no line is longer than 75 octets, every line ends with CRLF, and unfolded it says the same', () => {
    const summary = 'Đánh giá lại nước màu dừa '.repeat(12).trim()
    const long = calendarFile('x', 'h', [{ id: 'a', day: '2027-01-01', summary, description: '' }], new Date())
    const physical = long.split('\r\n')
    expect(Math.max(...physical.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`)
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
