import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { consume } from '@dacsan/platform/rate-limit'
import { dateInVietnam, foldText } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, requireAct, takeUpload } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { classActs, participantActs } from './acts.ts'
import { insertAttendance, insertSheet, selectAttendance, selectSheets } from './attendance.store.ts'
import { lockClass, selectClass, selectSession } from './class.store.ts'
import type { StoredSession } from './class.store.ts'
import type { AddSheetInput, CheckInInput, MarkAttendanceInput } from './inputs.ts'
import { openPhone, selectParticipants } from './participant.store.ts'
import { beginClass, knownClass, publicClass, recordClass, requireOffice } from './policy.ts'
import { changesOf, checkInWindow, isNow, lastLines } from './rules/attendance.ts'
import type { TrainingSessionId } from './rules/ids.ts'
import type { CheckInRefusal, ClassClosed, MarkRefusal, PlaceGivenUp, SheetRefusal } from './rules/refusals.ts'
import { isCodeOfSession } from './secret.ts'

async function knownSession(ctx: Pick<Ctx, 'db'>, id: TrainingSessionId): Promise<StoredSession> {
  const session = await selectSession(ctx.db, id)
  if (!session) throw new NotFound('No such training-session')
  return session
}

/** What the signed sheet says of everybody in the list. A line that turns round what was written before needs a reason; both stay. */
export async function markAttendance(
  ctx: Ctx,
  { sessionId, reason, marked }: MarkAttendanceInput,
): Promise<Outcome<null, ClassClosed | MarkRefusal>> {
  requireAct(ctx.actor, classActs['mark-attendance'])
  const session = await knownSession(ctx, sessionId)
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | MarkRefusal>> => {
    const begun = await beginClass(tx, ctx, 'mark-attendance', session.classId)
    if (!begun.ok) return begun
    if (ctx.now < session.beginsAt) return refuse('session-not-begun', { at: session.beginsAt })
    const people = (await selectParticipants(tx, session.classId)).filter(({ status }) => status === 'listed')
    const own = (await selectAttendance(tx, session.classId)).filter((one) => one.sessionId === sessionId)
    const before = new Map([...lastLines(own).values()].map((line) => [line.participantId as string, line]))
    const names = new Map(people.map((one) => [one.id as string, one]))
    const { fresh, turned } = changesOf(before, marked.filter(({ participantId }) => names.has(participantId))) // prettier-ignore
    if (turned.length > 0 && reason.length < 2)
      return refuse('correction-reason-missing', { names: turned.map(({ participantId }) => names.get(participantId)!.name).join(', ') })
    if (fresh.length + turned.length === 0) return done(null)
    const by = { sessionId, how: 'sheet' as const, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await insertAttendance(tx, [
      ...fresh.map(({ participantId, present }) => ({ ...by, participantId: names.get(participantId)!.id, seq: 1, present, reason: null })),
      ...turned.map(({ participantId, present, seq }) => ({ ...by, participantId: names.get(participantId)!.id, seq: seq + 1, present, reason })), // prettier-ignore
    ])
    await recordClass(tx, ctx, 'mark-attendance', begun.value, { session: session.number, fresh: fresh.length, corrected: turned.length })
    return done(null)
  })
}

/** The sheet that people signed, as it was photographed: the evidence behind the ticks. */
export async function addSheet(
  ctx: Ctx,
  { sessionId }: AddSheetInput,
  upload: Upload | null,
): Promise<Outcome<null, ClassClosed | SheetRefusal>> {
  requireAct(ctx.actor, classActs['add-sheet'])
  const session = await knownSession(ctx, sessionId)
  const early = await inTransaction(ctx, (tx) => beginClass(tx, ctx, 'add-sheet', session.classId))
  if (!early.ok) return early
  if (ctx.now < session.beginsAt) return refuse('session-not-begun', { at: session.beginsAt })
  if (!upload) return refuse('photo-missing')
  const kept = await takeUpload(ctx, upload, ['photo'])
  if (!kept.ok) return kept as Outcome<never, SheetRefusal>
  return inTransaction(ctx, async (tx): Promise<Outcome<null, ClassClosed | SheetRefusal>> => {
    const begun = await beginClass(tx, ctx, 'add-sheet', session.classId)
    if (!begun.ok) return begun
    await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    if (await insertSheet(tx, { sessionId, hash: kept.value.hash, ...by }))
      await recordClass(tx, ctx, 'add-sheet', begun.value, { session: session.number })
    return done(null)
  })
}

