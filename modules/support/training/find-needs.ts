import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { scoredProducts } from '../../appraisal/index.ts'
import type { Ctx } from '../../context.ts'
import { papersRunningOut } from '../../dossiers/index.ts'
import { listScorableSets, ruleOn } from '../../law/index.ts'
import { sentenceCase } from '../../papers/words.ts'
import { fairAbsences } from '../../promotion/index.ts'
import { selectTaught } from './after.store.ts'
import { selectCriteriaOf } from './course.store.ts'
import { requireOffice } from './policy.ts'
import { effectOf } from './rules/effect.ts'
import type { CourseId } from './rules/ids.ts'
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
    weak: weakCriteria(scored, law).map((one) => ({
      ...one,
      name: sentenceCase(one.name),
      setName: names.get(one.setCode) ?? one.setCode,
    })),
    scored: new Set(scored.map(({ productId }) => productId)).size,
    papers,
    absences,
  }
}

/** What products gained on the criteria of a course in the cycle after it, those of who was taught beside the others; null where it is for no criterion or was not held. */
export async function findEffect(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, courseId: CourseId) {
  requireOffice(ctx.actor)
  const [criteria, taught, scored] = await Promise.all([
    selectCriteriaOf(ctx.db, courseId),
    selectTaught(ctx.db, courseId),
    scoredProducts(ctx),
  ])
  const heldAt = taught.map((one) => one.heldAt!.getTime())
  if (criteria.length === 0 || taught.length === 0) return null
  const { value: law } = await ruleOn(ctx.db, 'training.need', dateInVietnam(ctx.now))
  const producers = new Set<string>(taught.flatMap(({ producerId }) => (producerId === null ? [] : [producerId])))
  const asked = { taughtAt: new Date(Math.min(...heldAt)), producers, criteria, leastProducts: law.leastProducts }
  return { ...effectOf(scored, asked), leastProducts: law.leastProducts }
}
