import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { ClassStatus } from './acts.ts'
import type { ClassId, CourseId, TrainingSessionId } from './rules/ids.ts'
import type { PlannedSession } from './rules/schedule.ts'
import type { ClassKind } from './rules/sizes.ts'

const classes = (db: ReadDb) =>
  db
    .selectFrom('training_class as class')
    .innerJoin('training_course as course', 'course.id', 'class.course_id')
    .select([
      'class.id',
      'class.slug',
      'class.course_id as courseId',
      'course.name as courseName',
      'course.about as courseAbout',
      'course.content as courseContent',
      'course.hours',
      'class.status',
      'class.name',
      'class.kind',
      'class.organiser',
      'class.venue',
      'class.lecturer',
      'class.plan_number as planNumber',
      'class.plan_on as planOn',
      'class.budget_source as budgetSource',
      'class.least',
      'class.places',
      'class.sign_up_by as signUpBy',
      sql<number>`class.meal_vnd::float8`.as('mealVnd'),
      sql<number>`class.travel_vnd::float8`.as('travelVnd'),
      sql<number>`class.lodging_vnd::float8`.as('lodgingVnd'),
      'class.pay_note as payNote',
      'class.held_at as heldAt',
      'class.accepted_number as acceptedNumber',
      'class.accepted_on as acceptedOn',
      'class.accepted_by_name as acceptedByName',
      'class.cancel_reason as cancelReason',
      'class.created_at as createdAt',
      'class.is_sample as isSample',
    ])
export type StoredClass = Awaited<ReturnType<ReturnType<typeof classes>['executeTakeFirstOrThrow']>>

export const selectClass = (db: ReadDb, id: ClassId): Promise<StoredClass | undefined> =>
  classes(db).where('class.id', '=', id).executeTakeFirst()
export const selectClassBySlug = (db: ReadDb, slug: string): Promise<StoredClass | undefined> =>
  classes(db).where('class.slug', '=', slug).executeTakeFirst()
export const selectClassesOf = (db: ReadDb, courseId: CourseId): Promise<StoredClass[]> =>
  classes(db).where('class.course_id', '=', courseId).orderBy('class.created_at', 'desc').orderBy('class.id').execute()

/** The class, held until the end of the transaction: places are given one after the other. */
export async function lockClass(tx: Tx, id: ClassId): Promise<StoredClass | undefined> {
  const locked = await tx.selectFrom('training_class').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectClass(tx, id)
}

export const selectClassByKey = (db: ReadDb, requestKey: string): Promise<{ id: ClassId } | undefined> =>
  db.selectFrom('training_class').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export const selectPublicClasses = (db: ReadDb): Promise<StoredClass[]> =>
  classes(db)
    .where('class.status', '<>', 'draft')
    .orderBy((eb) => eb('class.status', '<>', 'open'))
    .orderBy('class.sign_up_by', 'desc')
    .orderBy('class.id')
    .limit(200)
    .execute()

const sessions = (db: ReadDb) =>
  db
    .selectFrom('training_session')
    .select(['id', 'class_id as classId', 'number', 'topic', 'begins_at as beginsAt', 'ends_at as endsAt', 'check_in_secret as secret'])
export type StoredSession = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>
export const selectSessions = (db: ReadDb, classId: ClassId): Promise<StoredSession[]> =>
  sessions(db).where('class_id', '=', classId).orderBy('number').execute()
export const selectSession = (db: ReadDb, id: TrainingSessionId): Promise<StoredSession | undefined> =>
  sessions(db).where('id', '=', id).executeTakeFirst()
export const selectSessionsOf = (db: ReadDb, classIds: readonly ClassId[]): Promise<StoredSession[]> =>
  classIds.length === 0
    ? Promise.resolve([])
    : sessions(db).where('class_id', 'in', classIds).orderBy('class_id').orderBy('number').execute()

/** The classes that may still bear a cost. */
export const selectRunningClasses = (db: ReadDb): Promise<{ id: ClassId; name: string }[]> =>
  db
    .selectFrom('training_class')
    .select(['id', 'name'])
    .where('status', 'in', ['open', 'held'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()

/** Sessions of open classes that begin in a stretch of time. */
export const selectSessionsBetween = (db: ReadDb, { from, to }: { from: Date; to: Date }): Promise<StoredSession[]> =>
  sessions(db)
    .where('begins_at', '>', from)
    .where('begins_at', '<=', to)
    .where('class_id', 'in', (eb) =>
      eb.selectFrom('training_class').select('training_class.id').where('training_class.status', '=', 'open'),
    )
    .orderBy('begins_at')
    .orderBy('id')
    .execute()

export async function takenClassSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('training_class').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

export type ClassFields = {
  name: string
  kind: ClassKind
  organiser: string
  venue: string
  lecturer: string
  planNumber: string
  planOn: string
  budgetSource: string
  least: number
  places: number
  signUpBy: Date
  mealVnd: number
  travelVnd: number
  lodgingVnd: number
  payNote: string
}
const columnsOf = (given: ClassFields) => ({
  name: given.name,
  kind: given.kind,
  organiser: given.organiser,
  venue: given.venue,
  lecturer: given.lecturer,
  plan_number: given.planNumber,
  plan_on: given.planOn,
  budget_source: given.budgetSource,
  least: given.least,
  places: given.places,
  sign_up_by: given.signUpBy,
  meal_vnd: given.mealVnd,
  travel_vnd: given.travelVnd,
  lodging_vnd: given.lodgingVnd,
  pay_note: given.payNote,
})
export type NewSession = PlannedSession & { id: TrainingSessionId; secret: string }

type NewClass = ClassFields & {
  id: ClassId
  slug: string
  courseId: CourseId
  requestKey: string
  at: Date
  byId: UserId | null
  isSample: boolean
}
export async function insertClass(tx: Tx, given: NewClass, planned: readonly NewSession[]): Promise<void> {
  await insertRows(tx, 'training_class', [
    {
      ...columnsOf(given),
      id: given.id,
      slug: given.slug,
      course_id: given.courseId,
      status: 'draft' as const,
      request_key: given.requestKey,
      created_at: given.at,
      created_by_id: given.byId,
      is_sample: given.isSample,
    },
  ])
  await insertSessions(tx, given.id, planned)
}

export async function updateClassFields(tx: Tx, id: ClassId, given: ClassFields, planned: readonly NewSession[]): Promise<void> {
  await tx.updateTable('training_class').set(columnsOf(given)).where('id', '=', id).execute()
  await tx.deleteFrom('training_session').where('class_id', '=', id).execute()
  await insertSessions(tx, id, planned)
}

const insertSessions = (tx: Tx, classId: ClassId, planned: readonly NewSession[]): Promise<void> =>
  insertRows(
    tx,
    'training_session',
    planned
      .toSorted((a, b) => a.beginsAt.getTime() - b.beginsAt.getTime())
      .map(({ id, topic, beginsAt, endsAt, secret }, at) => ({ id, class_id: classId, number: at + 1, topic, begins_at: beginsAt, ends_at: endsAt, check_in_secret: secret })), // prettier-ignore
  )

type ClassChange = {
  status?: ClassStatus
  held_at?: Date
  accepted_number?: string
  accepted_on?: string
  accepted_by_name?: string
  cancel_reason?: string
}
export const updateClass = (tx: Tx, id: ClassId, change: ClassChange) =>
  tx.updateTable('training_class').set(change).where('id', '=', id).execute()
