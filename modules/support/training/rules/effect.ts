import type { ScoredProduct } from './needs.ts'

export type Gain = { products: number; before: number; after: number; gain: number }
export type Effect = { taught: Gain | null; others: Gain | null; isFew: boolean }

const shareIn = (one: ScoredProduct, codes: ReadonlySet<string>): number | null => {
  const counted = one.criteria.filter(({ code, max, denominator }) => codes.has(`${one.setCode} ${code}`) && max > 0 && denominator > 0)
  if (counted.length === 0) return null
  const sum = counted.reduce((total, { numerator, denominator, max }) => total + numerator / (denominator * max), 0)
  return (sum * 10_000) / counted.length
}

function gainOf(pairs: readonly { before: number; after: number }[]): Gain | null {
  if (pairs.length === 0) return null
  const mean = (pick: (pair: { before: number; after: number }) => number) =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / pairs.length
  const [before, after] = [mean((pair) => pair.before), mean((pair) => pair.after)]
  return { products: pairs.length, before: Math.round(before), after: Math.round(after), gain: Math.round(after - before) }
}

/**
 * What products had of the points of a course's criteria in the last cycle before it and in the first after it, in hundredths of a percent: those of
 * producers that were taught beside all others of the same sets. It shows no cause, and of few products it shows nothing at all: `isFew` says so.
 */
export function effectOf(
  results: readonly ScoredProduct[],
  { taughtAt, producers, criteria, leastProducts }: { taughtAt: Date; producers: ReadonlySet<string>; criteria: readonly { setCode: string; criterion: string }[]; leastProducts: number }, // prettier-ignore
): Effect {
  const codes = new Set(criteria.map(({ setCode, criterion }) => `${setCode} ${criterion}`))
  const pairs = [...Map.groupBy(results, ({ productId, setCode }) => `${productId} ${setCode}`).values()].flatMap((own) => {
    const inOrder = own.toSorted((a, b) => a.closedAt.getTime() - b.closedAt.getTime())
    const [last, first] = [inOrder.findLast(({ closedAt }) => closedAt < taughtAt), inOrder.find(({ closedAt }) => closedAt >= taughtAt)]
    const [before, after] = [last && shareIn(last, codes), first && shareIn(first, codes)]
    return typeof before === 'number' && typeof after === 'number' ? [{ isTaught: producers.has(own[0]!.producerId), before, after }] : []
  })
  const taught = gainOf(pairs.filter(({ isTaught }) => isTaught))
  const others = gainOf(pairs.filter(({ isTaught }) => !isTaught))
  return { taught, others, isFew: Math.min(taught?.products ?? 0, others?.products ?? 0) < leastProducts }
}
