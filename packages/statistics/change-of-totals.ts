import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { studentT } from './student-t.ts'

/** How totals changed. All but `n` to six decimals; `low` and `high` enclose the ratio at 95 %. */
export type ChangeOfTotals = {
  ratio: number
  se: number
  low: number
  high: number
  n: number
  medianRatio: number
  risen: number
}

export type ChangeRefusal =
  | { code: 'too-few-pairs'; least: 2 }
  | { code: 'not-an-amount'; pair: number }
  | { code: 'nothing-before' }
  | { code: 'population-too-small'; n: number }
  | { code: 'too-large' }

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const isAmount = (value: number) => Number.isFinite(value) && value >= 0

/** To six decimals; half goes away from nothing. */
const shown = (value: number) => Number(value.toFixed(6))

/**
 * By how much a total changed, seen in those of whom both periods are known: the ratio of the totals, its standard error as a ratio estimator (Cochran,
 * Sampling Techniques, 6.2) and its interval by Student's t with n − 1 degrees. Pairs with nothing before count in the ratio and not in `medianRatio`;
 * `risen` is the share of all pairs that rose. It says "rose after", never "rose because of": there is no control group.
 *
 * @param pairs before and after of each, not negative
 * @param population how many there are in all: the error is corrected for the part that is known, and nothing is left of it where all are
 * @example changeOfTotals([[120, 150], [80, 84], [300, 330]], 100).ok // true
 */
export function changeOfTotals(
  pairs: readonly (readonly [before: number, after: number])[],
  population?: number | null,
): Outcome<ChangeOfTotals, ChangeRefusal> {
  const n = pairs.length
  if (n < 2) return refuse('too-few-pairs', { least: 2 })
  const wrong = pairs.findIndex(([before, after]) => !isAmount(before) || !isAmount(after))
  if (wrong !== -1) return refuse('not-an-amount', { pair: wrong })
  if (typeof population === 'number' && !(Number.isSafeInteger(population) && population >= n)) return refuse('population-too-small', { n })
  const before = sum(pairs.map(([value]) => value))
  if (before === 0) return refuse('nothing-before')

  const ratio = sum(pairs.map(([, value]) => value)) / before
  const mean = before / n
  // Taken in means before, so that the squares of large amounts stay within a double.
  const squares = sum(pairs.map(([x, y]) => ((y - ratio * x) / mean) ** 2))
  const unseen = typeof population === 'number' ? 1 - n / population : 1
  const se = Math.sqrt((squares / (n - 1) / n) * unseen)
  const half = studentT(n - 1) * se
  const change = {
    ratio,
    se,
    low: ratio - half,
    high: ratio + half,
    n,
    medianRatio: median(pairs.filter(([x]) => x > 0).map(([x, y]) => y / x)),
    risen: pairs.filter(([x, y]) => y > x).length / n,
  }
  if (!Object.values(change).every((figure) => Number.isFinite(figure))) return refuse('too-large')
  return done(Object.fromEntries(Object.entries(change).map(([name, figure]) => [name, shown(figure)])) as ChangeOfTotals)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
