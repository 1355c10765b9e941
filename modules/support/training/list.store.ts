import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import type { ClassStatus } from './acts.ts'
import type { ClassId, CourseId } from './rules/ids.ts'

export type ListedClass = {
  id: ClassId
  name: string
  courseName: string
  status: ClassStatus
  venue: string
  firstAt: Date
  signUpBy: Date
  listed: number
  waiting: number
}

export const classesListed = (db: ReadDb) =>
  sql<ListedClass>`${db
    .selectFrom('training_class as class')
    .innerJoin('training_course as course', 'course.id', 'class.course_id')
    .select([
      'class.id',
      'class.name',
      'course.name as courseName',
      'class.status',
      'class.venue',
      sql`(select min(begins_at) from training_session where class_id = class.id)`.as('firstAt'),
      'class.sign_up_by as signUpBy',
      sql`(select count(*)::int from training_participant where class_id = class.id and status = 'listed')`.as('listed'),
      sql`(select count(*)::int from training_participant where class_id = class.id and status = 'waiting')`.as('waiting'),
    ])}`

export type ListedCourse = { id: CourseId; name: string; hours: number; classes: number; createdAt: Date }

export const coursesListed = (db: ReadDb) =>
  sql<ListedCourse>`${db
    .selectFrom('training_course as course')
    .select([
      'course.id',
      'course.name',
      'course.hours',
      sql`(select count(*)::int from training_class where course_id = course.id)`.as('classes'),
      'course.created_at as createdAt',
    ])}`
