import { dateInVietnam } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { listingsFor } from './listings-for.ts'
import { selectPublishedProducts } from './on-sale.store.ts'

/**
 * The products that anyone can order today. Asked anew each time: an order, an expired lot, a recall or the end of a certificate changes it
 * without anybody touching the listing.
 */
export async function productsOnSale(ctx: Pick<Ctx, 'db' | 'now'>): Promise<ProductId[]> {
  return (await shelfNow(ctx)).onSale
}

/** The same, and whether stock alone can change it: with nothing on show, nothing comes to be on sale without a listing. */
export async function shelfNow({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<{ onSale: ProductId[]; isEmpty: boolean }> {
  const ordering = await ruleOn(db, 'shop.ordering-enabled', dateInVietnam(now))
  const published = ordering.value ? await selectPublishedProducts(db) : []
  if (published.length === 0) return { onSale: [], isEmpty: true }
  const listings = await listingsFor(db, published, now)
  return { onSale: [...listings.values()].filter(({ available }) => available > 0).map(({ productId }) => productId), isEmpty: false }
}
