import { sql } from 'kysely'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { ApplicationStatus } from './acts.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'

const phoneColumn: LockedColumn = { table: 'fair_application', key: 'id', column: 'contact_phone' }
export const lockedFairColumns: readonly LockedColumn[] = [phoneColumn]

export const applications = (db: ReadDb) =>
  db
    .selectFrom('fair_application')
    .innerJoin('producer_card as producer', 'producer.id', 'fair_application.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('fair_stand as stand', 'stand.application_id', 'fair_application.id')
    .select([
      'fair_application.id',
      'fair_application.fair_id as fairId',
      'fair_application.producer_id as producerId',
      'producer.name as producerName',
      'producer.slug as producerSlug',
      'producer.organisation_id as organisationId',
      'producer.commune_code as communeCode',
      'commune.name as communeName',
      'producer.former_district_code as formerDistrictCode',
      'producer.former_district_name as formerDistrictName',
      'fair_application.status',
      'fair_application.stand_kind as standKind',
      'needs_power as needsPower',
      'needs_cold as needsCold',
      'promises_samples as promisesSamples',
      'contact_name as contactName',
      'contact_phone as lockedPhone',
      'shows_contact as showsContact',
      'food_safety_number as foodSafetyNumber',
      'food_safety_until as foodSafetyUntil',
      'fair_application.note',
      'by_office as byOffice',
      'fair_application.created_at as createdAt',
      'complete_at as completeAt',
      'fair_application.confirm_by as confirmBy',
      'confirmed_at as confirmedAt',
      'waiting_place as waitingPlace',
      'substitute_for as substituteFor',
      'stand.number as standNumber',
      'stand.id as standId',
      'fair_application.is_sample as isSample',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof applications>['executeTakeFirstOrThrow']>>
export type StoredApplication = Omit<Row, 'organisationId'> & { organisationId: OrganisationId | null }

export const selectApplication = (db: ReadDb, id: FairApplicationId): Promise<StoredApplication | undefined> =>
  applications(db).where('fair_application.id', '=', id).executeTakeFirst()

/** The application, held until the end of the transaction; whoever calls holds its fair. */
export async function lockApplication(tx: Tx, id: FairApplicationId): Promise<StoredApplication | undefined> {
  const locked = await tx.selectFrom('fair_application').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectApplication(tx, id)
}

export const selectApplicationOf = (
  db: ReadDb,
  { fairId, producerId }: { fairId: FairId; producerId: ProducerId },
): Promise<StoredApplication | undefined> =>
  applications(db).where('fair_application.fair_id', '=', fairId).where('fair_application.producer_id', '=', producerId).executeTakeFirst()

/** Of one fair; those that wait stand in the order in which they are asked. */
export const selectApplications = (db: ReadDb, fairId: FairId): Promise<StoredApplication[]> =>
  applications(db)
    .where('fair_application.fair_id', '=', fairId)
    .orderBy(sql`waiting_place nulls last`)
    .orderBy(sql`complete_at nulls last`)
    .orderBy('fair_application.id')
    .execute()

export const selectOwnApplications = (db: ReadDb, producerId: ProducerId): Promise<StoredApplication[]> =>
  applications(db)
    .where('fair_application.producer_id', '=', producerId)
    .orderBy('fair_application.created_at', 'desc')
    .orderBy('fair_application.id')
    .limit(100)
    .execute()

/** The application as it goes to a page: without what is locked. */
export function withoutPhone(one: StoredApplication): Omit<StoredApplication, 'lockedPhone'> {
  const { lockedPhone: _, ...shown } = one
  return shown
}

/** The telephone of whoever stands at the stand; null where it cannot be opened. */
export const openPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredApplication, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, phoneColumn, id, lockedPhone)) ?? null)

/** Whom of a fair anybody may ring up: those who agreed to it. */
export async function selectConsented(db: ReadDb, fairId: FairId): Promise<Map<FairApplicationId, string>> {
  const found = await applications(db)
    .where('fair_application.fair_id', '=', fairId)
    .where('fair_application.status', '=', 'confirmed')
    .where('fair_application.shows_contact', '=', true)
    .execute()
  const said = await Promise.all(
    found.map(async (one) => [one.id, [one.contactName, await openPhone(db, one)].filter(Boolean).join(', ')] as const),
  )
  return new Map(said)
}

