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
export async function productsOnSale({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<ProductId[]> {
  const ordering = await ruleOn(db, 'shop.ordering-enabled', dateInVietnam(now))
  if (!ordering.value) return []
  const listings = await listingsFor(db, await selectPublishedProducts(db), now)
  return [...listings.values()].filter(({ available }) => available > 0).map(({ productId }) => productId)
}
