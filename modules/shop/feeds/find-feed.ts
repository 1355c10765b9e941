import { dateInVietnam } from '@dacsan/vietnam'
import { feedLacksOf } from '@dacsan/marketplaces'
import type { FeedItem, FeedLack } from '@dacsan/marketplaces'
import type { NetContent } from '../../catalogue/rules.ts'
import { selectProductsToSpread } from '../../catalogue/index.ts'
import type { ProductToSpread } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { shelfNow } from '../listings/products-on-sale.ts'
import { lineTotalFor } from '../rules.ts'
import type { Listing } from '../rules.ts'

/** Where people read of a product and see its photo: a room knows no address. */
export type FeedAddresses = { product(slug: string): string; photo(hash: string): string }

/** `leftOut` are packs that the shop shows and no catalogue may, with the reason. Samples are goods that nobody gets: they are in neither. */
export type Feed = { items: FeedItem[]; leftOut: { title: string; lacks: readonly FeedLack[] }[] }

/** What the shop offers now, as Google and Meta take it. A province that takes no orders offers nothing. */
export async function findFeed(ctx: Pick<Ctx, 'db' | 'now'>, addressOf: FeedAddresses): Promise<Feed> {
  const ordering = await ruleOn(ctx.db, 'shop.ordering-enabled', dateInVietnam(ctx.now))
  if (!ordering.value) return { items: [], leftOut: [] }
  const shelf = await shelfNow(ctx)
  // Its photo would be that of one jar, and a catalogue asks for another form of what is several things.
  const listings = shelf.listings.filter(({ box }) => box === null)
  const products = await selectProductsToSpread(ctx.db, [...new Set(listings.map(({ productId }) => productId))])
  const byId = new Map(products.map((product) => [product.id, product]))
  const items = listings.flatMap((listing) => {
    const product = byId.get(listing.productId)
    return product && !product.isSample ? [itemOf(listing, product, addressOf)] : []
  })
  const judged = items.map((item) => ({ item, lacks: feedLacksOf(item) }))
  return {
    items: judged.filter(({ lacks }) => lacks.length === 0).map(({ item }) => item),
    leftOut: judged.filter(({ lacks }) => lacks.length > 0).map(({ item: { title }, lacks }) => ({ title, lacks })),
  }
}

function itemOf(listing: Listing, product: ProductToSpread, addressOf: FeedAddresses): FeedItem {
  const { packName, leastQuantity: least } = listing
  const [photo] = product.photos
  const pack = packName !== null && least > 1 ? `${least} × ${packName}` : packName
  return {
    id: listing.packId,
    group: listing.productId,
    title: [product.name, pack].filter(Boolean).join(', '),
    // Where nobody wrote anything, what is known.
    description: listing.description || product.description || [product.name, pack, product.producerName].filter(Boolean).join(', '),
    link: addressOf.product(product.slug),
    photo: photo ? { url: addressOf.photo(photo.hash), width: photo.width, height: photo.height } : null,
    priceVnd: lineTotalFor(listing, least),
    inStock: listing.available > 0,
    readyOn: listing.ahead?.dueOn ?? null,
    brand: product.brand ?? product.producerName,
    gtin: listing.gtin,
    content: contentOf(listing.netContent, least),
    until: listing.nextExpiry,
  }
}

const inSmall = { KGM: ['g', 1000], GRM: ['g', 1], LTR: ['ml', 1000], MLT: ['ml', 1] } as const

/** Of all that must be bought at once: a price is told for what can be bought. */
function contentOf(content: NetContent | null, quantity: number): FeedItem['content'] {
  const small = content && Object.hasOwn(inSmall, content.unit) ? inSmall[content.unit as keyof typeof inSmall] : null
  return small && content ? { value: Math.round(content.value * small[1] * quantity * 1000) / 1000, unit: small[0] } : null
}
