import { done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { sessionActs } from '../rules.ts'
import type { ReasonMissing, SessionClosedRefusal } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { discloseDeviation } from '../sessions/disclose-deviation.ts'
import { lockSessionAs, sessionDossier } from '../sessions/open-session-as.ts'
import { deleteDeclaredConflict, insertDeclaredConflict } from './conflict.store.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { idInput } from '@dacsan/platform/ids'

export const declareConflictInput = z.object({ sessionId: idInput('ses'), dossierId: idInput('dos'), reason: z.string().trim().max(500) })

/** A member says that a dossier concerns them: from now on they do not read or score it, and what they scored does not count. */
export async function declareConflict(
  ctx: Ctx,
  input: z.infer<typeof declareConflictInput>,
): Promise<Outcome<{ declared: true }, SessionClosedRefusal | ReasonMissing>> {
  const act = sessionActs['declare-conflict']
  return inTransaction(ctx, async (tx) => {
    const { session, memberId } = await lockSessionAs(tx, ctx, input.sessionId, act, 'share')
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const { dossierId } = await sessionDossier(tx, session.id, input.dossierId)
    const reason = input.reason.trim()
    if (reason === '') return refuse('reason-missing', { criteria: [] })
    await insertDeclaredConflict(tx, { sessionId: session.id, dossierId, memberId, reason, at: ctx.now })
    await discloseDeviation(tx, ctx, session)
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, memberId, reason } })
    return done({ declared: true })
  })
}

/**
 * Takes back one's own declaration, such as one made on the wrong dossier; what the platform found itself stays. The same form sent twice is
 * done: there is nothing left to take back.
 */
export async function withdrawDeclaration(
  ctx: Ctx,
  input: { sessionId: SessionId; dossierId: DossierId },
): Promise<Outcome<{ withdrawn: true }, SessionClosedRefusal>> {
  const act = sessionActs['withdraw-conflict']
  return inTransaction(ctx, async (tx) => {
    const { session, memberId } = await lockSessionAs(tx, ctx, input.sessionId, act, 'share')
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const { dossierId } = await sessionDossier(tx, session.id, input.dossierId)
    if (!(await deleteDeclaredConflict(tx, { sessionId: session.id, dossierId, memberId }))) return done({ withdrawn: true })
    await discloseDeviation(tx, ctx, session)
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, memberId } })
    return done({ withdrawn: true })
  })
}
