import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

export async function selectPasswordHash(db: ReadDb, userId: UserId): Promise<string | null> {
  const account = await db
    .selectFrom('auth_account')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .select('password')
    .executeTakeFirst()
  return account?.password ?? null
}

/** Null: no password opens the account. */
export async function updatePasswordHash(tx: Tx, userId: UserId, { hash, at }: { hash: string | null; at: Date }): Promise<void> {
  await tx
    .updateTable('auth_account')
    .set({ password: hash, updated_at: at })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute()
}

export async function deleteSecondFactor(tx: Tx, userId: UserId, at: Date): Promise<void> {
  await tx.deleteFrom('auth_two_factor').where('user_id', '=', userId).execute()
  await tx.updateTable('auth_user').set({ two_factor_enabled: false, updated_at: at }).where('id', '=', userId).execute()
}
