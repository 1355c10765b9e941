import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { scoredCriteria } from '@dacsan/scorecard'
import { criteriaSet } from '../../law/index.ts'
import { decideDiscussion, refuseInWriting, sessionActs, sheetActs, spreadToName } from '../rules.ts'
import type { DiscussionRefusal, MeetingOnlyRefusal, ReasonMissing, SessionClosedRefusal } from '../rules.ts'
import { reopenStoredSheet } from '../sheets/sheet.store.ts'
import { discussionReason } from '../words.ts'
import { nameSpread, updateDisclosure } from './deviation.store.ts'
import { councilRules, lockSessionAs, readSessionDossier, sessionDossier } from './open-session-as.ts'
import { updateSessionDossier, updateSessionStatus } from './session.store.ts'
import { idInput } from '@dacsan/platform/ids'

export const openDiscussionInput = z.object({ sessionId: idInput('ses'), dossierId: idInput('dos') })

/** The points deviate too far: the council talks about the dossier, and every member looks at their own points again. */
export async function openDiscussion(
  ctx: Ctx,
  input: z.infer<typeof openDiscussionInput>,
): Promise<Outcome<{ reopened: number }, DiscussionRefusal | MeetingOnlyRefusal>> {
  const act = sessionActs['open-discussion']
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const inWriting = refuseInWriting(session.manner)
    if (inWriting) return inWriting
    const key = { sessionId: session.id, dossierId: input.dossierId }
    const { dossier, scoring, sheets } = await readSessionDossier(tx, ctx, key)
    const decision = decideDiscussion(session.status, scoring, { council: seats, rules: councilRules(session.rules) })
    if (!decision.ok) return decision
    const { reopened, exceeds } = decision.event
    const reason = discussionReason(exceeds, session.rules.deviationPoints.value)
    for (const sheet of sheets.filter(({ memberId }) => reopened.includes(memberId))) {
      await reopenStoredSheet(tx, sheet, { status: sheetActs.reopen.to, reason, at: ctx.now })
    }
    const criteria = scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)).map(({ code }) => code)
    await nameSpread(tx, key, spreadToName({ disclosed: scoring.disclosed, sheets }, criteria))
    await updateDisclosure(tx, key, null)
    await updateSessionStatus(tx, session.id, act.to)
    const userIds = seats.filter(({ memberId }) => reopened.includes(memberId)).map(({ userId }) => userId)
    const detail = { dossierId: input.dossierId, sheets: reopened.length }
    await record(tx, ctx, act, { subjectId: session.id, payload: { ...key, userIds }, detail })
    return done({ reopened: reopened.length })
  })
}

export const recordDiscussionInput = z.object({
  sessionId: idInput('ses'),
  dossierId: idInput('dos'),
  discussion: z.string().trim().max(10_000),
})

/** What the council said about a dossier, for the minutes. */
export async function recordDiscussion(
  ctx: Ctx,
  input: z.infer<typeof recordDiscussionInput>,
): Promise<Outcome<{ saved: true }, SessionClosedRefusal | MeetingOnlyRefusal>> {
  const act = sessionActs['record-discussion']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const closed = refuseStatus(act, session.status) ?? refuseInWriting(session.manner)
    if (closed) return closed
    const { dossierId } = await sessionDossier(tx, session.id, input.dossierId)
    await updateSessionDossier(tx, { sessionId: session.id, dossierId }, { discussion: input.discussion })
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId } })
    return done({ saved: true })
  })
}

export const recordFindingInput = z.object({
  sessionId: idInput('ses'),
  dossierId: idInput('dos'),
  finding: z.enum(['eliminated', 'postponed']).nullable(),
  reason: z.string().trim().max(2000),
})

/** The council eliminates a dossier by a note of the criteria, leaves it for another session, or takes that back. */
export async function recordFinding(
  ctx: Ctx,
  input: z.infer<typeof recordFindingInput>,
): Promise<Outcome<{ saved: true }, SessionClosedRefusal | MeetingOnlyRefusal | ReasonMissing>> {
  const act = sessionActs['record-finding']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const { dossierId } = await sessionDossier(tx, session.id, input.dossierId)
    const { finding, reason } = input
    if (finding === 'eliminated' && session.manner === 'written') return refuse('not-in-writing')
    if (finding !== null && reason.trim() === '') return refuse('reason-missing', { criteria: [] })
    await updateSessionDossier(tx, { sessionId: session.id, dossierId }, { finding, finding_reason: finding === null ? '' : reason })
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, finding, reason } })
    return done({ saved: true })
  })
}
