import { cardsOfSlugs, registerDay } from '@dacsan/modules/catalogue'
import { listingsFor } from '@dacsan/modules/shop'
import { mostCompared } from '#lib/catalogue/own-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const slugs = [...new Set(url.searchParams.getAll('sp'))]
  const [products, day] = await Promise.all([cardsOfSlugs(ctx, slugs.slice(0, mostCompared)), registerDay(ctx)])
  const listings = await listingsFor(
    ctx.db,
    products.map(({ id }) => id),
    ctx.now,
  )
  const packsOf = Map.groupBy(listings, ({ productId }) => productId)
  return {
    products: products.map((product) => ({ ...product, packs: packsOf.get(product.id) ?? [] })),
    day,
    leftOut: slugs.length > mostCompared,
  }
}
