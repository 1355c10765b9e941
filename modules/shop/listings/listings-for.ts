import { dateInVietnam } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { bookOf, offerFacts } from '../cart/cart.ts'
import { selectOffers } from './listing.store.ts'
import { selectPublicSeller } from '../sellers/seller.store.ts'
import type { ShownOffer } from './shown-offer.ts'
import { phoneOf, placeOf, registrationOf } from '../sellers/seller-facts.ts'
import {
  bySize,
  freeFor,
  isForSale,
  leastExpiryOf,
  leftAhead,
  orderableOf,
  packsIn,
  productsIn,
  sellableInOrder,
  toldAhead,
  unitPriceOf,
} from '../rules.ts'
import type { BoxPart, Listing, ProductOffer, ToldPart } from '../rules.ts'
import { selectFreeLots } from '../holds/hold.store.ts'

/** Which packs of these products are for sale today, the smallest first. Sold-out ones stay in, with nothing available. */
export async function listingsFor(db: ReadDb, productIds: readonly ProductId[], now: Date): Promise<Listing[]> {
  return (await forSale(db, productIds, now)).map(({ listing }) => listing)
}

/** What the box on a product page needs: the packs, who sells them, and whether the province takes orders at all. */
export async function offerOf({ db, now }: Pick<Ctx, 'db' | 'now'>, productId: ProductId): Promise<ProductOffer | null> {
  const onSale = await forSale(db, [productId], now)
  const [sold] = onSale
  if (!sold) return null
  const ordering = await ruleOn(db, 'shop.ordering-enabled', dateInVietnam(now))
  const seller = await selectPublicSeller(db, sold.offer.producerId)
  return {
    listings: onSale.map(({ listing }) => listing),
    orderingEnabled: ordering.value,
    starsHold: sold.offer.recognition === 'in-force',
    seller: {
      name: sold.offer.producerName,
      slug: sold.offer.producerSlug,
      phone: seller ? phoneOf(seller) : null,
      place: seller ? placeOf(seller) : null,
      registrationNo: seller ? registrationOf(seller) : null,
    },
  }
}

const toldPart = ({ number, productName, productSlug, netContent, unit, stars, recognition }: BoxPart): ToldPart => ({
  number,
  productName,
  productSlug,
  packName: netContent,
  unit,
  stars: recognition === 'in-force' ? stars : null,
})

async function forSale(db: ReadDb, productIds: readonly ProductId[], now: Date): Promise<{ offer: ShownOffer; listing: Listing }[]> {
  const today = dateInVietnam(now)
  const offers = (await selectOffers(db, { productIds }, await offerFacts(db, now))).filter(isForSale)
  const lots = await selectFreeLots(db, productsIn(offers))
  const book = await bookOf(db, offers, today)
  const lotsOf = Map.groupBy(lots, ({ packId }) => packId)
  const shown = offers.map((offer) => {
    // Of a box the first of all that lies in it: nobody eats it as a whole.
    const packs = packsIn(offer)
    const own = packs.flatMap(({ packId }) => lotsOf.get(packId) ?? [])
    const next = packs
      .flatMap(
        ({ packId, shelfLifeDays }) => sellableInOrder(lotsOf.get(packId) ?? [], today, leastExpiryOf(shelfLifeDays, today))[0] ?? [],
      )
      .flatMap(({ expiresOn }) => expiresOn ?? [])
      .toSorted()[0]
    const { listingId, productId, packId, netContent: packName, isDefault, gtin, quantity: netContent } = offer
    const { priceVnd, steps, leastQuantity, multiple, maxPerOrder, unit, description, needsCold, lowStock, shelfLifeDays } = offer
    const { byWeight = null } = offer
    const pricing = { priceVnd, steps, leastQuantity, multiple, maxPerOrder, byWeight }
    const pack = { packId, packName, isDefault, gtin, netContent, unitPrice: byWeight ? null : unitPriceOf(priceVnd, netContent) }
    const stock = offer.ahead
      ? { available: orderableOf(offer, leftAhead(offer.ahead, book.slots, book)), nextExpiry: null, ahead: toldAhead(offer.ahead, book) }
      : { available: orderableOf(offer, freeFor(offer, own, today)), nextExpiry: next ?? null, ahead: null }
    return {
      offer,
      listing: {
        listingId,
        productId,
        ...pack,
        ...pricing,
        unit,
        description,
        needsCold,
        lowStock,
        shelfLifeDays,
        ...stock,
        box: offer.box && offer.box.map(toldPart),
      },
    }
  })
  return shown.toSorted((a, b) => bySize(a.listing, b.listing))
}
