import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { ApiKeyId, OrganisationId, UserId } from '../ids.ts'
import type { ApiKeyScope, ApiKeyStatus } from './rules.ts'

export type NewApiKey = {
  id: ApiKeyId
  organisationId: OrganisationId
  scopes: readonly ApiKeyScope[]
  label: string
  digest: string
  shown: string
  createdAt: Date
  createdById: UserId | null
  createdByName: string
  expiresOn: string | null
}

export async function insertApiKey(tx: Tx, key: NewApiKey): Promise<void> {
  await tx
    .insertInto('api_key')
    .values({
      id: key.id,
      organisation_id: key.organisationId,
      scopes: [...key.scopes],
      label: key.label,
      digest: key.digest,
      shown: key.shown,
      created_at: key.createdAt,
      created_by_id: key.createdById,
      created_by_name: key.createdByName,
      expires_on: key.expiresOn,
    })
    .execute()
}

const withOrganisation = (db: ReadDb) =>
  db
    .selectFrom('api_key')
    .innerJoin('organisation', 'organisation.id', 'api_key.organisation_id')
    .select([
      'api_key.id',
      'api_key.label',
      'api_key.shown',
      'api_key.scopes',
      'api_key.created_at as createdAt',
      'api_key.created_by_name as createdByName',
      'api_key.expires_on as expiresOn',
      'api_key.last_used_on as lastUsedOn',
      'api_key.revoked_at as revokedAt',
      'api_key.revoked_by_name as revokedByName',
      'api_key.revoked_why as revokedWhy',
      'organisation.id as organisationId',
      'organisation.code as organisationCode',
      'organisation.name as organisationName',
    ])
    .$narrowType<{ scopes: ApiKeyScope[] }>()

export const selectApiKey = (db: ReadDb, id: ApiKeyId) => withOrganisation(db).where('api_key.id', '=', id).executeTakeFirst()

export const selectApiKeyByDigest = (db: ReadDb, digest: string) =>
  withOrganisation(db).where('api_key.digest', '=', digest).executeTakeFirst()

/** All keys, the newest first. */
export const selectApiKeys = (db: ReadDb) => withOrganisation(db).orderBy('createdAt', 'desc').orderBy('api_key.id', 'desc').execute()

export const lockApiKey = (tx: Tx, id: ApiKeyId) =>
  withOrganisation(tx).where('api_key.id', '=', id).forUpdate('api_key').executeTakeFirst()

export async function updateRevoked(
  tx: Tx,
  id: ApiKeyId,
  { at, byId, byName, why }: { at: Date; byId: UserId | null; byName: string; why: string },
): Promise<void> {
  await tx
    .updateTable('api_key')
    .set({ revoked_at: at, revoked_by_id: byId, revoked_by_name: byName, revoked_why: why })
    .where('id', '=', id)
    .execute()
}

/** True where nobody wrote this day before. */
export async function updateLastUsed(tx: Tx, id: ApiKeyId, day: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_key')
    .set({ last_used_on: day })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', day)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function countApiKeysOf(db: ReadDb, organisationId: OrganisationId): Promise<number> {
  const { count } = await db
    .selectFrom('api_key')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function moveApiKeys(tx: Tx, fromId: OrganisationId, intoId: OrganisationId): Promise<void> {
  await tx.updateTable('api_key').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
}

export type ListedApiKey = {
  id: ApiKeyId
  label: string
  shown: string
  organisationName: string
  organisationCode: string
  /** The names of the scopes. */
  scopeNames: string
  status: ApiKeyStatus
  createdAt: Date
  createdByName: string
  expiresOn: string | null
  lastUsedOn: string | null
}

/** Every key as it stands on a day. */
export function apiKeysListed(db: ReadDb, today: string, names: Readonly<Record<ApiKeyScope, string>>) {
  const said = JSON.stringify(names)
  return sql<ListedApiKey>`${db
    .selectFrom('api_key')
    .innerJoin('organisation', 'organisation.id', 'api_key.organisation_id')
    .select([
      'api_key.id',
      'api_key.label',
      'api_key.shown',
      'organisation.name as organisationName',
      'organisation.code as organisationCode',
      sql`(select string_agg(${said}::text::jsonb ->> scope, ', ') from unnest(api_key.scopes) as scope)`.as('scopeNames'),
      sql`case when api_key.revoked_at is not null then 'revoked' when api_key.expires_on < ${today}::date then 'expired' else 'active' end`.as(
        'status',
      ),
      'api_key.created_at as createdAt',
      'api_key.created_by_name as createdByName',
      'api_key.expires_on as expiresOn',
      'api_key.last_used_on as lastUsedOn',
    ])}`
}
