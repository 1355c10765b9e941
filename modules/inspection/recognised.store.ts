import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'

/** Whatever was recognised and not taken back, whether its certificate holds or has ended, with what its commune said for a year. */
export const recognised = (db: ReadDb, year: number) =>
  db
    .selectFrom('product_card as product')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .leftJoin('commune_card as commune', 'commune.code', 'producer.commune_code')
    .leftJoin('production_check as checked', (join) => join.onRef('checked.product_id', '=', 'product.id').on('checked.year', '=', year))
    .select([
      sql<'certified'>`product.standing`.as('standing'),
      'product.id as productId',
      'product.name as productName',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.commune_code as communeCode',
      'commune.name as commune',
      'product.stars',
      'product.potential_five as potentialFive',
      'product.certificate_code as certificateCode',
      'product.certified_until as certifiedUntil',
      'product.renewal_under_way as renewalUnderWay',
      'product.is_sample as isSample',
      'checked.answer',
    ])
    .where('product.in_register', '=', true)
    .where('product.standing', '=', 'certified')
