import { median } from './statistics.ts'

/** What is timed: each call does its work so many times, at once or awaited. */
export type Work = { run(): void | Promise<unknown>; times: number }

/**
 * How often each work is done in a second, all measured in the same stretch of time: turn by turn, after a warm-up, the median of the turns. What else
 * the machine does then weighs on all of them alike.
 */
export async function perSecond<const Works extends readonly Work[]>(
  works: Works,
  { turns = 9, seconds = 0.4 } = {},
): Promise<{ [Place in keyof Works]: number }> {
  const rates = works.map(() => [] as number[])
  for (let turn = -1; turn < turns; turn += 1)
    for (const [place, { run, times }] of works.entries()) {
      const begun = performance.now()
      let count = 0
      for (; performance.now() - begun < seconds * 1000; count += times) {
        const waiting = run()
        if (waiting) await waiting
      }
      // The first turn warms up.
      if (turn >= 0) rates[place]!.push(count / ((performance.now() - begun) / 1000))
    }
  return rates.map(median) as { [Place in keyof Works]: number }
}
