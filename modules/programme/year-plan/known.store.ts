import { sql } from 'kysely'
import type { ReadDb } from '../../context.ts'
import { finalStatuses } from '../../dossiers/rules.ts'
import type { Recognition } from '../rules/year-plan.ts'

export type Counted = { communeCode: string; count: number }

/** First dossiers that are being written or judged, by commune: a product counts once. */
export const countFirstDossiers = (db: ReadDb): Promise<Counted[]> =>
  db
    .selectFrom('dossier_fact')
    .select([sql<string>`commune_code`.as('communeCode'), sql<number>`count(distinct product_id)::int`.as('count')])
    .where('kind', '=', 'first')
    .where('status', 'not in', [...finalStatuses])
    .groupBy('commune_code')
    .execute()

/** Certificates of the register whose last day lies between two days, by commune. */
export const countEnding = (db: ReadDb, { from, to }: { from: string; to: string }): Promise<Counted[]> =>
  db
    .selectFrom('register_fact')
    .select([sql<string>`commune_code`.as('communeCode'), sql<number>`count(*)::int`.as('count')])
    .where('in_register', '=', true)
    .where('standing', '=', 'certified')
    .where('commune_code', 'is not', null)
    .where('certified_until', '>=', from)
    .where('certified_until', '<=', to)
    .groupBy('commune_code')
    .execute()

/** Producers with an account, without a recognised product and without a dossier. */
export const countIdle = (db: ReadDb): Promise<Counted[]> =>
  db
    .selectFrom('producer_card as producer')
    .select([sql<string>`producer.commune_code`.as('communeCode'), sql<number>`count(*)::int`.as('count')])
    .where('producer.organisation_id', 'is not', null)
    .where('producer.commune_code', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('product_card as product')
            .select('product.id')
            .whereRef('product.producer_id', '=', 'producer.id')
            .where('product.standing', '=', 'certified'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dossier_card as dossier')
            .select('dossier.id')
            .whereRef('dossier.producer_id', '=', 'producer.id')
            .where('dossier.status', 'not in', [...finalStatuses]),
        ),
      ),
    )
    .groupBy('producer.commune_code')
    .execute()

/** What was recognised between two days, with the commune of its product. */
export async function selectRecognitions(
  db: ReadDb,
  { from, to }: { from: string; to: string },
): Promise<(Recognition & { communeCode: string | null; isSample: boolean })[]> {
  return db
    .selectFrom('certificate_fact as certificate')
    .innerJoin('register_fact as product', 'product.product_id', 'certificate.product_id')
    .select([
      sql<number>`certificate.stars`.as('stars'),
      sql<boolean>`certificate.is_first`.as('isFirst'),
      sql<boolean>`coalesce(certificate.is_sample, false)`.as('isSample'),
      'product.commune_code as communeCode',
    ])
    .where('certificate.issued_on', '>=', from)
    .where('certificate.issued_on', '<=', to)
    .execute()
}
