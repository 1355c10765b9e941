import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationStatus } from './acts.ts'
import type { OrganisationId, UserId } from './ids.ts'
import { shownEmail } from './people.store.ts'
import type { OrganisationKind } from './rules.ts'

const columns = [
  'organisation.id',
  'organisation.code',
  'organisation.name',
  'organisation.kind',
  'organisation.commune_code as communeCode',
  'organisation.parent_id as parentId',
  'organisation.status',
  'organisation.merged_into_id as mergedIntoId',
  'organisation.merged_at as mergedAt',
] as const

/** An organisation on file. */
export type Organisation = {
  id: OrganisationId
  code: string
  name: string
  kind: OrganisationKind
  communeCode: string | null
  parentId: OrganisationId | null
  status: OrganisationStatus
  mergedIntoId: OrganisationId | null
  mergedAt: Date | null
}
type Row = Omit<Organisation, 'kind' | 'status'> & { kind: string; status: string }
const known = (row: Row): Organisation => ({ ...row, kind: row.kind as OrganisationKind, status: row.status as OrganisationStatus })

export async function selectOrganisation(db: ReadDb, by: { code: string } | { id: OrganisationId }): Promise<Organisation | undefined> {
  const query = db.selectFrom('organisation').select(columns)
  const row = await ('code' in by ? query.where('code', '=', by.code) : query.where('id', '=', by.id)).executeTakeFirst()
  return row && known(row)
}

/** Organisations by their ids, held until the end of the transaction in the order of their ids. */
export async function lockOrganisations(tx: Tx, ids: readonly OrganisationId[]): Promise<Map<OrganisationId, Organisation>> {
  const rows = await tx
    .selectFrom('organisation')
    .select(columns)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, known(row)]))
}

export async function lockOrganisation(tx: Tx, id: OrganisationId): Promise<Organisation | undefined> {
  return (await lockOrganisations(tx, [id])).get(id)
}

/** Holds the tree of organisations until the end of the transaction: two that move below each other at once would make a ring. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('the tree of organisations'))`.execute(tx)
}

export async function selectOrganisations(db: ReadDb): Promise<Organisation[]> {
  const rows = await db.selectFrom('organisation').select(columns).orderBy('kind').orderBy('name', inVietnamese).orderBy('id').execute()
  return rows.map(known)
}

/** The organisation that serves a commune, in use or merged; the one in use first. */
export async function selectOfficeOfCommune(db: ReadDb, communeCode: string): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('kind', '=', 'commune')
    .where('commune_code', '=', communeCode)
    .orderBy('status')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && known(row)
}

/** The communes of today that no organisation serves yet. */
export function selectCommunesWithoutOffice(db: ReadDb) {
  return db
    .selectFrom('commune_card as commune')
    .select(['commune.code', 'commune.name'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('organisation')
            .select('organisation.id')
            .where('organisation.kind', '=', 'commune')
            .whereRef('organisation.commune_code', '=', 'commune.code'),
        ),
      ),
    )
    .orderBy('commune.code')
    .execute()
}

export function selectCommune(db: ReadDb, code: string) {
  return db.selectFrom('commune_card').select(['code', 'name']).where('code', '=', code).executeTakeFirst()
}

export function selectCommunes(db: ReadDb) {
  return db.selectFrom('commune_card').select(['code', 'name']).orderBy('name', inVietnamese).execute()
}

/** False where an organisation has this code already. */
export async function insertOrganisation(
  tx: Tx,
  organisation: {
    id: OrganisationId
    code: string
    name: string
    kind: OrganisationKind
    communeCode: string | null
    parentId: OrganisationId | null
    status: OrganisationStatus
    createdAt: Date
  },
): Promise<boolean> {
  const { id, code, name, kind, communeCode, parentId, status, createdAt } = organisation
  const inserted = await tx
    .insertInto('organisation')
    .values({ id, code, name, kind, commune_code: communeCode, parent_id: parentId, status, created_at: createdAt })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateOrganisation(
  tx: Tx,
  id: OrganisationId,
  change: { name?: string; parent_id?: OrganisationId | null; commune_code?: string | null },
): Promise<void> {
  await tx.updateTable('organisation').set(change).where('id', '=', id).execute()
}

/** From now on an organisation is history and points to where it went; what stood below it stands below the other. */
export async function updateMerged(
  tx: Tx,
  { id, intoId, status, at }: { id: OrganisationId; intoId: OrganisationId; status: OrganisationStatus; at: Date },
): Promise<void> {
  await tx.updateTable('organisation').set({ status, merged_into_id: intoId, merged_at: at }).where('id', '=', id).execute()
  await tx.updateTable('organisation').set({ parent_id: null }).where('id', '=', intoId).where('parent_id', '=', id).execute()
  await tx.updateTable('organisation').set({ parent_id: intoId }).where('parent_id', '=', id).where('id', '<>', intoId).execute()
}

/** How many people hold a role on this day in each organisation that anybody works in. */
export async function countPeople(db: ReadDb, today: string): Promise<Map<OrganisationId, number>> {
  const rows = await db
    .selectFrom('membership')
    .select(['organisation_id as id', (eb) => eb.fn.count<number>('user_id').distinct().as('people')])
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .groupBy('organisation_id')
    .execute()
  return new Map(rows.map(({ id, people }) => [id, Number(people)]))
}

/** Everybody who has or had a role in these organisations; `canSignIn`: a password was chosen once. */
export function selectPeopleOf(db: ReadDb, ids: readonly OrganisationId[]) {
  return db
    .selectFrom('membership')
    .innerJoin('auth_user', 'auth_user.id', 'membership.user_id')
    .leftJoin('auth_account', 'auth_account.user_id', 'auth_user.id')
    .select([
      'membership.id as membershipId',
      'membership.organisation_id as organisationId',
      'membership.role',
      'membership.since',
      'membership.until',
      'auth_user.id as userId',
      'auth_user.name',
      // What the person signs in with: an internal address is shown nowhere.
      sql<string>`coalesce(${shownEmail}, auth_user.phone, '')`.as('email'),
      (eb) => eb('auth_account.password', 'is not', null).as('canSignIn'),
      (eb) =>
        eb
          .selectFrom('invitation')
          .select((one) => one.fn.max('expires_at').as('until'))
          .whereRef('invitation.user_id', '=', 'auth_user.id')
          .where('used_at', 'is', null)
          .as('invitedUntil'),
    ])
    .where('membership.organisation_id', 'in', ids.length > 0 ? [...ids] : ['org_'])
    .orderBy('auth_user.name', inVietnamese)
    .orderBy('auth_user.id')
    .orderBy('membership.since')
    .orderBy('membership.id')
    .execute()
}

/** Whether anybody but one person has an account: until then an installation is at its first day. */
export async function isAnybodyElse(db: ReadDb, userId: UserId): Promise<boolean> {
  const row = await db
    .selectFrom('auth_user')
    .select('id')
    .where('id', '<>', userId)
    .where('erased_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
