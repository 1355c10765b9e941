import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** A batch or lot number, AI (10). */
export type LotNumber = string & { readonly brand: 'LotNumber' }
/** A serial number, AI (21). */
export type SerialNumber = string & { readonly brand: 'SerialNumber' }

export type ElementRefusal =
  | { code: 'element-empty' }
  | { code: 'element-too-long'; limit: number; length: number }
  | { code: 'element-characters'; character: string }

const set82 = /[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/

/** Both are X..20 in the GS1 General Specifications, sections 3.4.1 and 3.4.4. */
const limit = 20

/**
 * Checks a value against GS1 AI encodable character set 82 (no spaces, no Vietnamese letters) and a length.
 * Source: GS1 General Specifications, section 7.11, figure 7.11-1.
 */
export function checkSet82(text: string, longest: number): Outcome<string, ElementRefusal> {
  if (text === '') return refuse('element-empty')
  const foreign = [...text].find((character) => !set82.test(character))
  if (foreign !== undefined) return refuse('element-characters', { character: foreign })
  if (text.length > longest) return refuse('element-too-long', { limit: longest, length: text.length })
  return done(text)
}

/**
 * Reads a lot number as it will be printed and encoded: 1 to 20 characters of set 82, kept as typed.
 *
 * @example parseLot('DS-2611/A') // { ok: true, value: 'DS-2611/A' }
 * @example parseLot('Lô 1')      // { ok: false, refusal: { code: 'element-characters', character: 'ô' } }
 */
export function parseLot(text: string): Outcome<LotNumber, ElementRefusal> {
  return checkSet82(text, limit) as Outcome<LotNumber, ElementRefusal>
}

/** Reads a serial number, under the same rule as a lot number. @example parseSerial('000123') // { ok: true, value: '000123' } */
export function parseSerial(text: string): Outcome<SerialNumber, ElementRefusal> {
  return checkSet82(text, limit) as Outcome<SerialNumber, ElementRefusal>
}
