import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readCode } from './read-code.ts'

/**
 * What a tax code says of its owner. `unit`: ten digits, the last one a check; also the business code of a firm or cooperative. `branch`: thirteen,
 * a unit and one of its branches. `person`: the twelve digits of a personal identity number, which since 1 July 2025 is the tax code of persons
 * and households (Thông tư 86/2024/TT-BTC).
 */
export type TaxCode = { kind: 'unit' | 'branch' | 'person'; code: string }
export type TaxCodeRefusal =
  | { code: 'tax-code-not-digits' }
  | { code: 'tax-code-length'; length: number }
  | { code: 'tax-code-check-digit' }

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** The tenth digit of a tax code; ten, which is no digit, where the nine before it were never given to anybody. */
const checkOf = (digits: string): number => 10 - (weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11)

/**
 * A tax code as people write it, with dots, blanks and dashes. A personal identity number has no check digit: its first three digits name one of the
 * 63 provinces of before 2025 (001 to 096), the fourth the century of birth.
 *
 * @example readTaxCode('0314409058-002') // { ok: true, value: { kind: 'branch', code: '0314409058002' } }
 */
export function readTaxCode(text: string): Outcome<TaxCode, TaxCodeRefusal> {
  const code = readCode(text).replaceAll(/[\s.-]/g, '')
  if (!/^\d+$/.test(code)) return refuse('tax-code-not-digits')
  if (code.length === 12) return isIdentityNumber(code) ? done({ kind: 'person', code }) : refuse('tax-code-check-digit')
  if (code.length !== 10 && code.length !== 13) return refuse('tax-code-length', { length: code.length })
  const isGiven = code.slice(2, 9) !== '0000000' && !(code.length === 13 && code.endsWith('000'))
  if (!isGiven || checkOf(code) !== Number(code[9])) return refuse('tax-code-check-digit')
  return done({ kind: code.length === 10 ? 'unit' : 'branch', code })
}

function isIdentityNumber(code: string): boolean {
  const province = Number(code.slice(0, 3))
  return province >= 1 && province <= 96 && Number(code[3]) <= 3
}
