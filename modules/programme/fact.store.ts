import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb } from '../context.ts'
import { certificateNumber } from '../catalogue/rules.ts'
import type { Standing } from '../catalogue/rules.ts'
import type { DossierStatus } from '../dossiers/rules.ts'
import type { Period } from './rules.ts'

const dayInVietnam = (column: string) => sql<string>`to_char(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`
const flag = (column: string) => sql<boolean>`coalesce(${sql.ref(column)}, false)`

/** Products that the public register shows. */
export async function selectRegister(db: ReadDb) {
  const rows = await db
    .selectFrom('register_fact')
    .select([
      'product_slug as slug',
      'product_name as productName',
      'producer_name as producerName',
      'producer_kind as producerKind',
      'set_code as setCode',
      'commune_name as communeName',
      'former_district_name as formerDistrict',
      'former_province_name as formerProvince',
      'standing',
      'stars',
      'rank',
      'certificate_code as certificateCode',
      'certified_from as certifiedFrom',
      'certified_until as certifiedUntil',
      'certified_year as certifiedYear',
      flag('potential_five').as('potentialFive'),
      flag('renewal_under_way').as('renewalUnderWay'),
      flag('is_sample').as('isSample'),
    ])
    .where('in_register', '=', true)
    .orderBy('product_name', inVietnamese)
    .orderBy('product_id')
    .$narrowType<{ standing: Standing }>()
    .execute()
  return rows.map((row) => ({ ...row, certificateCode: certificateNumber(row.certificateCode) }))
}

export function selectProducers(db: ReadDb) {
  return db
    .selectFrom('register_fact')
    .select(({ fn }) => [
      'producer_slug as slug',
      'producer_name as producerName',
      'producer_kind as producerKind',
      'commune_name as communeName',
      'former_district_name as formerDistrict',
      fn.countAll<number>().as('products'),
      sql<boolean>`bool_and(is_sample)`.as('isSample'),
    ])
    .where('in_register', '=', true)
    .groupBy(['producer_id', 'producer_slug', 'producer_name', 'producer_kind', 'commune_name', 'former_district_name'])
    .orderBy('producer_name', inVietnamese)
    .orderBy('producer_id')
    .execute()
}

/** Certificates issued in a period, or withdrawn in it. Where a source tells the year alone, the whole year must lie in the period. */
export async function selectCertificates(db: ReadDb, period: Period, what: 'issued' | 'withdrawn' = 'issued') {
  const rows = await certificatesIn(db, period, what).execute()
  return rows.map((row) => ({ ...row, code: certificateNumber(row.code) }))
}

function certificatesIn(db: ReadDb, { from, to }: Period, what: 'issued' | 'withdrawn') {
  const query = db
    .selectFrom('certificate_fact')
    .leftJoin('register_fact', 'register_fact.product_id', 'certificate_fact.product_id')
    .select([
      'certificate_fact.code',
      'certificate_fact.product_name as productName',
      'certificate_fact.producer_name as producerName',
      'certificate_fact.stars',
      'certificate_fact.stars_before as starsBefore',
      'certificate_fact.issued_on as issuedOn',
      'certificate_fact.year',
      'certificate_fact.decision_number as decisionNumber',
      'certificate_fact.withdrawn_on as withdrawnOn',
      'register_fact.former_province_name as formerProvince',
      flag('certificate_fact.is_first').as('isFirst'),
      flag('certificate_fact.is_sample').as('isSample'),
    ])
    .orderBy('certificate_fact.issued_on')
    .orderBy('certificate_fact.code')
  if (what === 'withdrawn') return query.where('certificate_fact.withdrawn_on', '>=', from).where('certificate_fact.withdrawn_on', '<=', to)
  return query.where((eb) =>
    eb.or([
      eb.and([eb('certificate_fact.issued_on', '>=', from), eb('certificate_fact.issued_on', '<=', to)]),
      eb.and([
        eb('certificate_fact.issued_on', 'is', null),
        eb(sql<string>`make_date(certificate_fact.year, 1, 1)`, '>=', from),
        eb(sql<string>`make_date(certificate_fact.year, 12, 31)`, '<=', to),
      ]),
    ]),
  )
}

export function selectDossiers(db: ReadDb) {
  return db
    .selectFrom('dossier_fact')
    .select([
      'code',
      'product_name as productName',
      'commune_name as communeName',
      'status',
      dayInVietnam('submitted_at').as('submittedOn'),
      'commune_due_on as dueOn',
      flag('is_sample').as('isSample'),
    ])
    .orderBy('submitted_at')
    .orderBy('dossier_id')
    .$narrowType<{ status: DossierStatus }>()
    .execute()
}

export function selectLots(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('lot_fact')
    .select(['number', 'product_name as productName', 'made_on as madeOn', 'quantity', 'unit', 'labels', flag('is_sample').as('isSample')])
    .where('made_on', '>=', from)
    .where('made_on', '<=', to)
    .orderBy('made_on')
    .orderBy('lot_id')
    .execute()
}

export function selectScans(db: ReadDb, { from, to }: Period) {
  return db
    .selectFrom('scan_fact')
    .select(['code', 'day', 'count', 'product_name as productName', flag('is_sample').as('isSample')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('code')
    .execute()
}

export function selectDoubts(db: ReadDb) {
  return db
    .selectFrom('doubt_fact')
    .select([
      'case_code as caseCode',
      'code',
      'product_name as productName',
      'status',
      dayInVietnam('at').as('on'),
      flag('is_sample').as('isSample'),
    ])
    .orderBy('at')
    .orderBy('doubt_id')
    .execute()
}

export function selectSales(db: ReadDb, { from, to }: Period) {
  const day = dayInVietnam('created_at')
  return db
    .selectFrom('sale_fact')
    .select([
      'code',
      'producer_name as producerName',
      day.as('on'),
      'payment_status as payment',
      'total_vnd as totalVnd',
      'received_vnd as receivedVnd',
      flag('is_sample').as('isSample'),
    ])
    .where(day, '>=', from)
    .where(day, '<=', to)
    .orderBy('created_at')
    .orderBy('order_id')
    .$narrowType<{ totalVnd: number; receivedVnd: number }>()
    .execute()
}
