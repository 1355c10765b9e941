import { productsOfProducer } from '@dacsan/modules/catalogue'
import { availableOf } from '@dacsan/modules/shop/rules'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { shop } = await parent()
  const products = await productsOfProducer(locals.ctx, shop.producer.id)
  return {
    products: products.map((product) => {
      const lots = shop.shelf.filter((lot) => lot.productId === product.id)
      return {
        ...product,
        listing: shop.listings.find((listing) => listing.productId === product.id) ?? null,
        onHand: lots.reduce((sum, lot) => sum + lot.onHand, 0),
        available: availableOf(lots, shop.today),
        lots: lots.length,
      }
    }),
  }
}
