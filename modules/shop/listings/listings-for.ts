import { dateInVietnam } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { offerFacts } from '../cart/cart.ts'
import { selectOffers } from './listing.store.ts'
import { selectPublicSeller } from '../sellers/seller.store.ts'
import type { ShownOffer } from './listing.store.ts'
import { phoneOf, placeOf, registrationOf } from '../sellers/seller-facts.ts'
import { availableOf, isForSale, sellableInOrder } from '../rules.ts'
import type { Listing, ProductOffer } from '../rules.ts'
import { selectFreeLots } from '../holds/hold.store.ts'

/** Which of these products are for sale today, by product id. Sold-out ones stay in, with nothing available. */
export async function listingsFor(db: ReadDb, productIds: readonly ProductId[], now: Date): Promise<Map<string, Listing>> {
  return new Map((await forSale(db, productIds, now)).map(({ listing }) => [listing.productId, listing]))
}

/** What the box on a product page needs: the listing, who sells it, and whether the province takes orders at all. */
export async function offerOf({ db, now }: Pick<Ctx, 'db' | 'now'>, productId: ProductId): Promise<ProductOffer | null> {
  const [sold] = await forSale(db, [productId], now)
  if (!sold) return null
  const ordering = await ruleOn(db, 'shop.ordering-enabled', dateInVietnam(now))
  const seller = await selectPublicSeller(db, sold.offer.producerId)
  return {
    ...sold.listing,
    orderingEnabled: ordering.value,
    seller: {
      name: sold.offer.producerName,
      slug: sold.offer.producerSlug,
      phone: seller ? phoneOf(seller) : null,
      place: seller ? placeOf(seller) : null,
      registrationNo: seller ? registrationOf(seller) : null,
    },
  }
}

async function forSale(db: ReadDb, productIds: readonly ProductId[], now: Date): Promise<{ offer: ShownOffer; listing: Listing }[]> {
  const today = dateInVietnam(now)
  const offers = (await selectOffers(db, { productIds }, await offerFacts(db, now))).filter(isForSale)
  const lots = await selectFreeLots(
    db,
    offers.map(({ productId }) => productId),
  )
  const lotsOf = Map.groupBy(lots, ({ packId }) => packId)
  return offers.map((offer) => {
    const own = lotsOf.get(offer.packId) ?? []
    const next = sellableInOrder(own, today)[0]
    const { listingId, productId, priceVnd, unit, description, maxPerOrder } = offer
    const available = availableOf(own, today)
    return {
      offer,
      listing: { listingId, productId, priceVnd, unit, description, maxPerOrder, available, nextExpiry: next?.expiresOn ?? null },
    }
  })
}
