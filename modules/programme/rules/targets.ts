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

/** What published totals say of a period: the last total in it less the last total before it began. */
export type PublishedGrowth = { value: number; from: PublishedTotal; to: PublishedTotal }

export type Standing = 'reached' | 'running' | 'missed' | 'not-measured'

export type TargetVerdict = { standing: Standing; share: number | null }

/** Null where the series does not reach over the period's beginning, or has nothing later within it. */
export function publishedGrowth(totals: readonly PublishedTotal[], { periodFrom, periodTo }: Pick<Target, 'periodFrom' | 'periodTo'>): PublishedGrowth | null {
  const dated = totals
    .filter((total): total is PublishedTotal & { asOfDate: string } => total.asOfDate !== null && total.asOfDate <= periodTo)
    .toSorted((a, b) => a.asOfDate.localeCompare(b.asOfDate))
  const from = dated.findLast(({ asOfDate }) => asOfDate <= periodFrom)
  const to = dated.findLast(({ asOfDate }) => asOfDate > periodFrom)
  return from && to ? { value: to.value - from.value, from, to } : null
}

/**
 * The register names only products whose source was found, so its count is a lower bound: it can prove a target reached, never missed.
 * A published figure can do both; missed only when the period is over.
 */
export function judgeTarget(
  target: Pick<Target, 'valueFrom' | 'periodTo'>,
  { counted, published }: { counted: number | null; published: number | null },
  today: string,
): TargetVerdict {
  const known = Math.max(counted ?? 0, published ?? 0)
  const share = known / target.valueFrom
  if (known >= target.valueFrom) return { standing: 'reached', share }
  if (published === null) return { standing: 'not-measured', share: null }
  return { standing: today > target.periodTo ? 'missed' : 'running', share }
}
