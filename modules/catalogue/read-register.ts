import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { formatDate, isGarbled, readCode, readLine, spellingOf } from '@dacsan/vietnam'
import { groupRegister } from './group-register.ts'
import type { RegisterProducer } from './group-register.ts'
import { registerColumns } from './register-columns.ts'
import type { RegisterColumn, RegisterRow } from './register-columns.ts'
import type { FaultyRows, RegisterProblem } from './rules/register-row.ts'
import { yesInRegister } from './words.ts'

/** A cell as a workbook or a text file gives it. */
export type RegisterCell = string | number | boolean | Date | null | undefined
export type RegisterTable = readonly (readonly RegisterCell[])[]

export type RegisterRejected = { code: 'register-rejected'; problems: RegisterProblem[] }

/** Every row that could be read, everything that is wrong, and rows as they stood in the file. */
export type ReadRegister = { rows: RegisterRow[]; problems: RegisterProblem[]; keep: (rows: readonly number[]) => FaultyRows }

const columnNames = Object.keys(registerColumns) as RegisterColumn[]
const requiredNames = columnNames.filter((name) => 'required' in registerColumns[name])
const nameOfHeading = new Map(columnNames.map((name) => [headingKey(registerColumns[name].heading), name]))
/** A title, an authority and a date may stand above the headings. */
const headingWithin = 30
const rowsAtOnce = 250

/** A heading as it is seen: in capitals or not, broken over lines, with the blanks of a web page. */
function headingKey(cell: RegisterCell): string {
  return typeof cell === 'string' ? spellingOf(cell) : ''
}

const columnsIn = (row: readonly RegisterCell[]) => new Set(row.flatMap((cell) => nameOfHeading.get(headingKey(cell)) ?? [])).size

/** Where the headings of a table stand and how many of ours they are; null where there is no such line. */
export function findHeadings(table: RegisterTable): { at: number; known: number } | null {
  let best: { at: number; known: number } | null = null
  for (const [at, row] of table.slice(0, headingWithin).entries()) {
    const known = columnsIn(row)
    if (known > 1 && known > (best?.known ?? 0)) best = { at, known }
  }
  return best
}

/** The producers of a register that must be right, all of it or nothing. */
export function readRegister(table: RegisterTable): Outcome<RegisterProducer[], RegisterRejected> {
  const reading = readTable(table)
  for (let step = reading.next(); ; step = reading.next()) {
    if (!step.done) continue
    if (!step.value.ok) return step.value
    const { rows, problems } = step.value.value
    return problems.length > 0 ? refuse('register-rejected', { problems }) : done(groupRegister(rows).producers)
  }
}

/**
 * Reads a register table, its headings found among the first lines. It pauses after some rows, so that others are served while a long one is read.
 * What is wrong with the columns refuses the table; what is wrong with rows is told by row and column, and the other rows are read on.
 */
export function* readTable(table: RegisterTable): Generator<void, Outcome<ReadRegister, RegisterRejected>> {
  const found = findHeadings(table)
  if (!found) return refuse('register-rejected', { problems: [{ code: 'file-unreadable', reason: 'no-heading' } as const] })
  const headings = table[found.at]!
  const wrong = checkHeadings(headings)
  if (wrong.length > 0) return refuse('register-rejected', { problems: wrong })
  const positions = new Map(headings.map((heading, index) => [nameOfHeading.get(headingKey(heading)), index]))
  const problems: RegisterProblem[] = []
  const rows: RegisterRow[] = []
  for (let index = found.at + 1; index < table.length; index++) {
    if (index % rowsAtOnce === 0) yield
    const cells = table[index]!
    if (cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === ''))) continue
    const read = readRow(index + 1, (name) => (positions.has(name) ? cells[positions.get(name)!] : undefined))
    const extra = cellsBeside(index + 1, cells, headings)
    problems.push(...read.problems, ...extra)
    if (read.problems.length + extra.length === 0) rows.push(read.row)
  }
  yield
  problems.push(...groupRegister(rows).problems)
  problems.sort((a, b) => ('row' in a ? a.row : 0) - ('row' in b ? b.row : 0))
  const keep = (wanted: readonly number[]): FaultyRows => ({
    headings: headings.map(shown),
    rows: wanted.map((row) => ({ row, cells: table[row - 1]!.map(shown) })),
  })
  return done({ rows, problems, keep })
}

function checkHeadings(headings: readonly RegisterCell[]): RegisterProblem[] {
  const names = headings.map((heading) => nameOfHeading.get(headingKey(heading)))
  const twice = new Set(names.filter((name, index) => name !== undefined && names.indexOf(name) < index))
  return [
    ...requiredNames
      .filter((name) => !names.includes(name))
      .map((name) => ({ code: 'column-missing', column: registerColumns[name].heading }) as const),
    ...headings
      .filter((heading, index) => names[index] === undefined && shown(heading) !== '')
      .map((heading) => ({ code: 'column-unknown', column: shown(heading) }) as const),
    ...[...twice].map((name) => ({ code: 'column-twice', column: registerColumns[name!].heading }) as const),
  ]
}

/** Values under no heading. */
const cellsBeside = (row: number, cells: readonly RegisterCell[], headings: readonly RegisterCell[]): RegisterProblem[] =>
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
function shown(cell: RegisterCell): string {
  if (cell instanceof Date) return formatDate(cell.toISOString().slice(0, 10))
  return cell === null || cell === undefined ? '' : readLine(String(cell))
}

function readRow(row: number, cellOf: (name: RegisterColumn) => RegisterCell): { row: RegisterRow; problems: RegisterProblem[] } {
  const problems: RegisterProblem[] = []
  const values = columnNames.map((name) => {
    const { heading: column, expected, read } = registerColumns[name]
    const cell = cellOf(name)
    const said = textOf(name, cell)
    if (typeof said !== 'string') {
      problems.push({ ...said, row, column, value: shown(cell) })
      return [name, null]
    }
    if (said === '') {
      if (requiredNames.includes(name)) problems.push({ code: 'cell-empty', row, column })
      return [name, null]
    }
    const most = longestOf(name)
    if ([...said].length > most) {
      problems.push({ code: 'text-long', row, column, most, length: [...said].length })
      return [name, null]
    }
    const known = read(said)
    if (known === undefined) problems.push({ code: 'cell-wrong', row, column, value: said, expected })
    return [name, known]
  })
  return { row: { row, ...Object.fromEntries(values) } as RegisterRow, problems }
}

const longestOf = (name: RegisterColumn): number => {
  const column = registerColumns[name]
  return 'most' in column ? column.most : 500
}

/** What a cell says, by what its column holds; or what the spreadsheet made of it. */
function textOf(
  name: RegisterColumn,
  cell: RegisterCell,
): string | { code: 'cell-converted'; into: 'date' | 'number' | 'truth' } | { code: 'text-garbled' } {
  const { kind } = registerColumns[name]
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return kind === 'day' ? cell.toISOString().slice(0, 10) : { code: 'cell-converted', into: 'date' }
  if (typeof cell === 'boolean') {
    if (name !== 'potentialFive') return { code: 'cell-converted', into: 'truth' }
    return cell ? yesInRegister : ''
  }
  if (typeof cell === 'number') {
    if (!Number.isSafeInteger(cell) || Math.abs(cell) >= 1e12) return { code: 'cell-converted', into: 'number' }
    const { digits } = registerColumns[name] as { digits?: number }
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
