import type { Cell } from './cells.ts'
import { isBlank, textOf, words } from './cells.ts'
import { readAmount } from './read-amount.ts'

/** What was on the account before the first line and after the last one, as far as it is printed. */
export type Balances = { opening: number | undefined; closing: number | undefined }

const labels = {
  opening: /\b(du dau|so du truoc|opening balance|beginning balance|balance brought forward)\b/,
  closing: /\b(du cuoi|closing balance|ending balance|balance carried forward)\b/,
}
/** The line of the sums: from here on nothing is a movement. */
const sums = /^(tong|cong|total|sum)\b/

export const isBalanceRow = (row: readonly Cell[]): boolean => row.some((cell) => kindOf(cell) !== undefined)
export const isSumsRow = (row: readonly Cell[]): boolean => sums.test(words(textOf(row.find((cell) => !isBlank(cell)))))

function kindOf(cell: Cell): keyof Balances | undefined {
  if (typeof cell !== 'string' || cell.length > 200) return undefined
  const text = words(cell)
  return labels.opening.test(text) ? 'opening' : labels.closing.test(text) ? 'closing' : undefined
}

/** The balances that rows beside the lines print: behind their label, to the right of it or below it; `column`, where a balance has its own. */
export function readBalances(rows: readonly (readonly Cell[])[], column: number | undefined): Balances {
  const balances: Balances = { opening: undefined, closing: undefined }
  for (const [index, row] of rows.entries())
    for (const [at, cell] of row.entries()) {
      const kind = kindOf(cell)
      if (kind === undefined) continue
      balances[kind] ??= behind(textOf(cell)) ?? ofColumn(row, at, column) ?? toTheRight(row, at) ?? readCell(rows[index + 1]?.[at])
    }
  return balances
}

/** "…: 1.000.000 VND", without the day that may stand there too. */
function behind(label: string): number | undefined {
  const withoutDays = label.replaceAll(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g, ' ')
  const [amount] = /[-+(]?\d[\d.,]*\)?\s*(?:vnd|vn\u0111|\u0111|\u20ab|\u0111\u1ed3ng)?\s*$/iu.exec(withoutDays) ?? []
  return amount === undefined ? undefined : readAmount(amount)
}

function ofColumn(row: readonly Cell[], at: number, column: number | undefined): number | undefined {
  return column === undefined || column === at ? undefined : readCell(row[column])
}

function toTheRight(row: readonly Cell[], at: number): number | undefined {
  for (const cell of row.slice(at + 1)) {
    const amount = readCell(cell)
    if (amount !== undefined) return amount
    if (/\p{L}{4}/u.test(textOf(cell))) return undefined
  }
  return undefined
}

const readCell = (cell: Cell) => (isBlank(cell) || cell instanceof Date ? undefined : readAmount(cell))

type Movement = { amount: number; direction: 'in' | 'out'; balance: number | null }

/** Amounts are compared to the hundredth: a balance in a foreign currency has them. */
const same = (a: number, b: number) => Math.round(a * 100) === Math.round(b * 100)
const signed = ({ amount, direction }: Movement) => (direction === 'in' ? amount : -amount)

/**
 * Whether a statement agrees with itself: what was there, and what came and went, is what is there. Where no opening balance is printed the balances beside
 * the lines are followed instead, in either direction of time. Null where nothing is printed to compare.
 */
export function agree(lines: readonly Movement[], { opening, closing }: Balances): boolean | null {
  const newestFirst = lines.toReversed()
  if (opening !== undefined) {
    const last = closing ?? ends(lines, opening)
    const moved = lines.reduce((sum, line) => sum + signed(line), opening)
    return last === undefined ? null : same(moved, last)
  }
  if (lines.every(({ balance }) => balance === null)) return null
  return [lines, newestFirst].some(
    (inTime) => follows(inTime) && (closing === undefined || same(inTime.at(-1)!.balance ?? closing, closing)),
  )
}

/** The balance of the last line: the file may begin with it, and then its first line is the one that ends. */
function ends(lines: readonly Movement[], opening: number): number | undefined {
  const first = lines[0]
  if (first === undefined) return undefined
  const beginsHere = first.balance !== null && same(opening + signed(first), first.balance)
  return (beginsHere ? lines.at(-1) : follows(lines.toReversed()) ? first : lines.at(-1))?.balance ?? undefined
}

function follows(lines: readonly Movement[]): boolean {
  let known: number | undefined
  for (const line of lines) {
    if (known !== undefined) known += signed(line)
    if (line.balance === null) continue
    if (known !== undefined && !same(known, line.balance)) return false
    known = line.balance
  }
  return true
}
