import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { checkDigit, hasCheckDigit } from './check-digit.ts'

/** A Global Trade Item Number in its 14-digit form, check digit right. */
export type Gtin = string & { readonly brand: 'Gtin' }

export type GtinRefusal =
  | { code: 'gtin-not-digits' }
  | { code: 'gtin-length'; length: number }
  | { code: 'gtin-check-digit'; given: number; expected: number }
  | { code: 'gtin-restricted' }

// GS1 General Specifications, section 1.4: prefixes that no company can own, given as the first digits of the 13-digit form.
const restricted = /^(02|04|05|2|98|99)/

/**
 * Reads a GTIN-8, -12, -13 or -14 as people type it (spaces and hyphens allowed) and gives its 14-digit form.
 * Refuses numbers that may only circulate inside one shop or country (prefix 2 and the like): they identify nothing worldwide.
 *
 * @example parseGtin('893 850123456 8') // { ok: true, value: '08938501234568' }
 * @example parseGtin('8938501234567')   // { ok: false, refusal: { code: 'gtin-check-digit', given: 7, expected: 8 } }
 */
export function parseGtin(text: string): Outcome<Gtin, GtinRefusal> {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('gtin-not-digits')
  if (![8, 12, 13, 14].includes(digits.length)) return refuse('gtin-length', { length: digits.length })
  const expected = checkDigit(digits.slice(0, -1))
  const given = Number(digits.at(-1))
  if (given !== expected) return refuse('gtin-check-digit', { given, expected })
  const gtin = digits.padStart(14, '0')
  const isShort = gtin.startsWith('000000')
  if (isShort ? /^[02]/.test(gtin.slice(6)) : restricted.test(gtin.slice(1))) return refuse('gtin-restricted')
  return done(gtin as Gtin)
}

/** Whether a text is a GTIN in 14 digits with the right check digit, whoever owns it. @example isGtin('08938501234568') // true */
export function isGtin(text: string): text is Gtin {
  return text.length === 14 && hasCheckDigit(text)
}

/** The form printed under the bars: GTIN-8, -12, -13 or -14 without filling zeros. @example formatGtin('08938501234568') // '8938501234568' */
export function formatGtin(gtin: Gtin): string {
  const length = [8, 12, 13].find((short) => /^0*$/.test(gtin.slice(0, 14 - short))) ?? 14
  return gtin.slice(14 - length)
}

/** Whether GS1 Vietnam (prefix 893) gave the number out. It does not say where the goods were made. @example isVietnamese('08938501234568') // true */
export function isVietnamese(gtin: Gtin): boolean {
  return gtin.slice(1, 4) === '893'
}
