import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { PointStatus } from './acts.ts'
import type { PointId } from './rules/ids.ts'
import type { Position } from './rules/position.ts'

const phoneColumn: LockedColumn = { table: 'point_of_sale', key: 'id', column: 'phone' }
export const lockedPointColumns: readonly LockedColumn[] = [phoneColumn]

const points = (db: ReadDb) =>
  db
    .selectFrom('point_of_sale as point')
    .innerJoin('organisation_card as operator', 'operator.id', 'point.operator_id')
    .innerJoin('commune_card as commune', 'commune.code', 'point.commune_code')
    .select([
      'point.id',
      'point.slug',
      'point.status',
      'point.name',
      'point.operator_id as operatorId',
      'operator.name as operatorName',
      'point.commune_code as communeCode',
      'commune.name as communeName',
      'commune.province_name as provinceName',
      'point.address',
      sql<number>`point.latitude::float8`.as('latitude'),
      sql<number>`point.longitude::float8`.as('longitude'),
      'point.hours',
      'point.about',
      'point.phone as lockedPhone',
      'point.phone_agreed_on as phoneAgreedOn',
      'point.support_vnd as supportVnd',
      'point.support_number as supportNumber',
      'point.recognised_number as recognisedNumber',
      'point.recognised_on as recognisedOn',
      'point.withdrawn_number as withdrawnNumber',
      'point.withdrawn_on as withdrawnOn',
      'point.withdrawn_reason as withdrawnReason',
      'point.created_at as createdAt',
      'point.is_sample as isSample',
    ])

export type StoredPoint = Awaited<ReturnType<ReturnType<typeof points>['executeTakeFirstOrThrow']>>

export const selectPoint = (db: ReadDb, id: PointId): Promise<StoredPoint | undefined> =>
  points(db).where('point.id', '=', id).executeTakeFirst()
export const selectPointBySlug = (db: ReadDb, slug: string): Promise<StoredPoint | undefined> =>
  points(db).where('point.slug', '=', slug).executeTakeFirst()

/** The point, held until the end of the transaction. */
export async function lockPoint(tx: Tx, id: PointId): Promise<StoredPoint | undefined> {
  const locked = await tx.selectFrom('point_of_sale').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectPoint(tx, id)
}

export const selectPointByKey = (db: ReadDb, requestKey: string): Promise<{ id: PointId } | undefined> =>
  db.selectFrom('point_of_sale').select('id').where('request_key', '=', requestKey).executeTakeFirst()

/** Those that hold today, in the order of their names; of some communes where they are named. */
export const selectRecognised = (db: ReadDb): Promise<StoredPoint[]> =>
  points(db).where('point.status', '=', 'recognised').orderBy('point.name', inVietnamese).orderBy('point.id').limit(500).execute()

/** A few of those that hold today, with how many there are. */
export async function selectFewPoints(db: ReadDb, most: number) {
  const rows = await db
    .selectFrom('point_of_sale as point')
    .innerJoin('commune_card as commune', 'commune.code', 'point.commune_code')
    .where('point.status', '=', 'recognised')
    .select([
      'point.slug',
      'point.name',
      'point.address',
      'point.is_sample as isSample',
      'commune.name as communeName',
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .orderBy('point.name', inVietnamese)
    .orderBy('point.id')
    .limit(most)
    .execute()
  const points = rows.map(({ slug, name, address, isSample, communeName }) => ({ slug, name, address, isSample, communeName }))
  return { points, total: rows[0]?.total ?? 0 }
}

export const selectPointsOf = (db: ReadDb, operators: readonly OrganisationId[]): Promise<StoredPoint[]> =>
  operators.length === 0
    ? Promise.resolve([])
    : points(db)
        .where('point.operator_id', 'in', operators)
        .where('point.status', '<>', 'draft')
        .orderBy('point.name', inVietnamese)
        .orderBy('point.id')
        .execute()

/** The telephone that everybody may call; null where there is none or it cannot be opened. */
export const openPointPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredPoint, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, phoneColumn, id, lockedPhone)) ?? null)

export type PointFields = Pick<StoredPoint, 'name' | 'operatorId' | 'communeCode' | 'address' | 'hours' | 'about' | 'phoneAgreedOn'> & {
  position: Position
  phone: string | null
}

const columnsOf = async (tx: Tx, id: PointId, given: PointFields) => ({
  name: given.name,
  operator_id: given.operatorId,
  commune_code: given.communeCode,
  address: given.address,
  latitude: given.position.latitude.toFixed(5),
  longitude: given.position.longitude.toFixed(5),
  hours: given.hours,
  about: given.about,
  phone: given.phone === null ? null : await lockText(tx, phoneColumn, id, given.phone),
  // A day without a number says nothing of anybody.
  phone_agreed_on: given.phone === null ? null : given.phoneAgreedOn,
})

type NewPoint = PointFields & { id: PointId; slug: string; at: Date; byId: UserId | null; isSample: boolean; requestKey: string }

export async function insertPoint(tx: Tx, given: NewPoint): Promise<void> {
  const row = {
    ...(await columnsOf(tx, given.id, given)),
    id: given.id,
    slug: given.slug,
    status: 'draft' as const,
    request_key: given.requestKey,
    created_at: given.at,
    created_by_id: given.byId,
    is_sample: given.isSample,
  }
  await insertRows(tx, 'point_of_sale', [row])
}

export async function updatePointFields(tx: Tx, id: PointId, given: PointFields): Promise<void> {
  await tx.updateTable('point_of_sale').set(await columnsOf(tx, id, given)).where('id', '=', id).execute() // prettier-ignore
}

type PointChange = {
  status: PointStatus
  recognised_number?: string
  recognised_on?: PlainDate
  support_vnd?: number | null
  support_number?: string | null
  withdrawn_number?: string
  withdrawn_on?: PlainDate
  withdrawn_reason?: string
}
export const updatePoint = (tx: Tx, id: PointId, change: PointChange) =>
  tx.updateTable('point_of_sale').set(change).where('id', '=', id).execute()

export async function takenSlugs(db: ReadDb, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('point_of_sale').select('slug').where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

export const isCommune = async (db: ReadDb, code: string): Promise<boolean> =>
  (await db.selectFrom('commune_card').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
export const isOperator = async (db: ReadDb, id: OrganisationId): Promise<boolean> =>
  (await db
    .selectFrom('organisation_card')
    .select('id')
    .where('id', '=', id)
    .where('kind', 'in', ['partner', 'producer'])
    .where('status', '=', 'active')
    .executeTakeFirst()) !== undefined

/** Whoever may run one: firms, cooperatives, groups. */
export const selectOperators = (db: ReadDb): Promise<{ id: OrganisationId; name: string }[]> =>
  db
    .selectFrom('organisation_card')
    .select(['id', 'name'])
    .where('kind', 'in', ['partner', 'producer'])
    .where('status', '=', 'active')
    .orderBy('name', inVietnamese)
    .orderBy('id')
    .execute()
