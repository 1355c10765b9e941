import { amountOf } from './figures.ts'
import type { Count, FactRow } from './figures.ts'

export type Slice = Count & { key: string; label: string }

/**
 * The rows of a figure by one of their columns, the largest first; what the source does not tell is a slice of its own, last.
 * The slices add up to the figure.
 */
export function breakdown(
  rows: readonly FactRow[],
  column: string,
  {
    label = (key: string) => key,
    unknown = 'Chưa rõ',
    measure,
  }: { label?: (key: string) => string; unknown?: string; measure?: string } = {},
): Slice[] {
  const slices = new Map<string, Slice>()
  for (const row of rows) {
    const value = row[column]
    const key = value === null || value === undefined ? '' : String(value)
    const slice = slices.get(key) ?? { key, label: key === '' ? unknown : label(key), real: 0, sample: 0 }
    slice[row.isSample ? 'sample' : 'real'] += amountOf(row, measure)
    slices.set(key, slice)
  }
  return [...slices.values()].toSorted(
    (a, b) => Number(a.key === '') - Number(b.key === '') || b.real - a.real || b.sample - a.sample || a.label.localeCompare(b.label, 'vi'),
  )
}
