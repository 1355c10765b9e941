/**
 * Adds whole numbers and decimal texts without rounding, and gives a decimal text with as many places as the most exact summand.
 * Anything that is not a plain decimal throws a RangeError.
 *
 * @example exactSum(['0.1', '0.20', 3n]) // '3.30'
 */
export function exactSum(values: readonly (string | number | bigint)[]): string {
  const parts = values.map((value) => {
    const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? []
    if (sign === undefined) throw new RangeError(`not a plain decimal: "${value}"`)
    return { sign: sign === '-' ? -1n : 1n, whole, fraction }
  })
  const places = Math.max(0, ...parts.map(({ fraction }) => fraction.length))
  const sum = parts.reduce((total, { sign, whole, fraction }) => total + sign * BigInt(whole + fraction.padEnd(places, '0')), 0n)
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return sum < 0n ? `-${text}` : text
}
