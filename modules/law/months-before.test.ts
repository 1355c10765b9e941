import { expect, test } from 'vitest'
import { monthsBefore } from './months-before.ts'

test.each([
  ['2026-11-23T10:00:00Z', 24, '2024-11-23T10:00:00.000Z'],
  ['2026-03-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2028-03-31T10:00:00Z', 1, '2028-02-29T10:00:00.000Z'],
  ['2026-01-15T10:00:00Z', 2, '2025-11-15T10:00:00.000Z'],
])('%s less %i months is %s', (now, months, before) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(before)
})
