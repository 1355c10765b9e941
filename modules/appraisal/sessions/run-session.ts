import { idInput } from '@dacsan/platform/ids'
import { done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { checkHours, decideAttendance, hourPattern, isHandedIn, refuseInWriting, sessionActs } from '../rules.ts'
import type {
  AttendanceRefusal,
  HoursRefusal,
  MeetingOnlyRefusal,
  SessionClosedRefusal,
  SessionStatus,
  SessionStatusRefusal,
} from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { sessionFormWords } from '../words.ts'
import { selectAllSheets } from '../sheets/sheet.store.ts'
import { discloseDeviation } from './disclose-deviation.ts'
import { takeUpFirstSheets } from '../sheets/take-up-first-sheets.ts'
import { lockSessionAs } from './open-session-as.ts'
import { updateAttendance, updateMinutesNote, updateSessionStatus } from './session.store.ts'

export const recordAttendanceInput = z.object({
  sessionId: idInput('ses'),
  present: z.array(idInput('cmb')).max(60),
  /** Why somebody is not counted as present, by member: asked for where their sheet is in. */
  reasons: z.record(idInput('cmb'), z.string().trim().max(500)).default({}),
})

/**
 * The secretary writes down who is there; only their sheets will count. Whose sheet is in is left out for a reason alone, which the member, the
 * chair and the minutes read.
 */
export async function recordAttendance(
  ctx: Ctx,
  input: z.input<typeof recordAttendanceInput>,
): Promise<Outcome<{ present: number }, AttendanceRefusal | MeetingOnlyRefusal>> {
  const act = sessionActs['record-attendance']
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const inWriting = refuseInWriting(session.manner)
    if (inWriting) return inWriting
    const sheets = await selectAllSheets(tx, session.id)
    const decision = decideAttendance(
      session.status,
      { present: input.present, reasons: input.reasons ?? {} },
      {
        council: seats,
        handedIn: sheets.filter(isHandedIn).map(({ memberId }) => memberId),
        heldOn: session.heldOn,
        today: dateInVietnam(ctx.now),
      },
    )
    if (!decision.ok) return decision
    const { present, reasons, takenBack } = decision.event
    await updateAttendance(tx, session.id, { present, reasons }, { name: actorName(ctx.actor), at: ctx.now })
    await discloseDeviation(tx, ctx, session)
    const withSheet = takenBack.map((memberId) => ({ memberId, reason: reasons.get(memberId) }))
    await record(tx, ctx, act, { subjectId: session.id, detail: { present, ...(withSheet.length > 0 && { withSheet }) } })
    return done({ present: present.length })
  })
}

/** From now on the members may score. */
export async function startScoring(
  ctx: Ctx,
  { sessionId }: { sessionId: SessionId },
): Promise<Outcome<{ status: SessionStatus }, SessionStatusRefusal>> {
  const act = sessionActs['start-scoring']
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    await updateSessionStatus(tx, sessionId, act.to)
    const takenUp = await takeUpFirstSheets(tx, ctx, sessionId, seats)
    await record(tx, ctx, act, { subjectId: sessionId, ...(takenUp > 0 && { detail: { firstSheets: takenUp } }) })
    return done({ status: act.to })
  })
}

/** "08:30", or nothing: then the moment that the platform noted stands. */
const hour = z.union([z.literal(''), z.string().regex(hourPattern, sessionFormWords.hour)]).default('')

export const recordMinutesNoteInput = z.object({
  sessionId: idInput('ses'),
  note: z.string().trim().max(20_000),
  beganAt: hour,
  endedAt: hour,
})

/** What else the minutes should say, and the hours at which the meeting began and ended. */
export async function recordMinutesNote(
  ctx: Ctx,
  input: z.input<typeof recordMinutesNoteInput>,
): Promise<Outcome<{ saved: true }, SessionClosedRefusal | HoursRefusal>> {
  const act = sessionActs['record-minutes-note']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const { note, beganAt = '', endedAt = '' } = input
    const wrong = checkHours({ beganAt, endedAt })
    if (wrong) return wrong
    await updateMinutesNote(tx, session.id, { note, beganAt: beganAt || null, endedAt: endedAt || null })
    await record(tx, ctx, act, { subjectId: session.id, detail: { beganAt, endedAt } })
    return done({ saved: true })
  })
}
