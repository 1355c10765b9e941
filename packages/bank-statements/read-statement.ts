import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { agree, isBalanceRow, isSumsRow, readBalances } from './balances.ts'
import type { Cell, Rows } from './cells.ts'
import { isBlank, textOf, words } from './cells.ts'
import { findHeadings, headingsKnown, repeatsHeadings } from './find-columns.ts'
import type { Columns, Headings } from './find-columns.ts'
import { readAmount } from './read-amount.ts'
import { findMoment, readClock } from './read-moment.ts'
import { readSheets } from './read-sheets.ts'
import { accountOf } from './account-of.ts'
import { isCamt, readCamt } from './camt.ts'
import { largestFile } from './limits.ts'
import type { LineFault, Statement, StatementFault, StatementLine, StatementRefusal } from './statement.ts'
import { whichBank } from './which-bank.ts'
import type { Bank } from './which-bank.ts'

/**
 * Reads the movements of an account from the file that a bank lets its customers save: a workbook, a text with separators in whatever encoding, or a page
 * saved under the name of a workbook. Looks at what is in the file, not at what it is called; takes all lines or none; money that the bank writes under
 * "Có / Credit" came in. A file without the headings of a statement is refused.
 *
 * @param file its name and its bytes, up to 8 MB
 * @param banks the list of banks, by which names in the file are known
 * @example (await readStatement({ name: 'goods.csv', bytes: new TextEncoder().encode('name;price') }, [])).refusal // { code: 'not-a-statement' }
 */
export async function readStatement(
  { name, bytes }: { name: string; bytes: Uint8Array },
  banks: readonly Bank[],
): Promise<Outcome<Statement, StatementRefusal>> {
  const message = camtOf(bytes)
  if (message !== undefined) return readCamt(message)
  const sheets = await readSheets(bytes, headingsKnown)
  if (!sheets.ok) return sheets
  const [rows, headings] = sheets.value.flatMap((sheet) => {
    const found = findHeadings(sheet)
    return found === undefined ? [] : [[sheet, found] as const]
  })[0] ?? [undefined, undefined]
  if (rows === undefined) return refuse('not-a-statement')
  const read = readLines(rows, headings)
  if (!read.ok) return read
  const { lines, others } = read.value
  const bank = whichBank(
    banks,
    { above: textsIn(others.slice(0, headings.above)), below: textsIn(others.slice(headings.above)) },
    headings,
    name,
  )
  const account = accountOf(others.slice(0, headings.above))
  return done({ bank, lines, agrees: agree(lines, readBalances(others, headings.columns.balance)), account })
}

/** The text of a message of ISO 20022; undefined for any other file. */
function camtOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > largestFile) return undefined
  const beginning = new TextDecoder().decode(bytes.subarray(0, 8000))
  return isCamt(beginning) ? new TextDecoder().decode(bytes) : undefined
}

const textsIn = (rows: Rows) => rows.flat().map(textOf)

/** The lines below the headings, and the rows that are none: titles, balances, sums, signatures. */
function readLines(rows: Rows, headings: Headings): Outcome<{ lines: StatementLine[]; others: Rows }, StatementRefusal> {
  const { columns, above, below } = headings
  const lines: StatementLine[] = []
  const others = rows.slice(0, above).map((row) => [...row])
  const faults: StatementFault[] = []
  let day: string | undefined
  for (let index = below; index < rows.length; index++) {
    const row = rows[index]!
    if (row.every(isBlank)) continue
    const read = readLine(row, columns, day)
    if (read.kind === 'line' && !repeatsHeadings(row, headings)) {
      lines.push(read.line)
      day = read.line.at
      continue
    }
    if (read.kind === 'unreadable' && !repeatsHeadings(row, headings)) {
      faults.push({ row: index + 1, column: columnOf(read.why, row, columns), why: read.why })
      if (faults.length === mostFaults) break
      continue
    }
    others.push([...row])
    if (read.kind === 'end' || (read.kind === 'other' && lines.length > 0 && !read.isDated && isBalanceRow(row))) {
      others.push(...rows.slice(index + 1).map((rest) => [...rest]))
      break
    }
  }
  return faults.length > 0 ? refuse('lines-unreadable', { faults }) : done({ lines, others })
}

/** More would not be mended one by one. */
const mostFaults = 200

/** Where a fault stands: the column that is to be mended, counted from 1. */
function columnOf(why: LineFault, row: readonly Cell[], { transactionDate, bookingDate, debit, credit, amount }: Columns): number | null {
  const isFaulty = (column: number | undefined) => column !== undefined && amountOf(row[column]) === undefined
  const money = [debit, credit, amount].find(isFaulty) ?? credit ?? amount ?? debit
  const place = why === 'date' ? (transactionDate ?? bookingDate) : money
  return place === undefined ? null : place + 1
}

