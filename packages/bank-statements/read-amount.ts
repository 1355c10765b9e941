import type { Cell } from './cells.ts'
import { textOf } from './cells.ts'

const currency = /\s*(?:vnd|vn\u0111|\u0111\u1ed3ng|\u0111|\u20ab)\.?$/iu
/** Groups of three, all kept apart by one sign, and perhaps a fraction behind the other sign; or digits alone, perhaps with a fraction. */
const grouped = /^\d{1,3}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,](\d{1,2}))?$/
const plain = /^\d+(?:[.,](\d{1,2}|0+))?$/

/**
 * An amount as banks print it: 1.000.000 or 1,000,000.00 VND, with a sign in front or behind, or in brackets for less than nothing. Undefined for what is
 * no amount, so that it is never taken for nothing.
 */
export function readAmount(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined
  const [, bracket, sign, digits = '', signBehind] = /^(\()?\s*([+\-\u2212]?)\s*(.*?)\s*([+\-\u2212]?)\)?$/su.exec(
    textOf(cell)
      .replace(currency, '')
      .replace(/^(?:vnd|\u20ab)\s*/iu, ''),
  )!
  const value = readDigits(digits.replace(currency, ''))
  const isBelow = bracket !== undefined || /[-\u2212]/.test(sign! + signBehind!)
  return value === undefined ? undefined : isBelow && value !== 0 ? -value : value
}

function readDigits(digits: string): number | undefined {
  // Twenty digits and their signs: no account holds more.
  if (digits.length > 30) return undefined
  const [, mark] = grouped.exec(digits) ?? []
  if (mark !== undefined) {
    const [whole, fraction = '0'] = splitFraction(digits, mark)
    return Number(`${whole.replaceAll(/\D/g, '')}.${fraction}`)
  }
  return plain.test(digits) ? Number(digits.replace(',', '.')) : undefined
}

/** A fraction stands behind another sign than the groups. */
function splitFraction(digits: string, mark: string): [string, string?] {
  const other = mark === '.' ? ',' : mark === ',' ? '.' : digits.includes('.') ? '.' : ','
  return digits.split(other) as [string, string?]
}
