/**
 * The commission of an amount, to the đồng, half up: `percent` is the decimal of the contract as it is written.
 *
 * @example commissionOf(105_000, '12.50') // 13_125
 */
export function commissionOf(amountVnd: number, percent: string): number {
  const hundredths = BigInt(Math.round(Number(percent) * 100))
  const whole = BigInt(Math.abs(amountVnd)) * hundredths
  const commission = Number((whole * 2n + 10_000n) / 20_000n)
  return amountVnd < 0 ? -commission : commission
}

export type Bearer = 'owner' | 'point'
export type Money = { amountVnd: number; commissionVnd: number; dueVnd: number }

/** What a sale means between the two: the point keeps its commission and owes the rest. */
export function saleMoney(priceVnd: number, quantity: number, percent: string): Money {
  const amountVnd = priceVnd * quantity
  const commissionVnd = commissionOf(amountVnd, percent)
  return { amountVnd, commissionVnd, dueVnd: amountVnd - commissionVnd }
}

/** What a loss means: borne by the point, the owner gets what a sale would have brought; borne by the owner, nothing. */
export const lossMoney = (priceVnd: number, quantity: number, percent: string, borneBy: Bearer): Money =>
  borneBy === 'point' ? saleMoney(priceVnd, quantity, percent) : { amountVnd: 0, commissionVnd: 0, dueVnd: 0 }

/** Price without tax, of an amount in which it is contained; a line that is not taxed is all net. */
export function netOf(grossVnd: number, percent: number | null): { netVnd: number; taxVnd: number } {
  const over = BigInt(100 + (percent ?? 0))
  const netVnd = Number((BigInt(grossVnd) * 200n + over) / (2n * over))
  return { netVnd, taxVnd: grossVnd - netVnd }
}
