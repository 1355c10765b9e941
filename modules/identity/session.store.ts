import type { Tx } from '../context.ts'

/** Ends what a person has begun: the living sessions, but for one, and the sign-ins that still wait for the code of the second factor. */
export async function endSessions(tx: Tx, userId: string, { except = '' }: { except?: string } = {}): Promise<void> {
  await tx.deleteFrom('auth_session').where('user_id', '=', userId).where('id', '<>', except).execute()
  await tx.deleteFrom('auth_verification').where('value', '=', userId).execute()
}
