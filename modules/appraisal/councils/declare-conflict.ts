import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { audit } from '../../identity/index.ts'
import { sitDownToWrite, tabledDossier } from '../sessions/open-session-as.ts'
import { deleteDeclaredConflict, insertDeclaredConflict } from './conflict.store.ts'
import { tellSpread } from '../sessions/disclose-deviation.ts'

export const declareConflictInput = z.object({ sessionId: z.string(), dossierId: z.string(), reason: z.string().trim().max(500) })

export type DeclarationRefusal = { code: 'session-closed' } | { code: 'reason-missing'; criteria: string[] }

/** A member says that a dossier concerns them: from now on they do not read or score it, and what they scored does not count. */
export async function declareConflict(
  ctx: Ctx,
  input: z.infer<typeof declareConflictInput>,
): Promise<Outcome<{ declared: true }, DeclarationRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { session, desk } = await sitDownToWrite(tx, ctx, input.sessionId, 'share', 'member', 'chair')
    const { dossierId } = await tabledDossier(tx, session.id, input.dossierId)
    if (session.status === 'closed') return refuse('session-closed')
    const reason = input.reason.trim()
    if (reason === '') return refuse('reason-missing', { criteria: [] })
    await insertDeclaredConflict(tx, { sessionId: session.id, dossierId, memberId: desk.memberId, reason, at: ctx.now })
    await tellSpread(tx, ctx, session)
    await audit(tx, ctx, {
      action: 'appraisal.conflict-declared',
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId, memberId: desk.memberId, reason },
    })
    return done({ declared: true })
  })
}

/** Takes back one's own declaration, such as one made on the wrong dossier; what the platform found itself stays. */
export async function withdrawDeclaration(
  ctx: Ctx,
  input: { sessionId: string; dossierId: string },
): Promise<Outcome<{ withdrawn: true }, DeclarationRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { session, desk } = await sitDownToWrite(tx, ctx, input.sessionId, 'share', 'member', 'chair')
    if (session.status === 'closed') return refuse('session-closed')
    const key = { sessionId: session.id, dossierId: input.dossierId, memberId: desk.memberId }
    if (!(await deleteDeclaredConflict(tx, key))) throw new NotFound('no such declaration')
    await tellSpread(tx, ctx, session)
    await audit(tx, ctx, {
      action: 'appraisal.conflict-declaration-withdrawn',
      subjectType: 'council-session',
      subjectId: session.id,
      detail: { dossierId: input.dossierId, memberId: desk.memberId },
    })
    return done({ withdrawn: true })
  })
}
