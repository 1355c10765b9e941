import { expect, test } from 'vitest'
import { figuresBeside } from './figures.ts'
import type { FigureRow } from './figures.ts'

const rows: FigureRow[] = [
  {
    criterion: 'Sử dụng lao động địa phương',
    answers: [{ field: 'labourTotal' }, { field: 'labourLocal' }],
    ratio: { kind: 'share', of: 'labourLocal', in: 'labourTotal' },
  },
  {
    criterion: 'Tăng trưởng sản xuất kinh doanh',
    answers: [
      { field: 'profitLastYear', yearsBefore: 1 },
      { field: 'profitYearBefore', yearsBefore: 2 },
    ],
    ratio: { kind: 'growth', of: 'profitLastYear', in: 'profitYearBefore' },
  },
]
const labour = { labourTotal: 8, labourLocal: 5 }

test('a criterion is known by how its name begins, in whatever letters, and one that asks for no figure gets none', () => {
  expect(figuresBeside('SỬ DỤNG LAO ĐỘNG ĐỊA PHƯƠNG (trong xã)', rows, { year: 2026, answers: labour }, null)?.lines).toHaveLength(2)
  expect(figuresBeside('Câu chuyện sản phẩm', rows, { year: 2026, answers: labour }, null)).toBeNull()
})

test('the share of local labour is told rounded down: 5 of 8 are 62 per cent', () => {
  expect(figuresBeside(rows[0]!.criterion, rows, { year: 2026, answers: labour }, null)?.ratio?.percent).toBe(62)
  const almost = { labourTotal: 1000, labourLocal: 749 }
  expect(figuresBeside(rows[0]!.criterion, rows, { year: 2026, answers: almost }, null)?.ratio?.percent).toBe(74)
})

test('a figure of a year says which, counted back from the filing, beside what the last dossier said of its own years', () => {
  const now = { year: 2026, answers: { profitLastYear: 120, profitYearBefore: 100 } }
  const earlier = { year: 2023, answers: { profitLastYear: 80 } }
  expect(figuresBeside(rows[1]!.criterion, rows, now, earlier)).toEqual({
    lines: [
      { field: 'profitLastYear', year: 2025, value: 120, earlier: { year: 2022, value: 80 } },
      { field: 'profitYearBefore', year: 2024, value: 100, earlier: { year: 2021, value: undefined } },
    ],
    ratio: { kind: 'growth', of: 'profitLastYear', in: 'profitYearBefore', percent: 20 },
  })
})

test('no growth is told of a loss, of nothing, or of what was not written', () => {
  const ratio = (answers: Record<string, number>) => figuresBeside(rows[1]!.criterion, rows, { year: 2026, answers }, null)?.ratio?.percent
  expect(ratio({ profitLastYear: 50, profitYearBefore: -10 })).toBeNull()
  expect(ratio({ profitLastYear: 50, profitYearBefore: 0 })).toBeNull()
  expect(ratio({ profitLastYear: 50 })).toBeNull()
  expect(ratio({ profitLastYear: -5, profitYearBefore: 100 })).toBe(-105)
})
