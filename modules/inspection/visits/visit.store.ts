import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { inspectionActs } from '../acts.ts'
import type { InspectionStatus } from '../acts.ts'
import type { InspectionId, InspectionPhotoId, InspectionPlanId } from '../rules/ids.ts'
import type { Ground } from '../rules/risk.ts'
import type { SheetAnswer } from '../rules/sheet.ts'

const inspections = (db: ReadDb) =>
  db
    .selectFrom('inspection')
    .innerJoin('product_card as product', 'product.id', 'inspection.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'inspection.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'inspection.commune_code')
    .leftJoin('inspection_plan as plan', 'plan.id', 'inspection.plan_id')
    .select([
      'inspection.id',
      'inspection.code',
      'inspection.status',
      'inspection.reason',
      'plan.year as planYear',
      'plan.number as planNumber',
      'plan.approved_on as planApprovedOn',
      'inspection.product_id as productId',
      'product.name as productName',
      'product.stars',
      'inspection.producer_id as producerId',
      'producer.name as producerName',
      'producer.address as producerAddress',
      'producer.organisation_id as organisationId',
      'inspection.certificate_code as certificateCode',
      'inspection.commune_code as communeCode',
      'commune.name as commune',
      'inspection.grounds',
      'inspection.due_on as dueOn',
      'inspection.inspector_id as inspectorId',
      'inspection.inspector_name as inspectorName',
      'inspection.answers',
      'inspection.visited_at as visitedAt',
      'inspection.place',
      'inspection.met',
      'inspection.producer_words as producerWords',
      'inspection.conclusion',
      'inspection.attended_by_id as attendedById',
      'inspection.attended_by_name as attendedByName',
      'inspection.finished_at as finishedAt',
      'inspection.finished_by_name as finishedByName',
      'inspection.made_at as madeAt',
      'inspection.version',
      'product.is_sample as isSample',
    ])

export type StoredInspection = Awaited<ReturnType<ReturnType<typeof inspections>['executeTakeFirstOrThrow']>>

export const selectInspection = (db: ReadDb, id: InspectionId): Promise<StoredInspection | undefined> =>
  inspections(db).where('inspection.id', '=', id).executeTakeFirst()

export const selectInspectionByKey = (db: ReadDb, requestKey: string): Promise<StoredInspection | undefined> =>
  inspections(db).where('inspection.request_key', '=', requestKey).executeTakeFirst()

export const selectOpenInspectionOf = (db: ReadDb, productId: ProductId): Promise<StoredInspection | undefined> =>
  inspections(db).where('inspection.product_id', '=', productId).where('inspection.status', '<>', 'visited').executeTakeFirst()

/** The visit, held until the end of the transaction. */
export async function lockInspection(tx: Tx, id: InspectionId): Promise<StoredInspection | undefined> {
  const locked = await tx.selectFrom('inspection').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectInspection(tx, id)
}

/** What is being visited now. */
export async function selectOpenProducts(db: ReadDb): Promise<ProductId[]> {
  const rows = await db.selectFrom('inspection').select('product_id as productId').where('status', '<>', 'visited').execute()
  return rows.map(({ productId }) => productId)
}

/** Of one producer those that were made, of one commune, of one inspector, or all. */
export type InspectionsOf = { all: true } | { communes: readonly string[]; inspectorId: UserId | null } | { producerId: ProducerId }

export function selectInspections(db: ReadDb, of: InspectionsOf) {
  return inspections(db)
    .select((eb) =>
      eb
        .selectFrom('inspection_finding as finding')
        .whereRef('finding.inspection_id', '=', 'inspection.id')
        .where('finding.status', '<>', 'accepted')
        .select(sql<number>`count(*)::int`.as('count'))
        .as('openFindings'),
    )
    .$if('producerId' in of, (query) =>
      query
        .where('inspection.producer_id', '=', 'producerId' in of ? of.producerId : ('' as ProducerId))
        .where('inspection.status', '=', 'visited'),
    )
    .$if('communes' in of, (query) =>
      query.where((eb) => {
        const { communes, inspectorId } = 'communes' in of ? of : { communes: [], inspectorId: null }
        return eb.or([
          ...(communes.length > 0 ? [eb('inspection.commune_code', 'in', [...communes])] : []),
          ...(inspectorId === null ? [] : [eb('inspection.inspector_id', '=', inspectorId)]),
          sql<boolean>`false`,
        ])
      }),
    )
    .orderBy('inspection.due_on')
    .orderBy('inspection.code')
    .limit(1000)
    .execute()
}

