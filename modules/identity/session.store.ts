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

/** Ends every session and every sign-in that waits for its code. Answers how many sessions. */
export async function endAllSessions(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('auth_session').executeTakeFirst()
  await tx.deleteFrom('auth_verification').execute()
  return Number(numDeletedRows)
}

export async function deleteSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('auth_session').where('token', '=', token).execute()
}

/** Whose session has this token, also where it has ended meanwhile. */
export async function selectSessionUser(db: ReadDb, token: string): Promise<UserId | undefined> {
  const session = await db.selectFrom('auth_session').select('user_id').where('token', '=', token).executeTakeFirst()
  return session?.user_id
}

/** Whose sign-in waits for its code under this identifier. */
export function selectWaitingPerson(db: ReadDb, identifier: string) {
  return db
    .selectFrom('auth_verification')
    .innerJoin('auth_user', 'auth_user.id', 'auth_verification.value')
    .select(['auth_user.id', 'auth_user.name', 'auth_user.email'])
    .where('auth_verification.identifier', '=', identifier)
    .executeTakeFirst()
}

/** Beside a sign-in that waits for its code: a provider proved the person, and no password. */
const byProvider = 'by-provider'

export async function insertProvenWaiting(
  tx: Tx,
  { id, userId, until, at }: { id: string; userId: UserId; until: Date; at: Date },
): Promise<void> {
  await tx
    .insertInto('auth_verification')
    .values({ id, identifier: byProvider, value: userId, expires_at: until, created_at: at, updated_at: at })
    .execute()
}

/**
 * Whether a provider, and no password, proved somebody who now gave the code. It may have been another of their sign-ins: then the password is asked
 * for once too often, and never once too few.
 */
export async function isProvenWaiting(db: ReadDb, userId: UserId, now: Date): Promise<boolean> {
  const waiting = await db
    .selectFrom('auth_verification')
    .select('id')
    .where('identifier', '=', byProvider)
    .where('value', '=', userId)
    .where('expires_at', '>', now)
    .limit(1)
    .executeTakeFirst()
  return waiting !== undefined
}

/** Nobody has typed the password in the session with this token. */
export async function insertUnconfirmed(tx: Tx, token: string): Promise<void> {
  await tx
    .insertInto('session_confirmation')
    .columns(['session_id', 'at'])
    .expression((eb) =>
      eb
        .selectFrom('auth_session')
        .select(['id', eb.lit(null).as('at')])
        .where('token', '=', token),
    )
    .execute()
}

/** Deletes sessions, and sign-ins that waited for their code, that ended before then. */
export async function deleteEndedSessions(tx: Tx, before: Date): Promise<{ sessions: number; verifications: number }> {
  const sessions = await tx.deleteFrom('auth_session').where('expires_at', '<', before).executeTakeFirst()
  const verifications = await tx.deleteFrom('auth_verification').where('expires_at', '<', before).executeTakeFirst()
  return { sessions: Number(sessions.numDeletedRows), verifications: Number(verifications.numDeletedRows) }
}
