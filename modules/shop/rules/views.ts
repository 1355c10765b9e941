import type { Pricing } from './price.ts'
import type { Dong } from '@dacsan/vietnam'
import type { AheadTold } from './ahead.ts'
import type { NetContent, PackId, ProductId } from '../../catalogue/rules.ts'
import type { ListingId } from './ids.ts'

/** What a kilogram or a litre costs, by which packs of different size are compared. */
export type UnitPrice = { perVnd: Dong; unit: 'kg' | 'l' }

/** A pack of a product that can be bought now, as lists and product pages show it. */
export type Listing = Pricing & {
  listingId: ListingId
  productId: ProductId
  packId: PackId
  /** As it stands on the pack; null where nobody said it. */
  packName: string | null
  /** The pack that is meant where nobody names one. */
  isDefault: boolean
  gtin: string | null
  netContent: NetContent | null
  /** What a kilogram or a litre of it costs, where its net content tells. */
  unitPrice: UnitPrice | null
  unit: string
  description: string
  /** Its goods must be kept cold on their way. */
  needsCold: boolean
  /** How many can be ordered, whatever the limit of one order. */
  available: number
  /** From so few on, the page says how many there are, and that they are few; null: it always says how many. */
  lowStock: number | null
  /** For how many days its goods last at least when they are ordered. */
  shelfLifeDays: number | null
  /** The lot that would be handed over first; null when sold out or undated. */
  nextExpiry: string | null
  /** It does not exist yet; null: it lies on the shelf. */
  ahead: AheadTold | null
  /** What lies in it, where it is a box. */
  box: ToldPart[] | null
}

/** A part of a box, as its page tells it; stars only while they hold. */
export type ToldPart = {
  number: number
  productName: string
  productSlug: string
  packName: string | null
  unit: string
  stars: number | null
}

/** The box on a product page: the packs to choose from, the smallest first, who sells it, and whether the province takes orders at all. */
export type ProductOffer = {
  listings: Listing[]
  orderingEnabled: boolean
  /** Whether its stars may stand beside the offer; of a certificate whose last day nobody knows only what is known is said. */
  starsHold: boolean
  /** What the law wants said of a seller before the order: name, place, how to reach it, how it is registered. */
  seller: { name: string; slug: string; phone: string | null; place: string | null; registrationNo: string | null }
}
