import { lacksOf, marketplaceNames } from '@dacsan/marketplaces'
import type { Lack, MarketplaceName, Offer } from '@dacsan/marketplaces'
import { dateInVietnam } from '@dacsan/vietnam'
import { selectProductsToSpread } from '../../catalogue/index.ts'
import type { ProductToSpread } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { ownOffers } from '../listings/own-shop.ts'
import type { OwnOffer } from '../listings/own-shop.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>
/** A pack that is on sale here, with what marketplaces ask of it. */
export type SpreadPack = { offer: OwnOffer; listing: NonNullable<OwnOffer['listing']>; sku: string }
export type SpreadProduct = { product: ProductToSpread; packs: SpreadPack[] }

/** The products of the seller that are on sale here today, with their packs; only what is sold here is offered elsewhere. */
export async function productsToOffer(ctx: Reader): Promise<SpreadProduct[]> {
  const onSale = (await ownOffers(ctx)).flatMap((offer) =>
    // Nobody sells a box there: its goods are counted here alone.
    offer.listing?.shown === 'published' && offer.parts.length === 0 ? [{ offer, listing: offer.listing, sku: offer.packId }] : [],
  )
  const packsOf = Map.groupBy(onSale, ({ offer }) => offer.id)
  const products = new Map((await selectProductsToSpread(ctx.db, [...packsOf.keys()])).map((product) => [product.id, product]))
  return [...packsOf].flatMap(([id, packs]) => {
    const product = products.get(id)
    return product ? [{ product, packs }] : []
  })
}

export type Readiness = {
  productId: ProductId
  name: string
  packs: number
  marketplaces: { name: MarketplaceName; lacks: readonly Lack[] }[]
}

/** What each product of the seller lacks before each marketplace takes it. */
export async function findReadiness(ctx: Reader): Promise<Readiness[]> {
  const today = dateInVietnam(ctx.now)
  return (await productsToOffer(ctx)).map((spread) => ({
    productId: spread.product.id,
    name: spread.product.name,
    packs: spread.packs.length,
    marketplaces: marketplaceNames.map((name) => ({ name, lacks: lacksOf(name, asOffer(spread), today) })),
  }))
}

function asOffer({ product, packs }: SpreadProduct): Offer {
  const [first] = packs
  return {
    title: product.name,
    description: first?.listing.description || product.description || '',
    photos: product.photos,
    skus: packs.map(({ offer, listing, sku }) => ({ sku, priceVnd: listing.priceVnd, grams: listing.weightGrams, gtin: offer.gtin })),
    papers: first?.offer.certifiedUntil ? [{ name: 'ocop', until: first.offer.certifiedUntil }] : [],
  }
}
