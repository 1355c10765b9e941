import { expect, test } from 'vitest'
import { isLateAtCommune } from './deadline.ts'
import { isUnderWay } from './moves.ts'

test('a dossier is late at the commune from the day after its last one, and only while it lies there', () => {
  const filed = { status: 'submitted', communeDueOn: '2026-11-23' } as const
  expect([isLateAtCommune(filed, '2026-11-23'), isLateAtCommune(filed, '2026-11-24')]).toEqual([false, true])
  expect(isLateAtCommune({ ...filed, status: 'proposed' }, '2026-11-24')).toBe(false)
  expect(isLateAtCommune({ ...filed, communeDueOn: null }, '2026-11-24')).toBe(false)
})

test('a dossier is under way from its filing to its result', () => {
  expect((['submitted', 'returned', 'awaiting-ministry'] as const).every(isUnderWay)).toBe(true)
  expect((['draft', 'recognised', 'not-recognised', 'withdrawn'] as const).some(isUnderWay)).toBe(false)
})
