import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { requirePerson } from './actor.ts'
import { selectNotices, updateNoticesSeen } from './notice.store.ts'

/** What administrators did to one's own way in, the latest first. */
export function listOwnNotices(ctx: Pick<Ctx, 'db' | 'actor'>) {
  return selectNotices(ctx.db, requirePerson(ctx.actor).userId, 10)
}

/** From now on the office does not repeat them; the account keeps them. */
export async function markNoticesSeen(ctx: Ctx): Promise<void> {
  const { userId } = requirePerson(ctx.actor)
  await inTransaction(ctx, (tx) => updateNoticesSeen(tx, userId, ctx.now))
}