export type ApplicationFields = {
  standKind: string
  needsPower: boolean
  needsCold: boolean
  promisesSamples: boolean
  contactName: string
  contactPhone: string | null
  showsContact: boolean
  foodSafetyNumber: string | null
  foodSafetyUntil: PlainDate | null
  note: string
}

const columnsOf = async (tx: Tx, id: FairApplicationId, given: ApplicationFields) => ({
  stand_kind: given.standKind,
  needs_power: given.needsPower,
  needs_cold: given.needsCold,
  promises_samples: given.promisesSamples,
  contact_name: given.contactName,
  contact_phone: given.contactPhone === null ? null : await lockText(tx, phoneColumn, id, given.contactPhone),
  shows_contact: given.showsContact,
  food_safety_number: given.foodSafetyNumber,
  food_safety_until: given.foodSafetyUntil,
  note: given.note,
})

type NewApplication = ApplicationFields & {
  id: FairApplicationId
  fairId: FairId
  producerId: ProducerId
  byOffice: boolean
  at: Date
  completeAt: Date | null
  isSample: boolean
  requestKey: string
}

export async function insertApplication(tx: Tx, given: NewApplication): Promise<void> {
  await tx
    .insertInto('fair_application')
    .values({
      ...(await columnsOf(tx, given.id, given)),
      id: given.id,
      fair_id: given.fairId,
      producer_id: given.producerId,
      status: 'open',
      by_office: given.byOffice,
      created_at: given.at,
      changed_at: given.at,
      complete_at: given.completeAt,
      is_sample: given.isSample,
      request_key: given.requestKey,
    })
    .execute()
}

