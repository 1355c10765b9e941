import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { Role } from './actor.ts'
import type { MembershipId, OrganisationId, UserId } from './ids.ts'

export type MembershipRow = { id: MembershipId; userId: UserId; role: string; organisationId: OrganisationId; until: string | null }

const columns = ['id', 'user_id as userId', 'role', 'organisation_id as organisationId', 'until'] as const

/** A role of a person by its id, locked. */
export function lockMembership(tx: Tx, id: MembershipId): Promise<MembershipRow | undefined> {
  return tx.selectFrom('membership').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The role that a person was given in an organisation before, if any, locked. */
export function lockMembershipIn(
  tx: Tx,
  of: { userId: UserId; organisationId: OrganisationId; role: Role },
): Promise<MembershipRow | undefined> {
  return tx
    .selectFrom('membership')
    .select(columns)
    .where('user_id', '=', of.userId)
    .where('organisation_id', '=', of.organisationId)
    .where('role', '=', of.role)
    .forUpdate()
    .executeTakeFirst()
}

/** Who holds a role in an organisation on this day, locked in the order of their ids. */
export async function lockMembershipsIn(tx: Tx, organisationId: OrganisationId, role: Role, today: string): Promise<MembershipRow[]> {
  return tx
    .selectFrom('membership')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Who holds a role in an organisation on this day, with the name, the longest first. */
export function selectHoldersIn(db: ReadDb, organisationId: OrganisationId, role: Role, today: string) {
  return db
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .select(['auth_user.id as userId', 'auth_user.name'])
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('membership.since')
    .orderBy('membership.id')
    .execute()
}

/** The memberships of all who are administrators on this day, locked in the order of their ids: two that end at once see each other. */
export async function lockAdministrators(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'administrator')
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether anybody else is an administrator on this day. */
export async function isAnotherAdministrator(db: ReadDb, userId: string, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'administrator')
    .where('user_id', '<>', sql<UserId>`${userId}`)
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether this account is an administrator's on this day. */
export async function isAdministrator(db: ReadDb, userId: UserId, today: string): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'administrator')
    .where('user_id', '=', userId)
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** False where somebody else gave the same role at the same moment. */
export async function insertMembership(
  tx: Tx,
  given: { id: MembershipId; userId: UserId; organisationId: OrganisationId; role: Role; since: string; until: string | null },
): Promise<boolean> {
  const { id, userId, organisationId, role, since, until } = given
  const inserted = await tx
    .insertInto('membership')
    .values({ id, user_id: userId, organisation_id: organisationId, role, since, until })
    .onConflict((conflict) => conflict.columns(['user_id', 'organisation_id', 'role']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateMembership(tx: Tx, id: MembershipId, dates: { since?: string; until: string | null }): Promise<void> {
  await tx.updateTable('membership').set(dates).where('id', '=', id).execute()
}

export function selectMembershipsOf(db: ReadDb, userIds: readonly UserId[]) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'membership.id',
      'membership.user_id as userId',
      'membership.role',
      'membership.since',
      'membership.until',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
    .where('membership.user_id', 'in', userIds.length > 0 ? [...userIds] : ['usr_'])
    .orderBy('membership.since')
    .orderBy('membership.id')
    .execute()
}

/** Every role that was given in these organisations, locked in the order of its id. */
export function lockMembershipsOf(tx: Tx, organisationIds: readonly OrganisationId[]): Promise<MembershipRow[]> {
  return tx
    .selectFrom('membership')
    .select(columns)
    .where('organisation_id', 'in', [...organisationIds])
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function moveMemberships(tx: Tx, ids: readonly MembershipId[], organisationId: OrganisationId): Promise<void> {
  if (ids.length > 0)
    await tx
      .updateTable('membership')
      .set({ organisation_id: organisationId })
      .where('id', 'in', [...ids])
      .execute()
}

/** Whether somebody holds a role in an organisation on this day. */
export async function worksIn(
  db: ReadDb,
  { userId, organisationId, today }: { userId: UserId; organisationId: OrganisationId; today: string },
): Promise<boolean> {
  return (await selectHeldRoles(db, userId, today)).some((role) => role.organisationId === organisationId)
}

/** What somebody is on this day, and where. */
export function selectHeldRoles(db: ReadDb, userId: UserId, today: string) {
  return db
    .selectFrom('membership')
    .select(['role', 'organisation_id as organisationId'])
    .where('user_id', '=', userId)
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .execute()
}

/** Whether somebody works for a producer today and has come in at least once: an invitation alone is nobody yet. */
export async function hasActivePeople(db: ReadDb, organisationId: OrganisationId): Promise<boolean> {
  const row = await db
    .selectFrom('active_member_card')
    .select('user_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'producer')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