type ReadRow =
  | { kind: 'line'; line: StatementLine }
  | { kind: 'unreadable'; why: LineFault }
  | { kind: 'end' }
  | { kind: 'other'; isDated: boolean }

function readLine(row: readonly Cell[], columns: Columns, dayAbove: string | undefined): ReadRow {
  const when = whenOf(row, columns)
  const money = moneyOf(row, columns)
  const content = tidy(textOf(row[columns.content!]))
  const reference = referenceOf(row, columns)
  if (when === undefined && isSumsRow(row)) return { kind: 'end' }
  if (isBalanceRow(row) && typeof money !== 'object') return { kind: 'other', isDated: when !== undefined }
  if (money === 'none') return { kind: 'other', isDated: when !== undefined }
  // A second row of headings, a note across the table.
  if (when === undefined && money === 'amount') return { kind: 'other', isDated: false }
  // Sums without a word before them: nothing says what they would be for, or they go both ways.
  if (when === undefined && (money === 'both-directions' || (content === '' && reference === null))) return { kind: 'end' }
  if (typeof money === 'string') return { kind: 'unreadable', why: money }
  // A bank that merges the cells of one day prints the day once.
  const at = when ?? (dateCells(row, columns).every(isBlank) ? dayAbove : undefined)
  if (at === undefined) return { kind: 'unreadable', why: 'date' }
  return { kind: 'line', line: { at, ...money, content, reference, balance: readAmount(row[columns.balance ?? -1]) ?? null } }
}

const dateCells = (row: readonly Cell[], { transactionDate, bookingDate }: Columns): Cell[] =>
  [transactionDate, bookingDate].flatMap((column) => (column === undefined ? [] : [row[column]]))

function whenOf(row: readonly Cell[], columns: Columns): string | undefined {
  for (const cell of dateCells(row, columns)) {
    const found = findMoment(cell)
    if (found === undefined) continue
    const isBeside = columns.time !== undefined && found.at.length === 10
    const time = isBeside ? timeOf(row[columns.time!]) : undefined
    return time === undefined ? found.at : `${found.at}T${time}+07:00`
  }
  return undefined
}

/** A time in a column of its own; a workbook may hold it as a part of a day. */
function timeOf(cell: Cell): string | undefined {
  if (cell instanceof Date) return cell.toISOString().slice(11, 19)
  if (typeof cell === 'number') return new Date(Math.round((cell % 1) * 86_400) * 1000).toISOString().slice(11, 19)
  return readClock(textOf(cell))?.at
}

/** What moved and in which direction, `none` where nothing did, or why it cannot be told. */
function moneyOf(
  row: readonly Cell[],
  columns: Columns,
): { amount: number; direction: 'in' | 'out' } | 'none' | 'amount' | 'both-directions' {
  const { debit, credit } = columns
  if (debit === undefined || credit === undefined || debit === credit) return oneColumn(row, columns)
  const [out, into] = [amountOf(row[debit]), amountOf(row[credit])]
  if (out === undefined || into === undefined) return 'amount'
  if (out !== 0 && into !== 0) return 'both-directions'
  if (out === 0 && into === 0) return 'none'
  return into === 0 ? { amount: Math.abs(out), direction: 'out' } : { amount: Math.abs(into), direction: 'in' }
}

const outgoing = /^(no|ghi no|phat sinh no|d|dr|debit|chi|ra|tien ra|out|giam)$/

/** One column for both directions: a column beside it says which, or else the sign does. */
function oneColumn(row: readonly Cell[], { amount, side }: Columns): ReturnType<typeof moneyOf> {
  const moved = amountOf(row[amount!])
  if (moved === undefined) return 'amount'
  if (moved === 0) return 'none'
  const isOut = moved < 0 || (side !== undefined && (outgoing.test(words(textOf(row[side]))) || textOf(row[side]) === '-'))
  return { amount: Math.abs(moved), direction: isOut ? 'out' : 'in' }
}

/** A dash, or nothing at all, is no movement. */
const amountOf = (cell: Cell): number | undefined => (isBlank(cell) || /^[-\u2013]$/.test(textOf(cell)) ? 0 : readAmount(cell))

/** The number of the paper; where it shares a cell with the date it is what stands beside that. */
function referenceOf(row: readonly Cell[], columns: Columns): string | null {
  if (columns.reference === undefined) return null
  const cell = row[columns.reference]
  const isShared = columns.reference === columns.transactionDate || columns.reference === columns.bookingDate
  return tidy(isShared ? (findMoment(cell)?.rest ?? '') : textOf(cell)) || null
}

/** Breaks of lines come from the width of a column. */
const tidy = (text: string) => text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
