import { expect, test } from 'vitest'
import { noLongerKept } from './backup-folder.ts'

const night = (day: string, ending = '') => `dacsan-${day}T0140.tar.gz${ending}`
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10))

test('of a year of nights, the last 14 days and the last night of each of the last 6 months stay', () => {
  const names = days('2026-01-01', 365).map((day) => night(day, '.age'))
  const gone = new Set(noLongerKept(names, night('2026-12-31', '.age')))
  const stay = names.filter((name) => !gone.has(name))
  expect(stay).toEqual(
    ['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', ...days('2026-12-18', 14)].map((day) => night(day, '.age')),
  )
})

test('after a long pause the backups of before are still there: days without one are not counted', () => {
  const names = [...days('2024-02-01', 14), '2026-11-28'].map((day) => night(day))
  expect(noLongerKept(names, night('2026-11-28'))).toEqual([night('2024-02-01')])
})

test('the backup that was just written stays, also where others are dated after it', () => {
  const names = [...days('2027-01-01', 200), '2026-11-28'].map((day) => night(day))
  expect(noLongerKept(names, night('2026-11-28'))).not.toContain(night('2026-11-28'))
})

test('of several backups of one day the newest stays; files that are not scheduled backups are never removed', () => {
  const others = ['dacsan-2026-11-28.tar.gz', 'by-hand.tar.gz', 'dacsan-2026-11-01T0140.tar.gz.unfinished', 'notes.txt']
  const names = ['dacsan-2026-11-28T0140.tar.gz', 'dacsan-2026-11-28T0940.tar.gz.age', ...others]
  expect(noLongerKept(names, 'dacsan-2026-11-28T0940.tar.gz.age')).toEqual(['dacsan-2026-11-28T0140.tar.gz'])
})
