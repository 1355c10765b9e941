/** One figure of ours beside a named baseline, both measured in the same run. */
export type Measurement = {
  what: string
  figure: number
  unit: string
  /** Measured in the same unit. */
  baseline: { what: string; figure: number }
  better: 'more' | 'less'
  /** The ratio that we want at least; above 1 is better than the baseline, whatever the direction of the figure. */
  goal?: number
}

/** `bench/NAME.bench.ts` has one as its default export; `npm run bench -- NAME` runs it. */
export type Benchmark = { summary: string; run(): Promise<Measurement[]> }

/** How often ours is as good as the baseline. @example ratioOf({ figure: 90, baseline: { what: 'bare', figure: 100 }, better: 'more', what: '', unit: '/s' }) // 0.9 */
export function ratioOf({ figure, baseline, better }: Measurement): number {
  return better === 'more' ? figure / baseline.figure : baseline.figure / figure
}
