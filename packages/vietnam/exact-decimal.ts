/** A decimal number as it was written, exactly: `units` / 10^`scale`. */
export type ExactDecimal = { units: bigint; scale: number }

/** Whatever a double can say has fewer; a longer text is no figure that somebody means. */
const mostDigits = 400

/**
 * Reads a decimal number as it was written, so that a third of a đồng never turns a sum: 33.3 is 333 tenths and not the double beside it. Takes a
 * number (as JavaScript prints it) or digits with a point; undefined for what is neither, also for Infinity.
 *
 * @example readDecimal('33.30') // { units: 3330n, scale: 2 }
 */
export function readDecimal(written: number | string): ExactDecimal | undefined {
  const text = String(written)
  if (text.length > mostDigits) return undefined
  const [, whole, fraction = '', exponent = '0'] = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/.exec(text) ?? []
  if (whole === undefined) return undefined
  const units = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

/**
 * Whole numbers of one size: all of them as so many parts of the finest among them, so that they add up and compare exactly.
 *
 * @example toOneScale([{ units: 5n, scale: 1 }, { units: 25n, scale: 2 }]) // { units: [50n, 25n], scale: 2 }
 */
export function toOneScale(numbers: readonly ExactDecimal[]): { units: bigint[]; scale: number } {
  const scale = numbers.reduce((finest, number) => Math.max(finest, number.scale), 0)
  return { units: numbers.map((number) => number.units * 10n ** BigInt(scale - number.scale)), scale }
}
