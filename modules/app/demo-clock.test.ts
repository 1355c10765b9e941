import { dateInVietnam } from '@dacsan/vietnam'
import { expect, test } from 'vitest'
import { demoClock } from './demo-clock.ts'

test('the clock of the demonstration counts working days back, over weekends and holidays', () => {
  // Thursday; Tuesday the 24th is a holiday of the state (Ngày Văn hóa Việt Nam, from 2026).
  const clock = demoClock(new Date('2026-11-26T15:00:00+07:00'))
  expect([0, 1, 2, 3, 4].map((ago) => dateInVietnam(clock(ago)))).toEqual([
    '2026-11-26',
    '2026-11-25',
    '2026-11-23',
    '2026-11-20',
    '2026-11-19',
  ])
})

test('the clock of the demonstration never runs ahead of the machine, and stops at Friday over a weekend', () => {
  const night = new Date('2026-11-26T03:00:00+07:00')
  expect(demoClock(night)(0)).toEqual(night)
  expect(dateInVietnam(demoClock(new Date('2026-11-29T12:00:00+07:00'))(0))).toBe('2026-11-27')
})

test('the clock of the demonstration never goes back before the law that the demonstration follows', () => {
  expect(dateInVietnam(demoClock(new Date('2026-06-02T12:00:00+07:00'))(60))).toBe('2026-05-22')
})
