import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

export async function upsertFactorRemoval(
  tx: Tx,
  {
    userId,
    askedById,
    askedByName,
    at,
    expiredBefore,
  }: { userId: UserId; askedById: UserId; askedByName: string; at: Date; expiredBefore: Date },
): Promise<void> {
  const asked = { asked_by_id: askedById, asked_by_name: askedByName, asked_at: at }
  await tx
    .insertInto('factor_removal')
    .values({ user_id: userId, ...asked })
    // What was asked before stands, unless its time is over.
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(asked).where('factor_removal.asked_at', '<', expiredBefore))
    .execute()
}

const removals = (db: ReadDb, userId: UserId) =>
  db
    .selectFrom('factor_removal')
    .select(['asked_by_id as askedById', 'asked_by_name as askedByName', 'asked_at as askedAt'])
    .where('user_id', '=', userId)

export const selectFactorRemoval = (db: ReadDb, userId: UserId) => removals(db, userId).executeTakeFirst()

export const lockFactorRemoval = (tx: Tx, userId: UserId) => removals(tx, userId).forUpdate().executeTakeFirst()

export async function deleteFactorRemoval(tx: Tx, userId: UserId): Promise<void> {
  await tx.deleteFrom('factor_removal').where('user_id', '=', userId).execute()
}
