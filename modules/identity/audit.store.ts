import type { Ctx, Tx } from '../context.ts'
import { actorId, actorName } from './actor.ts'

/** One line of the audit trail. */
export type AuditNote = { action: string; subjectType: string; subjectId: string; detail?: Record<string, unknown> }

/** Appends to the trail: from here to the commit every other writer waits. */
export async function insertAuditEntry(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, note: AuditNote): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      // The trigger numbers and chains the row: what stands here for these three columns is replaced.
      seq: 0,
      previous_hash: Buffer.alloc(0),
      hash: Buffer.alloc(0),
      at: ctx.now,
      actor_id: actorId(ctx.actor),
      actor_name: actorName(ctx.actor),
      action: note.action,
      subject_type: note.subjectType,
      subject_id: note.subjectId,
      detail: JSON.stringify(note.detail ?? {}),
    })
    .execute()
}
