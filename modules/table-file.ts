import { unpackedSize } from '@dacsan/platform/archive'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre'
import type { Sheet } from 'hucre'
import { findHeadings } from './table-rows.ts'
import type { Cell } from './table-rows.ts'
import type { FileProblem, UnreadableFile } from './table-problems.ts'

/** Twenty thousand rows need a quarter of it; a file that swells further is no table of ours. */
const largestUnpacked = 20_000_000
export const mostRows = 20_000
/** A table of ours has at most some twenty columns; a sheet that is formatted to its right end has sixteen thousand. */
const mostCells = 600_000

export type TableRejected = { code: 'table-rejected'; problems: FileProblem[] }
export type Table = Outcome<Cell[][], TableRejected>

/** The cells of a file as officers send it, whatever the program that wrote it. `headings`: those by which its table is known, as they are spelt. */
export async function readTableOf(bytes: Uint8Array, headings: readonly string[]): Promise<Table> {
  const known = new Set(headings)
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b // PK: a ZIP archive
  const table = await (isWorkbook ? workbookTable(bytes, known) : csvTable(bytes, known))
  if (!table.ok) return table
  if (table.value.length > mostRows) return refuse('table-rejected', { problems: [{ code: 'too-many-rows' as const, most: mostRows }] })
  const cells = table.value.reduce((sum, row) => sum + row.length, 0)
  return cells > mostCells ? unreadable('too-many-cells') : table
}

async function workbookTable(bytes: Uint8Array, known: ReadonlySet<string>): Promise<Table> {
  try {
    if (unpackedSize(bytes) > largestUnpacked) return unreadable('unpacks-too-large')
  } catch {
    return damaged
  }
  // One row more than are taken, so that what is past the limit is seen. Of damaged data the reader says what it found there in errors of every kind.
  const read = await readXlsx(bytes, { maxRows: mostRows + 1 }).catch(() => undefined)
  return read === undefined ? damaged : tableOf(read.sheets, known)
}

/** The sheet with our headings; a visible one before a hidden one. What stands on another such sheet would be lost, so it is told. */
function tableOf(sheets: readonly Sheet[], known: ReadonlySet<string>): Table {
  const registers = sheets.filter(({ rows }) => (findHeadings(rows, known)?.known ?? 0) > 2)
  const isHidden = ({ hidden, veryHidden }: Sheet) => hidden === true || veryHidden === true
  const chosen = registers.find((sheet) => !isHidden(sheet)) ?? registers[0] ?? sheets.find((sheet) => !isHidden(sheet))
  const others = registers.filter((sheet) => sheet !== chosen)
  if (others.length > 0) {
    return refuse('table-rejected', {
      problems: others.map((sheet) => ({ code: 'sheet-extra' as const, sheet: sheet.name, hidden: isHidden(sheet) })),
    })
  }
  return done(withMergedCells(chosen?.rows ?? [], chosen?.merges ?? []))
}

/** What stands in merged cells is said of every row that they reach over. A title merged across columns stays one cell. */
function withMergedCells(rows: readonly (readonly Cell[])[], merges: NonNullable<Sheet['merges']>): Cell[][] {
  const table = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol, endCol } of merges) {
    if (startCol !== endCol) continue
    const value = table[startRow]?.[startCol]
    for (let row = startRow + 1; row <= Math.min(endRow, table.length - 1); row++) table[row]![startCol] ??= value
  }
  return table
}

function csvTable(bytes: Uint8Array, known: ReadonlySet<string>): Table {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unreadable('not-utf8')
  }
  // Excel writes and hides this line; it is no row of the table.
  text = text.replace(/^sep=.\r?\n/i, '')
  try {
    const delimiter = separators.toSorted((a, b) => headingsBy(text, b, known) - headingsBy(text, a, known))[0]!
    return done(recordsOf(text, delimiter, mostRows + 1))
  } catch {
    return unreadable('quote-left-open')
  }
}

const separators = [';', ',', '\t']
const headingLines = 30

function headingsBy(text: string, delimiter: string, known: ReadonlySet<string>): number {
  try {
    return findHeadings(recordsOf(text, delimiter, headingLines), known)?.known ?? 0
  } catch {
    return 0 // Quoted cells that end before another sign: it is not the one.
  }
}

/** RFC 4180 with one separator: rule 6 lets the other signs stand in a cell. The apostrophe by which our own files keep a cell from being a formula goes again. */
const recordsOf = (text: string, delimiter: string, most: number): string[][] =>
  parse(text, { delimiter, relax_column_count: true, to: most }).map((record: string[]) =>
    record.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
  )

export const unreadable = (reason: UnreadableFile) => refuse('table-rejected', { problems: [{ code: 'file-unreadable' as const, reason }] })

const damaged = unreadable('damaged')
