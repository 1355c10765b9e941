import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { installationActs } from './acts.ts'
import { record } from './record.ts'
import { requireAct } from './ties.ts'

/** The trail says where it was taken back to an earlier moment: what was written after it is in no line that follows. */
export async function noteRestore(ctx: Ctx, { moment, archive }: { moment: string; archive: string }): Promise<void> {
  const act = installationActs['note-restore']
  requireAct(ctx.actor, act)
  await inTransaction(ctx, (tx) => record(tx, ctx, act, { subjectId: archive, detail: { moment } }))
}
