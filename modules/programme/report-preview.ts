import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { indicatorsToday, viewOf, windowOf } from './figures.ts'
import type { Indicator } from './indicators.ts'
import { requireReader } from './policy.ts'
import { selectPublished, selectReports } from './programme.store.ts'
import type { KeptReport } from './programme.store.ts'
import { changesSince, periodFault } from './rules.ts'
import type { Change, FactRow, FigureView, Period, PeriodFault } from './rules.ts'
import { targetLines } from './target-lines.ts'
import type { TargetLine } from './target-lines.ts'

export const periodInput = z.object({ from: z.string().trim(), to: z.string().trim() })

export type ReportRefusal = { code: 'period-wrong'; fault: PeriodFault }

export type ReportedFigure = { indicator: Indicator; figure: FigureView; rows: FactRow[] }

export type ReportPreview = Period & {
  figures: ReportedFigure[]
  /** Every target with the result known today, those of other periods too: few are set, and a report stands between them. */
  targets: TargetLine[]
  /** The report before this one, and what is different now. */
  before: Pick<KeptReport, 'from' | 'to' | 'producedAt'> | null
  changes: (Change & { name: string })[]
  producedAt: Date
}

/** Everything that the report of a period will say, before it is produced. */
export function previewReport(ctx: Ctx, period: Period): Promise<Outcome<ReportPreview, ReportRefusal>> {
  requireReader(ctx.actor)
  return composeReport(ctx, period)
}

/** The same for somebody who was found to be allowed to read it. */
export async function composeReport(ctx: Ctx, period: Period): Promise<Outcome<ReportPreview, ReportRefusal>> {
  const fault = periodFault(period, dateInVietnam(ctx.now))
  if (fault) return refuse('period-wrong', { fault })
  const window = windowOf(ctx, period)
  const figures = await Promise.all(
    (await indicatorsToday(ctx)).map(async (indicator) => {
      const rows = await indicator.rows(ctx.db, window)
      return { indicator, figure: viewOf(indicator, rows), rows }
    }),
  )
  const [before] = await selectReports(ctx.db)
  const nameOf = new Map(figures.map(({ figure }) => [figure.id, figure.name]))
  return done({
    ...period,
    figures,
    targets: await targetLines(ctx.db, await selectPublished(ctx.db), window.today),
    before: before ?? null,
    changes: changesSince(
      before?.figures ?? [],
      figures.map(({ figure }) => figure),
    ).map((change) => ({ ...change, name: nameOf.get(change.id)! })),
    producedAt: ctx.now,
  })
}
