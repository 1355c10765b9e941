/** What is timed: each call does its work so many times, and may wait. */
export type AsyncWork = { run(): Promise<unknown>; times: number }

/** How often each work is done in a second: turn by turn after a warm-up, the median of the turns, so that what else the machine does weighs on all. */
export async function perSecondAsync<const Works extends readonly AsyncWork[]>(
  works: Works,
  { turns = 7, seconds = 0.4 } = {},
): Promise<{ [Place in keyof Works]: number }> {
  const rates = works.map(() => [] as number[])
  for (let turn = -1; turn < turns; turn += 1) {
    for (const [place, { run, times }] of works.entries()) {
      const begun = performance.now()
      let count = 0
      for (; performance.now() - begun < seconds * 1000; count += times) await run()
      // The first turn warms up.
      if (turn >= 0) rates[place]!.push(count / ((performance.now() - begun) / 1000))
    }
  }
  return rates.map((list) => list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)]) as { [Place in keyof Works]: number }
}
