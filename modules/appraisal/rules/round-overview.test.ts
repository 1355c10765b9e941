import { expect, test } from 'vitest'
import { countByCommune, daysOf, lateIn } from './round-overview.ts'
import type { RoundFact } from './round-overview.ts'

// Quyết định 26/2026/QĐ-TTg, Điều 5: the second round of 2026.
const round = { year: 2026, number: 2, communeDeadline: '2026-10-30', provinceDeadline: '2026-12-30' }
const fact = (given: Partial<RoundFact> = {}): RoundFact => ({
  id: 'dos_1',
  product: 'Mật hoa dừa',
  commune: 'Xã Cầu Kè',
  status: 'appraising',
  stage: 'to-report',
  adviserName: 'Trần A',
  proposedOn: '2026-10-29',
  transitionDueOn: null,
  tests: [],
  visits: [],
  ...given,
})
const said = (facts: RoundFact[], today: string) => lateIn(round, facts, today).map(({ what, holder, name }) => [what, holder, name])

test('a proposal before 30/10 is in time, one of that day is late, by its commune', () => {
  expect(said([fact()], '2026-11-01')).toEqual([])
  expect(said([fact({ proposedOn: '2026-10-30' })], '2026-11-01')).toEqual([['proposal', 'commune', 'Xã Cầu Kè']])
})

test('a dossier of a former decision is late from the day after its last one, with whoever has it in hand, and no more once it was scored', () => {
  expect(said([fact({ transitionDueOn: '2026-11-01' })], '2026-11-01')).toEqual([])
  expect(said([fact({ transitionDueOn: '2026-11-01' })], '2026-11-02')).toEqual([['transition', 'adviser', 'Trần A']])
  expect(said([fact({ transitionDueOn: '2026-11-01', stage: null })], '2026-11-02')).toEqual([])
})

test('from 30/12 what has no result is late, with whoever has it in hand; what was scored is not', () => {
  expect(said([fact()], '2026-12-29')).toEqual([])
  expect(said([fact()], '2026-12-30')).toEqual([['result', 'adviser', 'Trần A']])
  expect(said([fact({ stage: 'in-session' }), fact({ stage: 'supplementing' }), fact({ stage: 'to-assign' })], '2026-12-31')).toEqual([
    ['result', 'council', null],
    ['result', 'producer', null],
    ['result', 'office', null],
  ])
  expect(said([fact({ status: 'scored', stage: null })], '2026-12-31')).toEqual([])
})

test('a test and a visit are late the day after theirs, and not once they are told', () => {
  const test = { askedOf: 'producer', dueOn: '2026-11-10', indicator: 'Chì', answer: null } as const
  const visit = { plannedOn: '2026-11-10', visitedOn: null }
  expect(said([fact({ tests: [test], visits: [visit] })], '2026-11-10')).toEqual([])
  expect(said([fact({ tests: [test], visits: [visit] })], '2026-11-11')).toEqual([
    ['test', 'producer', null],
    ['visit', 'adviser', 'Trần A'],
  ])
  expect(said([fact({ visits: [{ ...visit, visitedOn: '2026-11-12' }] })], '2026-11-13')).toEqual([])
})

test('communes are counted, those that proposed most first, with what came late', () => {
  const facts = [fact(), fact({ commune: 'Xã An Trường' }), fact({ proposedOn: '2026-11-02' }), fact({ commune: 'Phường Duyên Hải' })]
  expect(countByCommune(round, facts)).toEqual([
    { commune: 'Xã Cầu Kè', proposed: 2, late: 1 },
    { commune: 'Phường Duyên Hải', proposed: 1, late: 0 },
    { commune: 'Xã An Trường', proposed: 1, late: 0 },
  ])
})

// Điều 5: before 30/01 and before 30/3 of the next year.
test('the days of a round lead to the ministry, in the year after that of the second round', () => {
  const on = (day: string, yearOffset: number) => ({ day, yearOffset })
  const rows = [
    {
      round: 2,
      communeProposesBefore: on('10-30', 0),
      provinceFinishesBefore: on('12-30', 0),
      sentToMinistryBefore: on('01-30', 1),
      ministryFinishesBefore: on('03-30', 1),
    },
  ]
  expect(daysOf(round, rows, '2026-11-23')).toEqual([
    { step: 'commune', before: '2026-10-30', isPast: true },
    { step: 'province', before: '2026-12-30', isPast: false },
    { step: 'sent-to-ministry', before: '2027-01-30', isPast: false },
    { step: 'ministry', before: '2027-03-30', isPast: false },
  ])
  expect(daysOf(round, [], '2026-11-23').map(({ step }) => step)).toEqual(['commune', 'province'])
})
