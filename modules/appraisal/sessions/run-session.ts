import { canMove, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { audit } from '../../identity/index.ts'
import { councilRules, readTable, sitDownToWrite, tabledDossier } from './open-session-as.ts'
import type { AtTable } from './open-session-as.ts'
import type { SheetsReopened } from '../events.ts'
import { decideDiscussion, decideReopening, sessionMoves } from '../rules.ts'
import type { DiscussionRefusal, ReopenRefusal, SessionStatus } from '../rules.ts'
import { updateAttendance, updateMinutesNote, updateSessionStatus, updateTabled } from './session.store.ts'
import { reopenSheet as reopenStoredSheet } from '../sheets/sheet.store.ts'
import type { StoredSheet } from '../sheets/sheet.store.ts'
import { leaveOutOfTold, updateTold } from './deviation.store.ts'
import { tellSpread } from './disclose-deviation.ts'

type Closed = { code: 'session-closed' }
type WrongStatus = { code: 'wrong-session-status'; status: SessionStatus }

export const recordAttendanceInput = z.object({ sessionId: z.string(), present: z.array(z.string()).max(60) })

/** The secretary writes down who is there; only their sheets will count. */
export async function recordAttendance(
  ctx: Ctx,
  input: z.infer<typeof recordAttendanceInput>,
): Promise<Outcome<{ present: number }, Closed>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session, seats }) => {
    if (session.status === 'closed') return refuse('session-closed')
    const present = seats.filter((seat) => input.present.includes(seat.memberId)).map((seat) => seat.memberId)
    await updateAttendance(tx, session.id, present)
    await tellSpread(tx, ctx, session)
    await audit(tx, ctx, {
      action: 'appraisal.attendance-recorded',
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { present },
    })
    return done({ present: present.length })
  })
}

/** How the trail notes that scoring began. */
export const scoringStarted = { action: 'appraisal.scoring-started', subjectType: 'council-session' } as const

/** From now on the members may score. */
export async function startScoring(
  ctx: Ctx,
  { sessionId }: { sessionId: string },
): Promise<Outcome<{ status: SessionStatus }, Closed | WrongStatus>> {
  return inTransaction(ctx, async (tx) => {
    const { session } = await sitDownToWrite(tx, ctx, sessionId, 'update', 'secretary', 'chair')
    if (session.status === 'closed') return refuse('session-closed')
    if (!canMove(sessionMoves, session.status, 'start-scoring')) return refuse('wrong-session-status', { status: session.status })
    const { to } = sessionMoves['start-scoring']
    await updateSessionStatus(tx, sessionId, to)
    await audit(tx, ctx, { ...scoringStarted, subjectId: sessionId })
    return done({ status: to })
  })
}

export const openDiscussionInput = z.object({ sessionId: z.string(), dossierId: z.string() })

/** Too far apart: the council talks about the dossier, and every member looks at their own points again. */
export async function openDiscussion(
  ctx: Ctx,
  input: z.infer<typeof openDiscussionInput>,
): Promise<Outcome<{ reopened: number }, DiscussionRefusal>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session, seats }) => {
    await tabledDossier(tx, session.id, input.dossierId)
    const { onTable, sheets } = (await readTable(tx, ctx, session.id)).find((row) => row.tabled.dossierId === input.dossierId)!
    const decision = decideDiscussion(session.status, onTable, { council: seats, rules: councilRules(session.rules) })
    if (!decision.ok) return decision
    const { reopened, apart } = decision.event
    const reason = apart ? `Thảo luận: điểm các phiếu lệch quá ${session.rules.deviationPoints.value} điểm` : 'Hội đồng thảo luận hồ sơ này'
    await reopenAll(
      tx,
      ctx,
      session.id,
      sheets.filter((sheet) => reopened.includes(sheet.memberId)),
      seats,
      reason,
    )
    await updateTold(tx, { sessionId: session.id, dossierId: input.dossierId }, null)
    await updateSessionStatus(tx, session.id, sessionMoves.discuss.to)
    await audit(tx, ctx, {
      action: decision.event.type,
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId: input.dossierId, sheets: reopened.length },
    })
    return done({ reopened: reopened.length })
  })
}

export const reopenSheetInput = z.object({
  sessionId: z.string(),
  dossierId: z.string(),
  memberId: z.string(),
  reason: z.string().trim().max(500),
})

