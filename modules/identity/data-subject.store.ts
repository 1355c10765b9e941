import { dateInVietnam } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { AccountSubject } from '../personal-data.ts'
import type { UserId } from './ids.ts'
import { shownEmail } from './people.store.ts'

/** An account as its data are found by: also one whose data were erased. */
export async function selectAccountSubject(db: ReadDb, userId: UserId, now: Date): Promise<AccountSubject | undefined> {
  const person = await db
    .selectFrom('auth_user')
    .select(['name', shownEmail.as('email'), 'phone'])
    .where('id', '=', userId)
    .executeTakeFirst()
  if (!person) return undefined
  const today = dateInVietnam(now)
  const organisations = await db
    .selectFrom('membership')
    .select((eb) => [
      'organisation_id as id',
      eb
        .not(
          eb.exists(
            eb
              .selectFrom('membership as other')
              .select('other.id')
              .whereRef('other.organisation_id', '=', 'membership.organisation_id')
              .where('other.user_id', '<>', userId)
              .where((or) => or.or([or('other.until', 'is', null), or('other.until', '>=', today)])),
          ),
        )
        .as('alone'),
    ])
    .where('user_id', '=', userId)
    .where('role', '=', 'producer')
    .execute()
  return {
    kind: 'account',
    userId,
    ...person,
    producerOf: organisations.map(({ id }) => id),
    aloneIn: organisations.filter(({ alone }) => alone).map(({ id }) => id),
  }
}

/** Accounts in which nothing has happened since a moment: every role ended before, and nobody came in since. */
export async function selectUnusedAccounts(db: ReadDb, before: Date, limit: number): Promise<UserId[]> {
  const rows = await db
    .selectFrom('auth_user')
    .select('id')
    .where('erased_at', 'is', null)
    .where('created_at', '<', before)
    .where(
      sql<boolean>`not exists (select from membership m where m.user_id = auth_user.id and (m.until is null or m.until >= ${dateInVietnam(before)}::date))`,
    )
    .where(sql<boolean>`not exists (select from auth_session s where s.user_id = auth_user.id)`)
    .where(sql<boolean>`not exists (select from known_device d where d.user_id = auth_user.id and d.last_at >= ${before})`)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
