import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { Role } from './actor.ts'
import type { TrailId, UserId } from './ids.ts'
import { shownEmail } from './people.store.ts'
import type { SecurityOutcome, SecurityWhat } from './rules.ts'
import type { Seat } from './security-log.store.ts'

export type ListedAccount = {
  id: UserId
  name: string
  email: string | null
  phone: string | null
  /** The names of the roles held today, and the organisations that gave them. */
  roles: string | null
  organisations: string | null
  roleCodes: Role[]
  secondFactor: 'on' | 'off'
  createdAt: Date
}

/** Every account with the roles that it holds on a day. */
export function accountsListed(db: ReadDb, today: string, names: Readonly<Record<Role, string>>) {
  const said = JSON.stringify(names)
  return sql<ListedAccount>`${db
    .selectFrom('auth_user')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('membership')
          .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
          .whereRef('membership.user_id', '=', 'auth_user.id')
          .where((held) => held.or([held('membership.until', 'is', null), held('membership.until', '>=', today)]))
          .select([
            sql<string | null>`string_agg(distinct ${said}::text::jsonb ->> membership.role, ', ')`.as('roles'),
            sql<string | null>`string_agg(distinct organisation.name, ', ')`.as('organisations'),
            sql<Role[]>`coalesce(jsonb_agg(distinct membership.role), '[]')`.as('roleCodes'),
          ])
          .as('held'),
      (join) => join.onTrue(),
    )
    .select([
      'auth_user.id',
      'auth_user.name',
      shownEmail.as('email'),
      'auth_user.phone',
      'held.roles',
      'held.organisations',
      'held.roleCodes',
      sql`case when auth_user.two_factor_enabled then 'on' else 'off' end`.as('secondFactor'),
      'auth_user.created_at as createdAt',
    ])}`
}

export type ListedAudit = {
  id: string
  seq: number
  at: Date
  actorId: TrailId | null
  actorName: string
  action: string
  subjectType: string
  subjectId: string
  detail: string | null
}

/** The whole trail. */
export const auditListed = (db: ReadDb) =>
  sql<ListedAudit>`${db
    .selectFrom('audit_entry')
    .select([
      sql`seq::text`.as('id'),
      'seq',
      'at',
      'actor_id as actorId',
      'actor_name as actorName',
      'action',
      'subject_type as subjectType',
      'subject_id as subjectId',
      sql`nullif(detail::text, '{}')`.as('detail'),
    ])}`

export type ListedSecurity = {
  id: string
  number: number
  at: Date
  what: SecurityWhat
  outcome: SecurityOutcome
  reason: string | null
  actorId: TrailId | null
  actorName: string | null
  seats: Seat[]
  /** The roles at that time, in words. */
  seatNames: string | null
  tried: string | null
  address: string | null
  requestId: string | null
  action: string | null
  objectType: string | null
  objectId: string | null
  times: number
}

/** The whole log. */
export function securityListed(db: ReadDb, names: Readonly<Record<Role, string>>) {
  const said = JSON.stringify(names)
  return sql<ListedSecurity>`${db.selectFrom('security_entry').select([
    sql`id::text`.as('id'),
    'id as number',
    'at',
    'what',
    'outcome',
    'reason',
    'actor_id as actorId',
    'actor_name as actorName',
    'seats',
    sql`(select string_agg(concat_ws(', ', ${said}::text::jsonb ->> (seat ->> 'role'), seat ->> 'organisation'), '; ')
        from jsonb_array_elements(seats) as seat)`.as('seatNames'),
    'tried',
    'address',
    'request_id as requestId',
    'action',
    'object_type as objectType',
    'object_id as objectId',
    'times',
  ])}`
}
