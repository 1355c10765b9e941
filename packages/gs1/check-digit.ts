/**
 * The last digit of every numeric GS1 key: digits weighted 3 and 1 from the right, filled up to the next ten.
 * Source: GS1 General Specifications, section 7.9.1.
 *
 * @param digits the key without its check digit; anything else than digits throws a RangeError
 * @example checkDigit('893850123456') // 8
 */
export function checkDigit(digits: string): number {
  if (!/^\d+$/.test(digits)) throw new RangeError('a GS1 key has digits only')
  return sumUpToTen(digits, digits.length)
}

/** Whether the last digit of a numeric key is the right one. @example hasCheckDigit('8938501234568') // true */
export function hasCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && endsRight(digits)
}

/** The same of a text that is known to be of digits: a scan asks this most of all. */
export function endsRight(digits: string): boolean {
  const last = digits.length - 1
  return sumUpToTen(digits, last) === digits.charCodeAt(last) - 48
}

function sumUpToTen(digits: string, length: number): number {
  let sum = 0
  for (let place = length - 1, weight = 3; place >= 0; place -= 1, weight = 4 - weight) sum += (digits.charCodeAt(place) - 48) * weight
  return (10 - (sum % 10)) % 10
}
