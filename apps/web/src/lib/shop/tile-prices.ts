import type { Listing } from '@dacsan/modules/shop/rules'
import { priceFrom } from '@dacsan/modules/shop/rules'

/** What the least of its packs costs, and whether others cost more. */
export type TilePrice = Pick<Listing, 'priceVnd' | 'unit' | 'unitPrice' | 'available'> & { others: boolean }

/** The one price that the tile of each of these products tells, by the product. */
export function tilePrices(listings: readonly Listing[], products: readonly { id: string }[]): Record<string, TilePrice> {
  const shown = new Set(products.map(({ id }) => id))
  const listed = Map.groupBy(
    listings.filter(({ productId }) => shown.has(productId)),
    ({ productId }) => productId,
  )
  return Object.fromEntries(
    [...listed].flatMap(([productId, packs]) => {
      const least = priceFrom(packs)
      if (least === null) return []
      const { priceVnd, unit, unitPrice, available } = least.listing
      return [[productId, { priceVnd, unit, unitPrice, available, others: least.others }]]
    }),
  )
}
