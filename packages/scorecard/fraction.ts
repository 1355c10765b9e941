/** An exact average: points of all sheets over the number of sheets. Both are whole; the denominator is at least 1. */
export type Fraction = { numerator: number; denominator: number }

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/**
 * A fraction rounded half up to two decimals, for reading only: a decision never uses it.
 *
 * @example formatHundredths({ numerator: 14069, denominator: 201 }) // '70.00'
 */
export function formatHundredths({ numerator, denominator }: Fraction): string {
  const hundredths = Math.floor((200 * numerator + denominator) / (2 * denominator))
  return `${Math.floor(hundredths / 100)}.${(hundredths % 100).toString().padStart(2, '0')}`
}

/**
 * A fraction in lowest terms, to show beside a rounded figure that would mislead.
 *
 * @example formatFraction({ numerator: 28138, denominator: 402 }) // '14069/201'
 */
export function formatFraction({ numerator, denominator }: Fraction): string {
  const divisor = greatestDivisor(numerator, denominator)
  return denominator === divisor ? `${numerator / divisor}` : `${numerator / divisor}/${denominator / divisor}`
}
