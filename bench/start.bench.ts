import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@dacsan/platform/postgres-server'
import { buildWeb } from '../apps/cli/build-web.ts'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'

const laterStarts = 5

export default {
  summary: 'from `dacsan start` to `ready`, beside PostgreSQL alone and a Node that listens',
  async run() {
    await buildWeb() // a start from a built tree is what is measured
    const product = await aFreshProduct('demo')
    const bareDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(bareDir, 0o711) // where we are root, the database runs as somebody else
    try {
      const first = { ours: await startProduct(product), bare: await startBare(bareDir) }
      const later = { ours: [] as number[], bare: [] as number[] }
      for (let start = 0; start < laterStarts; start++) {
        later.ours.push(await startProduct(product))
        later.bare.push(await startBare(bareDir))
      }
      const shared = { unit: 's', better: 'less' } as const
      const figure = median(later.ours)
      return [
        {
          what: 'first start: database, law, register and demo data made',
          figure: first.ours,
          baseline: { what: 'initdb, postgres and node -e listening', figure: first.bare },
          ...shared,
        },
        {
          what: 'start on an existing data folder',
          figure,
          baseline: { what: 'postgres and node -e listening', figure: median(later.bare) },
          ...shared,
        },
        { what: 'start on an existing data folder', figure, baseline: { what: 'the budget', figure: 3 }, goal: 1, ...shared },
      ]
    } finally {
      await product.remove()
      await rm(bareDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

async function startProduct(product: Awaited<ReturnType<typeof aFreshProduct>>): Promise<number> {
  const begun = performance.now()
  const child = await product.start()
  const took = (performance.now() - begun) / 1000
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
  return took
}

const listening = `require('node:http').createServer((_, answer) => answer.end()).listen(0, '127.0.0.1', () => console.log('ready'))`

/** The least that a start of a database and a server can be, one after the other as the product does it. */
async function startBare(dataDir: string): Promise<number> {
  const begun = performance.now()
  const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
  const node = spawn(process.execPath, ['-e', listening], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(node.stdout, 'data')
  const took = (performance.now() - begun) / 1000
  node.kill()
  await server.stop()
  return took
}
