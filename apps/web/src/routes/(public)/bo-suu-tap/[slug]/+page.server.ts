import { registerDay } from '@dacsan/modules/catalogue'
import { findPublicCollection } from '@dacsan/modules/promotion'
import { shelfNow } from '@dacsan/modules/shop'
import { tilePrices } from '#lib/shop/tile-prices.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
  const [collection, day, { listings }] = await Promise.all([findPublicCollection(ctx, params.slug, lang), registerDay(ctx), shelfNow(ctx)])
  return { collection, day, prices: tilePrices(listings, collection.products) }
}
