import type { MarketplaceName } from './marketplace-names.ts'

/** A product as it would be offered: one sku for each pack. Weights in grams with wrapping, prices in đồng, photos by the longer and shorter side in pixels. */
export type Offer = {
  title: string
  description: string
  photos: readonly { width: number; height: number }[]
  skus: readonly { sku: string; priceVnd: number; grams: number | null; gtin: string | null }[]
  /** The last day of each paper that goes along; null where it has none. */
  papers: readonly { name: string; until: string | null }[]
}

/** What is missing or wrong, with the figure that the marketplace sets. */
export type Lack =
  | { code: 'title-short' | 'title-long' | 'description-missing' | 'photo-missing' | 'too-many-photos'; limit: number }
  | { code: 'photo-small' | 'photo-large'; photo: number; limit: number }
  | { code: 'no-packs' | 'price-span'; limit: number }
  | { code: 'too-many-packs'; limit: number }
  | { code: 'weight-missing' | 'sku-bad' | 'price-missing'; sku: string }
  | { code: 'paper-ended'; paper: string; until: string }

/** `C` read in the documentation of the marketplace, `M` from memory: shown to whoever relies on it. */
type Limits = {
  title: readonly [number, number]
  photos: number
  pixels: readonly [number, number]
  packs: number
  skuLength: number
  /** The dearest pack of a listing costs at most so many times the cheapest. */
  priceSpan: number | null
  source: string
  mark: 'C' | 'M'
  asOf: string
}

/** What each allows in one listing. A marketplace that changes a limit changes a row here, with its day. */
export const listingLimits = {
  shopee: {
    title: [10, 120],
    photos: 9,
    pixels: [500, 4000],
    packs: 50,
    skuLength: 100,
    priceSpan: 5,
    source: 'v2.product.add_item and get_item_limit, Viet Nam: dearest pack at most five times the cheapest; lengths differ between shops',
    mark: 'M',
    asOf: '2025-12-03',
  },
  'tiktok-shop': {
    title: [25, 255],
    photos: 9,
    pixels: [300, 4000],
    packs: 100,
    skuLength: 50,
    priceSpan: null,
    source: 'product/202309: title 25–255, main images 1–9 of 300–4000 px, skus ≤ 100, seller_sku ≤ 50 without spaces',
    mark: 'C',
    asOf: '2025-12-03',
  },
  lazada: {
    title: [5, 255],
    photos: 8,
    pixels: [330, 5000],
    packs: 20,
    skuLength: 200,
    priceSpan: null,
    source: 'CreateProduct: at most 20 skus a request (50 run out of time); other figures from memory',
    mark: 'M',
    asOf: '2025-12-03',
  },
} as const satisfies Record<MarketplaceName, Limits>

/**
 * What an offer lacks before a marketplace takes it; an empty list where it is ready.
 *
 * @param on the day, `YYYY-MM-DD`: a paper whose last day is past lets nothing out
 * @example lacksOf('tiktok-shop', { title: 'Mật hoa dừa', description: 'x', photos: [{ width: 800, height: 800 }], skus: [{ sku: 'SOK-250', priceVnd: 95_000, grams: 450, gtin: null }], papers: [] }, '2026-11-30') // [{ code: 'title-short', limit: 25 }]
 */
export function lacksOf(marketplace: MarketplaceName, offer: Offer, on: string): readonly Lack[] {
  const limits: Limits = listingLimits[marketplace]
  return [...lacksInWords(limits, offer), ...lacksInPhotos(limits, offer), ...lacksInPacks(limits, offer), ...endedPapers(offer, on)]
}

function lacksInWords({ title: [shortest, longest] }: Limits, { title, description }: Offer): readonly Lack[] {
  const length = [...title.trim()].length
  return [
    ...when(length < shortest, { code: 'title-short' as const, limit: shortest }),
    ...when(length > longest, { code: 'title-long' as const, limit: longest }),
    ...when(description.trim() === '', { code: 'description-missing' as const, limit: 1 }),
  ]
}

function lacksInPhotos({ photos: most, pixels: [smallest, largest] }: Limits, { photos }: Offer): readonly Lack[] {
  return [
    ...when(photos.length === 0, { code: 'photo-missing' as const, limit: 1 }),
    ...when(photos.length > most, { code: 'too-many-photos' as const, limit: most }),
    ...photos.flatMap(({ width, height }, at) => [
      ...when(Math.min(width, height) < smallest, { code: 'photo-small' as const, photo: at + 1, limit: smallest }),
      ...when(Math.max(width, height) > largest, { code: 'photo-large' as const, photo: at + 1, limit: largest }),
    ]),
  ]
}

function lacksInPacks({ packs, skuLength, priceSpan }: Limits, { skus }: Offer): readonly Lack[] {
  const prices = skus.map(({ priceVnd }) => priceVnd).filter((price) => price > 0)
  const spread = prices.length > 0 ? Math.max(...prices) / Math.min(...prices) : 1
  return [
    ...when(skus.length === 0, { code: 'no-packs' as const, limit: 1 }),
    ...when(skus.length > packs, { code: 'too-many-packs' as const, limit: packs }),
    ...when(priceSpan !== null && spread > priceSpan, { code: 'price-span' as const, limit: priceSpan ?? 0 }),
    ...skus.flatMap(({ sku, priceVnd, grams }) => [
      ...when(!/^\S+$/.test(sku) || sku.length > skuLength, { code: 'sku-bad' as const, sku }),
      ...when(!Number.isSafeInteger(priceVnd) || priceVnd <= 0, { code: 'price-missing' as const, sku }),
      ...when(grams === null || grams <= 0, { code: 'weight-missing' as const, sku }),
    ]),
  ]
}

const endedPapers = ({ papers }: Offer, on: string): readonly Lack[] =>
  papers.flatMap(({ name, until }) => (until !== null && until < on ? [{ code: 'paper-ended' as const, paper: name, until }] : []))

const when = <T extends Lack>(isSo: boolean, lack: T): readonly T[] => (isSo ? [lack] : [])
