import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { installationActs } from './acts.ts'
import { deleteKeptForms } from './kept-form.store.ts'
import { record } from './record.ts'
import { endAllSessions } from './session.store.ts'
import { requireAct } from './ties.ts'

/**
 * The trail says where it was taken back to an earlier moment: what was written after it is in no line that follows. Everybody signs in anew: who had
 * ended a session since, perhaps because somebody else held it, would have it back, and codes and forms that were used up could be used again.
 */
export async function noteRestore(ctx: Ctx, { moment, archive }: { moment: string; archive: string }): Promise<void> {
  const act = installationActs['note-restore']
  requireAct(ctx.actor, act)
  await inTransaction(ctx, async (tx) => {
    const endedSessions = await endAllSessions(tx)
    await deleteKeptForms(tx)
    await record(tx, ctx, act, { subjectId: archive, detail: { moment, endedSessions } })
  })
}
