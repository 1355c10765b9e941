import type { ProductId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'

/** The products that their sellers put on show; whether they can be ordered is another question. */
export async function selectPublishedProducts(db: ReadDb): Promise<ProductId[]> {
  const rows = await db
    .selectFrom('listing')
    .innerJoin('product_card as product', (join) =>
      join.onRef('product.id', '=', 'listing.product_id').onRef('product.producer_id', '=', 'listing.producer_id'),
    )
    .where('listing.status', '=', 'published')
    .select('listing.product_id as productId')
    .distinct()
    .execute()
  return rows.map(({ productId }) => productId)
}
