import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { findProductSet } from '../catalogue/index.ts'
import { producerKindWords } from '../catalogue/words.ts'
import { cutRows, indicatorsToday, viewOf, windowOf } from './figures.ts'
import type { Cut } from './figures.ts'
import { requireReader } from './policy.ts'
import { selectCertificates, selectRegister } from './fact.store.ts'
import { selectPublished, selectTargets } from './programme.store.ts'
import type { PublishedFigure } from './programme.store.ts'
import { countRows, judgeTarget } from './rules.ts'
import type { FigureView, Target, TargetVerdict } from './rules.ts'

/** What a leader looks at before a meeting, in this order. */
const beforeAMeeting = ['valid', 'expiring', 'dossiers-open', 'sales', 'scans'] as const

export type TargetLine = { target: Target; result: number | null; verdict: TargetVerdict }

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
  return {
    year,
    figures: beforeAMeeting.map(pick),
    beside: ['register', 'term-unknown', 'expired', 'potential-five', 'producers', 'dossiers-late', 'doubts-open'].map(pick),
    targets: await Promise.all(targets.map((target) => targetLine(ctx.db, target, today))),
    cuts: cutRows(await selectRegister(ctx.db), labels),
    published: await selectPublished(ctx.db),
  }
}

const labels = {
  stars: (stars: string) => `${stars} sao`,
  setCode: (code: string) => findProductSet(code)?.name ?? code,
  producerKind: (kind: string) => producerKindWords[kind as keyof typeof producerKindWords] ?? kind,
}

/** A result is counted from the register alone, real rows only; where nothing can be counted, nothing is claimed. */
async function targetLine(db: ReadDb, target: Target, today: string): Promise<TargetLine> {
  const result = await resultOf(db, target)
  return { target, result, verdict: judgeTarget(target, result, today) }
}

async function resultOf(db: ReadDb, { indicator, scope, periodFrom, periodTo }: Target): Promise<number | null> {
  if (indicator !== 'products-new') return null
  const rows = await selectCertificates(db, { from: periodFrom, to: periodTo })
  return countRows(rows.filter((row) => row.isFirst && (scope !== 'tra-vinh' || row.formerProvince?.includes('Trà Vinh')))).real
}
