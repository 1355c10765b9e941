/**
 * A fee of a marketplace: of the price, in hundredths of a per cent, at most `capVnd` for one piece; from the first day to the last (null: until another row
 * takes its place), for a category of the marketplace or for all (null).
 */
export type Fee = {
  name: string
  category: string | null
  from: string
  to: string | null
  basisPoints: number
  capVnd: number | null
  source: string
}

export type NetPrice = { netVnd: number; fees: readonly { name: string; vnd: number }[] }

/**
 * What is left to the seller of the price of one piece. Each fee is rounded up to a whole đồng, for marketplaces round to their own good.
 *
 * @param on the day, `YYYY-MM-DD`
 * @example
 * const fee = { name: 'fixed', category: null, from: '2026-01-01', to: null, basisPoints: 1610, capVnd: null, source: '' }
 * netPriceOf(95_000, [fee], { category: 'food', on: '2026-11-30' }) // { netVnd: 79705, fees: [{ name: 'fixed', vnd: 15295 }] }
 */
export function netPriceOf(priceVnd: number, fees: readonly Fee[], { category, on }: { category: string | null; on: string }): NetPrice {
  const due = fees
    .filter((fee) => fee.from <= on && (fee.to === null || on <= fee.to) && (fee.category === null || fee.category === category))
    .map(({ name, basisPoints, capVnd }) => ({ name, vnd: Math.min(Math.ceil((priceVnd * basisPoints) / 10_000), capVnd ?? Infinity) }))
  return { netVnd: due.reduce((left, { vnd }) => left - vnd, priceVnd), fees: due }
}
