import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { hasRole } from '../identity/rules.ts'
import { selectRegister } from './fact.store.ts'
import { cutRegister, indicatorsToday, viewOf, windowOf } from './figures.ts'
import type { Cut } from './figures.ts'
import { nameFigure } from './load-programme.ts'
import { requireReader } from './policy.ts'
import { selectPublished } from './programme.store.ts'
import type { PublishedFigure } from './programme.store.ts'
import type { FigureView, IndicatorId } from './rules.ts'
import { targetLines } from './target-lines.ts'
import type { TargetLine } from './target-lines.ts'

/** What a leader looks at before a meeting, in this order. */
const beforeAMeeting: readonly IndicatorId[] = ['valid', 'expiring', 'dossiers-open', 'sales', 'scans']
const besideThem: readonly IndicatorId[] = [
  'register',
  'renewal-in-window',
  'renewal-late',
  'renewal-under-way',
  'expired',
  'term-unknown',
  'potential-five',
  'awaiting-ministry',
  'producers',
  'dossiers-late',
  'doubts-open',
]

export type SteeringPage = {
  year: number
  figures: FigureView[]
  beside: FigureView[]
  targets: TargetLine[]
  cuts: Cut[]
  published: (PublishedFigure & { seriesName: string; indicatorName: string })[]
}

/** The five figures alone, for a leader's own desk; null for everybody else. */
export async function figuresBeforeAMeeting(ctx: Ctx): Promise<{ from: string; figures: FigureView[] } | null> {
  if (!hasRole(ctx.actor, 'leader')) return null
  const today = dateInVietnam(ctx.now)
  const from = `${today.slice(0, 4)}-01-01`
  const window = windowOf(ctx, { from, to: today })
  const all = await indicatorsToday(ctx)
  const five = beforeAMeeting.map((id) => all.find((indicator) => indicator.id === id)!)
  return { from, figures: await Promise.all(five.map(async (indicator) => viewOf(indicator, await indicator.rows(ctx.db, window)))) }
}

/** Five figures, targets against results, the register in every cut, and the published series beside it. */
export async function steeringPage(ctx: Ctx): Promise<SteeringPage> {
  requireReader(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const year = Number(today.slice(0, 4))
  const window = windowOf(ctx, { from: `${year}-01-01`, to: today })
  const all = await indicatorsToday(ctx)
  const views = await Promise.all(all.map(async (indicator) => viewOf(indicator, await indicator.rows(ctx.db, window))))
  const pick = (id: IndicatorId) => views.find((view) => view.id === id)!
  const published = await selectPublished(ctx.db)
  return {
    year,
    figures: beforeAMeeting.map(pick),
    beside: besideThem.map(pick),
    targets: await targetLines(ctx.db, published, today),
    cuts: cutRegister(await selectRegister(ctx.db)),
    published: published.map((figure) => ({ ...figure, ...nameFigure(figure) })),
  }
}