/** A member asks for the sheet back, such as after a slip of the finger; the secretary opens it and never sees it. */
export async function reopenSheet(
  ctx: Ctx,
  input: z.infer<typeof reopenSheetInput>,
): Promise<Outcome<{ reopened: number }, ReopenRefusal>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session, seats }) => {
    await tabledDossier(tx, session.id, input.dossierId)
    const { sheets } = (await readTable(tx, ctx, session.id)).find((row) => row.tabled.dossierId === input.dossierId)!
    const sheet = sheets.find((candidate) => candidate.memberId === input.memberId)
    const decision = decideReopening(sheet?.status ?? 'draft', session.status, input.reason)
    if (!decision.ok) return decision
    await reopenAll(tx, ctx, session.id, sheet ? [sheet] : [], seats, decision.event.reason)
    await leaveOutOfTold(tx, { sessionId: session.id, dossierId: input.dossierId }, input.memberId)
    await audit(tx, ctx, {
      action: decision.event.type,
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId: input.dossierId, memberId: input.memberId, reason: decision.event.reason },
    })
    return done({ reopened: 1 })
  })
}

export const recordDiscussionInput = z.object({ sessionId: z.string(), dossierId: z.string(), discussion: z.string().trim().max(10_000) })

/** What the council said about a dossier, for the minutes. */
export async function recordDiscussion(ctx: Ctx, input: z.infer<typeof recordDiscussionInput>): Promise<Outcome<{ saved: true }, Closed>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session }) => {
    if (session.status === 'closed') return refuse('session-closed')
    const dossier = await tabledDossier(tx, session.id, input.dossierId)
    await updateTabled(tx, { sessionId: session.id, dossierId: dossier.dossierId }, { discussion: input.discussion })
    await audit(tx, ctx, {
      action: 'appraisal.discussion-recorded',
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId: dossier.dossierId },
    })
    return done({ saved: true })
  })
}

export const recordFindingInput = z.object({
  sessionId: z.string(),
  dossierId: z.string(),
  finding: z.enum(['eliminated', 'postponed']).nullable(),
  reason: z.string().trim().max(2000),
})

/** The council eliminates a dossier by a note of the criteria, leaves it for another session, or takes that back. */
export async function recordFinding(
  ctx: Ctx,
  input: z.infer<typeof recordFindingInput>,
): Promise<Outcome<{ saved: true }, Closed | { code: 'reason-missing'; criteria: string[] }>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session }) => {
    if (session.status === 'closed') return refuse('session-closed')
    const dossier = await tabledDossier(tx, session.id, input.dossierId)
    if (input.finding !== null && input.reason.trim() === '') return refuse('reason-missing', { criteria: [] })
    await updateTabled(
      tx,
      { sessionId: session.id, dossierId: dossier.dossierId },
      { finding: input.finding, finding_reason: input.finding === null ? '' : input.reason },
    )
    await audit(tx, ctx, {
      action: 'appraisal.finding-recorded',
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId: dossier.dossierId, finding: input.finding, reason: input.reason },
    })
    return done({ saved: true })
  })
}

export const recordMinutesNoteInput = z.object({ sessionId: z.string(), note: z.string().trim().max(20_000) })

/** What else the minutes should say. */
export async function recordMinutesNote(
  ctx: Ctx,
  input: z.infer<typeof recordMinutesNoteInput>,
): Promise<Outcome<{ saved: true }, Closed>> {
  return asSecretary(ctx, input.sessionId, async (tx, { session }) => {
    if (session.status === 'closed') return refuse('session-closed')
    await updateMinutesNote(tx, session.id, input.note)
    await audit(tx, ctx, { action: 'appraisal.minutes-note-recorded', subjectType: 'council-session', subjectId: session.id })
    return done({ saved: true })
  })
}

function asSecretary<T>(ctx: Ctx, sessionId: string, work: (tx: Tx, table: AtTable<'secretary'>) => Promise<T>): Promise<T> {
  return inTransaction(ctx, async (tx) => work(tx, await sitDownToWrite(tx, ctx, sessionId, 'update', 'secretary')))
}

async function reopenAll(
  tx: Tx,
  ctx: Ctx,
  sessionId: string,
  sheets: readonly StoredSheet[],
  seats: readonly { memberId: string; userId: string }[],
  reason: string,
): Promise<void> {
  for (const sheet of sheets) await reopenStoredSheet(tx, sheet, reason, ctx.now)
  const [first] = sheets
  if (!first || ctx.actor.kind !== 'person') return
  const userIds = seats.filter((seat) => sheets.some((sheet) => sheet.memberId === seat.memberId)).map((seat) => seat.userId)
  const payload: SheetsReopened = { sessionId, dossierId: first.dossierId, userIds }
  await recordEvent(tx, { type: 'appraisal.sheets-reopened', payload, actorId: ctx.actor.userId, at: ctx.now })
}
