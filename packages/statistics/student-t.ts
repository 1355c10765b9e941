/** The point under which 97.5 % of the normal distribution lie. */
const z = 1.959963984540054
/** From here the series in 1/n is nearer than a double shows; below it the sum is short. */
const manyDegrees = 200

/**
 * The t between whose two signs 95 % of Student's distribution lie, to ten decimals and better.
 *
 * @param degrees of freedom, whole, 1 or more
 * @throws RangeError for less than one degree of freedom.
 * @example Number(studentT(9).toFixed(6)) // 2.262157
 */
export function studentT(degrees: number): number {
  if (!Number.isSafeInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} is not a number of degrees of freedom`)
  if (degrees > manyDegrees) return byNormal(degrees)
  let [low, high] = [0, Math.PI / 2]
  // Each step halves the angle; after sixty a double has no bits left to halve.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (within(middle, degrees) < 0.95) low = middle
    else high = middle
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2)
}

/** The share of the distribution between −t and t, t = √degrees · tan(angle): Abramowitz and Stegun 26.7.3 and 26.7.4. */
function within(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const odd = degrees % 2 === 1
  let term = odd ? cosine : 1
  let sum = degrees === 1 ? 0 : term
  for (let power = odd ? 3 : 2; power <= degrees - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine
    sum += term
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}

/** Abramowitz and Stegun 26.7.5. */
function byNormal(n: number): number {
  const [z2, z3] = [z ** 2, z ** 3]
  return (
    z +
    (z3 + z) / (4 * n) +
    (z3 * (5 * z2 + 16) + 3 * z) / (96 * n ** 2) +
    (z3 * (3 * z2 ** 2 + 19 * z2 + 17) - 15 * z) / (384 * n ** 3) +
    (z3 * (79 * z2 ** 3 + 776 * z2 ** 2 + 1482 * z2 - 1920) - 945 * z) / (92_160 * n ** 4)
  )
}
