import { expect, test } from 'vitest'
import { checkHours, hourPattern } from './hours.ts'

test('a meeting ends after it began, and either hour may be left open', () => {
  for (const [beganAt, endedAt] of [
    ['08:00', '11:30'],
    ['', '11:30'],
    ['08:00', ''],
    ['', ''],
  ] as const)
    expect(checkHours({ beganAt, endedAt })).toBeNull()
  for (const endedAt of ['08:00', '07:59'])
    expect(checkHours({ beganAt: '08:00', endedAt })).toMatchObject({ refusal: { code: 'hours-reversed', beganAt: '08:00', endedAt } })
})

test('an hour is written with two digits each on the clock of a day', () => {
  for (const hour of ['00:00', '08:05', '23:59']) expect(hour).toMatch(hourPattern)
  for (const hour of ['8:05', '24:00', '08:60', '08h05', '']) expect(hour).not.toMatch(hourPattern)
})
