import { insertRows } from '@dacsan/platform/insert-rows'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { CourseId } from './rules/ids.ts'

const courses = (db: ReadDb) =>
  db
    .selectFrom('training_course')
    .select(['id', 'slug', 'name', 'about', 'content', 'hours', 'need', 'created_at as createdAt', 'is_sample as isSample'])
export type StoredCourse = Awaited<ReturnType<ReturnType<typeof courses>['executeTakeFirstOrThrow']>>
export type CourseCriterion = { setCode: string; criterion: string; says: string }

export const selectCourse = (db: ReadDb, id: CourseId): Promise<StoredCourse | undefined> =>
  courses(db).where('id', '=', id).executeTakeFirst()
export async function lockCourse(tx: Tx, id: CourseId): Promise<StoredCourse | undefined> {
  const locked = await tx.selectFrom('training_course').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectCourse(tx, id)
}
export const selectCourseByKey = (db: ReadDb, requestKey: string): Promise<{ id: CourseId } | undefined> =>
  db.selectFrom('training_course').select('id').where('request_key', '=', requestKey).executeTakeFirst()
export const selectCriteriaOf = (db: ReadDb, id: CourseId): Promise<CourseCriterion[]> =>
  db
    .selectFrom('training_course_criterion')
    .select(['set_code as setCode', 'criterion', 'says'])
    .where('course_id', '=', id)
    .orderBy('set_code')
    .orderBy('criterion')
    .execute()

export async function takenCourseSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('training_course').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

type Fields = { name: string; about: string; content: string; hours: number; criteria: readonly CourseCriterion[] }
const columnsOf = ({ name, about, content, hours }: Fields) => ({ name, about, content, hours })

type NewCourse = Fields & { id: CourseId; slug: string; need: string; requestKey: string; at: Date; byId: UserId | null; isSample: boolean }
export async function insertCourse(tx: Tx, given: NewCourse): Promise<void> {
  await insertRows(tx, 'training_course', [
    {
      ...columnsOf(given),
      id: given.id,
      slug: given.slug,
      need: given.need === '' ? null : given.need,
      request_key: given.requestKey,
      created_at: given.at,
      created_by_id: given.byId,
      is_sample: given.isSample,
    },
  ])
  await insertCriteria(tx, given.id, given.criteria)
}

export async function updateCourse(tx: Tx, id: CourseId, given: Fields): Promise<void> {
  await tx.updateTable('training_course').set(columnsOf(given)).where('id', '=', id).execute()
  await tx.deleteFrom('training_course_criterion').where('course_id', '=', id).execute()
  await insertCriteria(tx, id, given.criteria)
}

const insertCriteria = (tx: Tx, id: CourseId, criteria: readonly CourseCriterion[]): Promise<void> =>
  insertRows(
    tx,
    'training_course_criterion',
    criteria.map(({ setCode, criterion, says }) => ({ course_id: id, set_code: setCode, criterion, says })),
  )
