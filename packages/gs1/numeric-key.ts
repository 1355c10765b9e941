import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { checkDigit, hasCheckDigit } from './check-digit.ts'
import type { Gtin } from './gtin.ts'

/** A Global Location Number: 13 digits, check digit right. */
export type Gln = string & { readonly brand: 'Gln' }

/** A Serial Shipping Container Code: 18 digits, check digit right. */
export type Sscc = string & { readonly brand: 'Sscc' }

/**
 * The company prefix that GS1 gave out to somebody, 6 to 12 digits. Numbers are made of nothing else, and a {@link TraceCode} is none: whoever has no
 * prefix of its own prints no GS1 number.
 */
export type CompanyPrefix = string & { readonly brand: 'CompanyPrefix' }

export type KeyRefusal =
  | { code: 'key-not-digits' }
  | { code: 'key-length'; expected: number; length: number }
  | { code: 'key-check-digit'; given: number; expected: number }

export type MakeRefusal = { code: 'reference-not-digits' } | { code: 'reference-length'; expected: number; length: number }

function parseKey(text: string, expected: number): Outcome<string, KeyRefusal> {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('key-not-digits')
  if (digits.length !== expected) return refuse('key-length', { expected, length: digits.length })
  const right = checkDigit(digits.slice(0, -1))
  const given = Number(digits.at(-1))
  return given === right ? done(digits) : refuse('key-check-digit', { given, expected: right })
}

/**
 * Reads a GLN as people type it, spaces and hyphens allowed. Source: GS1 General Specifications, section 3.7.
 *
 * @example parseGln('893850 123456 8') // { ok: true, value: '8938501234568' }
 * @example parseGln('8938501234567') // { ok: false, refusal: { code: 'key-check-digit', given: 7, expected: 8 } }
 */
export function parseGln(text: string): Outcome<Gln, KeyRefusal> {
  return parseKey(text, 13) as Outcome<Gln, KeyRefusal>
}

/** Whether a text is a GLN as it is encoded. @example isGln('8938501234568') // true */
export function isGln(text: string): text is Gln {
  return text.length === 13 && hasCheckDigit(text)
}

/**
 * Reads an SSCC as people type it, spaces and hyphens allowed. Source: GS1 General Specifications, section 3.3.1.
 *
 * @example parseSscc('0 0614141 123456789 0') // { ok: true, value: '006141411234567890' }
 */
export function parseSscc(text: string): Outcome<Sscc, KeyRefusal> {
  return parseKey(text, 18) as Outcome<Sscc, KeyRefusal>
}

/** Whether a text is an SSCC as it is encoded. @example isSscc('006141411234567890') // true */
export function isSscc(text: string): text is Sscc {
  return text.length === 18 && hasCheckDigit(text)
}

/**
 * Reads the company prefix as it stands on the certificate of GS1. Only its form can be checked here; that it was given out says the certificate.
 *
 * @example parseCompanyPrefix('893 8501') // { ok: true, value: '8938501' }
 * @example parseCompanyPrefix('893') // { ok: false, refusal: { code: 'prefix-length', length: 3 } }
 */
export function parseCompanyPrefix(
  text: string,
): Outcome<CompanyPrefix, { code: 'prefix-not-digits' } | { code: 'prefix-length'; length: number }> {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('prefix-not-digits')
  return digits.length >= 6 && digits.length <= 12 ? done(digits as CompanyPrefix) : refuse('prefix-length', { length: digits.length })
}

function makeKey(before: string, prefix: CompanyPrefix, reference: string, total: number): Outcome<string, MakeRefusal> {
  const expected = total - 1 - before.length - prefix.length
  if (!/^\d*$/.test(reference)) return refuse('reference-not-digits')
  if (reference.length !== expected) return refuse('reference-length', { expected, length: reference.length })
  const body = before + prefix + reference
  return done(`${body}${checkDigit(body)}`)
}

/**
 * Makes the GTIN of an item, in 14 digits. Prefix and item number fill 12 digits together; the indicator (1 to 8) tells packs of the same item, 0 is the
 * item itself. Source: GS1 General Specifications, sections 2.1 and 3.3.2.
 *
 * @example const prefix = parseCompanyPrefix('8938501')
 * if (prefix.ok) makeGtin(prefix.value, '23456') // { ok: true, value: '08938501234568' }
 */
export function makeGtin(
  prefix: CompanyPrefix,
  item: string,
  indicator: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 = 0,
): Outcome<Gtin, MakeRefusal> {
  return makeKey(String(indicator), prefix, item, 14) as Outcome<Gtin, MakeRefusal>
}

/**
 * Makes the GLN of a place or party. Prefix and number fill 12 digits together. Source: GS1 General Specifications, section 3.7.
 *
 * @example const prefix = parseCompanyPrefix('8938501')
 * if (prefix.ok) makeGln(prefix.value, '23456') // { ok: true, value: '8938501234568' }
 */
export function makeGln(prefix: CompanyPrefix, place: string): Outcome<Gln, MakeRefusal> {
  return makeKey('', prefix, place, 13) as Outcome<Gln, MakeRefusal>
}

/**
 * Makes the SSCC of a parcel or pallet. The extension digit is free to choose; prefix and serial number fill 16 digits together.
 * Source: GS1 General Specifications, section 3.3.1.
 *
 * @example const prefix = parseCompanyPrefix('0614141')
 * if (prefix.ok) makeSscc(prefix.value, '123456789') // { ok: true, value: '006141411234567890' }
 */
export function makeSscc(
  prefix: CompanyPrefix,
  serial: string,
  extension: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 = 0,
): Outcome<Sscc, MakeRefusal> {
  return makeKey(String(extension), prefix, serial, 18) as Outcome<Sscc, MakeRefusal>
}
