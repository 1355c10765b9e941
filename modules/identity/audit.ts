import type { Ctx, Tx } from '../context.ts'
import type { Actor } from './actor.ts'

/** What was done to what, for the record; `detail` never carries secrets or more personal data than the subject itself. */
export type AuditNote = { action: string; subjectType: string; subjectId: string; detail?: Record<string, unknown> }

/**
 * Writes one line of the audit trail, in the transaction of the change it tells of.
 * Call it last: from here to the commit every other writer of the trail waits, so that the chain has one order.
 */
export async function audit(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, note: AuditNote): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      // The trigger numbers and chains the row: what stands here for these three columns is replaced.
      seq: 0,
      previous_hash: Buffer.alloc(0),
      hash: Buffer.alloc(0),
      at: ctx.now,
      actor_id: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      actor_name: nameOf(ctx.actor),
      action: note.action,
      subject_type: note.subjectType,
      subject_id: note.subjectId,
      detail: JSON.stringify(note.detail ?? {}),
    })
    .execute()
}

function nameOf(actor: Actor): string {
  return actor.kind === 'visitor' ? 'Khách' : actor.name
}
