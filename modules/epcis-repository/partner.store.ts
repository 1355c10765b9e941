import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { partyUri } from './parties.ts'
import type { Site } from './parties.ts'

/** Whose events an organisation has: its own, and those of organisations that were merged into it. */
export type Partners = readonly number[]

/** Which events somebody sees: those of its partners, and of others those that name it by one of its keys or addresses. */
export type Sight = { partners: Partners; uris: readonly string[]; others: Partners }

export async function selectPartners(db: ReadDb, organisationId: OrganisationId): Promise<Partners> {
  const rows = await db.selectFrom('epcis_partner').select('id').where('organisation_id', '=', organisationId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What an organisation sees, as these of its partners or as all of them. */
export async function selectSight(db: ReadDb, site: Site, organisationId: OrganisationId, own?: Partners): Promise<Sight> {
  const [partners, assigned, codes] = await Promise.all([
    own ?? selectPartners(db, organisationId),
    db.selectFrom('epcis_party').select('uri').where('organisation_id', '=', organisationId).execute(),
    db
      .selectFrom('organisation_card')
      .select('code')
      .where((eb) => eb.or([eb('id', '=', organisationId), eb('merged_into_id', '=', organisationId)]))
      .execute(),
  ])
  const uris = [...assigned.map(({ uri }) => uri), ...codes.map(({ code }) => partyUri(site, code))]
  const others = await db
    .selectFrom('epcis_partner as partner')
    .select('partner.id')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('epcis_event_party as named')
          .select(sql`1`.as('one'))
          .where(sql<boolean>`named.uri = any(${uris})`)
          .whereRef('named.partner_id', '=', 'partner.id'),
      ),
    )
    .$if(partners.length > 0, (query) => query.where('partner.id', 'not in', partners))
    .execute()
  return { partners, uris, others: others.map(({ id }) => id) }
}

/** The same for one partner, in whose name somebody subscribed. */
export async function selectSightOf(db: ReadDb, site: Site, partnerId: number): Promise<Sight> {
  const { organisation_id } = await db
    .selectFrom('epcis_partner')
    .select('organisation_id')
    .where('id', '=', partnerId)
    .executeTakeFirstOrThrow()
  return selectSight(db, site, organisation_id, [partnerId])
}

/** The one in whose name an organisation asks and subscribes; made when it first does. */
export async function ownPartner(tx: Tx, organisationId: OrganisationId): Promise<number> {
  const { rows } = await sql<{ id: number }>`select epcis_own_partner(${organisationId}) as id`.execute(tx)
  return rows[0]!.id
}

/** An organisation by its code, where it is one still. */
export async function selectOrganisationOf(db: ReadDb, code: string): Promise<OrganisationId | undefined> {
  const row = await db
    .selectFrom('organisation_card')
    .select('id')
    .where('code', '=', code)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Whose a key or an address is; undefined where it is nobody’s yet. */
export async function selectOwnerOf(db: ReadDb, uri: string): Promise<OrganisationId | undefined> {
  const row = await db.selectFrom('epcis_party').select('organisation_id').where('uri', '=', uri).executeTakeFirst()
  return row?.organisation_id
}

/** Makes keys or addresses those of an organisation; what is somebody’s already stays so. */
export async function insertParties(tx: Tx, organisationId: OrganisationId, uris: readonly string[], at: Date): Promise<void> {
  await tx
    .insertInto('epcis_party')
    .values(uris.map((uri) => ({ uri, organisation_id: organisationId, assigned_at: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes each of these keys that of the organisation beside it, or nobody’s: how many are another’s than before. */
export async function setParties(
  tx: Tx,
  keys: readonly { uri: string; organisationId: OrganisationId | null }[],
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    with wanted as (
      select uri, organisation_id from json_to_recordset(${JSON.stringify(keys.map(({ uri, organisationId }) => ({ uri, organisation_id: organisationId })))}::json)
        as given (uri text, organisation_id text)
    ), given as (
      insert into epcis_party (uri, organisation_id, assigned_at)
      select uri, organisation_id, ${at} from wanted where organisation_id is not null order by uri
      on conflict (uri) do update set organisation_id = excluded.organisation_id, assigned_at = excluded.assigned_at
      where epcis_party.organisation_id <> excluded.organisation_id
      returning uri
    ), taken as (
      delete from epcis_party using wanted where epcis_party.uri = wanted.uri and wanted.organisation_id is null returning epcis_party.uri
    )
    select ((select count(*) from given) + (select count(*) from taken))::int as changed`.execute(tx)
  return rows[0]!.changed
}

export type AssignedGln = { id: string; gln: string; organisationName: string; organisationCode: string; assignedAt: Date }

/** Which organisation has which GLN, for the administrator’s list. Each stands there as a place and as a party. */
export const glnsListed = () =>
  sql<AssignedGln>`
    select party.uri as id, split_part(party.uri, '/417/', 2) as gln, organisation.name as "organisationName", organisation.code as "organisationCode",
      party.assigned_at as "assignedAt"
    from epcis_party as party join organisation_card as organisation on organisation.id = party.organisation_id
    where party.uri like 'https://id.gs1.org/417/%'`

/** Gives the partners and keys of one organisation to another, and with them everything that is theirs. */
export async function movePartners(tx: Tx, fromId: OrganisationId, intoId: OrganisationId): Promise<void> {
  await tx.updateTable('epcis_partner').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
  await tx.updateTable('epcis_party').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
}
