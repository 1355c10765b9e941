// One benchmark in a process of its own, which `tools/bench.ts` starts: what ran before it has warmed and burdened nothing.
import type { Benchmark } from '../bench/benchmark.ts'

const [name] = process.argv.slice(2)
// Without whoever asked there is nobody to measure for.
for (const event of ['disconnect', 'SIGTERM']) process.once(event, () => process.exit(1))

const { default: benchmark } = (await import(`../bench/${name}.bench.ts`)) as { default: Benchmark }
process.stderr.write(`bench: ${name}: ${benchmark.summary}\n`)
const measurements = await benchmark.run()
process.send?.(measurements, () => {
  process.removeAllListeners('disconnect')
  process.disconnect?.()
})
