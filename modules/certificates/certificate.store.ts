import type { ProductId } from '../catalogue/rules.ts'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../context.ts'
import type { CertificateCard, CertificateStatus, WithdrawalReason } from './rules.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { CertificateId, DecisionId } from './rules/ids.ts'

/** The small letter of the alphabet, and eth, which older texts have in its place. */
const lettersLikeD = String.fromCharCode(0x111, 0xf0)

const certificates = (db: ReadDb) =>
  db
    .selectFrom('certificate')
    .innerJoin('product_card as product', 'product.id', 'certificate.product_id')
    .leftJoin('certificate as later', 'later.id', 'certificate.superseded_by')
    .leftJoin('register_import as imported', 'imported.id', 'certificate.import_id')
    .select([
      'certificate.code',
      'certificate.product_id as productId',
      'product.slug as productSlug',
      'certificate.product_name as productName',
      'certificate.producer_name as producerName',
      'certificate.address',
      'certificate.stars',
      'certificate.decision_id as decisionId',
      'certificate.dossier_id as dossierId',
      'certificate.decision_number as decisionNumber',
      'certificate.decision_date as decisionDate',
      'certificate.authority',
      'certificate.issued_on as issuedOn',
      'certificate.valid_until as validUntil',
      'certificate.validity_inferred as validityInferred',
      'certificate.product_code as productCode',
      'certificate.paper_number as paperNumber',
      'certificate.correction_note as correctionNote',
      'certificate.corrected_on as correctedOn',
      'certificate.is_corrected as isCorrected',
      'certificate.status',
      'later.code as supersededByCode',
      'certificate.withdrawn_on as withdrawnOn',
      'certificate.withdrawal_reason as withdrawalReason',
      'certificate.withdrawal_number as withdrawalNumber',
      'certificate.withdrawal_authority as withdrawalAuthority',
      'certificate.withdrawal_note as withdrawalNote',
      'certificate.year',
      'certificate.is_sample as isSample',
      'certificate.source_url as sourceUrl',
      'certificate.source_note as sourceNote',
      sql<
        string | null
      >`case when certificate.decision_id is null then (certificate.created_at at time zone 'Asia/Ho_Chi_Minh')::date end`.as('importedOn'),
      'imported.source as importedBy',
      'product.renewal_under_way as renewalUnderWay',
    ])

const certificateByCode = prepare((db: ReadDb, { code }: Slots<{ code: string }>) => certificates(db).where('certificate.code', '=', code))

export async function selectCertificate(db: ReadDb, code: string): Promise<CertificateCard | undefined> {
  return (await certificateByCode(db, { code }))[0]
}

