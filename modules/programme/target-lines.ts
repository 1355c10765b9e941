import type { ReadDb } from '../context.ts'
import { selectCertificates } from './fact.store.ts'
import { formerProvinceOf } from './load-programme.ts'
import { selectTargets } from './programme.store.ts'
import type { PublishedFigure } from './programme.store.ts'
import { countRows, judgeTarget, publishedGrowth, publishedOutright, rowsOfSlice } from './rules.ts'
import type { Period, PublishedResult, RowSlice, Target, TargetVerdict } from './rules.ts'

/** What the register counts of a target, and where its rows open: the figure `recognised-first` of the period, cut by `slice`. */
export type Counted = { value: number; period: Period; slice: RowSlice | null }

export type TargetLine = { target: Target; counted: Counted | null; published: PublishedResult | null; verdict: TargetVerdict }

/** Every target beside what was published and what the register counts of it, on a day. */
export async function targetLines(db: ReadDb, published: readonly PublishedFigure[], today: string): Promise<TargetLine[]> {
  const targets = await selectTargets(db)
  return Promise.all(
    targets.map(async (target) => {
      const counted = await countedInRegister(db, target)
      const told = publishedFor(target, published)
      return { target, counted, published: told, verdict: judgeTarget(target, { counted: counted?.value ?? null, published: told }, today) }
    }),
  )
}

const newProducts = 'products-new'

function publishedFor(target: Target, published: readonly PublishedFigure[]): PublishedResult | null {
  const told = (indicator: string) => published.filter((figure) => figure.series === target.scope && figure.indicator === indicator)
  const outright = publishedOutright(told(target.indicator), target)
  return outright ?? (target.indicator === newProducts ? publishedGrowth(told('products'), target) : null)
}

/** Real first recognitions of the period that the register knows of; null where the target is about something else. */
async function countedInRegister(db: ReadDb, { indicator, scope, periodFrom, periodTo }: Target): Promise<Counted | null> {
  if (indicator !== newProducts) return null
  const period = { from: periodFrom, to: periodTo }
  // A series of a province that was merged counts what was made there; a series of today's province counts all.
  const province = formerProvinceOf(scope)
  const slice = province ? { column: 'formerProvince', key: province } : null
  const first = (await selectCertificates(db, period)).filter((row) => row.isFirst)
  return { value: countRows(rowsOfSlice(first, slice)).real, period, slice }
}
