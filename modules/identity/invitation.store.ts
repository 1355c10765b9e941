import type { ReadDb, Tx } from '../context.ts'
import type { InvitationId, UserId } from './ids.ts'
import { shownEmail } from './people.store.ts'

export type InvitationKind = 'first' | 'renewed'
export type NewInvitation = {
  id: InvitationId
  userId: UserId
  digest: string
  kind: InvitationKind
  madeByName: string
  madeById: UserId | null
  madeAt: Date
  expiresAt: Date
}

/** A new invitation; those before it open nothing any more. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ expires_at: invitation.madeAt })
    .where('user_id', '=', invitation.userId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', invitation.madeAt)
    .execute()
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      user_id: invitation.userId,
      digest: invitation.digest,
      kind: invitation.kind,
      made_by_name: invitation.madeByName,
      made_by_id: invitation.madeById,
      made_at: invitation.madeAt,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

const withPerson = (db: ReadDb, digest: string) =>
  db
    .selectFrom('invitation')
    .innerJoin('auth_user', 'auth_user.id', 'invitation.user_id')
    .select([
      'invitation.id',
      'invitation.kind',
      'invitation.made_by_name as madeByName',
      'invitation.made_at as madeAt',
      'invitation.expires_at as expiresAt',
      'invitation.used_at as usedAt',
      'auth_user.id as userId',
      'auth_user.name',
      shownEmail.as('email'),
      'auth_user.phone',
    ])
    .where('invitation.digest', '=', digest)

export function selectInvitation(db: ReadDb, digest: string) {
  return withPerson(db, digest).executeTakeFirst()
}

export function selectInvitationById(db: ReadDb, id: InvitationId) {
  return db
    .selectFrom('invitation')
    .select(['digest', 'kind', 'user_id as userId', 'made_by_name as madeByName', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Whether somebody was invited and has not chosen a password yet. */
export async function hasOpenFirstInvitation(db: ReadDb, userId: UserId): Promise<boolean> {
  const rows = db.selectFrom('invitation').select('id').where('user_id', '=', userId).where('kind', '=', 'first')
  if (await rows.where('used_at', 'is not', null).limit(1).executeTakeFirst()) return false
  return (await rows.limit(1).executeTakeFirst()) !== undefined
}

export function lockInvitation(tx: Tx, digest: string) {
  return withPerson(tx, digest).forUpdate('invitation').executeTakeFirst()
}

export async function updateInvitationUsed(tx: Tx, id: InvitationId, at: Date): Promise<void> {
  await tx.updateTable('invitation').set({ used_at: at }).where('id', '=', id).execute()
}
