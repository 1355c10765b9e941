import { sql } from 'kysely'
import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import type { VisitEnquiryStatus } from './acts.ts'
import type { RouteEnquiryId, RouteId } from './rules/ids.ts'

export const enquiryPhoneColumn: LockedColumn = { table: 'route_enquiry', key: 'id', column: 'phone' }

const enquiries = (db: ReadDb) =>
  db
    .selectFrom('route_enquiry as enquiry')
    .innerJoin('route', 'route.id', 'enquiry.route_id')
    .select([
      'enquiry.id',
      'enquiry.route_id as routeId',
      'route.name as routeName',
      'route.slug as routeSlug',
      'route.host_id as hostId',
      'enquiry.code',
      'enquiry.status',
      'enquiry.visit_on as visitOn',
      'enquiry.offered_on as offeredOn',
      'enquiry.people',
      'enquiry.language',
      'enquiry.phone as lockedPhone',
      'enquiry.note',
      'enquiry.answer',
      'enquiry.asked_at as askedAt',
      'enquiry.answered_at as answeredAt',
    ])
export type StoredEnquiry = Awaited<ReturnType<ReturnType<typeof enquiries>['executeTakeFirstOrThrow']>>

export const selectEnquiry = (db: ReadDb, id: RouteEnquiryId): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.id', '=', id).executeTakeFirst()
export const selectEnquiryByCode = (db: ReadDb, code: string): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.code', '=', code).executeTakeFirst()
export const selectEnquiryByKey = (db: ReadDb, requestKey: string): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.request_key', '=', requestKey).executeTakeFirst()
export const selectEnquiriesOf = (db: ReadDb, routeIds: readonly RouteId[]): Promise<StoredEnquiry[]> =>
  routeIds.length === 0
    ? Promise.resolve([])
    : enquiries(db)
        .where('enquiry.route_id', 'in', routeIds)
        .orderBy(sql`enquiry.status = 'asked'`, 'desc')
        .orderBy('enquiry.visit_on', 'desc')
        .orderBy('enquiry.id')
        .limit(100)
        .execute()

/** Held; its route is held before it, which gives the places of a day one at a time. */
export async function lockEnquiry(tx: Tx, id: RouteEnquiryId): Promise<StoredEnquiry | undefined> {
  const locked = await tx.selectFrom('route_enquiry').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectEnquiry(tx, id)
}

/** The places of a day that groups have. */
export async function slotsTaken(db: ReadDb, routeId: RouteId, day: PlainDate): Promise<number[]> {
  const rows = await db
    .selectFrom('route_enquiry')
    .select('slot')
    .where('route_id', '=', routeId)
    .where('visit_on', '=', day)
    .where('slot', 'is not', null)
    .orderBy('slot')
    .execute()
  return rows.map(({ slot }) => slot!)
}

/** How many groups were accepted on the days to come that have any. */
export const selectTakenDays = (db: ReadDb, routeId: RouteId, from: PlainDate): Promise<{ day: PlainDate; groups: number }[]> =>
  db
    .selectFrom('route_enquiry')
    .where('route_id', '=', routeId)
    .where('visit_on', '>=', from)
    .where('slot', 'is not', null)
    .groupBy('visit_on')
    .orderBy('visit_on')
    .limit(60)
    .select(['visit_on as day', sql<number>`count(*)::int`.as('groups')])
    .execute()

type NewEnquiry = {
  id: RouteEnquiryId
  routeId: RouteId
  code: string
  visitOn: PlainDate
  people: number
  language: MessageLanguage
  phone: string | null
  note: string
  at: Date
  requestKey: string
}
export async function insertEnquiry(tx: Tx, given: NewEnquiry): Promise<void> {
  await insertRows(tx, 'route_enquiry', [
    {
      id: given.id,
      route_id: given.routeId,
      code: given.code,
      status: 'asked' as const,
      visit_on: given.visitOn,
      people: given.people,
      language: given.language,
      phone: given.phone === null ? null : await lockText(tx, enquiryPhoneColumn, given.id, given.phone),
      note: given.note,
      asked_at: given.at,
      request_key: given.requestKey,
    },
  ])
}

type EnquiryChange = {
  status: VisitEnquiryStatus
  visit_on?: PlainDate
  offered_on?: PlainDate
  answer?: string
  slot?: number | null
  slots?: number | null
  answered_at?: Date
  answered_by_name?: string
}
export const updateEnquiry = (tx: Tx, id: RouteEnquiryId, change: EnquiryChange) =>
  tx.updateTable('route_enquiry').set(change).where('id', '=', id).execute()

export const openEnquiryPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredEnquiry, 'id' | 'lockedPhone'>) =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, enquiryPhoneColumn, id, lockedPhone)) ?? null)

/** What visitors said of themselves is not kept beyond their visit. Answers how many. */
export async function forgetVisitors(tx: Tx, before: PlainDate, at: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('route_enquiry')
    .set({ phone: null, note: '', forgotten_at: at })
    .where('forgotten_at', 'is', null)
    .where('visit_on', '<', before)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Who asked before a moment, was not answered, and whose day is still to come. */
export const selectUnanswered = (db: ReadDb, { before, today }: { before: Date; today: PlainDate }): Promise<StoredEnquiry[]> =>
  enquiries(db)
    .where('enquiry.status', '=', 'asked')
    .where('enquiry.asked_at', '<=', before)
    .where('enquiry.visit_on', '>=', today)
    .orderBy('enquiry.id')
    .limit(500)
    .execute()

/** The groups that come on a day. */
export const selectComing = (db: ReadDb, day: PlainDate): Promise<StoredEnquiry[]> =>
  enquiries(db).where('enquiry.status', '=', 'accepted').where('enquiry.visit_on', '=', day).orderBy('enquiry.id').limit(500).execute()
