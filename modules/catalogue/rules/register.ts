import type { Aisle } from './aisle.ts'
import type { CertificateState } from './standing.ts'
import type { ProducerKind } from './producer-kind.ts'
import type { ProductCard } from './views.ts'

/** A rank, a result that waits for the ministry and holds no rank beside it, or a rank that no source gives. */
export const ranks = ['5', '4', '3', 'potential-five', 'unknown'] as const
export type Rank = (typeof ranks)[number]

/** Can be ordered today. */
export const sales = ['now'] as const
export type Sale = (typeof sales)[number]

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
  page?: number
}

export const facetNames = ['sale', 'stars', 'standing', 'aisle', 'set', 'commune', 'district', 'producerKind'] as const
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
}

export const pageSize = 24

/**
 * By what the register is put in order, the first before all others; the first two only where words are looked for. The question to the database is
 * built from this table, and `/cach-sap-xep` is written from it (Nghị định 248/2026/NĐ-CP, Điều 11).
 */
export const registerOrder = ['name-as-typed', 'fit', 'standing', 'stars', 'name'] as const
export type RegisterOrder = (typeof registerOrder)[number]
export const ordersOfWords: readonly RegisterOrder[] = ['name-as-typed', 'fit']

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
