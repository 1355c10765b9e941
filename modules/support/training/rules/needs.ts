/** What a council gave one product in one criterion: an exact average. */
export type ScoredCriterion = { code: string; name: string; max: number; numerator: number; denominator: number }
export type ScoredProduct = {
  productId: string
  producerId: string
  communeCode: string
  communeName: string
  setCode: string
  closedAt: Date
  criteria: readonly ScoredCriterion[]
}

/** A criterion in which the products of one set in one commune are weak: their share of the points that it gives, in hundredths of a percent. */
export type WeakCriterion = {
  communeCode: string
  communeName: string
  setCode: string
  code: string
  name: string
  products: number
  share: number
}

/** Share of a criterion's points in hundredths of a percent, rounded once at the end. */
const shareOf = (ones: readonly ScoredCriterion[]): number => {
  const sum = ones.reduce((total, { numerator, denominator, max }) => total + (numerator * 10_000) / (denominator * max), 0)
  return Math.round(sum / ones.length)
}

/** The latest result of each product: what it was once weak in and is no more is no need. */
export function latestOf<T extends Pick<ScoredProduct, 'productId' | 'closedAt'>>(results: readonly T[]): T[] {
  const latest = new Map<string, T>()
  for (const one of results) if (!((latest.get(one.productId)?.closedAt ?? new Date(0)) > one.closedAt)) latest.set(one.productId, one)
  return [...latest.values()]
}

/** What is weak where: below so many percent of the points over at least so many products, the weakest that concerns most products first. */
export function weakCriteria(
  results: readonly ScoredProduct[],
  { belowPercent, leastProducts }: { belowPercent: number; leastProducts: number },
): WeakCriterion[] {
  const lines = latestOf(results).flatMap((one) =>
    one.criteria.filter(({ max, denominator }) => max > 0 && denominator > 0).map((criterion) => ({ one, criterion })),
  )
  const groups = Map.groupBy(lines, ({ one, criterion }) => `${one.communeCode} ${one.setCode} ${criterion.code}`)
  return [...groups.values()]
    .filter((group) => group.length >= leastProducts)
    .map((group) => {
      const [{ one, criterion }] = group as [(typeof group)[number]]
      const { communeCode, communeName, setCode } = one
      const share = shareOf(group.map((line) => line.criterion))
      return { communeCode, communeName, setCode, code: criterion.code, name: criterion.name, products: group.length, share }
    })
    .filter(({ share }) => share < belowPercent * 100)
    .toSorted((a, b) => b.products - a.products || a.share - b.share || (a.code < b.code ? -1 : 1))
}
