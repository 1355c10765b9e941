import { expect, test } from 'vitest'
import { renewalWindow } from './renewal.ts'

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: from 180 to 120 days before the last day.
test('a renewal is early, in time, late or after the end, and its window is two days of the calendar', () => {
  const on = (today: string) => renewalWindow('2027-06-30', today, { from: 180, to: 120 })
  expect(on('2026-11-25')).toEqual({ opens: '2027-01-01', closes: '2027-03-02', until: '2027-06-30', state: 'early' })
  expect([on('2027-01-01').state, on('2027-03-02').state]).toEqual(['open', 'open'])
  expect([on('2027-03-03').state, on('2027-06-30').state, on('2027-07-01').state]).toEqual(['late', 'late', 'expired'])
})
