import { expect, test } from 'vitest'
import type { MinutesDossier } from '../sessions/session-for-minutes.ts'
import { resultTable } from './result-tables.ts'
import type { Result } from './result-tables.ts'

const ranks = {
  recognisedFrom: 3,
  ministryFromPoints: 90,
  ministryNeedsMinimums: true,
  authorities: { 3: 'Chủ tịch UBND cấp tỉnh', 4: 'Chủ tịch UBND cấp tỉnh', 5: 'Bộ Nông nghiệp và Môi trường' },
}

function concluded(result: Pick<Result, 'stars' | 'total' | 'totalPoints' | 'sheetCount'>): unknown {
  const dossier = { productName: 'Mật hoa dừa', producerName: 'HTX A', finding: null, result } as unknown as MinutesDossier
  const table = resultTable([dossier], ranks)
  return table.kind === 'table' && table.rows[0]?.cells.at(-1)
}

test.each([
  [{ stars: 5, total: '90.00', totalPoints: 450, sheetCount: 5 }, 'Tiềm năng 5 sao (90,00 điểm), trình Bộ'],
  // A minimum of five stars was missed: the province recognises the stars that the minimums allow (decision 053).
  [{ stars: 4, total: '90.00', totalPoints: 450, sheetCount: 5 }, '4 sao'],
  [{ stars: 4, total: '89.80', totalPoints: 449, sheetCount: 5 }, '4 sao'],
  [{ stars: 2, total: '95.00', totalPoints: 475, sheetCount: 5 }, '2 sao, không công nhận'],
  [{ stars: 0, total: '30.00', totalPoints: 150, sheetCount: 5 }, 'Không xếp hạng'],
] as const)('the minutes conclude %o as %s', (result, words) => {
  expect(concluded(result)).toBe(words)
})
