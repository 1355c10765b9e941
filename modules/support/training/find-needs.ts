import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { scoredProducts } from '../../appraisal/index.ts'
import type { Ctx } from '../../context.ts'
import { papersRunningOut } from '../../dossiers/index.ts'
import { listScorableSets, ruleOn } from '../../law/index.ts'
import { fairAbsences } from '../../promotion/index.ts'
import { requireOffice } from './policy.ts'
import { weakCriteria } from './rules/needs.ts'

/** What the software has seen by itself: criteria in which products are weak, papers that run out, stands that stayed empty. No producer is named. */
export async function findNeeds(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  requireOffice(ctx.actor)
  const today = dateInVietnam(ctx.now)
  const { value: law, instrument } = await ruleOn(ctx.db, 'training.need', today)
  const [scored, papers, absences] = await Promise.all([
    scoredProducts(ctx),
    papersRunningOut(ctx, addDays(today, law.papersWithinDays)),
    fairAbsences(ctx),
  ])
  const names = new Map(listScorableSets().map(({ code, name }) => [code, name]))
  return {
    law: { ...law, instrument },
    weak: weakCriteria(scored, law).map((one) => ({ ...one, setName: names.get(one.setCode) ?? one.setCode })),
    scored: new Set(scored.map(({ productId }) => productId)).size,
    papers,
    absences,
  }
}
export type Needs = Awaited<ReturnType<typeof findNeeds>>
