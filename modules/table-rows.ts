import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { formatDate, isGarbled, readCode, readLine, spellingOf } from '@dacsan/vietnam'
import type { CellProblem, ColumnProblem, FaultyRows, FileProblem } from './table-problems.ts'

/** A cell as a workbook or a text file gives it. */
export type Cell = string | number | boolean | Date | null | undefined
export type TableOfCells = readonly (readonly Cell[])[]

/**
 * What a column holds, by which its cells are read: a name that must be somebody's; free text; one of our words; a code or number, of whose
 * signs only what is seen counts; a day.
 */
export type ColumnKind = 'name' | 'text' | 'word' | 'code' | 'day'

/** A column of a table that officers fill in. */
export type TableColumn = {
  heading: string
  /** What it may be called as well. */
  alsoCalled?: readonly string[]
  kind: ColumnKind
  required?: true
  /** The longest text, in letters, the same as in the forms; 500 if absent. */
  most?: number
  /** A code of so many digits, whose first zeros a spreadsheet drops. */
  digits?: number
  /** The word that a cell says yes by, where it is ticked or not: no is a blank. */
  yes?: string
  /** What the cell must hold, in the words of the sentence that refuses it. */
  expected: string
  /** The value of a cell that is not blank; `undefined` where it is none. */
  read: (cell: string) => unknown
}
export type TableColumns = Readonly<Record<string, TableColumn>>

/** A row of a table by its columns: what a cell that was left open holds is null, unless it must be filled. */
export type RowOf<Columns extends TableColumns> = { row: number } & {
  -readonly [Name in keyof Columns]:
    | Exclude<ReturnType<Columns[Name]['read']>, undefined>
    | (Columns[Name] extends { required: true } ? never : null)
}

/** Every row that could be read, everything that is wrong, and rows as they stood in the file. */
export type ReadRows<Columns extends TableColumns> = {
  rows: RowOf<Columns>[]
  problems: CellProblem[]
  keep: (rows: readonly number[]) => FaultyRows
}
type ColumnsRejected = { code: 'table-rejected'; problems: (ColumnProblem | FileProblem)[] }

/** A title, an authority and a date may stand above the headings. */
const headingWithin = 30
const rowsAtOnce = 250

/** A heading as it is seen: in capitals or not, broken over lines, with the blanks of a web page. */
const headingKey = (cell: Cell): string => (typeof cell === 'string' ? spellingOf(cell) : '')

/** Every heading of these columns as it is spelt. */
export const headingsOf = (columns: TableColumns): string[] => [...namesOf(columns).keys()]

const namesOf = (columns: TableColumns) =>
  new Map(
    Object.entries(columns).flatMap(([name, { heading, alsoCalled = [] }]) =>
      [heading, ...alsoCalled].map((one): [string, string] => [headingKey(one), name]),
    ),
  )

/** Where the headings of a table stand and how many of the known ones they are; null where there is no such line. */
export function findHeadings(table: TableOfCells, known: ReadonlySet<string>): { at: number; known: number } | null {
  let best: { at: number; known: number } | null = null
  for (const [at, row] of table.slice(0, headingWithin).entries()) {
    const count = new Set(row.map(headingKey).filter((key) => known.has(key))).size
    if (count > 1 && count > (best?.known ?? 0)) best = { at, known: count }
  }
  return best
}

/**
 * Reads the rows of a table, its headings found among the first lines. It pauses after some rows, so that others are served while a long one is read.
 * What is wrong with the columns refuses the table; what is wrong with rows is told by row and column, and the other rows are read on.
 */
export function* readRows<const Columns extends TableColumns>(
  table: TableOfCells,
  columns: Columns,
): Generator<void, Outcome<ReadRows<Columns>, ColumnsRejected>> {
  const nameOfHeading = namesOf(columns)
  const found = findHeadings(table, new Set(nameOfHeading.keys()))
  if (!found) return refuse('table-rejected', { problems: [{ code: 'file-unreadable' as const, reason: 'no-heading' as const }] })
  const headings = table[found.at]!
  const wrong = checkHeadings(headings, columns, nameOfHeading)
  if (wrong.length > 0) return refuse('table-rejected', { problems: wrong })
  const positions = new Map(headings.map((heading, index) => [nameOfHeading.get(headingKey(heading)), index]))
  const problems: CellProblem[] = []
  const rows: RowOf<Columns>[] = []
  for (let index = found.at + 1; index < table.length; index++) {
    if (index % rowsAtOnce === 0) yield
    const cells = table[index]!
    if (cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''))) continue
    const read = readRow(index + 1, columns, (name) => (positions.has(name) ? cells[positions.get(name)!] : undefined))
    const extra = cellsBeside(index + 1, cells, headings)
    problems.push(...read.problems, ...extra)
    if (read.problems.length + extra.length === 0) rows.push(read.row as RowOf<Columns>)
  }
  yield
  const keep = (wanted: readonly number[]): FaultyRows => ({
    headings: headings.map(shown),
    rows: wanted.map((row) => ({ row, cells: table[row - 1]!.map(shown) })),
  })
  return done({ rows, problems, keep })
}