export async function selectCertificateId(db: ReadDb, code: string): Promise<CertificateId> {
  return (await db.selectFrom('certificate').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id
}

const certificatesBy = (column: 'product_id' | 'decision_id') =>
  prepare((db: ReadDb, { id }: Slots<{ id: string }>) =>
    certificates(db)
      .where(sql.ref(`certificate.${column}`), '=', id)
      .orderBy(sql`coalesce(certificate.issued_on, certificate.decision_date, make_date(certificate.year, 12, 31)) desc nulls last`)
      .orderBy('certificate.id', 'desc'),
  )
const certificatesOfProduct = certificatesBy('product_id')
const certificatesOfDecision = certificatesBy('decision_id')

/** The latest first; those without a day last. */
export async function selectCertificatesOf(
  db: ReadDb,
  where: { productId: ProductId } | { decisionId: DecisionId },
): Promise<CertificateCard[]> {
  return 'productId' in where ? certificatesOfProduct(db, { id: where.productId }) : certificatesOfDecision(db, { id: where.decisionId })
}

/** Certificates whose code or decision begins so, or whose product holds all the folded words. */
export async function searchCertificateRows(
  db: ReadDb,
  asked: { beginning: string; words: readonly string[]; today: string; extendedFrom: string; limit: number },
): Promise<CertificateCard[]> {
  const { words, today, extendedFrom, limit } = asked
  const beginning = `${asked.beginning.replaceAll(/[\\%_]/g, '\\$&')}%`
  return certificates(db)
    .where((eb) =>
      eb.or([
        eb('certificate.code', 'like', beginning),
        // Typed without accents it is found as well.
        eb(sql`translate(lower(certificate.decision_number), ${lettersLikeD}, 'dd')`, 'like', beginning),
        eb('certificate.product_code', 'like', beginning),
        eb(sql`translate(lower(certificate.paper_number), ${lettersLikeD}, 'dd')`, 'like', beginning),
        ...(words.length > 0 ? [eb.and(words.map((word) => eb('product.search_text', 'like', `%${word}%`)))] : []),
      ]),
    )
    .orderBy(sql`certificate.status <> 'active'`)
    .orderBy(
      sql`certificate.valid_until is null or certificate.valid_until < case when product.renewal_under_way then ${extendedFrom} else ${today} end::date`,
    )
    .orderBy('certificate.stars', 'desc')
    .orderBy('certificate.product_name', inVietnamese)
    .orderBy('certificate.code')
    .limit(limit)
    .execute()
}

/** Certificates in force by their status whose last day comes before a day, the first to end first. */
export async function selectEndingBefore(db: ReadDb, day: string): Promise<CertificateCard[]> {
  return certificates(db)
    .where('certificate.status', '=', 'active')
    .where('certificate.valid_until', '<=', day)
    .orderBy('certificate.valid_until')
    .orderBy('certificate.product_name', inVietnamese)
    .execute()
}

export type NewCertificate = {
  id: CertificateId
  code: string
  productId: ProductId
  productName: string
  producerName: string
  address: string | null
  stars: number
  decisionId: DecisionId | null
  dossierId: DossierId | null
  decisionNumber: string | null
  decisionDate: string | null
  authority: string | null
  issuedOn: string | null
  validUntil: string | null
  validityInferred: boolean
  productCode: string | null
  status: CertificateStatus
  year: number | null
  isSample: boolean
  sourceUrl: string | null
  sourceNote: string | null
}

export async function insertCertificate(tx: Tx, certificate: NewCertificate): Promise<void> {
  await tx
    .insertInto('certificate')
    .values({
      id: certificate.id,
      code: certificate.code,
      product_id: certificate.productId,
      product_name: certificate.productName,
      producer_name: certificate.producerName,
      address: certificate.address,
      stars: certificate.stars,
      decision_id: certificate.decisionId,
      dossier_id: certificate.dossierId,
      decision_number: certificate.decisionNumber,
      decision_date: certificate.decisionDate,
      authority: certificate.authority,
      issued_on: certificate.issuedOn,
      valid_until: certificate.validUntil,
      validity_inferred: certificate.validityInferred,
      product_code: certificate.productCode,
      status: certificate.status,
      year: certificate.year,
      is_sample: certificate.isSample,
      source_url: certificate.sourceUrl,
      source_note: certificate.sourceNote,
    })
    .execute()
}

/** The certificates of a product in these states, held until the end of the transaction. */
export async function selectHeldIn(tx: Tx, productId: ProductId, statuses: readonly CertificateStatus[]) {
  return tx
    .selectFrom('certificate')
    .select(['id', 'code', 'product_id as productId', 'status'])
    .where('product_id', '=', productId)
    .where('status', 'in', [...statuses])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Frees the place of the active certificate; its successor is named once it exists. */
export async function updateStatus(tx: Tx, id: CertificateId, status: CertificateStatus): Promise<void> {
  await tx.updateTable('certificate').set({ status }).where('id', '=', id).execute()
}

export async function nameSuccessor(tx: Tx, ids: readonly CertificateId[], successorId: CertificateId): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('certificate')
    .set({ superseded_by: successorId })
    .where('id', 'in', [...ids])
    .execute()
}

export async function updateWithdrawn(
  tx: Tx,
  code: string,
  withdrawal: {
    status: CertificateStatus
    on: string
    reason: WithdrawalReason
    number: string
    authority: string
    note: string | null
    signer: string | null
    signerTitle: string | null
  },
): Promise<void> {
  await tx
    .updateTable('certificate')
    .set({
      status: withdrawal.status,
      withdrawn_on: withdrawal.on,
      withdrawal_reason: withdrawal.reason,
      withdrawal_number: withdrawal.number,
      withdrawal_authority: withdrawal.authority,
      withdrawal_note: withdrawal.note,
      withdrawal_signer: withdrawal.signer,
      withdrawal_signer_title: withdrawal.signerTitle,
    })
    .where('code', '=', code)
    .execute()
}

/** Who signed the withdrawal: for its paper alone, and for no page. */
export async function selectWithdrawalSigner(db: ReadDb, code: string): Promise<{ signer: string | null; signerTitle: string | null }> {
  return db
    .selectFrom('certificate')
    .select(['withdrawal_signer as signer', 'withdrawal_signer_title as signerTitle'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
}

/** Names of the products that hold a certificate signed after a day. */
export async function selectCertifiedAfter(db: ReadDb, productIds: readonly ProductId[], day: string): Promise<string[]> {
  if (productIds.length === 0) return []
  const rows = await db
    .selectFrom('certificate')
    .select('product_name')
    .where('product_id', 'in', [...productIds])
    .where('issued_on', '>', day)
    .where('status', '<>', 'withdrawn')
    .distinct()
    .execute()
  return rows.map((row) => row.product_name)
}

/** The code that the product had last. */
export async function selectLastProductCode(db: ReadDb, productId: ProductId): Promise<string | null> {
  const row = await db
    .selectFrom('certificate')
    .select('product_code')
    .where('product_id', '=', productId)
    .where('product_code', 'is not', null)
    .orderBy('issued_on', 'desc')
    .executeTakeFirst()
  return row?.product_code ?? null
}

/** The next number of a product in its commune. */
export async function takeProductNumber(tx: Tx, communeCode: string): Promise<number> {
  const row = await tx
    .insertInto('product_code_counter')
    .values({ commune_code: communeCode, last: 1 })
    .onConflict((conflict) => conflict.column('commune_code').doUpdateSet((eb) => ({ last: eb('product_code_counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
