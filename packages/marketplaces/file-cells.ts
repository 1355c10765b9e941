import { spellingOf } from '@dacsan/vietnam'

/** A cell as a workbook or a text file gives it. */
export type FileCell = string | number | boolean | Date | null | undefined
export type FileTable = readonly (readonly FileCell[])[]

/** What is wrong at one place of a file; `row` counts as a spreadsheet does. */
export type FileFault =
  | { code: 'no-headings' }
  | { code: 'column-missing'; column: string }
  | { code: 'cell-empty'; row: number; column: string }
  | { code: 'not-money' | 'not-dong' | 'not-a-number' | 'not-a-day' | 'status-unknown'; row: number; column: string; value: string }

export const textOf = (cell: FileCell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell).normalize('NFC').trim()

/** An order is called by a number: a spreadsheet that made a float of a long one has lost it. */
export const numberTextOf = (cell: FileCell): string =>
  typeof cell === 'number' ? (Number.isSafeInteger(cell) ? String(cell) : '') : textOf(cell).replace(/^'/, '')

/**
 * Whole đồng with dots or commas between thousands, the sign of the currency, a minus before or brackets around; null where nothing stands, undefined where
 * it is no whole amount of đồng. `1.234` is a thousand and more: there is no part of a đồng.
 *
 * @example readMoney('-95.000,00 ₫') // -95000
 */
export function readMoney(cell: FileCell): number | null | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : undefined
  if (cell instanceof Date || typeof cell === 'boolean') return undefined
  const plain = textOf(cell).replaceAll(/\s|₫|đ|VN[DĐ]/giu, '')
  if (plain === '' || plain === '-' || plain === '/') return null
  const [, open, sign, digits, close] = /^(\()?([-−+])?(\d[\d.,]*)(\))?$/.exec(plain) ?? []
  if (digits === undefined || (open === undefined) !== (close === undefined)) return undefined
  const whole = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,]0{1,2})?$/.exec(digits)?.[1]
  if (whole === undefined) return undefined
  const value = Number(whole.replaceAll(/[.,]/g, ''))
  return Number.isSafeInteger(value) ? (open !== undefined || sign === '-' || sign === '−' ? -value || 0 : value) : undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as these files write it; the time behind it is left out. Undefined where it is none. */
export function readDay(cell: FileCell): string | undefined {
  const text = textOf(cell)
  const [, year, month, day] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T\s]|$)/.exec(text) ??
    (([, d, m, y]) => (y === undefined ? [] : ['', y, m, d]))(/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[,\s]|$)/.exec(text) ?? []) ??
    []
  const [, wordDay, word, wordYear] = /^(\d{1,2})[-\s]([A-Za-z]{3})[A-Za-z]*[-\s](\d{4})/.exec(text) ?? []
  const place = word === undefined ? -1 : months.indexOf(word.toLowerCase())
  return place >= 0
    ? dayOf(Number(wordYear), place + 1, Number(wordDay))
    : year === undefined
      ? undefined
      : dayOf(Number(year), Number(month), Number(day))
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

const headingWithin = 30

/** Where the headings stand, and which column each field has: of one that stands twice the first. */
export function findColumns<Field extends string>(
  table: FileTable,
  headings: Readonly<Partial<Record<Field, readonly string[]>>>,
): { at: number; names: string[]; fields: (Field | null)[] } | null {
  const fieldOf = new Map(
    Object.entries(headings).flatMap(([field, names]) => (names as readonly string[]).map((name) => [spellingOf(name), field as Field])),
  )
  let best: { at: number; names: string[]; fields: (Field | null)[]; known: number } | null = null
  for (const [at, row] of table.slice(0, headingWithin).entries()) {
    const names = row.map(textOf)
    const fields = names.map((name) => fieldOf.get(spellingOf(name)) ?? null)
    const known = new Set(fields.filter((field) => field !== null)).size
    if (known > 1 && known > (best?.known ?? 0)) best = { at, names, fields, known }
  }
  return best
}

export const isBlankRow = (row: readonly FileCell[]): boolean => row.every((cell) => textOf(cell) === '')
/** What stands below the headings and names no order: TikTok Shop explains its columns there, and others add up below. */
export const isNoNumber = (text: string): boolean => !/\d/.test(text) || /\s/.test(text)
