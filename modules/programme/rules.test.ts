import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdown, changesSince, countRows, judgeTarget, periodFault, publishedGrowth, publishedOutright, rowsOfSlice } from './rules.ts'
import type { FactRow } from './rules.ts'

const row = (stars: number | null, isSample = false, money = 0): FactRow => ({ stars, isSample, money })

test('sample rows are counted apart and never enter the figure', () => {
  expect(countRows([row(3), row(4), row(4, true)])).toEqual({ real: 2, sample: 1 })
})

test('a measured figure adds up its column', () => {
  expect(countRows([row(3, false, 70_000), row(4, false, 85_000), row(4, true, 1)], 'money')).toEqual({ real: 155_000, sample: 1 })
})

test('what the source does not tell is a slice of its own, last', () => {
  const slices = breakdown([row(null), row(null), row(3), row(4), row(4)], 'stars', {
    unknown: 'Chưa rõ hạng',
    label: (stars) => `${stars} sao`,
  })
  expect(slices.map(({ label, real }) => [label, real])).toEqual([
    ['4 sao', 2],
    ['3 sao', 1],
    ['Chưa rõ hạng', 2],
  ])
})

test('years stand in the order of time, not of their size', () => {
  const years = [2023, 2019, 2023, null, 2022].map((certifiedYear) => ({ certifiedYear, isSample: false }))
  const slices = breakdown(years, 'certifiedYear', { unknown: 'Chưa rõ năm', order: (a, b) => Number(a) - Number(b) })
  expect(slices.map(({ key }) => key)).toEqual(['2019', '2022', '2023', ''])
})

test('a slice opens as many rows as it counts, those that the source does not tell too', () => {
  const rows = fc.array(fc.record({ stars: fc.option(fc.integer({ min: 3, max: 5 })), isSample: fc.boolean() }))
  fc.assert(
    fc.property(rows, (facts) => {
      for (const { key, real, sample } of breakdown(facts, 'stars', { unknown: 'Chưa rõ' }))
        expect(countRows(rowsOfSlice(facts, { column: 'stars', key }))).toEqual({ real, sample })
      expect(rowsOfSlice(facts, null)).toEqual(facts)
    }),
  )
})

test('the slices of a cut add up to the figure', () => {
  const rows = fc.array(fc.record({ stars: fc.option(fc.integer({ min: 3, max: 5 })), isSample: fc.boolean() }))
  fc.assert(
    fc.property(rows, (facts) => {
      const slices = breakdown(facts, 'stars', { unknown: 'Chưa rõ' })
      const sum = (which: 'real' | 'sample') => slices.reduce((total, slice) => total + slice[which], 0)
      expect({ real: sum('real'), sample: sum('sample') }).toEqual(countRows(facts))
    }),
  )
})

test('a report names what changed, real rows only', () => {
  const before = [
    { id: 'valid', real: 10, sample: 0 },
    { id: 'lots', real: 3, sample: 0 },
  ]
  const now = [
    { id: 'valid', real: 12, sample: 4 },
    { id: 'lots', real: 3, sample: 9 },
    { id: 'scans', real: 5, sample: 0 },
  ]
  expect(changesSince(before, now)).toEqual([{ id: 'valid', before: 10, now: 12, difference: 2 }])
})

// Published: 184 products in June 2023, 393 in January 2025 (domain notes 7.2); the conference of 12 June 2023 asked for 165 more by 2025.
const traVinh = [
  { asOf: '4/2023', asOfDate: '2023-04-20', value: 184, sourceUrl: null },
  { asOf: '6/2023', asOfDate: '2023-06-12', value: 184, sourceUrl: null },
  { asOf: '4/2024', asOfDate: '2024-04-30', value: 291, sourceUrl: null },
  { asOf: '01/2025', asOfDate: '2025-01-31', value: 393, sourceUrl: null },
]

test('published totals tell what a period brought', () => {
  expect(publishedGrowth(traVinh, { periodFrom: '2023-06-12', periodTo: '2025-12-31' })?.value).toBe(209)
})

test('a series without a total at the beginning of the period, or with nothing later in it, tells nothing', () => {
  expect(publishedGrowth(traVinh, { periodFrom: '2020-01-01', periodTo: '2022-12-31' })).toBeNull()
  expect(publishedGrowth(traVinh, { periodFrom: '2025-01-01', periodTo: '2025-12-31' })).toBeNull()
  expect(publishedGrowth(traVinh, { periodFrom: '2025-02-01', periodTo: '2025-12-31' })).toBeNull()
})

// Published in November 2025: 149 new products, 100.65% of the year's plan (domain notes 7.3).
const vinhLong = [{ asOf: '26/11/2025', asOfDate: '2025-11-26', value: 149, since: '2025-01-01', sourceUrl: null }]

test('a result told for the year itself is taken as told, and only for that year', () => {
  const told = publishedOutright(vinhLong, { periodFrom: '2025-01-01', periodTo: '2025-12-31' })
  expect(told).toMatchObject({ value: 149, from: null, reachesEnd: true })
  expect(judgeTarget({ valueFrom: 148, periodTo: '2025-12-31' }, { counted: 0, published: told }, '2026-11-23').progress).toBe('reached')
  expect(publishedOutright(vinhLong, { periodFrom: '2023-06-12', periodTo: '2025-12-31' })).toBeNull()
  expect(publishedOutright(vinhLong, { periodFrom: '2025-01-01', periodTo: '2025-06-30' })).toBeNull()
})

const end2025 = { valueFrom: 165, periodTo: '2025-12-31' }

test('209 new products reach the target of 165, though the series ends early', () => {
  const published = publishedGrowth(traVinh, { periodFrom: '2023-06-12', periodTo: '2025-12-31' })
  expect(published?.reachesEnd).toBe(false)
  expect(judgeTarget(end2025, { counted: 7, published }, '2026-11-23').progress).toBe('reached')
})

test('a lower bound cannot prove a target missed', () => {
  expect(judgeTarget({ valueFrom: 114, periodTo: '2023-12-31' }, { counted: 1, published: null }, '2026-11-23').progress).toBe(
    'not-measured',
  )
  expect(judgeTarget(end2025, { counted: null, published: { value: 100, reachesEnd: false } }, '2026-11-23').progress).toBe('not-measured')
})

test('a total at the end below the target is missed when the period is over, and running before', () => {
  const facts = { counted: null, published: { value: 100, reachesEnd: true } }
  expect(judgeTarget(end2025, facts, '2026-01-01').progress).toBe('missed')
  expect(judgeTarget(end2025, facts, '2025-12-31').progress).toBe('running')
})

test('a period has real days, in order, and has begun', () => {
  expect(periodFault({ from: '2026-02-30', to: '2026-03-01' }, '2026-11-23')).toEqual({ field: 'from', code: 'not-a-day' })
  expect(periodFault({ from: '2026-03-01', to: '2026-02-01' }, '2026-11-23')).toEqual({ field: 'to', code: 'ends-before-it-begins' })
  expect(periodFault({ from: '2027-01-01', to: '2027-02-01' }, '2026-11-23')).toEqual({ field: 'from', code: 'in-the-future' })
  expect(periodFault({ from: '2026-01-01', to: '2026-11-23' }, '2026-11-23')).toBeNull()
})
