import type { ReadDb } from '../../context.ts'
import { filedStatementsOf, proxiesOf, reviewersOf } from '../../dossiers/index.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import { selectFirstScorers } from '../appeals/appeal.store.ts'
import { selectReports } from '../intake/intake.store.ts'
import type { DossierTies, MemberTies } from '../rules.ts'
import { selectHomes } from './home.store.ts'

/** What people and dossiers can be tied by, for all of a session at once: nothing here is asked for a member or a dossier alone. */

/** Offices and councils bring everybody together; a producer and a partner are somebody's business. */
const businessKinds: readonly (string | null)[] = ['producer', 'partner']

export async function tiesOfPeople(db: ReadDb, userIds: readonly UserId[], today: string): Promise<MemberTies[]> {
  if (userIds.length === 0) return []
  const rows = await db
    .selectFrom('person_card as person')
    .leftJoin('membership_card as membership', 'membership.user_id', 'person.id')
    .leftJoin('organisation_card as organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'membership.role',
      'membership.until',
      'organisation.id as organisationId',
      'organisation.name as organisation',
      'organisation.kind',
      'organisation.commune_code',
    ])
    .where('person.id', 'in', [...userIds])
    .execute()
  const homes = await selectHomes(db, userIds)
  return [...Map.groupBy(rows, (row) => row.id).values()].map((memberships) => ({
    userId: memberships[0]!.id,
    name: memberships[0]!.name,
    email: memberships[0]!.email ?? '',
    // Also memberships that have ended: whoever has just left a producer is not a stranger to it.
    organisationIds: memberships.flatMap((row) => row.organisationId ?? []),
    communeCodes: memberships.flatMap((row) =>
      row.role === 'commune-officer' && row.commune_code !== null && (row.until === null || row.until >= today) ? [row.commune_code] : [],
    ),
    businesses: memberships.flatMap(({ organisationId, organisation, kind }) =>
      organisationId !== null && organisation !== null && businessKinds.includes(kind) ? [{ id: organisationId, name: organisation }] : [],
    ),
    home: homes.get(memberships[0]!.id) ?? null,
  }))
}

export async function tiesOfDossiers(db: ReadDb, dossierIds: readonly DossierId[]): Promise<(DossierTies & { dossierId: DossierId })[]> {
  if (dossierIds.length === 0) return []
  const rows = await db
    .selectFrom('dossier_card as dossier')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .select(['dossier.id', 'dossier.commune_code', 'commune.name as communeName', 'producer.organisation_id'])
    .where('dossier.id', 'in', [...dossierIds])
    .execute()
  const reviewers = await reviewersOf(db, dossierIds)
  const proxies = await proxiesOf(db, dossierIds)
  const filed = await filedStatementsOf(db, dossierIds)
  const firstScorers = await selectFirstScorers(db, dossierIds)
  const reports = new Map((await selectReports(db, dossierIds)).map(({ dossierId, adviserId }) => [dossierId, adviserId]))
  const businesses = await businessesBeside(
    db,
    rows.flatMap((row) => row.organisation_id ?? []),
  )
  return rows.map((row) => ({
    dossierId: row.id,
    producerOrganisationId: row.organisation_id,
    filed: filed.get(row.id) ?? { email: '', representative: '', address: '', trade: '' },
    communeCode: row.commune_code,
    communeName: row.communeName,
    proxyIds: proxies.get(row.id) ?? [],
    reviewerIds: reviewers.get(row.id) ?? [],
    firstScorerIds: firstScorers.get(row.id) ?? [],
    adviserId: reports.get(row.id) ?? null,
    businesses: businesses.flatMap(({ of, id, name }) => (of === row.organisation_id ? [{ id, name }] : [])),
  }))
}

/** The other producers and partners that people of these organisations work or have worked for. */
async function businessesBeside(db: ReadDb, organisationIds: readonly OrganisationId[]) {
  if (organisationIds.length === 0) return []
  return db
    .selectFrom('membership_card as own')
    .innerJoin('membership_card as other', 'other.user_id', 'own.user_id')
    .innerJoin('organisation_card as organisation', 'organisation.id', 'other.organisation_id')
    .select(['own.organisation_id as of', 'organisation.id', 'organisation.name'])
    .distinct()
    .where('own.organisation_id', 'in', [...organisationIds])
    .whereRef('other.organisation_id', '<>', 'own.organisation_id')
    .where('organisation.kind', 'in', ['producer', 'partner'])
    .orderBy('organisation.id')
    .execute()
}
