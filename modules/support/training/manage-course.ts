import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { scoredCriteria } from '@dacsan/scorecard'
import { freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import { listScorableSets } from '../../law/index.ts'
import { sentenceCase } from '../../papers/words.ts'
import { courseActs } from './acts.ts'
import { insertCourse, lockCourse, selectCourseByKey, takenCourseSlugs, updateCourse } from './course.store.ts'
import type { CourseCriterion } from './course.store.ts'
import type { ChangeCourseInput, CreateCourseInput } from './inputs.ts'
import type { CourseId } from './rules/ids.ts'
import type { CourseRefusal } from './rules/refusals.ts'

/** The criteria with their names, as the set of their code has them. */
function nameCriteria(
  typed: readonly { setCode: string; criterion: string }[],
): { ok: true; value: CourseCriterion[] } | Refused<CourseRefusal> {
  const sets = new Map(listScorableSets().map((set) => [set.code, set]))
  const named: CourseCriterion[] = []
  for (const { setCode, criterion } of typed) {
    const set = sets.get(setCode)
    const says = set && scoredCriteria(set).find(({ code }) => code === criterion)?.name
    if (says === undefined) return refuse('criterion-unknown', { line: `${setCode}; ${criterion}` })
    if (!named.some((one) => one.setCode === setCode && one.criterion === criterion))
      named.push({ setCode, criterion, says: sentenceCase(says) })
  }
  return { ok: true, value: named }
}

/** What is to be taught; from the page of needs, with the need that it answers. The same form sent twice is one course. */
export async function createCourse(
  ctx: Ctx,
  { requestKey, ...typed }: CreateCourseInput,
  { isSample = false } = {},
): Promise<Outcome<{ courseId: CourseId }, CourseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ courseId: CourseId }, CourseRefusal>> => {
    requireAct(ctx.actor, courseActs.create)
    const before = await selectCourseByKey(tx, requestKey)
    if (before) return done({ courseId: before.id })
    const criteria = nameCriteria(typed.criteria)
    if (!criteria.ok) return criteria
    const id = ctx.newId('trc')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, await takenCourseSlugs(tx, plain))
    await insertCourse(tx, { ...typed, criteria: criteria.value, id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey })
    await record(tx, ctx, courseActs.create, { subjectId: id, payload: { courseId: id, name: typed.name } })
    return done({ courseId: id })
  })
}

export async function changeCourse(ctx: Ctx, { courseId, ...typed }: ChangeCourseInput): Promise<Outcome<null, CourseRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, CourseRefusal>> => {
    requireAct(ctx.actor, courseActs.change)
    if (!(await lockCourse(tx, courseId))) throw new NotFound('No such training-course')
    const criteria = nameCriteria(typed.criteria)
    if (!criteria.ok) return criteria
    await updateCourse(tx, courseId, { ...typed, criteria: criteria.value })
    await record(tx, ctx, courseActs.change, { subjectId: courseId, payload: { courseId, name: typed.name } })
    return done(null)
  })
}