/** In the order of the rows of the file. */
export const byRow = <Problem extends object>(problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => ('row' in a ? Number(a.row) : 0) - ('row' in b ? Number(b.row) : 0))

function checkHeadings(headings: readonly Cell[], columns: TableColumns, nameOfHeading: ReadonlyMap<string, string>): ColumnProblem[] {
  const names = headings.map((heading) => nameOfHeading.get(headingKey(heading)))
  const twice = new Set(names.filter((name, index) => name !== undefined && names.indexOf(name) < index))
  return [
    ...Object.entries(columns)
      .filter(([name, { required }]) => required && !names.includes(name))
      .map(([, { heading }]) => ({ code: 'column-missing', column: heading }) as const),
    ...headings
      .filter((heading, index) => names[index] === undefined && shown(heading) !== '')
      .map((heading) => ({ code: 'column-unknown', column: shown(heading) }) as const),
    ...[...twice].map((name) => ({ code: 'column-twice', column: columns[name!]!.heading }) as const),
  ]
}

/** Values under no heading. */
const cellsBeside = (row: number, cells: readonly Cell[], headings: readonly Cell[]): CellProblem[] =>
  cells.flatMap((cell, index) =>
    shown(cell) !== '' && shown(headings[index]) === ''
      ? [{ code: 'cell-extra', row, cell: `${columnLetters(index)}${row}`, value: shown(cell) }]
      : [],
  )

/** @example columnLetters(27) // 'AB' */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/** A cell as a person sees it. */
export function shown(cell: Cell): string {
  if (cell instanceof Date) return formatDate(cell.toISOString().slice(0, 10))
  return cell === null || cell === undefined ? '' : readLine(String(cell))
}

function readRow(row: number, columns: TableColumns, cellOf: (name: string) => Cell): { row: { row: number }; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const values = Object.entries(columns).map(([name, column]) => {
    const { heading, expected, read, required, most = 500 } = column
    const cell = cellOf(name)
    const said = textOf(column, cell)
    if (typeof said !== 'string') {
      problems.push({ ...said, row, column: heading, value: shown(cell) })
      return [name, null]
    }
    if (said === '') {
      if (required) problems.push({ code: 'cell-empty', row, column: heading })
      return [name, null]
    }
    if ([...said].length > most) {
      problems.push({ code: 'text-long', row, column: heading, most, length: [...said].length })
      return [name, null]
    }
    const known = read(said)
    if (known === undefined) problems.push({ code: 'cell-wrong', row, column: heading, value: said, expected })
    return [name, known]
  })
  return { row: { row, ...Object.fromEntries(values) }, problems }
}

/** What a cell says, by what its column holds; or what the spreadsheet made of it. */
function textOf(
  { kind, yes, digits }: TableColumn,
  cell: Cell,
): string | { code: 'cell-converted'; into: 'date' | 'number' | 'truth' } | { code: 'text-garbled' } {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return kind === 'day' ? cell.toISOString().slice(0, 10) : { code: 'cell-converted', into: 'date' }
  if (typeof cell === 'boolean') {
    if (yes === undefined) return { code: 'cell-converted', into: 'truth' }
    return cell ? yes : ''
  }
  if (typeof cell === 'number') {
    if (!Number.isSafeInteger(cell) || Math.abs(cell) >= 1e12) return { code: 'cell-converted', into: 'number' }
    // A spreadsheet drops the zeros before a number.
    return digits === undefined ? String(cell) : String(cell).padStart(digits, '0')
  }
  if (kind === 'name' || kind === 'text') {
    const garbled = isGarbled(kind === 'name' ? cell.trim() : cell.replaceAll(/[\r\n\t]/g, ' '))
    return garbled ? { code: 'text-garbled' } : readLine(cell)
  }
  if (kind === 'word') return readLine(cell)
  const code = readCode(cell)
  return code === '-' ? '' : code
}
