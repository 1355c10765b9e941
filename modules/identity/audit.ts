import { beforeCommit } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { insertAuditEntry } from './audit.store.ts'
import type { AuditNote } from './audit.store.ts'

export type { AuditNote } from './audit.store.ts'

/** Writes one line of the audit trail, at the end of the transaction of the change it tells of. Replaced by {@link record} room by room. */
export async function audit(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, note: AuditNote): Promise<void> {
  await beforeCommit(tx, () => insertAuditEntry(tx, ctx, note))
}
