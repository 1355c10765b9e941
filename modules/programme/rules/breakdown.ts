import { amountOf } from './figures.ts'
import type { Count, FactRow } from './figures.ts'

export type Slice = Count & { key: string; label: string }

/** The columns of the register by which it is cut, and by which its rows are opened. */
export type CutColumn = 'rank' | 'certifiedYear' | 'setCode' | 'producerKind' | 'communeName' | 'formerDistrict' | 'formerProvince'

/** One slice of a figure's rows: those whose column holds the key; the empty key are those where the source tells nothing. */
export type RowSlice = { column: string; key: string }

const keyOf = (row: FactRow, column: string) => String(row[column] ?? '')

/** The rows of a slice; all of them without one. */
export function rowsOfSlice<Row extends FactRow>(rows: readonly Row[], slice: RowSlice | null): Row[] {
  return rows.filter((row) => slice === null || keyOf(row, slice.column) === slice.key)
}

/**
 * The rows of a figure by one of their columns, the largest first or in an order of their own; what the source does not tell is a slice of
 * its own, last. The slices add up to the figure.
 */
export function breakdown(
  rows: readonly FactRow[],
  column: string,
  {
    label = (key: string) => key,
    unknown,
    order = () => 0,
    measure,
  }: { label?: (key: string) => string; unknown: string; order?: (a: string, b: string) => number; measure?: string },
): Slice[] {
  const slices = new Map<string, Slice>()
  for (const row of rows) {
    const key = keyOf(row, column)
    const slice = slices.get(key) ?? { key, label: key === '' ? unknown : label(key), real: 0, sample: 0 }
    slice[row.isSample ? 'sample' : 'real'] += amountOf(row, measure)
    slices.set(key, slice)
  }
  return [...slices.values()].toSorted(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      order(a.key, b.key) ||
      b.real - a.real ||
      b.sample - a.sample ||
      a.label.localeCompare(b.label, 'vi'),
  )
}
