// `npm run bench`: every benchmark, or those that are named, each in a process of its own, and one table of what was measured.
import { fork, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import type { Measurement } from '../bench/benchmark.ts'
import { markdownTable, plainTable } from './bench-report/table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A soak lasts as long as one says, and millions of events have to be made before anything is measured among them. */
const asked = (name: string) => Number(process.env[name] ?? 0)
const patience = 10 * 60_000 + asked('SOAK_MINUTES') * 60_000 + Math.max(asked('TRACE_EVENTS'), asked('CAPTURE_AMONG')) * 0.2
const ending = '.bench.ts'
/** These take as long as one likes: they run when they are named, or with `--all`. */
const onRequest = /^(fuzz-|soak$)/

process.exitCode = await main()

async function main(): Promise<number> {
  const options = { markdown: { type: 'boolean' }, all: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const names = (await readdir(`${root}bench`)).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
  const unknown = positionals.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    say(`there is no benchmark ${unknown.join(', ')}: ${names.toSorted().join(', ')}`)
    return 2
  }
  bringBaselines()
  const chosen = positionals.length > 0 ? positionals : names.filter((name) => values.all || !onRequest.test(name)).toSorted()
  const measured: Measurement[] = []
  const broken: string[] = []
  for (const name of chosen) {
    const measurements = await run(name)
    if (measurements) measured.push(...measurements)
    else broken.push(name)
  }
  if (measured.length > 0) console.log((values.markdown ? markdownTable : plainTable)(measured))
  for (const name of broken) say(`${name} broke off`)
  return broken.length > 0 ? 1 : 0
}

/** Other people's software that ours is measured against: bench/package.json, installed when somebody measures. Its peers are ours, which are here. */
function bringBaselines(): void {
  if (existsSync(`${root}bench/node_modules/.package-lock.json`)) return
  say('installing what the benchmarks are measured against …')
  const { status } = spawnSync('npm', ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: `${root}bench`,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('the baselines of the benchmarks could not be installed')
}

/** Null where it broke off. What a benchmark prints is progress, not the result. */
async function run(name: string): Promise<Measurement[] | null> {
  const begun = performance.now()
  const child = fork(`${root}tools/bench-one.ts`, [name], { cwd: root, stdio: ['ignore', 2, 2, 'ipc'], timeout: patience })
  let measurements: Measurement[] | null = null
  child.on('message', (message) => (measurements = message as Measurement[]))
  const [status] = await once(child, 'close')
  say(`${name} took ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return status === 0 ? measurements : null
}

function say(text: string): void {
  process.stderr.write(`bench: ${text}\n`)
}
