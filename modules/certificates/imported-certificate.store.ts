import { sql } from 'kysely'
import type { ProductId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { NewCertificate } from './certificate.store.ts'
import type { CertificateStatus, OnFile } from './rules.ts'
import type { CertificateId, ImportId } from './rules/ids.ts'

/** The certificates of these products, as an import compares a register with them. */
export async function selectOnFile(db: ReadDb, productIds: readonly ProductId[]): Promise<OnFile[]> {
  return db
    .selectFrom('certificate')
    .select([
      'id',
      'code',
      'product_id as productId',
      'decision_id as decisionId',
      'decision_number as decisionNumber',
      'decision_date as decisionDate',
      'authority',
      'issued_on as issuedOn',
      'valid_until as validUntil',
      'validity_inferred as validityInferred',
      'year',
      'stars',
      'status',
      'withdrawn_on as withdrawnOn',
    ])
    .where(sql<boolean>`product_id = any(${[...productIds]}::text[])`)
    .orderBy('id')
    .execute()
}

export type ImportedCertificate = Omit<NewCertificate, 'address' | 'decisionId' | 'dossierId' | 'productCode' | 'isSample'> & {
  isSample?: boolean
}

/** Inserts those whose code is free, and gives back their ids. */
export async function insertImported(
  tx: Tx,
  certificates: readonly ImportedCertificate[],
  from: { importId: ImportId | null; at: Date },
): Promise<string[]> {
  if (certificates.length === 0) return []
  const rows = await tx
    .insertInto('certificate')
    .values(
      certificates.map((certificate) => ({
        id: certificate.id,
        code: certificate.code,
        product_id: certificate.productId,
        product_name: certificate.productName,
        producer_name: certificate.producerName,
        stars: certificate.stars,
        decision_number: certificate.decisionNumber,
        decision_date: certificate.decisionDate,
        authority: certificate.authority,
        issued_on: certificate.issuedOn,
        valid_until: certificate.validUntil,
        validity_inferred: certificate.validityInferred,
        status: certificate.status,
        year: certificate.year,
        source_url: certificate.sourceUrl,
        source_note: certificate.sourceNote,
        is_sample: certificate.isSample ?? false,
        import_id: from.importId,
        created_at: from.at,
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  await recordImported(tx, ids)
  return ids
}

/** The codes that are taken of these, with and without a number behind them. */
export async function selectCodes(db: ReadDb, bases: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('certificate')
    .select('code')
    .where(sql<boolean>`code = any(${[...bases]}::text[]) or regexp_replace(code, '-[0-9]+$', '') = any(${[...bases]}::text[])`)
    .execute()
  return rows.map((row) => row.code)
}

/** What a later import corrects of certificates that an import brought. */
export async function updateImported(
  tx: Tx,
  corrected: readonly (Pick<OnFile, 'id' | 'stars' | 'decisionDate' | 'authority' | 'issuedOn' | 'validUntil' | 'validityInferred'> & {
    importId: ImportId | null
  })[],
): Promise<void> {
  if (corrected.length === 0) return
  await sql`
    update certificate set stars = new.stars, decision_date = new."decisionDate", authority = new.authority, issued_on = new."issuedOn",
      valid_until = new."validUntil", validity_inferred = new."validityInferred", import_id = coalesce(new."importId", import_id)
    from jsonb_to_recordset(${JSON.stringify(corrected)}::text::jsonb) as new(
      id text, stars smallint, "decisionDate" date, authority text, "issuedOn" date, "validUntil" date, "validityInferred" boolean,
      "importId" text)
    where certificate.id = new.id and certificate.decision_id is null`.execute(tx)
  await recordImported(
    tx,
    corrected.map(({ id }) => id),
  )
}

/** Keeps what an import said of these, beside the certificate: there it is final. */
async function recordImported(tx: Tx, ids: readonly CertificateId[]): Promise<void> {
  await sql`
    insert into imported_certificate (certificate_id, place, import_id, code, product_id, stars, decision_number, decision_date, authority, issued_on,
      valid_until, validity_inferred, year)
    select id, 1 + (select count(*) from imported_certificate i where i.certificate_id = c.id), import_id, code, product_id, stars, decision_number,
      decision_date, authority, issued_on, valid_until, validity_inferred, year
    from certificate c where id = any(${[...ids]}::text[]) and decision_id is null`.execute(tx)
}

/** Makes way for the certificates that follow these. */
export async function updateSuperseded(tx: Tx, ids: readonly CertificateId[], status: CertificateStatus): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('certificate')
    .set({ status })
    .where('id', 'in', [...ids])
    .execute()
}

export async function nameSuccessors(tx: Tx, pairs: readonly { id: CertificateId; by: CertificateId }[]): Promise<void> {
  if (pairs.length === 0) return
  await sql`
    update certificate set superseded_by = new.by
    from jsonb_to_recordset(${JSON.stringify(pairs)}::text::jsonb) as new(id text, by text) where certificate.id = new.id`.execute(tx)
}
