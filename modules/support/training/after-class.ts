import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addMonths, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { classActs, courseActs, participantActs } from './acts.ts'
import { hasTests, insertApplied, insertOpinion, insertTest, replaceQuestions, selectAfterOf, selectQuestions } from './after.store.ts'
import { selectSessions } from './class.store.ts'
import type { StoredClass } from './class.store.ts'
import { lockCourse } from './course.store.ts'
import type { AppliedInput, OpinionInput, RecordTestInput, TakeTestInput, WriteTestInput } from './inputs.ts'
import { selectParticipant } from './participant.store.ts'
import { beginClass, beginPlace, recordClass } from './policy.ts'
import { mostPoints, pointsOf } from './rules/after.ts'
import type { ParticipantId } from './rules/ids.ts'
import type { ClassClosed, PlaceGivenUp, SayRefusal, TestFormRefusal, TestRefusal } from './rules/refusals.ts'

type Held = { participantId: ParticipantId; secret?: string }

/** The questions of a course, until somebody has answered them. */
export async function writeTest(ctx: Ctx, { courseId, questions }: WriteTestInput): Promise<Outcome<null, TestFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, TestFormRefusal>> => {
    requireAct(ctx.actor, courseActs['write-test'])
    const course = await lockCourse(tx, courseId)
    if (!course) throw new NotFound('No such training-course')
    if (await hasTests(tx, courseId)) return refuse('tests-taken')
    await replaceQuestions(tx, courseId, questions)
    await record(tx, ctx, courseActs['write-test'], { subjectId: courseId, payload: { courseId, name: course.name } })
    return done(null)
  })
}

/** The test, and what people say of the class, open with the last session. */
export async function opensAfter(db: ReadDb, held: Pick<StoredClass, 'id'>): Promise<Date> {
  return (await selectSessions(db, held.id)).at(-1)!.beginsAt
}
/** From when whoever was taught is asked whether it was of use; null until the class was held. */
export async function appliedFrom(db: ReadDb, { heldAt }: Pick<StoredClass, 'heldAt'>): Promise<Date | null> {
  if (heldAt === null) return null
  const day = dateInVietnam(heldAt)
  return new Date(`${addMonths(day, (await ruleOn(db, 'training.applied-months', day)).value)}T00:00:00+07:00`)
}

const payloadOf = (classId: StoredClass['id'], participantId: ParticipantId) => ({ subjectId: participantId, payload: { classId, participantId } }) // prettier-ignore

/** Once; the points are frozen with what they were out of. */
export async function takeTest(
  ctx: Ctx,
  { participantId, secret = '' }: Held,
  { answers }: TakeTestInput,
): Promise<Outcome<{ points: number; most: number }, PlaceGivenUp | TestRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ points: number; most: number }, PlaceGivenUp | TestRefusal>> => {
    const begun = await beginPlace(tx, ctx, 'take-test', participantId, secret)
    if (!begun.ok) return begun
    const { held, place } = begun.value
    const questions = await selectQuestions(tx, held.courseId)
    if (questions.length === 0) return refuse('no-test')
    const at = await opensAfter(tx, held)
    if (ctx.now < at) return refuse('not-yet', { at })
    if ((await selectAfterOf(tx, participantId)).points !== null) return refuse('test-taken-before')
    const result = { points: pointsOf(questions, answers), most: mostPoints(questions) }
    await insertTest(tx, { participantId, ...result, how: 'self', at: ctx.now, byId: actorId(ctx.actor), byName: place.name })
    await record(tx, ctx, participantActs['take-test'], payloadOf(held.id, participantId))
    return done(result)
  })
}

/** A test that was written on paper, marked by whoever taught. */
export async function recordTest(ctx: Ctx, { participantId, points }: RecordTestInput): Promise<Outcome<null, ClassClosed | TestRefusal>> {
  requireAct(ctx.actor, classActs['record-test'])
  const place = await selectParticipant(ctx.db, participantId)
  if (!place) throw new NotFound('No such training-participant')
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | TestRefusal>> => {
    const begun = await beginClass(tx, ctx, 'record-test', place.classId)
    if (!begun.ok) return begun
    if (place.status !== 'listed') return refuse('not-listed')
    const most = mostPoints(await selectQuestions(tx, begun.value.courseId))
    if (most === 0) return refuse('no-test')
    if (points > most) return refuse('points-outside', { most })
    if ((await selectAfterOf(tx, participantId)).points !== null) return refuse('test-taken-before')
    await insertTest(tx, { participantId, points, most, how: 'paper', at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
    await recordClass(tx, ctx, 'record-test', begun.value, { participantId })
    return done(null)
  })
}

export async function sayOpinion(
  ctx: Ctx,
  { participantId, secret = '' }: Held,
  input: OpinionInput,
): Promise<Outcome<null, PlaceGivenUp | SayRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, PlaceGivenUp | SayRefusal>> => {
    const begun = await beginPlace(tx, ctx, 'say-opinion', participantId, secret)
    if (!begun.ok) return begun
    const at = await opensAfter(tx, begun.value.held)
    if (ctx.now < at) return refuse('not-yet', { at })
    if ((await selectAfterOf(tx, participantId)).score !== null) return refuse('said-before')
    await insertOpinion(tx, { participantId, ...input, at: ctx.now })
    await record(tx, ctx, participantActs['say-opinion'], payloadOf(begun.value.held.id, participantId))
    return done(null)
  })
}

/** Months later: whether what was taught is done. */
export async function sayApplied(
  ctx: Ctx,
  { participantId, secret = '' }: Held,
  input: AppliedInput,
): Promise<Outcome<null, PlaceGivenUp | SayRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, PlaceGivenUp | SayRefusal>> => {
    const begun = await beginPlace(tx, ctx, 'say-applied', participantId, secret)
    if (!begun.ok) return begun
    const { held } = begun.value
    const from = await appliedFrom(tx, held)
    if (from === null || ctx.now < from) return refuse('not-yet', { at: from ?? (await opensAfter(tx, held)) })
    if ((await selectAfterOf(tx, participantId)).answer !== null) return refuse('said-before')
    await insertApplied(tx, { participantId, ...input, at: ctx.now })
    await record(tx, ctx, participantActs['say-applied'], payloadOf(held.id, participantId))
    return done(null)
  })
}
