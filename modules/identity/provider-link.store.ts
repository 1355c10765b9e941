import type { ProvenSubject } from '@dacsan/platform/identity-provider'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

/** Beside these, `auth_account` holds the passwords. */
const password = 'credential'

/** Whose account is linked to this subject, and whether a password opens it: where none does, nothing else may. */
export function selectLinkedPerson(db: ReadDb, { issuer, subject }: ProvenSubject) {
  return db
    .selectFrom('auth_account as link')
    .innerJoin('auth_user', 'auth_user.id', 'link.user_id')
    .select((eb) => [
      'auth_user.id',
      'auth_user.name',
      'auth_user.email',
      eb
        .exists(
          eb
            .selectFrom('auth_account as own')
            .select('own.id')
            .whereRef('own.user_id', '=', 'auth_user.id')
            .where('own.provider_id', '=', password)
            .where('own.password', 'is not', null)
            .where('auth_user.erased_at', 'is', null),
        )
        .as('open'),
    ])
    .where('link.provider_id', '=', issuer)
    .where('link.provider_id', '<>', password)
    .where('link.account_id', '=', subject)
    .executeTakeFirst()
}

/** The providers that an account is linked to, the first one first. */
export function selectLinks(db: ReadDb, userId: UserId) {
  return db
    .selectFrom('auth_account')
    .select(['id', 'provider_id as issuer', 'created_at as since'])
    .where('user_id', '=', userId)
    .where('provider_id', '<>', password)
    .orderBy('created_at')
    .execute()
}

/** Null where it was made; else what stood in its way: the subject is somebody's already, or the account has one there. */
export async function insertLink(
  tx: Tx,
  { id, userId, issuer, subject, at }: ProvenSubject & { id: string; userId: UserId; at: Date },
): Promise<'link-taken' | 'linked-already' | null> {
  const made = await tx
    .insertInto('auth_account')
    .values({ id, user_id: userId, provider_id: issuer, account_id: subject, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return null
  const owner = await selectLinkedPerson(tx, { issuer, subject })
  return owner && owner.id !== userId ? 'link-taken' : 'linked-already'
}

/** The issuer of the link that was ended; undefined where the account has no such link. */
export async function deleteLink(tx: Tx, userId: UserId, id: string): Promise<string | undefined> {
  const ended = await tx
    .deleteFrom('auth_account')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('provider_id', '<>', password)
    .returning('provider_id')
    .executeTakeFirst()
  return ended?.provider_id
}

export async function deleteLinksOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.deleteFrom('auth_account').where('user_id', '=', userId).where('provider_id', '<>', password).execute()
}
