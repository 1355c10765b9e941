import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import type { ReadDb, Tx } from '../context.ts'
import type { NoticeId, UserId } from './ids.ts'

export type NoticeKind = 'access-renewed' | 'second-factor-removed'

export async function insertNotice(
  tx: Tx,
  notice: { id: NoticeId; userId: UserId; kind: NoticeKind; byName: string; byId: UserId | null; at: Date },
): Promise<void> {
  const { id, userId, kind, byName, byId, at } = notice
  await tx.insertInto('account_notice').values({ id, user_id: userId, kind, by_name: byName, by_id: byId, at }).execute()
}

// Asked with every page of the office.
const latest = prepare((db: ReadDb, { userId, limit }: Slots<{ userId: UserId; limit: number }>) =>
  db
    .selectFrom('account_notice')
    .select(['id', 'kind', 'by_name as byName', 'at', 'seen_at as seenAt'])
    .where('user_id', '=', userId)
    .orderBy('at', 'desc')
    .limit(limit),
)

/** What was done to somebody's way in, the latest first. */
export async function selectNotices(db: ReadDb, userId: UserId, limit: number) {
  const rows = await latest(db, { userId, limit })
  return rows.map((row) => ({ ...row, kind: row.kind as NoticeKind }))
}

export async function updateNoticesSeen(tx: Tx, userId: UserId, at: Date): Promise<void> {
  await tx.updateTable('account_notice').set({ seen_at: at }).where('user_id', '=', userId).where('seen_at', 'is', null).execute()
}
