import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { holdsWords, likeText } from '@dacsan/platform/folded-text'
import { sql } from 'kysely'
import type { Kysely, RawBuilder, SqlBool } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { readPhone, searchWords } from '@dacsan/vietnam'
import type { DB as Tables } from '../database.tables.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { Membership, Role } from './actor.ts'
import type { UserId } from './ids.ts'
import { isReachable } from './login.ts'
import type { Login } from './login.ts'
import { identityTopics } from './topics.ts'

/** The e-mail address of an account as it is shown: absent where no mail can reach it. */
export const shownEmail = sql<string | null>`case when auth_user.email like '%.invalid' then null else auth_user.email end`

/** The rows of {@link selectSessionPerson}, one for each role. Asked with every page of somebody who has signed in. */
const sessionRows = prepare((db: ReadDb, { sessionId, now, today }: Slots<{ sessionId: string; now: Date; today: string }>) =>
  db
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.user_id')
    .leftJoin('session_confirmation', 'session_confirmation.session_id', 'auth_session.id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.user_id', '=', 'auth_user.id')
        .on('membership.since', '<=', today)
        .on((eb) => eb.or([eb('membership.until', 'is', null), eb('membership.until', '>=', today)])),
    )
    .leftJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'auth_user.id as userId',
      'auth_user.name',
      shownEmail.as('email'),
      'auth_user.phone',
      'auth_user.two_factor_enabled as twoFactorEnabled',
      sql<Date | null>`case when session_confirmation.session_id is null or session_confirmation.at is not null
        then greatest(auth_session.created_at, session_confirmation.at) end`.as('confirmedAt'),
      'membership.role',
      'organisation.id as organisationId',
      'organisation.code as organisationCode',
      'organisation.name as organisationName',
      'organisation.commune_code as communeCode',
    ])
    .where('auth_session.id', '=', sessionId)
    .where('auth_session.expires_at', '>', now)
    .where(livesUntilItsEnd(now, today))
    .orderBy('membership.since')
    .orderBy('membership.id'),
)

/** The person of a living session with the roles of this day: one question per request, so that an ended role or session ends now. */
export async function selectSessionPerson(db: Kysely<Tables>, sessionId: string, now: Date, today: string) {
  const rows = await sessionRows(db, { sessionId, now, today })
  const [first] = rows
  if (!first) return undefined
  const memberships: Membership[] = rows.flatMap(({ role, organisationId, organisationCode, organisationName, communeCode }) =>
    role && organisationId && organisationCode && organisationName
      ? [{ role: role as Role, organisationId, organisationCode, organisationName, communeCode }]
      : [],
  )
  const { userId, name, email, phone, twoFactorEnabled, confirmedAt } = first
  return { userId, name, email, phone, twoFactorEnabled, confirmedAt, memberships }
}

const { least, most } = identityTopics['sign-in.session-days'].range

/**
 * A session ends so many days after it began, however often it was prolonged. As everywhere a value beyond its bounds is left out; where no rule
 * is known a session ends by idleness alone.
 */
const livesUntilItsEnd = (
  now: RawBuilder<Date>,
  today: RawBuilder<string>,
) => sql<boolean>`auth_session.created_at > coalesce(${now}::timestamptz - (
  select rule.value::int from legal_rule_card rule
  where rule.topic = 'sign-in.session-days' and rule.effective_from <= ${today}::date
    and case when jsonb_typeof(rule.value) = 'number' then rule.value::numeric between ${least} and ${most} else false end
  order by rule.effective_from desc limit 1) * interval '1 day', '-infinity')`

/** Whose account this is: `email` is the address by which the library of sign-ins knows it, also where no mail can reach it. */
export async function selectPersonByLogin(db: ReadDb, login: Login) {
  const people = db.selectFrom('auth_user').select(['id', 'name', 'email', 'phone'])
  if ('phone' in login) return people.where('phone', '=', login.phone).executeTakeFirst()
  return isReachable(login.email) ? people.where('email', '=', login.email).executeTakeFirst() : undefined
}

export async function insertPerson(
  tx: Tx,
  person: { id: UserId; accountId: string; name: string; email: string; phone: string | null; passwordHash: string | null; now: Date },
): Promise<void> {
  const { id, accountId, name, email, phone, passwordHash, now } = person
  await tx.insertInto('auth_user').values({ id, name, email, phone, email_verified: true, created_at: now, updated_at: now }).execute()
  await tx
    .insertInto('auth_account')
    .values({
      id: accountId,
      user_id: id,
      account_id: id,
      provider_id: 'credential',
      password: passwordHash,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/** By the name without accents, a part of the address that people see, or the telephone number. */
const isAskedFor = (search: string) =>
  sql<SqlBool>`(${holdsWords(sql.ref('name'), searchWords(search))} or ${shownEmail} ilike ${`%${likeText(search)}%`}
    or phone = ${readPhone(search) ?? null})`

export function selectAccounts(db: ReadDb, { search, limit, offset }: { search: string; limit: number; offset: number }) {
  return db
    .selectFrom('auth_user')
    .select(['id', 'name', shownEmail.as('email'), 'phone', 'two_factor_enabled as twoFactorEnabled', 'created_at as createdAt'])
    .$if(search !== '', (query) => query.where(isAskedFor(search)))
    .orderBy('name', inVietnamese)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function selectAccount(db: ReadDb, id: UserId) {
  return db
    .selectFrom('auth_user')
    .select(['id', 'name', shownEmail.as('email'), 'phone', 'two_factor_enabled as twoFactorEnabled', 'created_at as createdAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}
