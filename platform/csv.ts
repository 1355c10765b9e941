import { stringify } from 'csv-stringify/sync'

/** A column of a file: which field of the row, and what stands above it. */
export type CsvColumn<Row> = { key: keyof Row & string; header: string }

/**
 * A table as a file that spreadsheet programs open with its accents, and in which no cell is a formula: a cell that begins like one gets an
 * apostrophe before it (OWASP, CSV injection). UTF-8 with a byte order mark, RFC 4180 beyond that. What is not known is empty.
 * `separator`: a comma for machines (RFC 4180); a semicolon for people, since Excel in Vietnamese, where the comma is the decimal sign, opens a file with
 * commas as one column.
 */
export function toCsv<Row extends object>(
  rows: readonly Row[],
  columns: readonly CsvColumn<Row>[],
  { separator = ',' }: { separator?: ',' | ';' } = {},
): string {
  return stringify([...rows], {
    header: true,
    delimiter: separator,
    columns: [...columns],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String, date: (moment) => moment.toISOString() },
  })
}
