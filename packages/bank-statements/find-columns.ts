import type { Cell, Rows } from './cells.ts'
import { textOf, words } from './cells.ts'
import { headingRows, longestHeading, mostColumns } from './limits.ts'

/** What a column can hold. One column may hold two: Vietcombank puts the number of the paper under the date. */
export type Role = 'transactionDate' | 'bookingDate' | 'time' | 'debit' | 'credit' | 'amount' | 'side' | 'balance' | 'content' | 'reference'
export type Columns = Partial<Record<Role, number>>
/** Where the headings are: the rows above and below them, and what stands in which column. */
export type Headings = { above: number; below: number; columns: Columns; texts: string[] }

/** Headings without accents, as Vietnamese and foreign banks write them. Money that comes in is `credit`: the file is written for the holder. */
const headings: Readonly<Record<Role, RegExp>> = {
  transactionDate:
    /^(ngay (gio )?(gd|giao dich|phat sinh)|(tnx|transaction|txn|trans) (date|time)|thoi gian( gd| giao dich)?|ngay gio|ngay thang( nam)?|ngay|date|date time)$/,
  bookingDate: /^(ngay (hach toan|ghi so|hieu luc|gia tri)|(posting|accounting|booking|value|effective) date)$/,
  time: /^(gio( gd| giao dich)?|time)$/,
  debit:
    /^((so tien )?(ghi no|phat sinh no|ps no|no)|so tien (rut|chi|ra)|tien ra|phat sinh giam|debits?( amount)?|withdrawals?|paid out)( vnd)?$/,
  credit:
    /^((so tien )?(ghi co|phat sinh co|ps co|co)|so tien (gui|thu|vao)|tien vao|phat sinh tang|credits?( amount)?|deposits?|paid in)( vnd)?$/,
  amount: /^(so tien( gd| giao dich)?|amount|transaction amount|gia tri giao dich|phat sinh)( vnd)?$/,
  side: /^(loai( gd| giao dich)?|no co|ghi no co|d c|dr cr|c d|type|transaction type|chieu)$/,
  balance:
    /^((so du|balance|account balance|running balance|available balance)( tk| tai khoan| sau gd| sau giao dich| luy ke| kha dung)?)( vnd)?$/,
  content:
    /^((noi dung|dien giai|mo ta|chi tiet)( chi tiet)?( gd| giao dich| thanh toan| chuyen khoan)?|(transactions?|transaction) in detail|(transaction )?(descriptions?|details?|remarks?|content|narrative)|particulars|remarks)$/,
  reference:
    /^(so (ct|chung tu|tham chieu|giao dich|gd|but toan|ref)( gd| giao dich)?|ma (gd|giao dich|tham chieu|chung tu|but toan)( gd| giao dich)?|(doc|document|reference|ref|transaction|txn|trans|voucher) (no|number|id|code|num)|reference|ref|so ct doc no)$/,
}

/** The number of the line, and not the money that goes out: without accents both are "no". */
const isSerial = (text: string, others: readonly string[]) =>
  words(text) === 'no' &&
  !text.toLowerCase().startsWith('n\u1ee3') &&
  (text.includes('.') || !others.some((other) => words(other) === 'co'))

function rolesOf(cell: string, row: readonly string[]): Role[] {
  const parts = cell.split(/[/\n()[\]|]|\s-\s/)
  const spellings = [cell, ...parts].map((part) => ({ part: part.trim(), folded: words(part) })).filter(({ folded }) => folded !== '')
  if (spellings.some(({ folded }) => folded === 'stt' || folded === 'so tt')) return []
  return (Object.keys(headings) as Role[]).filter((role) =>
    spellings.some(({ part, folded }) => headings[role].test(folded) && !(role === 'debit' && isSerial(part, row))),
  )
}

function columnsOf(row: readonly string[]): Columns {
  const columns: Columns = {}
  for (const [index, cell] of row.slice(0, mostColumns).entries()) {
    if (cell === '' || cell.length > longestHeading) continue
    for (const role of rolesOf(cell, row)) columns[role] ??= index
  }
  return columns
}

const dateOf = ({ transactionDate, bookingDate }: Columns) => transactionDate ?? bookingDate

const isBothWays = ({ debit, credit }: Columns) => debit !== undefined && credit !== undefined && debit !== credit

/** A statement says when, how much in which direction, and what for; goods and orders have dates and amounts as well, but no balance. */
function isComplete(columns: Columns): boolean {
  const { amount, balance, side, content } = columns
  return (
    dateOf(columns) !== undefined &&
    content !== undefined &&
    (isBothWays(columns) || (amount !== undefined && (balance ?? side) !== undefined))
  )
}

const asTexts = (row: readonly Cell[] | undefined) => Array.from(row ?? [], textOf)

/** The first row, or pair of rows, whose cells are the headings of a statement. */
export function findHeadings(rows: Rows): Headings | undefined {
  for (let index = 0; index < Math.min(rows.length, headingRows); index++) {
    const row = asTexts(rows[index])
    const columns = columnsOf(row)
    const next = asTexts(rows[index + 1])
    // Two rows of headings: the lower one names the parts of the upper.
    const both = Array.from({ length: Math.max(row.length, next.length) }, (_, at) => `${row[at] ?? ''}\n${next[at] ?? ''}`.trim())
    const columnsOfBoth = columnsOf(both)
    const isPair = Object.keys(columns).length > 0 && isComplete(columnsOfBoth) && !isBothWays(columns) && isBothWays(columnsOfBoth)
    if (isPair) return { above: index, below: index + 2, columns: columnsOfBoth, texts: both }
    if (isComplete(columns)) return { above: index, below: index + 1, columns, texts: row }
  }
  return undefined
}

/** How well headings are found in some rows, to choose between ways of reading a file. */
export function headingsKnown(rows: Rows): number {
  return Object.keys(findHeadings(rows)?.columns ?? {}).length
}

/** Whether a row says the headings once more, as the pages of a printed statement do. */
export const repeatsHeadings = (row: readonly Cell[], { columns }: Headings): boolean => {
  const again = columnsOf(asTexts(row))
  return Object.keys(again).length >= 3 && Object.entries(again).every(([role, index]) => columns[role as Role] === index)
}