/** A photographed sheet, for the office. */
export async function openSheet(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, classId: StoredSession['classId'], hash: string) {
  requireOffice(ctx.actor)
  await knownClass(ctx.db, classId)
  const isThere = (await selectSheets(ctx.db, classId)).some((one) => one.hash === hash)
  const opened = isThere ? await ctx.files.open(hash) : null
  if (!opened) throw new NotFound('No such sheet')
  return { ...opened, mediaType: 'image/jpeg', name: 'bang-ky.jpg' }
}

/** What whoever scanned the code of a session sees: which session it is, and when it may be checked into. */
export async function findCheckIn(ctx: Pick<Ctx, 'db' | 'now'>, { sessionId, code }: { sessionId: TrainingSessionId; code: string }) {
  const session = await knownSession(ctx, sessionId)
  const held = publicClass(await selectClass(ctx.db, session.classId))
  const window = checkInWindow(session, (await ruleOn(ctx.db, 'training.check-in-minutes', dateInVietnam(session.beginsAt))).value)
  const isRight = isCodeOfSession(session, code)
  return {
    className: held.name,
    slug: held.slug,
    session: { number: session.number, topic: session.topic, beginsAt: session.beginsAt, endsAt: session.endsAt },
    window,
    isRight,
    isOpen: isRight && held.status === 'open' && isNow(window, ctx.now),
  }
}

/** Whoever stands in the list by name and number, with the code of the session that is on. Scanned twice it is one line. */
export async function checkIn(
  ctx: Ctx,
  { sessionId, code, address = '' }: { sessionId: TrainingSessionId; code: string; address?: string },
  { name, phone: typed }: CheckInInput,
): Promise<Outcome<{ name: string }, PlaceGivenUp | CheckInRefusal>> {
  requireAct(ctx.actor, participantActs['check-in'])
  const session = await knownSession(ctx, sessionId)
  const { perAddress, minutes: within } = (await ruleOn(ctx.db, 'training.check-in-limits', dateInVietnam(ctx.now))).value
  const minutes = await consume(ctx.db, ctx.now, { limit: { bucket: 'training-check-in', most: perAddress, minutes: within }, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const { isRight, window } = await findCheckIn(ctx, { sessionId, code })
  if (!isRight) return refuse('code-wrong')
  if (!isNow(window, ctx.now)) return refuse('not-now', window)
  return inTransaction(ctx, async (tx): Promise<Outcome<{ name: string }, PlaceGivenUp | CheckInRefusal>> => {
    const held = (await lockClass(tx, session.classId))!
    if (held.status !== classActs.open.to) return refuse('not-now', window)
    const phone = mobileNumber(typed)
    const named = (await selectParticipants(tx, session.classId)).filter((one) => foldText(one.name) === foldText(name))
    const numbers = await Promise.all(named.map((one) => openPhone(tx, one)))
    const own = named.filter((_, at) => phone !== null && numbers[at] === phone)
    const person = own.find(({ status }) => status === 'listed') ?? own[0]
    if (!person) return refuse('not-in-list')
    const closed = refuseStatus(participantActs['check-in'], person.status) as ReturnType<
      typeof refuseStatus<typeof participantActs.withdraw, typeof person.status>
    >
    if (closed) return closed
    const lines = (await selectAttendance(tx, session.classId)).filter(
      (one) => one.sessionId === sessionId && one.participantId === person.id,
    )
    const last = lines.at(-1)
    if (last) return last.present ? done({ name: person.name }) : refuse('marked-absent')
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: person.name }
    await insertAttendance(tx, [{ sessionId, participantId: person.id, seq: 1, present: true, how: 'code', reason: null, ...by }])
    const payload = { classId: held.id, participantId: person.id }
    await record(tx, ctx, participantActs['check-in'], { subjectId: person.id, payload, detail: { session: session.number } })
    return done({ name: person.name })
  })
}
