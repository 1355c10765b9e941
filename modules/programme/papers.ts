import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { listPapers, producePaper } from '../papers/index.ts'
import type { PaperFile, PaperLink } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { yearPlanPaper } from './papers/year-plan-paper.ts'
import { findYearPlan } from './year-plan/read-plan.ts'
import type { YearPlanView } from './year-plan/read-plan.ts'

export const yearPlanPapers = { plan: yearPlanPaper } as const

/** The plan of a year, `ke-hoach-nam.pdf`. */
export async function yearPlanFile(ctx: Ctx, { year, file }: { year: number; file: string }): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return producePaper(ctx, yearPlanPapers, { file }, await findYearPlan(ctx, year))
}

export const papersOfYearPlan = ({ actor }: Pick<Ctx, 'actor'>, view: YearPlanView): PaperLink[] => listPapers(actor, yearPlanPapers, view)
