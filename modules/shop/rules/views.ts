import type { Dong } from '@dacsan/vietnam'
import type { ProductId } from '../../catalogue/rules.ts'
import type { ListingId } from './ids.ts'

/** A product that can be bought now, as lists and product pages show it. */
export type Listing = {
  listingId: ListingId
  productId: ProductId
  priceVnd: Dong
  unit: string
  description: string
  maxPerOrder: number | null
  available: number
  /** The lot that would be handed over first; null when sold out or undated. */
  nextExpiry: string | null
}

/** The box on a product page: the listing, who sells it, and whether the province takes orders at all. */
export type ProductOffer = Listing & {
  orderingEnabled: boolean
  /** What the law wants said of a seller before the order: name, place, how to reach it, how it is registered. */
  seller: { name: string; slug: string; phone: string | null; place: string | null; registrationNo: string | null }
}
