import type { PlainDate } from '@dacsan/vietnam'
import type { Aisle } from './aisle.ts'
import type { ProducerId, ProductId } from './ids.ts'
import type { MainPhoto, ProductPhoto } from './photos.ts'
import type { ProducerKind } from './producer-kind.ts'
import type { StandingFacts } from './standing.ts'

/** Where a producer works, as far as it is known: the commune of today, and the names that the place had before 1 July 2025. */
export type Place = {
  communeCode: string | null
  commune: string | null
  formerCommune: string | null
  formerDistrict: string | null
  formerProvince: string | null
}

export type ProducerCard = { id: ProducerId; slug: string; name: string; kind: ProducerKind; place: Place }

/** A product as lists show it. `stars` is null where no source gives the rank. */
export type ProductCard = StandingFacts & {
  id: ProductId
  slug: string
  name: string
  setCode: string
  aisle: Aisle
  stars: number | null
  certificateCode: string | null
  certifiedFrom: PlainDate | null
  certifiedYear: number | null
  validityInferred: boolean
  /** Made for trying out: the product itself, or whoever makes it. */
  isSample: boolean
  photo: MainPhoto | null
  producer: ProducerCard
}

export type ProductView = ProductCard & {
  description: string | null
  story: string | null
  netContent: string | null
  ingredients: string | null
  storage: string | null
  usageNote: string | null
  brand: string | null
  gtin: string | null
  traceCode: string
  photos: ProductPhoto[]
  inRegister: boolean
  confidence: 'A' | 'B' | null
  sourceUrl: string | null
  sourceNote: string | null
  version: number
}
