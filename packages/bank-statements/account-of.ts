import type { Cell, Rows } from './cells.ts'
import { textOf, words } from './cells.ts'

const label = /\b(?:so tai khoan|so tk|tai khoan so|account (?:no|number|num)|a c no)\b/
const number = /\d(?:[\d .-]{4,}\d)/

/** The number of the account as the bank prints it above the table; null where it prints none, or only a part of it. */
export function accountOf(above: Rows): string | null {
  for (const row of above) {
    for (const [index, cell] of row.entries()) {
      if (!label.test(words(textOf(cell)))) continue
      const beside = [textOf(cell), ...row.slice(index + 1).map(numberOf)].join('  ')
      if (/[*xX•]{2,}\d/.test(beside)) return null
      const found = number.exec(beside)?.[0]
      if (found !== undefined) return found.replaceAll(/\D/g, '')
    }
  }
  return null
}

/** A workbook may hold the number of an account as a number. */
const numberOf = (cell: Cell): string => (typeof cell === 'number' ? cell.toFixed(0) : textOf(cell))
