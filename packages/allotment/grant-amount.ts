import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dong, readDecimal } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

/** A support by a norm: so many percent of what counts, at most so much. `alreadyForSame`: what was paid for the same content before. */
export type Grant = { percent: number | string; cap: number | null; eligible: number; alreadyForSame: number }

export type GrantRefusal =
  | { code: 'percent-not-between-0-and-100' }
  | { code: 'not-whole-dong'; field: 'cap' | 'eligible' | 'alreadyForSame' }

const isDong = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0

/**
 * What is paid: the least of percent and cap, rounded down to whole đồng, less what was paid for the same, never below nothing: one content is never
 * settled twice (Thông tư 60/2026/TT-BTC, article 2.3b). Computed on the percentage as it is written.
 *
 * @param grant amounts in whole đồng; `cap` null where the norm has none; the percentage from 0 to 100 as a number or as digits with a point
 * @example grantAmount({ percent: 50, cap: 200_000_000, eligible: 500_000_000, alreadyForSame: 30_000_000 }) // { ok: true, value: 170000000 }
 */
export function grantAmount({ percent, cap, eligible, alreadyForSame }: Grant): Outcome<Dong, GrantRefusal> {
  const share = readDecimal(percent)
  if (share === undefined || share.units < 0n || share.units > 100n * 10n ** BigInt(share.scale))
    return refuse('percent-not-between-0-and-100')
  for (const [field, amount] of Object.entries({ cap: cap ?? 0, eligible, alreadyForSame }))
    if (!isDong(amount)) return refuse('not-whole-dong', { field: field as 'cap' | 'eligible' | 'alreadyForSame' })
  const byPercent = Number((BigInt(eligible) * share.units) / (100n * 10n ** BigInt(share.scale)))
  return done(dong(Math.max(0, Math.min(byPercent, cap ?? byPercent) - alreadyForSame)))
}