/** Whoever makes visits waits here for the one before: their codes have no gap. */
export async function lockCodes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('inspection: codes'))`.execute(tx)
}

/** The next code of a year, after {@link lockCodes}. */
export async function newCode(tx: Tx, year: number): Promise<string> {
  const prefix = `HK-${year}-`
  const { count } = await tx
    .selectFrom('inspection')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('code', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow()
  return `${prefix}${String(count + 1).padStart(3, '0')}`
}

export type NewInspection = {
  id: InspectionId
  code: string
  planId: InspectionPlanId | null
  reason: string | null
  productId: ProductId
  producerId: ProducerId
  certificateCode: string | null
  communeCode: string | null
  grounds: readonly Ground[]
  dueOn: PlainDate
  requestKey: string | null
  at: Date
}

export async function insertInspection(tx: Tx, given: NewInspection): Promise<void> {
  await tx
    .insertInto('inspection')
    .values({
      id: given.id,
      code: given.code,
      status: inspectionActs.order.to,
      plan_id: given.planId,
      reason: given.reason,
      product_id: given.productId,
      producer_id: given.producerId,
      certificate_code: given.certificateCode,
      commune_code: given.communeCode,
      grounds: JSON.stringify(given.grounds),
      due_on: given.dueOn,
      request_key: given.requestKey,
      made_at: given.at,
    })
    .execute()
}

export type InspectionChange = Partial<{
  status: InspectionStatus
  inspector: { id: UserId; name: string }
  attended: { id: UserId | null; name: string }
  sheet: {
    answers: readonly SheetAnswer[]
    visitedAt: Date | null
    place: string | null
    met: string | null
    producerWords: string | null
    conclusion: string | null
  }
  finished: { at: Date; byId: UserId | null; byName: string }
}>

export async function updateInspection(tx: Tx, id: InspectionId, { status, inspector, attended, sheet, finished }: InspectionChange) {
  await tx
    .updateTable('inspection')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(status !== undefined && { status }),
      ...(inspector && { inspector_id: inspector.id, inspector_name: inspector.name }),
      ...(attended && { attended_by_id: attended.id, attended_by_name: attended.name }),
      ...(sheet && {
        answers: JSON.stringify(sheet.answers),
        visited_at: sheet.visitedAt,
        place: sheet.place,
        met: sheet.met,
        producer_words: sheet.producerWords,
        conclusion: sheet.conclusion,
      }),
      ...(finished && { finished_at: finished.at, finished_by_id: finished.byId, finished_by_name: finished.byName }),
    }))
    .where('id', '=', id)
    .execute()
}

export function selectPhotos(db: ReadDb, inspectionId: InspectionId) {
  return db
    .selectFrom('inspection_photo as photo')
    .select(['photo.id', 'photo.caption', 'photo.place', 'photo.taken_at as takenAt', 'photo.by_name as byName'])
    .where('photo.inspection_id', '=', inspectionId)
    .orderBy('photo.taken_at')
    .orderBy('photo.id')
    .execute()
}

export function selectPhotoFile(db: ReadDb, inspectionId: InspectionId, photoId: string) {
  return db
    .selectFrom('inspection_photo as photo')
    .innerJoin('stored_file_card as file', 'file.hash', 'photo.file_hash')
    .select(['file.hash', 'file.media_type as mediaType'])
    .where('photo.inspection_id', '=', inspectionId)
    .where('photo.id', '=', photoId as InspectionPhotoId)
    .executeTakeFirst()
}

export type NewPhoto = {
  id: InspectionPhotoId
  inspectionId: InspectionId
  fileHash: string
  caption: string | null
  place: string | null
  takenAt: Date
  byId: UserId | null
  byName: string
  requestKey: string
  at: Date
}

/** False where the same form was sent before. */
export async function insertPhoto(tx: Tx, given: NewPhoto): Promise<boolean> {
  const inserted = await tx
    .insertInto('inspection_photo')
    .values({
      id: given.id,
      inspection_id: given.inspectionId,
      file_hash: given.fileHash,
      caption: given.caption,
      place: given.place,
      taken_at: given.takenAt,
      by_id: given.byId,
      by_name: given.byName,
      request_key: given.requestKey,
      recorded_at: given.at,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Who these accounts are. */
export function selectPeople(db: ReadDb, ids: readonly UserId[]) {
  return db
    .selectFrom('person_card')
    .select(['id', 'name'])
    .where('id', 'in', ids.length > 0 ? [...ids] : ['' as UserId])
    .orderBy('name', inVietnamese)
    .execute()
}
