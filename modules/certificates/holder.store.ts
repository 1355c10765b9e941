import type { ProductId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'

/** Whose a product is today, and in which commune. */
export function selectHolder(db: ReadDb, productId: ProductId) {
  return db
    .selectFrom('product_card as product')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .select([
      'product.name as productName',
      'producer.id as producerId',
      'producer.organisation_id as organisationId',
      'producer.commune_code as communeCode',
    ])
    .where('product.id', '=', productId)
    .executeTakeFirst()
}
