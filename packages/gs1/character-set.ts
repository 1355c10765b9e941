import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** A batch or lot number, AI (10). */
export type LotNumber = string & { readonly brand: 'LotNumber' }
/** A serial number, AI (21). */
export type SerialNumber = string & { readonly brand: 'SerialNumber' }

export type TextRefusal =
  | { code: 'element-empty' }
  | { code: 'element-too-long'; limit: number; length: number }
  | { code: 'element-characters'; character: string; position: number }

/** The sets of the GS1 General Specifications, section 7.11: digits, set 82, set 39 and set 64 (file-safe base64). */
export type CharacterSet = 'N' | 'X' | 'Y' | 'Z'

const digits = '0123456789'
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const lower = upper.toLowerCase()

/** The characters of set 82 in the order of their values for check characters. Source: GS1 General Specifications, figure 7.11-1. */
export const set82 = `!"%&'()*+,-./${digits}:;<=>?${upper}_${lower}`

const members: Record<CharacterSet, string> = {
  N: digits,
  X: set82,
  Y: `#-/${digits}${upper}`,
  Z: `${upper}${lower}${digits}-_=`,
}

/** One bit for each set that a character belongs to, by its code. */
export type CharacterBits = { of(set: CharacterSet): number; byCode: Uint8Array }

export const characterBits: CharacterBits = /* @__PURE__ */ bitsOfCharacters()

function bitsOfCharacters(): CharacterBits {
  const sets = Object.keys(members) as CharacterSet[]
  const of = (set: CharacterSet) => 1 << sets.indexOf(set)
  const byCode = new Uint8Array(128)
  for (const set of sets) for (const character of members[set]) byCode[character.charCodeAt(0)]! |= of(set)
  return { of, byCode }
}

/** The first place between two offsets whose character is not of the sets in `bits`, or -1. */
export function foreignPlace(text: string, from: number, to: number, bits: number): number {
  const { byCode } = characterBits
  for (let place = from; place < to; place += 1) {
    const code = text.charCodeAt(place)
    if (code > 127 || (byCode[code]! & bits) === 0) return place
  }
  return -1
}

/** Both are X..20 in the GS1 General Specifications, sections 3.4.1 and 3.4.4. */
const limit = 20

function checkSet82(text: string): Outcome<string, TextRefusal> {
  if (text === '') return refuse('element-empty')
  const position = foreignPlace(text, 0, text.length, characterBits.of('X'))
  if (position >= 0) return refuse('element-characters', { character: characterAt(text, position), position })
  if (text.length > limit) return refuse('element-too-long', { limit, length: text.length })
  return done(text)
}

/** The whole character at a place, where a letter beyond the first 65,536 takes two units. */
export function characterAt(text: string, place: number): string {
  return String.fromCodePoint(text.codePointAt(place) ?? 0)
}

/**
 * Reads a lot number as it will be printed and encoded: 1 to 20 characters of set 82 (no spaces, no Vietnamese letters), kept as typed.
 * Source: GS1 General Specifications, sections 3.4.1 and 7.11.
 *
 * @example parseLot('DS-2611/A') // { ok: true, value: 'DS-2611/A' }
 * @example parseLot('Lô 1') // { ok: false, refusal: { code: 'element-characters', character: 'ô', position: 1 } }
 */
export function parseLot(text: string): Outcome<LotNumber, TextRefusal> {
  return checkSet82(text) as Outcome<LotNumber, TextRefusal>
}

/** Reads a serial number, under the same rule as a lot number. @example parseSerial('000123') // { ok: true, value: '000123' } */
export function parseSerial(text: string): Outcome<SerialNumber, TextRefusal> {
  return checkSet82(text) as Outcome<SerialNumber, TextRefusal>
}
