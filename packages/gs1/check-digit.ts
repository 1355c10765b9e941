/**
 * The last digit of every numeric GS1 key: digits weighted 3 and 1 from the right, filled up to the next ten.
 * Source: GS1 General Specifications, section 7.9.1.
 *
 * @param digits the key without its check digit; anything else than digits throws a RangeError
 * @example checkDigit('893850123456') // 8
 */
export function checkDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError('a GS1 key has digits only')
  const sum = [...digits].toReversed().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** Whether the last digit of a numeric key is the right one. @example hasCheckDigit('8938501234568') // true */
export function hasCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === Number(digits.at(-1))
}
