import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { selectReports } from '../intake/intake.store.ts'
import { decideMove, hourPattern, sessionActs } from '../rules.ts'
import type { CancelRefusal, MoveRefusal } from '../rules.ts'
import { sessionFormWords } from '../words.ts'
import { lockSessionAs } from './open-session-as.ts'
import { councilRulesOn } from './open-session.ts'
import { selectSessionDossiers, updateSessionCall, updateSessionCancelled } from './session.store.ts'

const reason = z.string().trim().max(500).default('')

export const moveSessionInput = z.object({
  sessionId: idInput('ses'),
  heldOn: z.iso.date(sessionFormWords.day),
  place: z.string().trim().min(3, sessionFormWords.place).max(300),
  calledFor: z.union([z.literal(''), z.string().regex(hourPattern, sessionFormWords.hour)]).default(''),
  reason,
})

/** A session that has not begun is held on another day, at another hour or place; who was called and whose dossiers they are is told why. */
export async function moveSession(ctx: Ctx, input: z.input<typeof moveSessionInput>): Promise<Outcome<null, MoveRefusal>> {
  const act = sessionActs.move
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const dossiers = await selectSessionDossiers(tx, session.id)
    const reports = await selectReports(
      tx,
      dossiers.map(({ dossierId }) => dossierId),
    )
    const call = { heldOn: input.heldOn, place: input.place, calledFor: input.calledFor || null, reason: input.reason ?? '' }
    const reported = dossiers.map(({ dossierId, code }) => {
      const submittedAt = reports.find((report) => report.dossierId === dossierId)?.submittedAt
      return { code, reportedOn: submittedAt ? dateInVietnam(submittedAt) : null }
    })
    const decision = decideMove(session, { ...call, today: dateInVietnam(ctx.now) }, reported)
    if (!decision.ok) return decision
    // The rules of the council are those of the day on which it meets.
    await updateSessionCall(tx, session.id, { ...call, rules: await councilRulesOn(tx, call.heldOn) })
    const userIds = seats.map(({ userId }) => userId)
    const payload = { sessionId: session.id, heldOn: call.heldOn, before: session.heldOn, place: call.place, reason: call.reason, userIds }
    await record(tx, ctx, act, { subjectId: session.id, payload, detail: { from: session.heldOn, to: call.heldOn, reason: call.reason } })
    return done(null)
  })
}

export const cancelSessionInput = z.object({ sessionId: idInput('ses'), reason })

/** A session that has not begun does not take place: its dossiers are free for another one. */
export async function cancelSession(
  ctx: Ctx,
  { sessionId, reason: why = '' }: z.input<typeof cancelSessionInput>,
): Promise<Outcome<null, CancelRefusal>> {
  const act = sessionActs.cancel
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, sessionId, act)
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    if (why === '') return refuse('reason-missing', { criteria: [] })
    await updateSessionCancelled(tx, session.id, { status: act.to, reason: why })
    const payload = { sessionId: session.id, heldOn: session.heldOn, reason: why, userIds: seats.map(({ userId }) => userId) }
    await record(tx, ctx, act, { subjectId: session.id, payload, detail: { heldOn: session.heldOn, reason: why } })
    return done(null)
  })
}
