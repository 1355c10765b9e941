import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { PointId } from '../points-of-sale/rules/ids.ts'
import type { Position } from '../points-of-sale/rules/position.ts'
import type { OutBecause, StopKind, StopStatus } from './acts.ts'
import type { RouteId, RouteStopId } from './rules/ids.ts'

export const stopPhoneColumn: LockedColumn = { table: 'route_stop', key: 'id', column: 'phone' }

const stops = (db: ReadDb) =>
  db
    .selectFrom('route_stop as stop')
    .innerJoin('organisation_card as host', 'host.id', 'stop.host_id')
    .innerJoin('commune_card as commune', 'commune.code', 'stop.commune_code')
    .leftJoin('point_of_sale as point', 'point.id', 'stop.point_id')
    .select([
      'stop.id',
      'stop.route_id as routeId',
      'stop.position',
      'stop.status',
      'stop.kind',
      'stop.name',
      'stop.host_id as hostId',
      'host.name as hostName',
      'stop.point_id as pointId',
      'point.slug as pointSlug',
      'point.recognised_number as pointNumber',
      'stop.commune_code as communeCode',
      'commune.name as communeName',
      'commune.province_name as provinceName',
      'stop.address',
      sql<number>`stop.latitude::float8`.as('latitude'),
      sql<number>`stop.longitude::float8`.as('longitude'),
      'stop.minutes',
      'stop.about',
      'stop.phone as lockedPhone',
      'stop.phone_agreed_on as phoneAgreedOn',
      'stop.left_reason as leftReason',
      'stop.stamp_code as stampCode',
      sql<OutBecause | null>`case
        when stop.status = 'left' then 'host-left'
        when stop.point_id is not null and point.status <> 'recognised' then 'point-not-recognised'
      end`.as('outBecause'),
    ])
    .where('stop.status', '<>', 'dropped')
export type StoredStop = Awaited<ReturnType<ReturnType<typeof stops>['executeTakeFirstOrThrow']>>

export const selectStop = (db: ReadDb, id: RouteStopId): Promise<StoredStop | undefined> =>
  stops(db).where('stop.id', '=', id).executeTakeFirst()
/** In the order in which they are visited. */
export const selectStops = (db: ReadDb, routeIds: readonly RouteId[]): Promise<StoredStop[]> =>
  routeIds.length === 0
    ? Promise.resolve([])
    : stops(db).where('stop.route_id', 'in', routeIds).orderBy('stop.route_id').orderBy('stop.position').execute()
export const selectStopsHostedBy = (db: ReadDb, organisations: readonly OrganisationId[]): Promise<StoredStop[]> =>
  organisations.length === 0
    ? Promise.resolve([])
    : stops(db).where('stop.host_id', 'in', organisations).orderBy('stop.route_id').orderBy('stop.position').limit(200).execute()
export const selectStopByCode = (db: ReadDb, routeId: RouteId, code: string): Promise<StoredStop | undefined> =>
  stops(db).where('stop.route_id', '=', routeId).where('stop.stamp_code', '=', code).executeTakeFirst()
export const selectStopByKey = (db: ReadDb, requestKey: string): Promise<{ id: RouteStopId } | undefined> =>
  db.selectFrom('route_stop').select('id').where('request_key', '=', requestKey).executeTakeFirst()
export const selectStopsAtPoint = (db: ReadDb, pointId: PointId): Promise<StoredStop[]> =>
  stops(db).where('stop.point_id', '=', pointId).orderBy('stop.id').execute()

export const statusOfStop = (db: ReadDb, id: RouteStopId) =>
  db.selectFrom('route_stop').select(['id', 'route_id as routeId', 'status', 'name', 'host_id as hostId']).where('id', '=', id).executeTakeFirst() // prettier-ignore

/** The number that everybody may call; null where nobody agreed or it cannot be opened. */
export const openStopPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredStop, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, stopPhoneColumn, id, lockedPhone)) ?? null)

export type StopFields = {
  kind: StopKind
  name: string
  hostId: OrganisationId
  pointId: PointId | null
  communeCode: string
  address: string
  position: Position
  minutes: number
  about: string
}
const columnsOf = (given: StopFields) => ({
  kind: given.kind,
  name: given.name,
  host_id: given.hostId,
  point_id: given.pointId,
  commune_code: given.communeCode,
  address: given.address,
  latitude: given.position.latitude.toFixed(5),
  longitude: given.position.longitude.toFixed(5),
  minutes: given.minutes,
  about: given.about,
})

type NewStop = StopFields & { id: RouteStopId; routeId: RouteId; place: number; stampCode: string; at: Date; requestKey: string }
export async function insertStop(tx: Tx, given: NewStop): Promise<void> {
  await insertRows(tx, 'route_stop', [
    {
      ...columnsOf(given),
      id: given.id,
      route_id: given.routeId,
      position: given.place,
      status: 'standing' as const,
      stamp_code: given.stampCode,
      request_key: given.requestKey,
      created_at: given.at,
    },
  ])
}
export const updateStopFields = (tx: Tx, id: RouteStopId, given: StopFields) =>
  tx.updateTable('route_stop').set(columnsOf(given)).where('id', '=', id).execute()

/** Numbers the stops anew, in this order. */
export async function orderStops(tx: Tx, ids: readonly RouteStopId[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx
      .updateTable('route_stop')
      .set({ position: index + 1 })
      .where('id', '=', id)
      .execute()
}

type StopChange = { status?: StopStatus; position?: null; left_reason?: string | null; left_at?: Date | null; stamp_code?: string }
export const updateStop = (tx: Tx, id: RouteStopId, change: StopChange) =>
  tx.updateTable('route_stop').set(change).where('id', '=', id).execute()

export async function updateStopPhone(tx: Tx, id: RouteStopId, given: { phone: string; agreedOn: PlainDate } | null): Promise<void> {
  const phone = given && (await lockText(tx, stopPhoneColumn, id, given.phone))
  await tx.updateTable('route_stop').set({ phone, phone_agreed_on: given?.agreedOn ?? null }).where('id', '=', id).execute() // prettier-ignore
}

/** One stamp more on a day. */
export const countVisit = (tx: Tx, stopId: RouteStopId, day: PlainDate) =>
  tx
    .insertInto('route_visit')
    .values({ stop_id: stopId, on_day: day, count: 1 })
    .onConflict((conflict) => conflict.columns(['stop_id', 'on_day']).doUpdateSet({ count: sql`route_visit.count + 1` }))
    .execute()

export const selectVisits = (db: ReadDb, routeId: RouteId): Promise<{ stopId: RouteStopId; count: number }[]> =>
  db
    .selectFrom('route_visit as visit')
    .innerJoin('route_stop as stop', 'stop.id', 'visit.stop_id')
    .where('stop.route_id', '=', routeId)
    .groupBy('stop.id')
    .select(['stop.id as stopId', sql<number>`sum(visit.count)::int`.as('count')])
    .execute()
