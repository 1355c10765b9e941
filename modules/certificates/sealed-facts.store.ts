import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { SealedFact } from '../sealed-facts.ts'

/** The decisions that were entered, with what they decide of each product. */
export const sealedDecisions = sql<SealedFact>`
  select d.id as key, json_build_object(
    'kind', d.kind, 'number', d.number, 'signed', d.signed_on, 'authority', d.authority, 'session', d.session_id,
    'items', (select json_agg(json_build_array(i.dossier_id, i.product_id, i.outcome, i.stars, i.total_points, i.sheet_count, i.product_code)
      order by i.position) from decision_item i where i.decision_id = d.id)) as fact
  from recognition_decision d where d.status = 'recorded'`

/** What a certificate of a decision of ours says, whatever becomes of it. Of one that an import brought see below. */
export const sealedCertificates = sql<SealedFact>`
  select c.id as key, json_build_object(
    'code', c.code, 'product', c.product_id, 'dossier', c.dossier_id, 'decision', c.decision_id, 'number', c.decision_number,
    'decided', c.decision_date, 'issued', c.issued_on, 'until', c.valid_until, 'stars', c.stars, 'sample', c.is_sample) as fact
  from certificate c where c.decision_id is not null`

/** What each import said of a certificate. A later register corrects the certificate: that is another fact, and this one stays. */
export const sealedImportedCertificates = sql<SealedFact>`
  select i.certificate_id || '/' || i.place as key, json_build_object(
    'import', i.import_id, 'code', i.code, 'product', i.product_id, 'number', i.decision_number, 'decided', i.decision_date,
    'authority', i.authority, 'issued', i.issued_on, 'until', i.valid_until, 'inferred', i.validity_inferred, 'year', i.year,
    'stars', i.stars) as fact
  from imported_certificate i`

/** Who answers for which file of older recognitions, and what came of it. */
export const sealedImports = sql<SealedFact>`
  select i.id as key, json_build_object(
    'source', i.source, 'hash', i.file_hash, 'rows', i.row_count, 'proposed', i.proposed_by, 'decided', i.decided_by,
    'producers', i.producers, 'products', i.products, 'certificates', i.certificates) as fact
  from register_import i where i.status = 'done'`

/** What was withdrawn stays withdrawn. */
export const sealedWithdrawals = sql<SealedFact>`
  select c.id as key, json_build_object('code', c.code, 'on', c.withdrawn_on, 'number', c.withdrawal_number, 'reason', c.withdrawal_reason) as fact
  from certificate c where c.status = 'withdrawn'`

/** The certificate of a code: as a decision of ours gave it, or as each import said it. */
export async function sealedOfCertificate(db: ReadDb, code: string): Promise<{ kind: string; key: string }[]> {
  const certificate = await db.selectFrom('certificate').select(['id', 'decision_id']).where('code', '=', code).executeTakeFirst()
  if (!certificate) return []
  if (certificate.decision_id !== null) return [{ kind: 'decided-certificate', key: certificate.id }]
  const imported = await db
    .selectFrom('imported_certificate')
    .select('place')
    .where('certificate_id', '=', certificate.id)
    .orderBy('place')
    .execute()
  return imported.map(({ place }) => ({ kind: 'imported-certificate', key: `${certificate.id}/${place}` }))
}
