import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { listPapers, producePaper } from '../papers/index.ts'
import type { PaperFile, PaperLink } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { tiesOfInspection } from './acts.ts'
import { minutesPaper } from './papers/minutes-paper.ts'
import { planPaper } from './papers/plan-paper.ts'
import { findPlan } from './plans/read-plan.ts'
import type { PlanView } from './plans/read-plan.ts'
import type { InspectionId } from './rules/ids.ts'
import { findInspection } from './visits/read-visits.ts'
import type { InspectionView } from './visits/read-visits.ts'

export const inspectionPlanPapers = { plan: planPaper } as const
export const inspectionPapers = { minutes: minutesPaper } as const

/** The plan of a year, `ke-hoach-hau-kiem.pdf`. */
export async function planFile(ctx: Ctx, { year, file }: { year: number; file: string }): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, inspectionPlanPapers, { file }, await findPlan(ctx, year))
}

/** The minutes of a visit, `bien-ban-hau-kiem.pdf`, for whoever reads the visit. */
export async function inspectionFile(
  ctx: Ctx,
  { inspectionId, file }: { inspectionId: InspectionId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const view = await findInspection(ctx, inspectionId)
  return producePaper(ctx, inspectionPapers, { file }, view, tiesOfInspection(view.inspection))
}

export const papersOfPlan = ({ actor }: Pick<Ctx, 'actor'>, view: PlanView): PaperLink[] => listPapers(actor, inspectionPlanPapers, view)
export const papersOfInspection = ({ actor }: Pick<Ctx, 'actor'>, view: InspectionView): PaperLink[] =>
  listPapers(actor, inspectionPapers, view, tiesOfInspection(view.inspection))
