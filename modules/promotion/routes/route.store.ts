import { insertRows } from '@dacsan/platform/insert-rows'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { RouteStatus } from './acts.ts'
import type { RouteId } from './rules/ids.ts'

const routes = (db: ReadDb) =>
  db
    .selectFrom('route')
    .innerJoin('organisation_card as host', 'host.id', 'route.host_id')
    .select([
      'route.id',
      'route.slug',
      'route.status',
      'route.name',
      'route.about',
      'route.host_id as hostId',
      'host.name as hostName',
      'route.months',
      'route.least_people as leastPeople',
      'route.most_people as mostPeople',
      'route.groups_a_day as groupsADay',
      'route.languages',
      'route.published_at as publishedAt',
      'route.recognised_number as recognisedNumber',
      'route.recognised_on as recognisedOn',
      'route.recognised_file_hash as recognisedFile',
      'route.ended_reason as endedReason',
      'route.created_at as createdAt',
      'route.is_sample as isSample',
    ])
export type StoredRoute = Awaited<ReturnType<ReturnType<typeof routes>['executeTakeFirstOrThrow']>>

export const selectRoute = (db: ReadDb, id: RouteId): Promise<StoredRoute | undefined> =>
  routes(db).where('route.id', '=', id).executeTakeFirst()
export const selectRouteBySlug = (db: ReadDb, slug: string): Promise<StoredRoute | undefined> =>
  routes(db).where('route.slug', '=', slug).executeTakeFirst()

/** Those that visitors may take, in the order of their names. */
export const selectOpenRoutes = (db: ReadDb): Promise<StoredRoute[]> =>
  routes(db)
    .where('route.status', 'in', ['published', 'recognised'])
    .orderBy('route.name', inVietnamese)
    .orderBy('route.id')
    .limit(300)
    .execute()

export const selectRoutesHostedBy = (db: ReadDb, organisations: readonly OrganisationId[]): Promise<StoredRoute[]> =>
  organisations.length === 0
    ? Promise.resolve([])
    : routes(db)
        .where('route.host_id', 'in', organisations)
        .where('route.status', '<>', 'draft')
        .orderBy('route.name', inVietnamese)
        .orderBy('route.id')
        .execute()

/** The route, held until the end of the transaction. */
export async function lockRoute(tx: Tx, id: RouteId): Promise<StoredRoute | undefined> {
  const locked = await tx.selectFrom('route').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRoute(tx, id)
}

export const selectRouteByKey = (db: ReadDb, requestKey: string): Promise<{ id: RouteId } | undefined> =>
  db.selectFrom('route').select('id').where('request_key', '=', requestKey).executeTakeFirst()

export type RouteFields = {
  name: string
  about: string
  hostId: OrganisationId
  months: number[]
  leastPeople: number
  mostPeople: number
  groupsADay: number
  languages: MessageLanguage[]
}
const columnsOf = (given: RouteFields) => ({
  name: given.name,
  about: given.about,
  host_id: given.hostId,
  months: given.months,
  least_people: given.leastPeople,
  most_people: given.mostPeople,
  groups_a_day: given.groupsADay,
  languages: given.languages,
})

type NewRoute = RouteFields & { id: RouteId; slug: string; at: Date; byId: UserId | null; isSample: boolean; requestKey: string }
export async function insertRoute(tx: Tx, given: NewRoute): Promise<void> {
  await insertRows(tx, 'route', [
    {
      ...columnsOf(given),
      id: given.id,
      slug: given.slug,
      status: 'draft' as const,
      request_key: given.requestKey,
      created_at: given.at,
      created_by_id: given.byId,
      is_sample: given.isSample,
    },
  ])
}

export const updateRouteFields = (tx: Tx, id: RouteId, given: RouteFields) =>
  tx.updateTable('route').set(columnsOf(given)).where('id', '=', id).execute()

type RouteChange = {
  status: RouteStatus
  published_at?: Date
  recognised_number?: string
  recognised_on?: PlainDate
  recognised_file_hash?: string
  ended_reason?: string
}
export const updateRoute = (tx: Tx, id: RouteId, change: RouteChange) => tx.updateTable('route').set(change).where('id', '=', id).execute()

export async function takenRouteSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('route').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

/** The kind of file that the decision is. */
export const selectDecisionFile = (db: ReadDb, id: RouteId) =>
  db
    .selectFrom('route')
    .innerJoin('stored_file_card as file', 'file.hash', 'route.recognised_file_hash')
    .select('file.media_type as mediaType')
    .where('route.id', '=', id)
    .executeTakeFirst()
