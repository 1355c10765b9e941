import type { Offer } from '../rules.ts'

/** An offer with what the pages show beside it. */
export type ShownOffer = Offer & {
  productSlug: string
  producerSlug: string
  description: string
  isDefault: boolean
  gtin: string | null
  lowStock: number | null
}
