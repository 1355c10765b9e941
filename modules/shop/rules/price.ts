import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { PackId } from '../../catalogue/rules.ts'
import { highestOf } from './by-weight.ts'
import type { ByWeight } from './by-weight.ts'
import type { PricingRefusal, QuantityRefusal } from './refusals.ts'

/** From so many of one order on, each costs this. */
export type PriceStep = { from: number; priceVnd: Dong }

/** At which price, and in which numbers, a pack is sold. */
export type Pricing = {
  /** Of one, below the first step. */
  priceVnd: Dong
  /** Rising numbers at falling prices. */
  steps: readonly PriceStep[]
  /** Fewer are not sold. A whole number of `multiple`. */
  leastQuantity: number
  /** Sold in sixes, twelves …: other numbers are not sold. */
  multiple: number
  maxPerOrder: number | null
  /** Sold by its real weight, and `priceVnd` is that of the heaviest piece; absent or null: by the piece. */
  byWeight?: ByWeight | null
}

/** The rows of the seller's form; the column holds no more. */
export const priceStepNames = ['0', '1', '2', '3'] as const

/**
 * What one of so many costs. The only place where a price comes about: the page of the product, the cart, the quote and the order ask here.
 *
 * @example unitPriceFor({ priceVnd: dong(100_000), steps: [{ from: 12, priceVnd: dong(90_000) }] }, 12) // 90000
 */
export function unitPriceFor({ priceVnd, steps }: Pick<Pricing, 'priceVnd' | 'steps'>, quantity: number): Dong {
  return steps.findLast(({ from }) => quantity >= from)?.priceVnd ?? priceVnd
}

export const lineTotalFor = (pricing: Pick<Pricing, 'priceVnd' | 'steps'>, quantity: number): Dong =>
  dong(unitPriceFor(pricing, quantity) * quantity)

type Agreed = { percent: number | null; prices: readonly { packId: PackId; priceVnd: Dong; leastQuantity: number; multiple: number }[] }

/**
 * How a pack is sold to whoever has a price list of its own; null where the list does not touch it. Nobody pays more by agreement than a stranger: where the
 * shelf, or one of its steps, asks less, that counts. A named price has its own numbers and no limit of one order; a share is rounded down to whole đồng.
 * What is sold by weight has no price of a piece to name: the share is taken off the kilogram.
 *
 * @example agreedPricing(pricing, packId, { percent: 10, prices: [] }) // 100 000 đ becomes 90 000 đ, each step likewise
 */
export function agreedPricing(pricing: Pricing, packId: PackId, { percent, prices }: Agreed): Pricing | null {
  const named = prices.find((one) => one.packId === packId)
  if (named && !pricing.byWeight) {
    const { leastQuantity, multiple } = named
    const priceVnd = dong(Math.min(named.priceVnd, unitPriceFor(pricing, leastQuantity)))
    const steps = pricing.steps.filter((step) => step.from > leastQuantity && step.priceVnd < priceVnd)
    return { priceVnd, steps, leastQuantity, multiple, maxPerOrder: null }
  }
  if (percent === null) return null
  const less = (priceVnd: Dong) => dong(Math.max(1, Math.floor((priceVnd * (100 - percent)) / 100)))
  if (pricing.byWeight) {
    const byWeight = { ...pricing.byWeight, perKgVnd: less(pricing.byWeight.perKgVnd) }
    return { ...onlyPricing(pricing), priceVnd: highestOf(byWeight), byWeight }
  }
  return {
    ...onlyPricing(pricing),
    priceVnd: less(pricing.priceVnd),
    steps: pricing.steps.map(({ from, priceVnd }) => ({ from, priceVnd: less(priceVnd) })),
  }
}

const onlyPricing = ({ priceVnd, steps, leastQuantity, multiple, maxPerOrder }: Pricing): Pricing => ({
  priceVnd,
  steps,
  leastQuantity,
  multiple,
  maxPerOrder,
})

type PriceRow = { from: number; to: number | null; priceVnd: Dong }

/** The steps as a table says them, the least number first; one row where there are none. */
export function priceRows({ priceVnd, steps, leastQuantity }: Pick<Pricing, 'priceVnd' | 'steps' | 'leastQuantity'>): PriceRow[] {
  return [{ from: leastQuantity, priceVnd }, ...steps].map((row, at) => ({ ...row, to: steps[at] ? steps[at].from - 1 : null }))
}

type Numbers = Pick<Pricing, 'leastQuantity' | 'multiple' | 'maxPerOrder'>

/** Why so many are not sold, with the number that is: the next above, or where the limit of an order is in the way the last below. */
export function refuseQuantity({ leastQuantity, multiple, maxPerOrder }: Numbers, quantity: number): QuantityRefusal | null {
  if (maxPerOrder !== null && quantity > maxPerOrder) return { code: 'over-limit', limit: lastBelow(maxPerOrder, multiple) }
  if (quantity >= leastQuantity && quantity % multiple === 0) return null
  const above = Math.max(leastQuantity, Math.ceil(quantity / multiple) * multiple)
  const next = maxPerOrder !== null && above > maxPerOrder ? lastBelow(maxPerOrder, multiple) : above
  return { code: 'quantity-not-sold', next, least: leastQuantity, multiple }
}

const lastBelow = (quantity: number, multiple: number) => Math.floor(quantity / multiple) * multiple

/** How many of what there is can be ordered: a rest that is less than the least number is none. */
export function orderableOf({ leastQuantity, multiple }: Pick<Pricing, 'leastQuantity' | 'multiple'>, free: number): number {
  const whole = lastBelow(free, multiple)
  return whole < leastQuantity ? 0 : whole
}

/** Whether a seller's terms hold together: more of it never costs more each, and some number of it can be ordered. */
export function decidePricing(pricing: Pricing): Decision<Pricing, PricingRefusal> {
  const { steps, leastQuantity, multiple, maxPerOrder, byWeight } = pricing
  const priceVnd = byWeight ? highestOf(byWeight) : pricing.priceVnd
  if (byWeight && byWeight.leastGrams > byWeight.mostGrams) return refuse('weights-backwards', { least: byWeight.leastGrams })
  if (byWeight && steps.length > 0) return refuse('steps-by-weight')
  if (leastQuantity % multiple !== 0)
    return refuse('least-not-multiple', { multiple, next: Math.ceil(leastQuantity / multiple) * multiple })
  if (maxPerOrder !== null && maxPerOrder < leastQuantity) return refuse('limit-below-least', { least: leastQuantity })
  let last: PriceStep = { from: leastQuantity, priceVnd }
  for (const [step, next] of steps.entries()) {
    if (next.from <= last.from) return refuse('price-step-not-rising', { step, above: last.from })
    if (next.priceVnd >= last.priceVnd) return refuse('price-step-not-falling', { step, below: last.priceVnd })
    last = next
  }
  return accept({ ...pricing, priceVnd })
}
