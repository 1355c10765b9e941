import { describe, expect, test } from 'vitest'
import { decideStart, decideTakingBack, newRuleId } from './proposals.ts'
import type { Version } from './proposals.ts'

const today = '2026-11-23'
const version = (effectiveFrom: string, given: Partial<Version> = {}): Version => ({
  id: `t@${effectiveFrom}`,
  effectiveFrom,
  confirmedOn: null,
  usable: true,
  takenBack: false,
  ...given,
})

describe('the day on which a value may begin', () => {
  const start = (effectiveFrom: string, versions = [version('2026-05-22')], note: string | null = null) =>
    decideStart({ effectiveFrom, note }, { today, versions })

  test('the first day of a value is today or later, up to 400 days ahead', () => {
    for (const day of [today, '2027-01-01', '2027-12-28']) expect(start(day)).toMatchObject({ ok: true })
    expect(start('2027-12-29')).toEqual({ ok: false, refusal: { code: 'too-far', latest: '2027-12-28' } })
    expect(start('9999-12-31')).toMatchObject({ refusal: { code: 'too-far' } })
  })

  test('the first day of a value is before today only with a note, and by ninety days at most', () => {
    expect(start('2026-11-22')).toEqual({ ok: false, refusal: { code: 'too-early', earliest: '2026-08-25' } })
    expect(start('2026-11-22', undefined, 'Văn bản đến ngày 23/11')).toMatchObject({ ok: true })
    expect(start('2026-08-25', undefined, 'Văn bản đến ngày 23/11')).toMatchObject({ ok: true })
    expect(start('2026-08-24', undefined, 'Văn bản đến ngày 23/11')).toMatchObject({ refusal: { code: 'too-early' } })
  })

  test('the first day of a value is after the last row, unless that row was taken back or is too far ahead', () => {
    const announced = version('2027-01-01')
    expect(start('2027-01-01', [announced])).toEqual({ ok: false, refusal: { code: 'not-later', latest: '2027-01-01' } })
    expect(start('2026-12-01', [announced])).toMatchObject({ refusal: { code: 'not-later' } })
    expect(start('2027-01-01', [{ ...announced, takenBack: true }])).toMatchObject({ ok: true })
    expect(start('2026-12-01', [version('9999-12-31'), version('2026-05-22')])).toMatchObject({ ok: true })
  })
})

describe('a row is taken back', () => {
  const before = version('2026-05-22')
  const back = (row: Version, versions = [before]) => decideTakingBack(row, { today, versions: [row, ...versions] })

  test('a row is taken back before its first day and on it, and not afterwards', () => {
    for (const day of [today, '2026-11-24', '9999-12-31']) expect(back(version(day))).toMatchObject({ ok: true })
    expect(back(version('2026-11-22'))).toEqual({ ok: false, refusal: { code: 'first-day-over', firstDay: '2026-11-22' } })
  })

  test('a row that began before its confirmation is taken back on the day of the confirmation', () => {
    expect(back(version('2026-11-01', { confirmedOn: today }))).toMatchObject({ ok: true })
    expect(back(version('2026-11-01', { confirmedOn: '2026-11-22' }))).toMatchObject({ refusal: { firstDay: '2026-11-22' } })
  })

  test('a row whose value cannot be used is taken back on any day, because it never held', () => {
    expect(back(version('2026-06-01', { usable: false }))).toMatchObject({ ok: true })
  })

  test('a row is taken back only where a row before it can be used, so that the topic is never empty', () => {
    expect(back(version(today), [])).toEqual({ ok: false, refusal: { code: 'nothing-before' } })
    expect(back(version(today), [version('2026-05-22', { usable: false })])).toMatchObject({ refusal: { code: 'nothing-before' } })
    expect(back(version(today), [version('2026-05-22', { takenBack: true }), version('2027-01-01')])).toMatchObject({
      refusal: { code: 'nothing-before' },
    })
  })
})

test('a row of a day that was taken back before gets an id of its own', () => {
  expect(newRuleId('t', today, [])).toBe('t@2026-11-23')
  expect(newRuleId('t', today, [{ id: 't@2026-11-23' }, { id: 't@2026-11-23/2' }])).toBe('t@2026-11-23/3')
})
