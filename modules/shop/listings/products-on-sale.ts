import { dateInVietnam } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import type { Listing } from '../rules.ts'
import { listingsFor } from './listings-for.ts'
import { selectPublishedProducts } from './on-sale.store.ts'

/**
 * The products that anyone can order today. Asked anew each time: an order, an expired lot, a recall or the end of a certificate changes it
 * without anybody touching the listing.
 */
export async function productsOnSale(ctx: Pick<Ctx, 'db' | 'now'>): Promise<ProductId[]> {
  return (await shelfNow(ctx)).onSale
}

/** All that sellers show today, and what of it can be ordered. With nothing on show, nothing comes to be on sale without a listing. */
export async function shelfNow({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<{ listings: Listing[]; onSale: ProductId[] }> {
  const [ordering, published] = await Promise.all([ruleOn(db, 'shop.ordering-enabled', dateInVietnam(now)), selectPublishedProducts(db)])
  const listings = published.length === 0 ? [] : await listingsFor(db, published, now)
  const available = ordering.value ? listings.filter(({ available }) => available > 0) : []
  return { listings, onSale: [...new Set(available.map(({ productId }) => productId))] }
}
