import { expect, test } from 'vitest'
import { transitionClock } from './transition.ts'

// Quyết định 26/2026/QĐ-TTg, Điều 12: in force on 22 May 2026; 60 days for new and upgraded products, 30 for re-evaluations.
const law = { decision: '26/2026/QĐ-TTg', effectiveFrom: '2026-05-22', days: { 'first-or-upgrade': 60, renewal: 30 } }
const dossier = { status: 'appraising', kind: 'first', criteriaDecision: '148/QĐ-TTg' } as const

test('a dossier of the former decision has until 21 July, a re-evaluation until 21 June 2026; after that it is late, which stops nothing', () => {
  expect(transitionClock(dossier, '2026-06-01', law)).toEqual({ on: '2026-07-21', daysLeft: 50, state: 'on-time' })
  expect(transitionClock({ ...dossier, kind: 'upgrade' }, '2026-07-21', law)).toEqual({ on: '2026-07-21', daysLeft: 0, state: 'soon' })
  expect(transitionClock({ ...dossier, kind: 'renewal' }, '2026-06-22', law)).toEqual({ on: '2026-06-21', daysLeft: -1, state: 'late' })
})

test('what is judged by the new criteria, what is still a draft and what is over has no days of the transition', () => {
  expect(transitionClock({ ...dossier, criteriaDecision: '26/2026/QĐ-TTg' }, '2026-06-01', law)).toBeNull()
  for (const status of ['draft', 'recognised', 'not-recognised', 'refused', 'withdrawn'] as const)
    expect(transitionClock({ ...dossier, status }, '2026-06-01', law)).toBeNull()
})
