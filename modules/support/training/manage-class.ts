import { randomBytes } from 'node:crypto'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome, Refused } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { freeSlug, slugOf } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { classActs } from './acts.ts'
import { insertClass, selectClassByKey, selectSessions, takenClassSlugs, updateClass, updateClassFields } from './class.store.ts'
import type { NewSession } from './class.store.ts'
import { selectCourse } from './course.store.ts'
import type { CancelClassInput, ChangeClassInput, ClassInput, CreateClassInput } from './inputs.ts'
import { selectParticipants } from './participant.store.ts'
import { beginClass, recordClass } from './policy.ts'
import type { ClassId } from './rules/ids.ts'
import type { ClassClosed, ClassFormRefusal, MoveClassRefusal } from './rules/refusals.ts'
import { minutesOf, overlaps } from './rules/schedule.ts'
import type { PlannedSession } from './rules/schedule.ts'
import { sizeFits } from './rules/sizes.ts'
import type { ClassKind } from './rules/sizes.ts'

/** How large a class of this kind is by the law of a day, and which paper says so. */
export async function sizeLawOn(db: ReadDb, kind: ClassKind, day: string) {
  const own = await ruleOn(db, 'training.class-size', day)
  if (kind === 'ocop') return { ...own.value, instrument: own.instrument }
  const law = await ruleOn(db, 'training.least-by-kind', day)
  return { least: law.value[kind], most: own.value.most, instrument: law.instrument }
}

type Typed = Omit<ChangeClassInput, 'classId'>

async function refuseForm(db: ReadDb, ctx: Pick<Ctx, 'now'>, typed: Typed): Promise<Refused<ClassFormRefusal> | null> {
  const { instrument, ...law } = await sizeLawOn(db, typed.kind, dateInVietnam(ctx.now))
  if (!sizeFits(typed, law)) return refuse('size-outside', { ...law, instrument })
  if (overlaps(typed.sessions)) return refuse('sessions-overlap')
  const begins = Math.min(...typed.sessions.map(({ beginsAt }) => beginsAt.getTime()))
  return typed.signUpBy.getTime() > begins ? refuse('sign-up-after-start') : null
}

const withSecrets = (ctx: Pick<Ctx, 'newId'>, planned: readonly PlannedSession[]): NewSession[] =>
  planned.map((one) => ({ ...one, id: ctx.newId('tse'), secret: randomBytes(24).toString('base64url') }))

/** A class of a course, not yet shown to anybody. The same form sent twice is one class. */
export async function createClass(
  ctx: Ctx,
  { requestKey, ...typed }: CreateClassInput,
  { isSample = false } = {},
): Promise<Outcome<{ classId: ClassId }, ClassFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ classId: ClassId }, ClassFormRefusal>> => {
    requireAct(ctx.actor, classActs.create)
    const before = await selectClassByKey(tx, requestKey)
    if (before) return done({ classId: before.id })
    if (!(await selectCourse(tx, typed.courseId))) throw new NotFound('No such training-course')
    const refused = await refuseForm(tx, ctx, typed)
    if (refused) return refused
    const id = ctx.newId('tcl')
    const plain = slugOf(typed.name)
    const { slug } = freeSlug(plain, await takenClassSlugs(tx, plain))
    await insertClass(
      tx,
      { ...typed, id, slug, at: ctx.now, byId: actorId(ctx.actor), isSample, requestKey },
      withSecrets(ctx, typed.sessions),
    )
    await recordClass(tx, ctx, 'create', { id, name: typed.name })
    return done({ classId: id })
  })
}

/** Until it is opened: days, places and what is paid are those that people signed up for. */
export async function changeClass(
  ctx: Ctx,
  { classId, ...typed }: ChangeClassInput,
): Promise<Outcome<null, ClassClosed | ClassFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | ClassFormRefusal>> => {
    const begun = await beginClass(tx, ctx, 'change', classId)
    if (!begun.ok) return begun
    const refused = await refuseForm(tx, ctx, typed)
    if (refused) return refused
    await updateClassFields(tx, classId, typed, withSecrets(ctx, typed.sessions))
    await recordClass(tx, ctx, 'change', { id: classId, name: typed.name })
    return done(null)
  })
}

const hoursText = (minutes: number) => (minutes / 60).toLocaleString('vi-VN', { maximumFractionDigits: 2 })

/** From now on people sign up: it has as many hours as its course promises. */
export async function openClass(ctx: Ctx, { classId }: ClassInput): Promise<Outcome<null, ClassClosed | MoveClassRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | MoveClassRefusal>> => {
    const begun = await beginClass(tx, ctx, 'open', classId)
    if (!begun.ok) return begun
    const minutes = minutesOf(await selectSessions(tx, classId))
    if (minutes < begun.value.hours * 60) return refuse('hours-short', { planned: hoursText(minutes), hours: begun.value.hours })
    if (begun.value.signUpBy <= ctx.now) return refuse('sign-up-passed')
    await updateClass(tx, classId, { status: classActs.open.to })
    await recordClass(tx, ctx, 'open', begun.value)
    return done(null)
  })
}

/** After its last hour. What was attended is written down then as before. */
export async function holdClass(ctx: Ctx, { classId }: ClassInput): Promise<Outcome<null, ClassClosed | MoveClassRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | MoveClassRefusal>> => {
    const begun = await beginClass(tx, ctx, 'hold', classId)
    if (!begun.ok) return begun
    const until = new Date(Math.max(...(await selectSessions(tx, classId)).map(({ endsAt }) => endsAt.getTime())))
    if (ctx.now < until) return refuse('sessions-still-come', { until })
    if (!(await selectParticipants(tx, classId)).some(({ status }) => status === 'listed')) return refuse('nobody-listed')
    await updateClass(tx, classId, { status: classActs.hold.to, held_at: ctx.now })
    await recordClass(tx, ctx, 'hold', begun.value)
    return done(null)
  })
}

export async function cancelClass(ctx: Ctx, { classId, reason }: CancelClassInput): Promise<Outcome<null, ClassClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed>> => {
    const begun = await beginClass(tx, ctx, 'cancel', classId)
    if (!begun.ok) return begun
    await updateClass(tx, classId, { status: classActs.cancel.to, cancel_reason: reason })
    await recordClass(tx, ctx, 'cancel', begun.value, { reason })
    return done(null)
  })
}
