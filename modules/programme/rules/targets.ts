import { daysBetween } from '@dacsan/vietnam'

/** What was promised: `valueTo` where the promise is a range ("5–7 sản phẩm"). */
export type Target = {
  id: string
  /** What was promised, in a sentence; `note` is what a reader must know of the source beside it. */
  title: string
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

export type PublishedTotal = { asOf: string; asOfDate: string | null; value: number; sourceUrl: string | null }

/** What was published of a period: told as such, or the last total in it less the total at its beginning (`from`). */
export type PublishedResult = { value: number; from: PublishedTotal | null; to: PublishedTotal; reachesEnd: boolean }

/** How far a target is, as far as counts can prove it. */
export type TargetProgress = 'reached' | 'running' | 'missed' | 'not-measured'

export type TargetVerdict = { progress: TargetProgress; share: number | null }

/** A total told "for" a day was counted some weeks around it. */
const nearDays = 45

type TargetPeriod = Pick<Target, 'periodFrom' | 'periodTo'>
type Dated<Figure> = Figure & { asOfDate: string }

const within = <Figure extends PublishedTotal>(figures: readonly Figure[], lastDay: string) =>
  figures
    .filter((figure): figure is Dated<Figure> => figure.asOfDate !== null && figure.asOfDate <= lastDay)
    .toSorted((a, b) => a.asOfDate.localeCompare(b.asOfDate))

const reaches = (asOfDate: string, periodTo: string) => daysBetween(asOfDate, periodTo) <= nearDays

/** Null where no total stands at the period's beginning, or nothing later within it. */
export function publishedGrowth(totals: readonly PublishedTotal[], { periodFrom, periodTo }: TargetPeriod): PublishedResult | null {
  const dated = within(totals, periodTo)
  const from = dated.findLast(({ asOfDate }) => asOfDate <= periodFrom)
  const to = dated.findLast(({ asOfDate }) => asOfDate > periodFrom)
  if (!from || !to || daysBetween(from.asOfDate, periodFrom) > nearDays) return null
  return { value: to.value - from.value, from, to, reachesEnd: reaches(to.asOfDate, periodTo) }
}

/** The latest result that was told for the period itself, from its first day on; null where none was. */
export function publishedOutright(
  results: readonly (PublishedTotal & { since: string | null })[],
  { periodFrom, periodTo }: TargetPeriod,
): PublishedResult | null {
  const to = within(results, periodTo).findLast(({ since }) => since === periodFrom)
  return to ? { value: to.value, from: null, to, reachesEnd: reaches(to.asOfDate, periodTo) } : null
}

/**
 * The register names only products whose source was found, and a series may end before the period does: such counts are lower bounds, which
 * can prove a target reached, never missed. Missed is only what a total at the period's end shows, once the period is over.
 */
export function judgeTarget(
  target: Pick<Target, 'valueFrom' | 'periodTo'>,
  { counted, published }: { counted: number | null; published: Pick<PublishedResult, 'value' | 'reachesEnd'> | null },
  today: string,
): TargetVerdict {
  const known = Math.max(counted ?? 0, published?.value ?? 0)
  const share = known / target.valueFrom
  if (known >= target.valueFrom) return { progress: 'reached', share }
  if (today <= target.periodTo && published) return { progress: 'running', share }
  return published?.reachesEnd ? { progress: 'missed', share } : { progress: 'not-measured', share: null }
}
