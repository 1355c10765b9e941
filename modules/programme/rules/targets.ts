import { daysBetween } from '@dacsan/vietnam'

/** What was promised: `valueTo` where the promise is a range ("5–7 sản phẩm"). */
export type Target = {
  id: string
  indicator: string
  scope: string
  periodFrom: string
  periodTo: string
  valueFrom: number
  valueTo: number | null
  unit: string
  instrument: string | null
  sourceUrl: string | null
  certainty: string
  note: string | null
}

export type PublishedTotal = { asOf: string; asOfDate: string | null; value: number }

/** What published totals say of a period: the last total in it less the total at its beginning. */
export type PublishedGrowth = { value: number; from: PublishedTotal; to: PublishedTotal; reachesEnd: boolean }

export type Standing = 'reached' | 'running' | 'missed' | 'not-measured'

export type TargetVerdict = { standing: Standing; share: number | null }

/** A total told "for" a day was counted some weeks around it. */
const nearDays = 45

/** Null where no total stands at the period's beginning, or nothing later within it. */
export function publishedGrowth(
  totals: readonly PublishedTotal[],
  { periodFrom, periodTo }: Pick<Target, 'periodFrom' | 'periodTo'>,
): PublishedGrowth | null {
  const dated = totals
    .filter((total): total is PublishedTotal & { asOfDate: string } => total.asOfDate !== null && total.asOfDate <= periodTo)
    .toSorted((a, b) => a.asOfDate.localeCompare(b.asOfDate))
  const from = dated.findLast(({ asOfDate }) => asOfDate <= periodFrom)
  const to = dated.findLast(({ asOfDate }) => asOfDate > periodFrom)
  if (!from || !to || daysBetween(from.asOfDate, periodFrom) > nearDays) return null
  return { value: to.value - from.value, from, to, reachesEnd: daysBetween(to.asOfDate, periodTo) <= nearDays }
}

/**
 * The register names only products whose source was found, and a series may end before the period does: such counts are lower bounds, which
 * can prove a target reached, never missed. Missed is only what a total at the period's end shows, once the period is over.
 */
export function judgeTarget(
  target: Pick<Target, 'valueFrom' | 'periodTo'>,
  { counted, published }: { counted: number | null; published: Pick<PublishedGrowth, 'value' | 'reachesEnd'> | null },
  today: string,
): TargetVerdict {
  const known = Math.max(counted ?? 0, published?.value ?? 0)
  const share = known / target.valueFrom
  if (known >= target.valueFrom) return { standing: 'reached', share }
  if (today <= target.periodTo && published) return { standing: 'running', share }
  return published?.reachesEnd ? { standing: 'missed', share } : { standing: 'not-measured', share: null }
}
