import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { cutRegister, indicatorsToday, viewOf, windowOf } from './figures.ts'
import type { Cut } from './figures.ts'
import { requireReader } from './policy.ts'
import { selectCertificates, selectRegister } from './fact.store.ts'
import { selectPublished, selectTargets } from './programme.store.ts'
import type { PublishedFigure } from './programme.store.ts'
import { countRows, judgeTarget, publishedGrowth } from './rules.ts'
import type { FigureView, PublishedGrowth, Target, TargetVerdict } from './rules.ts'

/** What a leader looks at before a meeting, in this order. */
const beforeAMeeting = ['valid', 'expiring', 'dossiers-open', 'sales', 'scans'] as const

export type TargetLine = { target: Target; counted: number | null; growth: PublishedGrowth | null; verdict: TargetVerdict }

export type SteeringPage = {
  year: number
  figures: FigureView[]
  beside: FigureView[]
  targets: TargetLine[]
  cuts: Cut[]
  published: PublishedFigure[]
}

/** Five figures, targets against results, the register in every cut, and the published series beside it. */
export async function steeringPage(ctx: Ctx): Promise<SteeringPage> {
  requireReader(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const year = Number(today.slice(0, 4))
  const window = windowOf(ctx, { from: `${year}-01-01`, to: today })
  const all = await indicatorsToday(ctx)
  const views = await Promise.all(all.map(async (indicator) => viewOf(indicator, await indicator.rows(ctx.db, window))))
  const pick = (id: string) => views.find((view) => view.id === id)!
  const targets = await selectTargets(ctx.db)
  const published = await selectPublished(ctx.db)
  return {
    year,
    figures: beforeAMeeting.map(pick),
    beside: ['register', 'term-unknown', 'expired', 'potential-five', 'producers', 'dossiers-late', 'doubts-open'].map(pick),
    targets: await Promise.all(targets.map((target) => targetLine(ctx.db, target, published, today))),
    cuts: cutRegister(await selectRegister(ctx.db)),
    published,
  }
}

async function targetLine(db: ReadDb, target: Target, published: readonly PublishedFigure[], today: string): Promise<TargetLine> {
  const counted = await countedInRegister(db, target)
  const totals = published.filter(({ series, indicator }) => series === target.scope && indicator === 'products')
  const growth = target.indicator === newProducts ? publishedGrowth(totals, target) : null
  return { target, counted, growth, verdict: judgeTarget(target, { counted, published: growth }, today) }
}

const newProducts = 'products-new'

/** Real first recognitions of the period that the register knows of; null where the target is about something else. */
async function countedInRegister(db: ReadDb, { indicator, scope, periodFrom, periodTo }: Target): Promise<number | null> {
  if (indicator !== newProducts) return null
  const rows = await selectCertificates(db, { from: periodFrom, to: periodTo })
  return countRows(rows.filter((row) => row.isFirst && (scope !== 'tra-vinh' || row.formerProvince?.includes('Trà Vinh')))).real
}
