import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { classActs, participantActs } from './acts.ts'
import { selectCosts } from './acceptance.store.ts'
import { selectQuestions } from './after.store.ts'
import { selectClassesOf, selectRunningClasses, selectSessions } from './class.store.ts'
import { selectCourse, selectCriteriaOf } from './course.store.ts'
import { sizeLawOn } from './manage-class.ts'
import { openPhone, selectParticipants } from './participant.store.ts'
import { knownClass, requireOffice } from './policy.ts'
import { minutesOf } from './rules/schedule.ts'
import type { ClassId, CourseId } from './rules/ids.ts'
import { takesSignUps } from './sign-up.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** A course with its criteria and its classes, for the office. */
export async function findCourse(ctx: Reader, id: CourseId) {
  requireOffice(ctx.actor)
  const course = await selectCourse(ctx.db, id)
  if (!course) throw new NotFound('No such training-course')
  const [criteria, classes, questions] = await Promise.all([
    selectCriteriaOf(ctx.db, id),
    selectClassesOf(ctx.db, id),
    selectQuestions(ctx.db, id),
  ])
  return {
    course,
    criteria,
    questions,
    classes: classes.map(({ id: classId, name, status, signUpBy }) => ({ id: classId, name, status, signUpBy })),
  }
}

/** The costs of a class, and the classes with which it may share some. */
export async function findCosts(ctx: Reader, id: ClassId) {
  requireOffice(ctx.actor)
  const held = await knownClass(ctx.db, id)
  const [costs, classes] = await Promise.all([selectCosts(ctx.db, id), selectRunningClasses(ctx.db)])
  return {
    held: { id: held.id, name: held.name },
    costs,
    sumVnd: costs.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
    classes,
    may: mayOf(classActs, held.status, grantsOf(ctx.actor, {})),
  }
}

/** What the form of a class begins with. */
export async function classChoices(ctx: Reader, courseId: CourseId) {
  const { course } = await findCourse(ctx, courseId)
  const { least, most, instrument } = await sizeLawOn(ctx.db, 'ocop', dateInVietnam(ctx.now))
  return { course, size: { least, most, instrument } }
}

/** A class as the office keeps it: who is in the list, who waits, and how they are reached. */
export async function findClass(ctx: Reader, id: ClassId) {
  requireOffice(ctx.actor)
  const held = await knownClass(ctx.db, id)
  const [sessions, people, criteria] = await Promise.all([
    selectSessions(ctx.db, id),
    selectParticipants(ctx.db, id),
    selectCriteriaOf(ctx.db, held.courseId),
  ])
  const size = await sizeLawOn(ctx.db, held.kind, dateInVietnam(held.createdAt))
  const shown = await Promise.all(
    people.map(async ({ id: participantId, ...one }) => ({
      id: participantId,
      number: one.number,
      status: one.status,
      name: one.name,
      phone: await openPhone(ctx.db, { id: participantId, lockedPhone: one.lockedPhone }),
      producerName: one.producerName,
      place: one.place,
      language: one.language,
      isListed: one.status === 'listed',
      mayWithdraw: held.status === 'open' && mayOf(participantActs, one.status, grantsOf(ctx.actor, {})).withdraw === true,
    })),
  )
  return {
    held: {
      ...held,
      isPublic: held.status !== 'draft',
      takesSignUps: takesSignUps(held, ctx.now),
      isHeld: held.heldAt !== null,
      isAccepted: held.acceptedOn !== null,
    },
    sessions: sessions.map(({ id: sessionId, number, topic, beginsAt, endsAt }) => ({ id: sessionId, number, topic, beginsAt, endsAt })),
    minutes: minutesOf(sessions),
    criteria,
    size,
    people: shown,
    listed: shown.filter(({ isListed }) => isListed).length,
    waiting: shown.filter(({ status }) => status === 'waiting').length,
    may: mayOf(classActs, held.status, grantsOf(ctx.actor, {})),
  }
}
