import { daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

type Lived = { madeOn: PlainDate; expiresOn: PlainDate | null }

/**
 * How much of its life goods still have, in whole per cent, never told as more than it is; null where nobody said until when they are good.
 *
 * @example lifeLeftPercent({ madeOn: '2026-11-01', expiresOn: '2026-11-11' }, '2026-11-05') // 60
 */
export function lifeLeftPercent({ madeOn, expiresOn }: Lived, today: PlainDate): number | null {
  if (expiresOn === null) return null
  const whole = daysBetween(madeOn, expiresOn)
  if (whole <= 0) return 0
  return Math.min(100, Math.max(0, Math.floor((daysBetween(today, expiresOn) * 100) / whole)))
}

/** What of some goods a shop would take: lots with enough of their life left; those without a day are promised to nobody. */
export const freshEnough = (lot: Lived, { today, least }: { today: PlainDate; least: number }): boolean =>
  (lifeLeftPercent(lot, today) ?? -1) >= least
