import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { ratioOf } from '../../catalogue/rules.ts'
import type { NetContent, ShelfPrice } from '../../catalogue/rules.ts'
import type { Listing, UnitPrice } from './views.ts'

const wholes = [
  { unit: 'kg', netContent: { value: 1, unit: 'KGM' } },
  { unit: 'l', netContent: { value: 1, unit: 'LTR' } },
] as const satisfies { unit: UnitPrice['unit']; netContent: NetContent }[]

/**
 * The price of a whole kilogram or litre, rounded to a đồng; null where the pack tells no content, or is just that.
 *
 * @example unitPriceOf(dong(85_000), { value: 250, unit: 'GRM' }) // { perVnd: 340000, unit: 'kg' }
 */
export function unitPriceOf(priceVnd: Dong, netContent: NetContent | null): UnitPrice | null {
  const whole = wholeOf(netContent)
  return whole === null || whole.ratio === 1 ? null : { perVnd: dong(Math.round(priceVnd / whole.ratio)), unit: whole.unit }
}

/** How many kilograms or litres a quantity is. */
function wholeOf(netContent: NetContent | null): { ratio: number; unit: UnitPrice['unit'] } | null {
  if (netContent === null) return null
  for (const whole of wholes) {
    const ratio = ratioOf(netContent, whole.netContent)
    if (ratio !== null) return { ratio, unit: whole.unit }
  }
  return null
}

/** What the register asks of each product: the price that is told of it, the least of a kilogram or a litre, and whether it must be kept cold. */
export function shelfPrices(listings: readonly Listing[]): ShelfPrice[] {
  return [...Map.groupBy(listings, ({ productId }) => productId)].map(([productId, packs]) => {
    const told = packs.some(({ available }) => available > 0) ? packs.filter(({ available }) => available > 0) : packs
    const perWhole = told.flatMap(({ priceVnd, netContent }) => {
      const whole = wholeOf(netContent)
      return whole === null ? [] : [Math.round(priceVnd / whole.ratio)]
    })
    return {
      productId,
      priceVnd: Math.min(...told.map(({ priceVnd }) => priceVnd)),
      perWholeVnd: perWhole.length === 0 ? null : Math.min(...perWhole),
      needsCold: told.some(({ needsCold }) => needsCold),
    }
  })
}

type Sized = Pick<Listing, 'netContent' | 'priceVnd' | 'listingId'>

/** Smaller packs first, those whose content is not told last. */
export function bySize(a: Sized, b: Sized): number {
  const [one, other] = [gramsOrMillilitres(a.netContent), gramsOrMillilitres(b.netContent)]
  return one - other || a.priceVnd - b.priceVnd || (a.listingId < b.listingId ? -1 : 1)
}

/** Kilograms and litres beside each other: as far as the order of a list goes they are alike. */
function gramsOrMillilitres(netContent: NetContent | null): number {
  if (netContent === null) return Number.MAX_SAFE_INTEGER
  const ratio = wholes.map((whole) => ratioOf(netContent, whole.netContent)).find((found) => found !== null)
  return (ratio ?? 0) * 1000
}

/** The pack that is chosen before anybody chooses: the usual one while there is any, else one that there is. */
export function firstChoice<One extends Pick<Listing, 'available' | 'isDefault'>>(listings: readonly One[]): One | undefined {
  const available = listings.filter((listing) => listing.available > 0)
  return available.find(({ isDefault }) => isDefault) ?? available[0] ?? listings.find(({ isDefault }) => isDefault) ?? listings[0]
}

/** What a product costs where only one price is told: the least of those that can be had, and whether others cost more. */
export function priceFrom<One extends Pick<Listing, 'available' | 'priceVnd'>>(
  listings: readonly One[],
): { listing: One; others: boolean } | null {
  const available = listings.filter((listing) => listing.available > 0)
  const told = available.length > 0 ? available : listings
  const [least] = told.toSorted((a, b) => a.priceVnd - b.priceVnd)
  return least === undefined ? null : { listing: least, others: told.some(({ priceVnd }) => priceVnd > least.priceVnd) }
}
