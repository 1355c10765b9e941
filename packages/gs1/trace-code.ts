/** The code of a lot or product that has no GTIN yet, for addresses of the form `/t/{code}`. */
export type TraceCode = string & { readonly brand: 'TraceCode' }

/** Crockford's base 32: no I, L, O (taken for 1 and 0) and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 13 symbols carry 65 random bits: guessing finds nothing, and a million codes collide with a chance of 1 in 70 million. */
const symbols = 13

/**
 * Makes a code of 13 random symbols and one check symbol.
 *
 * @param randomBytes a source fit for secrets, giving `count` bytes: `(count) => crypto.getRandomValues(new Uint8Array(count))`
 * @example newTraceCode(() => new Uint8Array(13)) // '00000000000000'
 */
export function newTraceCode(randomBytes: (count: number) => Uint8Array): TraceCode {
  const values = Array.from(randomBytes(symbols), (byte) => byte & 31)
  if (values.length !== symbols) throw new RangeError(`${symbols} random bytes are needed`)
  return [...values, checkValue(values)].map((value) => alphabet[value]).join('') as TraceCode
}

/** Whether a text is a code exactly as we print it. @example isTraceCode('00000000000001') // false */
export function isTraceCode(text: string): text is TraceCode {
  const values = [...text].map((symbol) => alphabet.indexOf(symbol))
  return values.length === symbols + 1 && !values.includes(-1) && checkValue(values) === 0
}

/**
 * Reads a code as a person types it off a label: any case, with spaces, any dashes or a full stop, O for 0, I or L for 1.
 *
 * @example readTraceCode('ooooooo-ooooooo') // '00000000000000'
 */
export function readTraceCode(text: string): TraceCode | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return isTraceCode(code) ? code : undefined
}

/**
 * Damm's scheme over the field of 32 elements (modulus x⁵ + x² + 1): c ← 2·(c + d). It finds every single wrong symbol and every
 * exchange of two symbols, since 2 has order 31 and a code has 14 symbols. Appending the check value brings the sum to zero.
 */
function checkValue(values: readonly number[]): number {
  const double = (value: number) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)
  const last = values.length === symbols + 1 ? (values[symbols] ?? 0) : 0
  return values.slice(0, symbols).reduce((check, value) => double(check ^ value), 0) ^ last
}
