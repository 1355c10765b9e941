import type { Sheet } from './score-sheets.ts'

export type Deviation = {
  /** Highest total minus lowest; 0 for fewer than two sheets. */
  range: number
  /** Total of each member, in the order of the sheets. */
  totals: { member: string; total: number }[]
}

/**
 * How far the members of a council lie apart, for the discussion that the council's own rules ask for above a threshold.
 *
 * @example deviation([{ member: 'm1', choices: { '1.1': 3 } }, { member: 'm2', choices: { '1.1': 1 } }]).range // 2
 */
export function deviation(sheets: readonly Sheet[]): Deviation {
  const totals = sheets.map(({ member, choices }) => ({
    member,
    total: Object.values(choices).reduce<number>((sum, points) => sum + (points ?? 0), 0),
  }))
  const sorted = totals.map(({ total }) => total).toSorted((a, b) => a - b)
  return { range: (sorted.at(-1) ?? 0) - (sorted[0] ?? 0), totals }
}