export async function updateApplicationFields(
  tx: Tx,
  id: FairApplicationId,
  given: ApplicationFields & { at: Date; completeAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('fair_application')
    .set({ ...(await columnsOf(tx, id, given)), changed_at: given.at, complete_at: given.completeAt })
    .where('id', '=', id)
    .execute()
}

type ApplicationChange = {
  status?: ApplicationStatus
  confirm_by?: Date | null
  confirmed_at?: Date
  waiting_place?: number | null
  substitute_for?: FairApplicationId
}
export const updateApplication = (tx: Tx, id: FairApplicationId, change: ApplicationChange) =>
  tx.updateTable('fair_application').set(change).where('id', '=', id).execute()

/** The key of the form by which an application was made. */
export const selectApplicationByKey = (db: ReadDb, requestKey: string) =>
  db
    .selectFrom('fair_application')
    .select(['id', 'fair_id as fairId', 'producer_id as producerId'])
    .where('request_key', '=', requestKey)
    .executeTakeFirst()

/** How often a producer had a stand before, and did not come to it. */
export async function selectPast(db: ReadDb, fairId: FairId): Promise<{ producerId: ProducerId; held: number; absent: number }[]> {
  return db
    .selectFrom('fair_application as past')
    .innerJoin('fair', 'fair.id', 'past.fair_id')
    .where('past.fair_id', '<>', fairId)
    .where('fair.status', 'in', ['running', 'ended', 'reported'])
    .where('past.status', 'in', ['confirmed', 'absent'])
    .where('past.producer_id', 'in', (eb) => eb.selectFrom('fair_application').select('producer_id').where('fair_id', '=', fairId))
    .groupBy('past.producer_id')
    .select([
      'past.producer_id as producerId',
      sql<number>`count(*) filter (where past.status = 'confirmed')::int`.as('held'),
      sql<number>`count(*) filter (where past.status = 'absent')::int`.as('absent'),
    ])
    .execute()
}

/** Places that are given and not confirmed in time. */
export async function selectToLapse(db: ReadDb, now: Date): Promise<{ id: FairApplicationId; fairId: FairId }[]> {
  return db
    .selectFrom('fair_application')
    .select(['id', 'fair_id as fairId'])
    .where('status', '=', 'allotted')
    .where('confirm_by', '<', now)
    .orderBy('id')
    .execute()
}

export async function insertStep(
  tx: Tx,
  step: { applicationId: FairApplicationId; step: string; words: string; at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await sql`insert into fair_step (application_id, seq, step, words, at, by_id, by_name)
    select ${step.applicationId}, coalesce(max(seq), 0) + 1, ${step.step}, ${step.words}, ${step.at}, ${step.byId}, ${step.byName}
    from fair_step where application_id = ${step.applicationId}`.execute(tx)
}

export const selectSteps = (db: ReadDb, id: FairApplicationId) =>
  db.selectFrom('fair_step').select(['step', 'words', 'at', 'by_name as byName']).where('application_id', '=', id).orderBy('seq').execute()

export type SeenProduct = {
  productId: ProductId
  name: string
  slug: string
  setCode: string
  stars: number | null
  certificateCode: string | null
  certifiedUntil: PlainDate | null
  isCertified: boolean
  hasOpenRecall: boolean
}

/** What the products of a producer are today. */
export async function selectProductsToday(db: ReadDb, producerId: ProducerId): Promise<SeenProduct[]> {
  return db
    .selectFrom('product_card as product')
    .where('product.producer_id', '=', producerId)
    .select([
      'product.id as productId',
      'product.name',
      'product.slug',
      'product.set_code as setCode',
      'product.stars',
      'product.certificate_code as certificateCode',
      'product.certified_until as certifiedUntil',
      sql<boolean>`product.standing = 'certified'`.as('isCertified'),
      sql<boolean>`exists (select from open_recall_card as recalled where recalled.product_id = product.id)`.as('hasOpenRecall'),
    ])
    .orderBy('product.stars', (order) => order.desc().nullsLast())
    .orderBy('product.name', inVietnamese)
    .orderBy('product.id')
    .limit(200)
    .execute()
}

/** The facts of that day stay as they were; a product that was chosen anew is seen today. */
export async function replaceProducts(tx: Tx, id: FairApplicationId, products: readonly SeenProduct[], at: Date): Promise<void> {
  await tx.deleteFrom('fair_application_product').where('application_id', '=', id).execute()
  if (products.length === 0) return
  await tx
    .insertInto('fair_application_product')
    .values(
      products.map((one) => ({
        application_id: id,
        product_id: one.productId,
        name: one.name,
        set_code: one.setCode,
        stars: one.stars,
        certificate_code: one.certificateCode,
        certified_until: one.certifiedUntil,
        has_open_recall: one.hasOpenRecall,
        seen_at: at,
      })),
    )
    .execute()
}

/** As they were on the day of the application, with what is true of them now. */
export async function selectChosen(db: ReadDb, where: { applicationId: FairApplicationId } | { fairId: FairId }) {
  return db
    .selectFrom('fair_application_product as chosen')
    .innerJoin('fair_application as application', 'application.id', 'chosen.application_id')
    .innerJoin('product_card as product', 'product.id', 'chosen.product_id')
    .$if('applicationId' in where, (found) =>
      found.where('application.id', '=', (where as { applicationId: FairApplicationId }).applicationId),
    )
    .$if('fairId' in where, (found) => found.where('application.fair_id', '=', (where as { fairId: FairId }).fairId))
    .select([
      'chosen.application_id as applicationId',
      'chosen.product_id as productId',
      'chosen.name',
      'product.slug',
      'chosen.set_code as setCode',
      'chosen.stars',
      'chosen.certificate_code as certificateCode',
      'chosen.certified_until as certifiedUntil',
      'chosen.has_open_recall as hadOpenRecall',
      'chosen.seen_at as seenAt',
      sql<boolean>`product.standing = 'certified'`.as('isCertified'),
      sql<boolean>`exists (select from open_recall_card as recalled where recalled.product_id = product.id)`.as('hasOpenRecall'),
    ])
    .orderBy('chosen.name', inVietnamese)
    .orderBy('chosen.product_id')
    .execute()
}
export type ChosenProduct = Awaited<ReturnType<typeof selectChosen>>[number]
