import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { allocate, dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { OrderLineId } from './ids.ts'
import type { WeighRefusal } from './refusals.ts'

/** Sold by its real weight: the price of a kilogram, and between which weights one piece is. */
export type ByWeight = { perKgVnd: Dong; leastGrams: number; mostGrams: number }

/**
 * What the heaviest piece costs, to which the buyer agrees: rounded up, so that no real sum is above it.
 *
 * @example highestOf({ perKgVnd: dong(180_000), leastGrams: 1_800, mostGrams: 2_200 }) // 396000
 */
export const highestOf = ({ perKgVnd, mostGrams }: Pick<ByWeight, 'perKgVnd' | 'mostGrams'>): Dong =>
  dong(Number((BigInt(perKgVnd) * BigInt(mostGrams) + 999n) / 1000n))

/** What of a piece is paid: never more than the heaviest that was said. */
const billed = (grams: number, { mostGrams }: Pick<ByWeight, 'mostGrams'>): number => Math.min(grams, mostGrams)

export type WeighedSum = { billedGrams: number; sumVnd: Dong; lightPieces: number }

/**
 * What pieces cost by the scale: weight times the price of a kilogram, rounded down once for all of them, and one đồng at least.
 *
 * @example weighedSum({ perKgVnd: dong(180_000), leastGrams: 1_800, mostGrams: 2_200 }, [1_950, 2_300]).sumVnd // 747000: 1,95 kg + 2,2 kg
 */
export function weighedSum(byWeight: ByWeight, grams: readonly number[]): WeighedSum {
  const billedGrams = grams.reduce((sum, one) => sum + billed(one, byWeight), 0)
  const sumVnd = dong(Math.max(1, Number((BigInt(byWeight.perKgVnd) * BigInt(billedGrams)) / 1000n)))
  return { billedGrams, sumVnd, lightPieces: grams.filter((one) => one < byWeight.leastGrams).length }
}

/** A line as it was agreed to. */
export type SaidLine = { id: OrderLineId; quantity: number; lineTotalVnd: Dong; discountVnd: Dong; byWeight: ByWeight | null }

/**
 * What is left of a line of which the buyer took pieces out before they were weighed: as if so many had been ordered at the price that was agreed.
 *
 * @example leftOf({ quantity: 3, cut: 1, lineTotalVnd: dong(300_000), discountVnd: dong(30_000), … }) // quantity 2, 200000, 20000
 */
export function leftOf<Line extends SaidLine & { cut: number }>(line: Line): Line {
  const { quantity, cut, lineTotalVnd, discountVnd } = line
  if (cut === 0) return line
  const agreed = BigInt(lineTotalVnd - discountVnd)
  // As the cut was worked out: what was taken off the order is not taken off once more.
  const worth = Number(agreed - (agreed * BigInt(cut)) / BigInt(quantity))
  const total = (lineTotalVnd / quantity) * (quantity - cut)
  return { ...line, quantity: quantity - cut, lineTotalVnd: dong(total), discountVnd: dong(total - worth) }
}

/**
 * By how much less than was said a line costs: what a voucher took off it is taken off in the same share, rounded in favour of the buyer.
 *
 * @example reducedBy({ lineTotalVnd: dong(396_000), discountVnd: dong(0) }, dong(351_000)) // 45000
 */
export function reducedBy({ lineTotalVnd, discountVnd }: Pick<SaidLine, 'lineTotalVnd' | 'discountVnd'>, sumVnd: Dong): Dong {
  return dong(lineTotalVnd - discountVnd - (sumVnd - discountAfter({ lineTotalVnd, discountVnd }, sumVnd)))
}

const discountAfter = ({ lineTotalVnd, discountVnd }: Pick<SaidLine, 'lineTotalVnd' | 'discountVnd'>, sumVnd: number): number =>
  Number((BigInt(discountVnd) * BigInt(sumVnd) + BigInt(lineTotalVnd) - 1n) / BigInt(lineTotalVnd))

export type LineOnScale = WeighedSum & { id: OrderLineId; grams: number[]; reducedVnd: Dong }
export type Weighed = { lines: LineOnScale[]; reducedVnd: Dong; lightPieces: number }

/** Every piece of every line by weight, or nothing: what is paid in the end is one sum. */
export function weighLines(
  lines: readonly SaidLine[],
  typed: Readonly<Record<OrderLineId, readonly number[]>>,
): Decision<Weighed, Extract<WeighRefusal, { code: 'weights-missing' | 'not-by-weight' }>> {
  const byWeight = lines.flatMap((line) => (line.byWeight ? [{ ...line, byWeight: line.byWeight }] : []))
  if (byWeight.length === 0) return refuse('not-by-weight')
  const missing = byWeight.reduce((sum, { id, quantity }) => sum + Math.max(0, quantity - (typed[id]?.length ?? 0)), 0)
  if (missing > 0) return refuse('weights-missing', { pieces: missing })
  const weighed = byWeight.map((line): LineOnScale => {
    const grams = typed[line.id]!.slice(0, line.quantity)
    const sum = weighedSum(line.byWeight, grams)
    return { ...sum, id: line.id, grams, reducedVnd: reducedBy(line, sum.sumVnd) }
  })
  return accept({
    lines: weighed,
    reducedVnd: dong(weighed.reduce((sum, { reducedVnd }) => sum + reducedVnd, 0)),
    lightPieces: weighed.reduce((sum, { lightPieces }) => sum + lightPieces, 0),
  })
}

/** What of a line was weighed, lot by lot in the order in which they are packed: their grams, and what of the sum is theirs. */
export function partsOfLots(
  { grams, sumVnd, byWeight }: { grams: readonly number[]; sumVnd: Dong; byWeight: Pick<ByWeight, 'mostGrams'> },
  quantities: readonly number[],
): { grams: number; sumVnd: Dong }[] {
  let from = 0
  const parts = quantities.map((quantity) => {
    const own = grams.slice(from, (from += quantity))
    return own.reduce((sum, one) => sum + billed(one, byWeight), 0)
  })
  const shared = allocate(sumVnd, parts)
  if (!shared.ok) throw new Error(`a weighed line cannot be shared out: ${shared.refusal.code}`)
  return parts.map((of, at) => ({ grams: of, sumVnd: dong(shared.value[at]!) }))
}

/** What of an order by weight is known; null: nothing of it is sold so. */
export type OrderWeight = { weighedAt: Date | null; lightPieces: number }

/** Its last sum is not known yet. */
export const isUnweighed = ({ weight }: { weight?: OrderWeight | null }): boolean => weight != null && weight.weighedAt === null
