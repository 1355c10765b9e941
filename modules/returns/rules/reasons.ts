import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** Why goods may go back: `days` after they were handed over, null without an end, 0 not at all; what is `always` open no seller closes. */
export type Reason = { key: string; says: string; days: number | null; always: boolean }
/** What one seller takes back, beyond the platform. */
export type Offer = readonly { key: string; days: number }[]

/** What holds for the goods of a seller: the rule of the platform, and more days where the seller gives more. */
export function reasonsOf(rule: readonly Reason[], offer: Offer): Reason[] {
  return rule.map((reason) => {
    const own = offer.find(({ key }) => key === reason.key)
    return own === undefined || reason.always || reason.days === null ? reason : { ...reason, days: Math.max(reason.days, own.days) }
  })
}

/** The last day on which somebody may ask for this reason; null where there is no end, undefined where it is closed. */
export function lastDayOf({ days }: Pick<Reason, 'days'>, handedOverAt: Date): PlainDate | null | undefined {
  if (days === null) return null
  return days === 0 ? undefined : addDays(dateInVietnam(handedOverAt), days)
}

export type OpenReason = Reason & { until: PlainDate | null }

/** The reasons for which goods that were handed over then may go back now. */
export function openReasons(reasons: readonly Reason[], { handedOverAt, now }: { handedOverAt: Date; now: Date }): OpenReason[] {
  const today = dateInVietnam(now)
  return reasons.flatMap((reason) => {
    const until = lastDayOf(reason, handedOverAt)
    return until === undefined || (until !== null && until < today) ? [] : [{ ...reason, until }]
  })
}
