import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

export type AllocationRefusal = { code: 'total-not-whole' } | { code: 'weight-not-whole'; index: number } | { code: 'nothing-to-weigh-by' }

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

/**
 * Splits a total in proportion to weights so that the parts add up to exactly the total: everyone gets the whole part
 * of the exact share, the units left over go to the largest remainders, ties to the lower index.
 * Exact for whole numbers up to 2^53−1. Refuses no weights, and weights that are all zero.
 *
 * @param total whole, 0 … 2^53−1; keeps its brand, so đồng give đồng
 * @param weights whole, 0 … 2^53−1 each
 * @example allocate(100, [1, 1, 1]) // { ok: true, value: [34, 33, 33] }
 */
export function allocate<Amount extends number>(total: Amount, weights: readonly number[]): Outcome<Amount[], AllocationRefusal> {
  if (!isCount(total)) return refuse('total-not-whole')
  const bad = weights.findIndex((weight) => !isCount(weight))
  if (bad !== -1) return refuse('weight-not-whole', { index: bad })
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return refuse('nothing-to-weigh-by')

  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight)
    return { index, part: exact / whole, remainder: exact % whole }
  })
  let left = BigInt(total) - shares.reduce((sum, share) => sum + share.part, 0n)
  const byRemainder = shares.toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const share of byRemainder) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return done(shares.map((share) => Number(share.part) as Amount))
}
