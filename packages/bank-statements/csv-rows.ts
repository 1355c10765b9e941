import { parse } from 'csv-parse/sync'
import type { Rows } from './cells.ts'
import { headingRows, longestBeginning } from './limits.ts'

const separators = [',', ';', '\t', '|']

/** The rows of a text with separators: the sign is the one by which the headings are found best. Undefined where quotes are left open. */
export function csvRows(text: string, most: number, known: (rows: Rows) => number): Rows | undefined {
  // Excel writes and hides this line.
  const table = text.replace(/^\ufeff?sep=.\r?\n/i, '')
  const beginning = table.slice(0, longestBeginning)
  const scored = separators.map((delimiter) => ({ delimiter, known: known(rowsBy(beginning, delimiter, headingRows) ?? []) }))
  return rowsBy(table, scored.toSorted((a, b) => b.known - a.known)[0]!.delimiter, most)
}

function rowsBy(text: string, delimiter: string, to: number): Rows | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, bom: true, to, skip_empty_lines: true })
  } catch {
    return undefined
  }
}
