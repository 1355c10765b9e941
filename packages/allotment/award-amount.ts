import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dong, readDecimal } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

export type AwardRefusal = { code: 'base-not-whole-dong' } | { code: 'coefficient-not-a-number' } | { code: 'award-too-large' }

const step = 10_000n

/**
 * The money that goes with a commendation: the base salary of the day of the decision × the coefficient of the award, for a collective twice what a
 * person gets, rounded up to 10,000 đồng (the law on emulation and commendation and its decree). Computed on the coefficient as it is written.
 *
 * @param base whole đồng
 * @param coefficient 0 or more, as a number or as digits with a point
 * @example awardAmount(2_340_000, 1.5, true) // { ok: true, value: 7020000 }
 */
export function awardAmount(base: number, coefficient: number | string, collective: boolean): Outcome<Dong, AwardRefusal> {
  if (!Number.isSafeInteger(base) || base < 0) return refuse('base-not-whole-dong')
  const factor = readDecimal(coefficient)
  if (factor === undefined || factor.units < 0n) return refuse('coefficient-not-a-number')
  const stepUnits = step * 10n ** BigInt(factor.scale)
  const exact = BigInt(base) * factor.units * (collective ? 2n : 1n)
  const amount = ((exact + stepUnits - 1n) / stepUnits) * step
  return amount > BigInt(Number.MAX_SAFE_INTEGER) ? refuse('award-too-large') : done(dong(Number(amount)))
}
