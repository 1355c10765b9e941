import type { Aisle } from './aisle.ts'
import type { ProductId } from './ids.ts'
import type { Near } from './nearness.ts'
import type { CertificateState } from './standing.ts'
import type { ProducerKind } from './producer-kind.ts'
import type { ProductCard } from './views.ts'

/** A rank, a result that waits for the ministry and holds no rank beside it, or a rank that no source gives. */
export const ranks = ['5', '4', '3', 'potential-five', 'unknown'] as const
export type Rank = (typeof ranks)[number]

/** Can be ordered today. */
export const sales = ['now'] as const
export type Sale = (typeof sales)[number]

/** What the least of its packs costs that can be ordered; where one band ends the next begins. */
export const priceBands = ['under-50', '50-100', '100-200', '200-500', 'over-500'] as const
export type PriceBand = (typeof priceBands)[number]
export const bandBegins = {
  'under-50': 0,
  '50-100': 50_000,
  '100-200': 100_000,
  '200-500': 200_000,
  'over-500': 500_000,
} as const satisfies Record<PriceBand, number>

/** Whether goods must be kept cold on their way, as their seller says. */
export const deliveries = ['cold', 'usual'] as const
export type DeliveryKind = (typeof deliveries)[number]

/** What a reader may choose instead of the usual order. */
export const sorts = ['price', 'newest', 'near'] as const
export type Sort = (typeof sorts)[number]

/** What the shop says of a product that it shows: the register itself knows no prices. */
export type ShelfPrice = {
  productId: ProductId
  priceVnd: number
  /** Of a kilogram or a litre; null where the pack tells no content. */
  perWholeVnd: number | null
  needsCold: boolean
}

/** What narrows the register; every facet takes one value. */
export type RegisterFilter = {
  q?: string
  stars?: Rank
  aisle?: Aisle
  set?: string
  commune?: string
  district?: string
  producerKind?: ProducerKind
  standing?: CertificateState
  sale?: Sale
  price?: PriceBand
  delivery?: DeliveryKind
  /** The commune of whoever asks. */
  near?: string
  sort?: Sort
  page?: number
}

export const facetNames = ['sale', 'price', 'delivery', 'stars', 'standing', 'aisle', 'set', 'commune', 'district', 'producerKind'] as const
export type FacetName = (typeof facetNames)[number]

/**
 * One value of a facet: how many products it leaves when it is chosen, all other filters kept, and how many of those are samples.
 * `label` only where the value is a place.
 */
export type Facet = { value: string; count: number; samples: number; label: string | null }

export type RegisterPage = {
  items: ProductCard[]
  total: number
  /** Of the total, those made for trying out: figures tell them apart. */
  samples: number
  page: number
  pages: number
  /** The words were found nowhere exactly; these are the nearest. */
  approximate: boolean
  facets: Record<FacetName, Facet[]>
  /** Of each facet that was chosen: how many there are without it. */
  without: Partial<Record<FacetName, number>>
  /** What was probably meant, where nothing was found. */
  suggestion: string | null
  near: Near | null
}

export const pageSize = 24

/**
 * By what the register is put in order, in each of the ways that a reader may choose; the first before all others, those of `ordersOfWords` only where words
 * are looked for. The question to the database is built from this table, and `/cach-sap-xep` is written from it (Nghị định 248/2026/NĐ-CP, Điều 11).
 */
export const registerOrders = {
  usual: ['name-as-typed', 'fit', 'standing', 'stars', 'name'],
  price: ['unit-price', 'standing', 'stars', 'name'],
  newest: ['newest', 'stars', 'name'],
  near: ['near', 'standing', 'stars', 'name'],
} as const satisfies Record<Sort | 'usual', readonly string[]>
export type RegisterOrder = (typeof registerOrders)[keyof typeof registerOrders][number]
export const ordersOfWords: readonly RegisterOrder[] = ['name-as-typed', 'fit']

/** The order in which a page of the register stands: near whom is said by a commune, and without one there is no such order. */
export const orderOf = ({ sort, near }: Pick<RegisterFilter, 'sort' | 'near'>): Sort | 'usual' =>
  sort === undefined || (sort === 'near' && near === undefined) ? 'usual' : sort

/** In this order the states of a certificate stand. */
export const standingOrder: readonly CertificateState[] = [
  'certified',
  'expiring',
  'extended',
  'potential-five',
  'undated',
  'expired',
  'withdrawn',
  'none',
]
