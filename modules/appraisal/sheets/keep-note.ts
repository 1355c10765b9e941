import { done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { grantsOf, record } from '../../identity/index.ts'
import { conflictOf } from '../councils/conflict.store.ts'
import { tiesOfSession } from '../policy.ts'
import { sessionActs } from '../rules.ts'
import type { ConflictRefusal, SessionClosedRefusal } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { lockSessionAs, openSessionAs, sessionDossier } from '../sessions/open-session-as.ts'
import { selectNote, upsertNote } from './note.store.ts'

export const keepNoteInput = z.object({ sessionId: idInput('ses'), dossierId: idInput('dos'), note: z.string().trim().max(5000) })

/** A member's own note on a dossier, while they read and score it; an empty one takes it away. */
export async function keepNote(
  ctx: Ctx,
  input: z.infer<typeof keepNoteInput>,
): Promise<Outcome<{ kept: true }, SessionClosedRefusal | ConflictRefusal>> {
  const act = sessionActs['keep-note']
  return inTransaction(ctx, async (tx) => {
    const { session, memberId } = await lockSessionAs(tx, ctx, input.sessionId, act, 'share')
    const closed = refuseStatus(act, session.status)
    if (closed) return closed
    const { dossierId } = await sessionDossier(tx, session.id, input.dossierId)
    const key = { sessionId: session.id, dossierId, memberId }
    const conflict = await conflictOf(tx, key, dateInVietnam(ctx.now))
    if (conflict) return refuse('conflict', conflict)
    await upsertNote(tx, key, input.note, ctx.now)
    // That it was written, and never what it says.
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, memberId } })
    return done({ kept: true })
  })
}

export type MemberNote = { note: string; updatedAt: Date | null; mayKeep: boolean }

/** The actor's own note; there is no question about anybody else's. */
export async function memberNote(ctx: Ctx, { sessionId, dossierId }: { sessionId: SessionId; dossierId: DossierId }): Promise<MemberNote> {
  const { session, memberId, role } = await openSessionAs(ctx, sessionId, 'member', 'chair')
  const kept = await selectNote(ctx.db, { sessionId, dossierId, memberId })
  const may = mayOf(sessionActs, session.status, grantsOf(ctx.actor, tiesOfSession(role)))
  return { note: kept?.note ?? '', updatedAt: kept?.updatedAt ?? null, mayKeep: may['keep-note'] === true }
}
