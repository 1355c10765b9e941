/** One product that a member scored: the own total, and the exact average of the council as points over sheets. */
export type ScoredOnce = { own: number; points: number; sheets: number }

export type OwnRecord = {
  products: number
  /** How far above (+) or below (−) the council's average the member's totals lie, on average; to read, nothing is decided by it. */
  bias: number
  /** How much that changes from product to product (sample standard deviation); null for fewer than two. */
  spread: number | null
}

export const apartFrom = ({ own, points, sheets }: ScoredOnce): number => own - points / sheets

/** Null for a member none of whose sheets has counted yet. */
export function ownRecord(scored: readonly ScoredOnce[]): OwnRecord | null {
  if (scored.length === 0) return null
  const apart = scored.map(apartFrom)
  const bias = mean(apart)
  const spread = apart.length < 2 ? null : Math.sqrt(apart.reduce((sum, one) => sum + (one - bias) ** 2, 0) / (apart.length - 1))
  return { products: scored.length, bias, spread }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
