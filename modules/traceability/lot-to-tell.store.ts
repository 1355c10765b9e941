import type { ReadDb } from '../context.ts'
import type { LotId } from './rules/ids.ts'

/** What people are told of a lot: its number, its product and its maker. */
export function selectLotToTell(db: ReadDb, id: LotId) {
  return db
    .selectFrom('lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
    .select(['lot.number as lot', 'product.name as product', 'producer.name as producer'])
    .where('lot.id', '=', id)
    .executeTakeFirst()
}
