import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { EndingCertificate } from '../rules/calendar.ts'

/** Whose certificates: of every commune, of some, or of one producer. */
export type CertificatesOf = { all: true } | { communes: readonly string[] } | { producerId: ProducerId }

/** Certificates of the register that end between two days. */
export async function selectEndingBetween(
  db: ReadDb,
  { from, to, of }: { from: string; to: string; of: CertificatesOf },
): Promise<EndingCertificate[]> {
  const rows = await db
    .selectFrom('register_fact')
    .select([
      'certificate_code as code',
      'product_name as product',
      'commune_name as commune',
      'certified_until as validUntil',
      sql<boolean>`coalesce(renewal_under_way, false)`.as('isUnderWay'),
    ])
    .where('in_register', '=', true)
    .where('standing', '=', 'certified')
    .where('certificate_code', 'is not', null)
    .where('certified_until', '>=', from)
    .where('certified_until', '<=', to)
    .$if('communes' in of, (query) => {
      const communes = 'communes' in of ? of.communes : []
      return query.where('commune_code', 'in', communes.length > 0 ? [...communes] : [''])
    })
    .$if('producerId' in of, (query) => query.where('producer_id', '=', 'producerId' in of ? of.producerId : ('' as ProducerId)))
    .orderBy('certified_until')
    .orderBy('certificate_code')
    .execute()
  return rows.flatMap(({ code, product, validUntil, ...row }) =>
    code === null || product === null || validUntil === null ? [] : [{ ...row, code, product, validUntil }],
  )
}
