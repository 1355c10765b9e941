import { describe, expect, test } from 'vitest'
import { riskOf } from './risk.ts'
import type { RiskFacts, RiskLaw } from './risk.ts'
import { seasonOn } from './season.ts'
import { decideFinish } from './sheet.ts'
import { withdrawalReasonOf } from './withdrawal.ts'

const law: RiskLaw = {
  points: { stopped: 6, expired: 4, doubts: 3, scans: 3, 'not-confirmed': 2, expiring: 1, 'long-ago': 1 },
  proposeFrom: 3,
  lookBackMonths: 12,
  mostDoubts: 3,
  expiringDays: 180,
  scansPerLabel: 20,
  scansAtLeast: 200,
  visitEveryMonths: 24,
}
const quiet: RiskFacts = {
  state: 'certified',
  certifiedUntil: '2028-01-10',
  doubts: 0,
  scans: 0,
  labels: 0,
  lastVisitOn: '2026-01-15',
  answer: 'producing',
  answerIsLate: false,
}
const risk = (facts: Partial<RiskFacts>, today = '2026-11-23') => riskOf({ ...quiet, ...facts }, law, today)
const grounds = (facts: Partial<RiskFacts>, today?: string) => risk(facts, today).grounds.map(({ ground }) => ground)

describe('what speaks for a visit', () => {
  test('a product that was visited this year, is made and that nobody doubts is not proposed', () => {
    expect(risk({})).toEqual({ points: 0, grounds: [], isProposed: false })
  })

  test('a certificate that ended while the product is listed alone is enough for a proposal', () => {
    expect(risk({ state: 'expired', certifiedUntil: '2026-10-01' })).toMatchObject({ points: 4, isProposed: true })
  })

  test('each doubt of a buyer counts, up to as many as the rule says', () => {
    expect(risk({ doubts: 1 }).points).toBe(3)
    expect(risk({ doubts: 3 }).points).toBe(9)
    expect(risk({ doubts: 40 }).points).toBe(9)
  })

  test('many scans of many labels are no ground, many scans of few labels are', () => {
    expect(grounds({ scans: 2000, labels: 100 })).toEqual([])
    expect(grounds({ scans: 2001, labels: 100 })).toEqual(['scans'])
    expect(grounds({ scans: 199, labels: 0 })).toEqual([])
  })

  test('a commune that is silent counts only once its last day is over, and one that does not know counts at once', () => {
    expect(grounds({ answer: null })).toEqual([])
    expect(grounds({ answer: null, answerIsLate: true })).toEqual(['not-confirmed'])
    expect(grounds({ answer: 'unknown' })).toEqual(['not-confirmed'])
    expect(grounds({ answer: 'stopped' })).toEqual(['stopped'])
  })

  test('a certificate ends soon from the first of its last 180 days on', () => {
    expect(grounds({ certifiedUntil: '2027-05-22' })).toEqual(['expiring'])
    expect(grounds({ certifiedUntil: '2027-05-23' })).toEqual([])
  })

  test('a visit is due 24 months after the last one, and where there never was one', () => {
    expect(grounds({ lastVisitOn: '2024-11-23' })).toEqual(['long-ago'])
    expect(grounds({ lastVisitOn: '2024-11-24' })).toEqual([])
    expect(grounds({ lastVisitOn: null })).toEqual(['long-ago'])
  })
})

test('an answer belongs to the year whose season opened last, and is late after its last day', () => {
  const season = { opensOn: '11-01', closesOn: '12-15' }
  expect(seasonOn(season, '2026-10-31')).toEqual({ year: 2025, closesOn: '2025-12-15', isLate: true, isOpen: false })
  expect(seasonOn(season, '2026-11-01')).toEqual({ year: 2026, closesOn: '2026-12-15', isLate: false, isOpen: true })
  expect(seasonOn(season, '2026-12-15')).toMatchObject({ isLate: false, isOpen: true })
  expect(seasonOn(season, '2026-12-16')).toMatchObject({ year: 2026, isLate: true, isOpen: false })
})

describe('the minutes of a visit', () => {
  const items = [
    { key: 'mark-use', label: 'Dấu hiệu' },
    { key: 'hygiene', label: 'Vệ sinh' },
  ]
  const sheet = {
    answers: [
      { item: 'mark-use', answer: 'holds' as const, note: '' },
      { item: 'hygiene', answer: 'fails' as const, note: '' },
    ],
    visitedAt: new Date('2026-11-23T01:30:00Z'),
    place: 'Ấp 3',
    met: 'Bà Sáu',
  }

  test('are closed once everything was looked at and what fails has a finding', () => {
    expect(decideFinish(sheet, { items, findings: [{ item: 'hygiene' }] })).toMatchObject({ ok: true })
  })

  test('are not closed with an item that nothing was said of', () => {
    const open = { ...sheet, answers: sheet.answers.slice(1) }
    expect(decideFinish(open, { items, findings: [] })).toMatchObject({ refusal: { code: 'items-unanswered', items: ['Dấu hiệu'] } })
  })

  test('are not closed where something fails and nothing has to be mended', () => {
    expect(decideFinish(sheet, { items, findings: [] })).toMatchObject({ refusal: { code: 'failing-without-finding', items: ['Vệ sinh'] } })
  })

  test('are not closed without who was met where', () => {
    const refused = decideFinish({ ...sheet, met: null, place: null }, { items, findings: [{ item: 'hygiene' }] })
    expect(refused).toMatchObject({ refusal: { code: 'sheet-incomplete', missing: ['place', 'met'] } })
  })
})

describe('a withdrawal', () => {
  const minor = { item: 'hygiene', gravity: 'minor', status: 'open', dueOn: '2026-12-20' } as const

  test('is not thought of while a small fault may still be mended, and is once its last day is over', () => {
    expect(withdrawalReasonOf([minor], '2026-12-20')).toBeNull()
    expect(withdrawalReasonOf([minor], '2026-12-21')).toBe('law-broken')
    expect(withdrawalReasonOf([{ ...minor, status: 'mended' }], '2026-12-21')).toBeNull()
    expect(withdrawalReasonOf([{ ...minor, status: 'accepted' }], '2026-12-21')).toBeNull()
  })

  test('is thought of at once where something serious was found, by the reason of the law that is nearest', () => {
    const serious = { ...minor, gravity: 'serious' } as const
    expect(withdrawalReasonOf([{ ...serious, item: 'mark-use' }], '2026-11-24')).toBe('mark-misused')
    expect(withdrawalReasonOf([{ ...serious, item: 'criteria-upheld' }], '2026-11-24')).toBe('criteria-no-longer-met')
    expect(withdrawalReasonOf([{ ...serious, status: 'noted' }], '2026-11-24')).toBeNull()
  })
})
