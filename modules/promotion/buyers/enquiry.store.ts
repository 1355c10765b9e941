import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { PlainDate } from '@dacsan/vietnam'
import type { Aisle, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { EnquiryStatus } from './acts.ts'
import type { BuyerKind, BuyerLanguage, Need } from './rules/choices.ts'
import type { EnquiryId } from './rules/ids.ts'

const phoneColumn: LockedColumn = { table: 'buyer_enquiry', key: 'id', column: 'contact_phone' }
export const lockedBuyerColumns: readonly LockedColumn[] = [phoneColumn]

export const enquiries = (db: ReadDb) =>
  db
    .selectFrom('buyer_enquiry as enquiry')
    .leftJoin('product_card as product', 'product.id', 'enquiry.product_id')
    .select([
      'enquiry.id',
      'enquiry.code',
      'enquiry.status',
      'enquiry.kind',
      'enquiry.buyer_name as buyerName',
      'enquiry.contact_name as contactName',
      'enquiry.contact_phone as lockedPhone',
      'enquiry.contact_email as contactEmail',
      'enquiry.language',
      'enquiry.region',
      'enquiry.goods',
      'enquiry.aisle',
      'enquiry.product_id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'enquiry.per_month as perMonth',
      'enquiry.unit',
      'enquiry.needs',
      'enquiry.note',
      'enquiry.asked_at as askedAt',
      'enquiry.answer_by as answerBy',
      'enquiry.introduced_at as introducedAt',
      'enquiry.close_reason as closeReason',
      'enquiry.organisation_id as organisationId',
      'enquiry.fair_id as fairId',
      'enquiry.is_sample as isSample',
    ])
export type StoredEnquiry = Awaited<ReturnType<ReturnType<typeof enquiries>['executeTakeFirstOrThrow']>>

export const selectEnquiry = (db: ReadDb, id: EnquiryId): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.id', '=', id).executeTakeFirst()
export const selectEnquiryByCode = (db: ReadDb, code: string): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.code', '=', code).executeTakeFirst()
export const selectEnquiryByKey = (db: ReadDb, requestKey: string): Promise<StoredEnquiry | undefined> =>
  enquiries(db).where('enquiry.request_key', '=', requestKey).executeTakeFirst()

export async function lockEnquiry(tx: Tx, id: EnquiryId): Promise<StoredEnquiry | undefined> {
  const locked = await tx.selectFrom('buyer_enquiry').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectEnquiry(tx, id)
}

/** Open, and past the day by which the office answers. */
export const selectUnanswered = (db: ReadDb, today: PlainDate): Promise<StoredEnquiry[]> =>
  enquiries(db).where('enquiry.status', '=', 'open').where('enquiry.answer_by', '<=', today).orderBy('enquiry.asked_at').orderBy('enquiry.id').limit(500).execute() // prettier-ignore

export const openBuyerPhone = async (db: ReadDb, { id, lockedPhone }: Pick<StoredEnquiry, 'id' | 'lockedPhone'>): Promise<string | null> =>
  lockedPhone === null ? null : ((await openTextIfPossible(db, phoneColumn, id, lockedPhone)) ?? null)

/** The enquiry as it goes to a page: without what is locked. */
export function withoutBuyerPhone(one: StoredEnquiry): Omit<StoredEnquiry, 'lockedPhone'> {
  const { lockedPhone: _, ...shown } = one
  return shown
}

export type EnquiryFields = {
  kind: BuyerKind
  buyerName: string
  contactName: string
  contactPhone: string | null
  contactEmail: string | null
  region: string
  goods: string
  aisle: Aisle | null
  perMonth: number
  unit: string
  needs: readonly Need[]
  note: string
}
type NewEnquiry = EnquiryFields & {
  id: EnquiryId
  code: string
  language: BuyerLanguage
  productId: ProductId | null
  organisationId: OrganisationId | null
  fairId: FairId | null
  at: Date
  answerBy: PlainDate
  byId: UserId | null
  requestKey: string
  isSample: boolean
}
export async function insertEnquiry(tx: Tx, given: NewEnquiry): Promise<void> {
  await insertRows(tx, 'buyer_enquiry', [
    {
      id: given.id,
      code: given.code,
      status: 'open' as const,
      kind: given.kind,
      buyer_name: given.buyerName,
      contact_name: given.contactName,
      contact_phone: given.contactPhone === null ? null : await lockText(tx, phoneColumn, given.id, given.contactPhone),
      contact_email: given.contactEmail,
      language: given.language,
      region: given.region,
      goods: given.goods,
      aisle: given.aisle,
      product_id: given.productId,
      per_month: given.perMonth,
      unit: given.unit,
      needs: [...given.needs],
      note: given.note,
      consented_at: given.at,
      asked_at: given.at,
      answer_by: given.answerBy,
      organisation_id: given.organisationId,
      fair_id: given.fairId,
      request_key: given.requestKey,
      by_id: given.byId,
      is_sample: given.isSample,
    },
  ])
}

type EnquiryChange = { status: EnquiryStatus; introduced_at?: Date; fair_id?: FairId; close_reason?: string }
export const updateEnquiry = (tx: Tx, id: EnquiryId, change: EnquiryChange) =>
  tx.updateTable('buyer_enquiry').set(change).where('id', '=', id).execute()

export const selectProductNamed = (db: ReadDb, slug: string) =>
  db.selectFrom('product_card').select(['id', 'name', 'slug']).where('slug', '=', slug).where('in_register', '=', true).executeTakeFirst()

/** Who may deliver it: producers with certified goods in whose words all of these stand. */
export async function selectCandidates(db: ReadDb, words: readonly string[], most = 12) {
  let asked = db
    .selectFrom('product_card as product')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .where('product.standing', '=', 'certified')
  for (const word of words) asked = asked.where('product.search_text', 'like', `%${word.replaceAll(/[%_\\]/g, '')}%`)
  return asked
    .select(['producer.id as producerId', 'producer.name as producerName', 'product.name', 'product.stars'])
    .orderBy('product.stars', (order) => order.desc().nullsLast())
    .orderBy('product.id')
    .limit(most)
    .execute()
}

export const selectProducers = (db: ReadDb, ids: readonly StoredProducer['id'][]) =>
  producers(db)
    .where('id', 'in', ids.length > 0 ? [...ids] : ['pro_' as StoredProducer['id']])
    .orderBy('id')
    .execute()
const producers = (db: ReadDb) => db.selectFrom('producer_card').select(['id', 'name', 'slug', 'is_sample as isSample'])
export type StoredProducer = Awaited<ReturnType<ReturnType<typeof producers>['executeTakeFirstOrThrow']>>
