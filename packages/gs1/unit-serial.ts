/** A serial number (AI 21) that nobody can guess and that needs no row of its own: which unit of a lot it is, and a truncated keyed hash that says so. */
export type UnitSerial = string & { readonly brand: 'UnitSerial' }

/** HMAC-SHA-256 of a message under a key that only the issuer has; this package knows no key. */
export type Sign = (message: string) => Uint8Array

/** Crockford's base 32: no I, L, O (taken for 1 and 0) and no U. All of them stand in the character set of GS1 for AI 21. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const madeOfAlphabet = new RegExp(`^[${alphabet}]+$`)
const indexSymbols = 4
/** 12 symbols are 60 bits: whoever tries a million numbers a second meets one of a lot of 10,000 after two years. */
const tagSymbols = 12

/** So many units of one lot can have a number. */
export const mostUnits = 32 ** indexSymbols - 1

/**
 * The serial number of one unit: 16 symbols, AI 21 takes 20.
 *
 * @param scope what the units belong to, unique for ever: the trace code of a lot
 * @param index from 1 to {@link mostUnits}; anything else throws a RangeError
 * @example unitSerial('3MHWV3A6R5WVZN', 33, () => new Uint8Array(32)) // '0011000000000000'
 */
export function unitSerial(scope: string, index: number, sign: Sign): UnitSerial {
  if (!Number.isInteger(index) || index < 1 || index > mostUnits)
    throw new RangeError(`a unit has a number from 1 to ${mostUnits}, not ${index}`)
  return (symbolsOf(BigInt(index), indexSymbols) + tagOf(scope, index, sign)) as UnitSerial
}

/**
 * Which unit a serial number claims to be, as scanned or typed: any case, O for 0, I or L for 1. Whether it was given out says {@link isIssued}.
 *
 * @example readUnitSerial('oo11-oooo-oooo-oooo') // { index: 33, serial: '0011000000000000' }
 */
export function readUnitSerial(text: string): { index: number; serial: UnitSerial } | undefined {
  const serial = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (serial.length !== indexSymbols + tagSymbols || !madeOfAlphabet.test(serial)) return undefined
  let index = 0
  for (const symbol of serial.slice(0, indexSymbols)) index = index * 32 + alphabet.indexOf(symbol)
  return index === 0 ? undefined : { index, serial: serial as UnitSerial }
}

/**
 * Whether the holder of the key gave this number out for a unit of this scope. It takes as long for a number that is wrong at its first symbol as at its last.
 *
 * @example isIssued('3MHWV3A6R5WVZN', { index: 33, serial: '0011000000000000' }, () => new Uint8Array(32)) // true
 */
export function isIssued(scope: string, { index, serial }: { index: number; serial: UnitSerial }, sign: Sign): boolean {
  const expected = unitSerial(scope, index, sign)
  let difference = serial.length ^ expected.length
  for (let place = 0; place < expected.length; place += 1) difference |= serial.charCodeAt(place) ^ expected.charCodeAt(place)
  return difference === 0
}

function tagOf(scope: string, index: number, sign: Sign): string {
  const bytes = sign(`unit serial\n${scope}\n${index}`)
  if (bytes.length < 8) throw new RangeError('a hash of at least 8 bytes is needed')
  const first = bytes.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return symbolsOf(first >> 4n, tagSymbols)
}

const symbolsOf = (value: bigint, count: number): string =>
  Array.from({ length: count }, (_, place) => alphabet[Number((value >> BigInt(5 * (count - 1 - place))) & 31n)]).join('')
