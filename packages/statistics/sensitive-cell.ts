import { toOneScale } from '@dacsan/vietnam'
import type { ExactDecimal } from '@dacsan/vietnam'

/** A cell is dominant where its `n` largest together are more than `percent` of it. */
export type Dominance = { n: number; percent: ExactDecimal }

const bySize = (a: bigint, b: bigint) => (a === b ? 0 : a > b ? -1 : 1)

/**
 * Why a cell must not be published: too few contributors, or so few large ones that each can nearly work out the others. Undefined for a cell that may
 * be, as one without contributors may: it is a known nothing. Compared exactly; both reasons are `few`.
 */
export function whySensitive(amounts: readonly ExactDecimal[], least: number, { n, percent }: Dominance): 'few' | 'dominant' | undefined {
  if (amounts.length === 0) return undefined
  if (amounts.length < least) return 'few'
  const { units } = toOneScale(amounts)
  const largest = units.toSorted(bySize).slice(0, n)
  const [part, whole] = [largest, units].map((values) => values.reduce((sum, value) => sum + value, 0n)) as [bigint, bigint]
  return part * 100n * 10n ** BigInt(percent.scale) > percent.units * whole ? 'dominant' : undefined
}
