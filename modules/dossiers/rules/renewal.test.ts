import { expect, test } from 'vitest'
import { renewalClock, renewalDueOnFor, renewalWindow } from './renewal.ts'

// Quyết định 26/2026/QĐ-TTg, Điều 7 khoản 6: from 180 to 120 days before the last day.
test('a renewal is early, in time, late or after the end, and its window is two days of the calendar', () => {
  const on = (today: string) => renewalWindow('2027-06-30', today, { from: 180, to: 120 })
  expect(on('2026-11-25')).toEqual({ opens: '2027-01-01', closes: '2027-03-02', until: '2027-06-30', state: 'early' })
  expect([on('2027-01-01').state, on('2027-03-02').state]).toEqual(['open', 'open'])
  expect([on('2027-03-03').state, on('2027-06-30').state, on('2027-07-01').state]).toEqual(['late', 'late', 'expired'])
})

// Điều 7 khoản 6: 45 days from the complete dossier; Bộ luật Dân sự 2015, Điều 147 khoản 2: the first day is not counted.
test('a re-evaluation has 45 days from the day after the province received it, the last one included, and is named late from the next', () => {
  const due = renewalDueOnFor('2026-12-01', 45)
  expect(due).toBe('2027-01-15')
  const on = (today: string) => renewalClock({ status: 'appraising', renewalDueOn: due }, today)
  expect(on('2026-12-01')).toEqual({ on: due, daysLeft: 45, state: 'on-time' })
  expect([on('2027-01-04'), on('2027-01-05')].map((clock) => clock!.state)).toEqual(['on-time', 'soon'])
  expect(on('2027-01-15')).toEqual({ on: due, daysLeft: 0, state: 'soon' })
  expect(on('2027-01-16')).toEqual({ on: due, daysLeft: -1, state: 'late' })
})

test('no days run while a re-evaluation is with its producer or its commune, and none for any other dossier', () => {
  const at = (
    status: 'province-returned' | 'proposed' | 'recognised' | 'received' | 'scored',
    renewalDueOn: string | null = '2027-01-15',
  ) => renewalClock({ status, renewalDueOn }, '2026-12-10')
  expect([at('province-returned'), at('proposed'), at('recognised'), at('received', null)]).toEqual([null, null, null, null])
  expect([at('received')?.daysLeft, at('scored')?.daysLeft]).toEqual([36, 36])
})
