import { beforeCommit } from '@dacsan/platform/context'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { actorName, trailId } from './actor.ts'
import type { TrailId } from './ids.ts'

/** One line of the audit trail. */
export type AuditNote = { action: string; subjectType: string; subjectId: string; detail?: Record<string, unknown> }

const append = prepare(
  (
    _: ReadDb,
    entry: Slots<{
      at: Date
      actorId: TrailId | null
      actorName: string
      action: string
      subjectType: string
      subjectId: string
      detail: string
    }>,
  ) =>
    // The trigger numbers and chains the row.
    sql`insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id, detail)
      values (${entry.at}, ${entry.actorId}, ${entry.actorName}, ${entry.action}, ${entry.subjectType}, ${entry.subjectId}, ${entry.detail})`,
)

/** Appends to the trail, with the commit: until then one of its lanes is taken. */
export async function insertAuditEntry(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, { detail, ...note }: AuditNote): Promise<void> {
  await beforeCommit(
    tx,
    append.statement(tx, {
      at: ctx.now,
      actorId: trailId(ctx.actor),
      actorName: actorName(ctx.actor),
      ...note,
      detail: JSON.stringify(detail ?? {}),
    }),
  )
}
