import { isPlainDate } from '@dacsan/vietnam'

/** Both days belong to the period. */
export type Period = { from: string; to: string }

/** One row behind a figure; sample rows are told apart, never mixed in. */
export type FactRow = Readonly<Record<string, string | number | boolean | null>> & { isSample: boolean }

export type Column = { key: string; header: string; kind: 'text' | 'integer' | 'money' | 'date' }

/** What the real register says, and what was made for trying out. */
export type Count = { real: number; sample: number }

export type FigureView = Count & { id: string; name: string; unit: string; definition: string; source: string }

/** The amount that a row adds to its figure: one, or the value of the measured column. */
export function amountOf(row: FactRow, measure: string | undefined): number {
  if (measure === undefined) return 1
  const value = row[measure]
  return typeof value === 'number' ? value : 0
}

export function countRows(rows: readonly FactRow[], measure?: string): Count {
  const count = { real: 0, sample: 0 }
  for (const row of rows) count[row.isSample ? 'sample' : 'real'] += amountOf(row, measure)
  return count
}

export type PeriodFault = { field: 'from' | 'to'; code: 'not-a-day' | 'ends-before-it-begins' | 'in-the-future' }

export function periodFault({ from, to }: Period, today: string): PeriodFault | null {
  if (!isPlainDate(from)) return { field: 'from', code: 'not-a-day' }
  if (!isPlainDate(to)) return { field: 'to', code: 'not-a-day' }
  if (to < from) return { field: 'to', code: 'ends-before-it-begins' }
  if (from > today) return { field: 'from', code: 'in-the-future' }
  return null
}
