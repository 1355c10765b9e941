import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

/** The living sessions of a person, the one used last first. */
export function selectSessions(db: ReadDb, userId: UserId, now: Date) {
  return db
    .selectFrom('auth_session')
    .select(['id', 'created_at as since', 'updated_at as lastSeen', 'ip_address as address', 'user_agent as browser'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .execute()
}

/** Ends what a person has begun: the living sessions, but for one, and the sign-ins that still wait for the code of the second factor. */
export async function endSessions(tx: Tx, userId: UserId, { except = '' }: { except?: string } = {}): Promise<void> {
  await tx.deleteFrom('auth_session').where('user_id', '=', userId).where('id', '<>', except).execute()
  await tx.deleteFrom('auth_verification').where('value', '=', userId).execute()
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('auth_session').where('token', '=', token).execute()
}
