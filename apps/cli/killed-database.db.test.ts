import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { addJob } from '@dacsan/platform/add-job'
import { openDatabase } from '@dacsan/platform/database'
import { createLog } from '@dacsan/platform/log'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'

// Worker and front as they are started, each in a process of its own, on the embedded database that the worker runs.

const program = fileURLToPath(new URL('../../bin/dacsan', import.meta.url))
const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-killed-'))
await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
const started: ChildProcess[] = []
let [port, worker, front] = [0, undefined as unknown as ChildProcess, undefined as unknown as ChildProcess]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

function run(command: string): ChildProcess & { stdout: Readable } {
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    PORT: String(port),
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'silent',
  }
  return spawn(process.execPath, [program, command], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function serve(command: string): Promise<ChildProcess> {
  const child = run(command)
  started.push(child)
  for await (const line of createInterface(child.stdout)) if (line.startsWith('ready')) break
  return child
}

beforeAll(async () => {
  port = await freePort()
  worker = await serve('worker')
  const [status] = (await once(run('seed'), 'exit')) as [number]
  if (status !== 0) throw new Error('the register could not be loaded')
  front = await serve('api')
})
afterAll(async () => {
  for (const child of started.toReversed()) {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

const postmaster = async () => Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
let asked = 0
/** Each question comes from an address of its own: nobody is limited. */
async function statusOf(path: string): Promise<number> {
  const from = `203.0.${Math.floor(asked / 250) % 250}.${asked++ % 250}`
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'x-forwarded-for': from } })
  await answer.arrayBuffer()
  return answer.status
}

/** Jobs and questions without a pause, as many at once as there are connections; which answers came. */
function load() {
  const [statuses, ended] = [new Map<number, number>(), new AbortController()]
  const asking = async () => {
    while (!ended.signal.aborted) {
      const status = await statusOf('/api/v1/products?q=dua').catch(() => -1)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  const queueing = async () => {
    while (!ended.signal.aborted) {
      const connection = await findRunningPostgres(dataDir)
      if (!connection) {
        await delay(20)
        continue
      }
      const { db, close } = openDatabase<Tables>({ connection, log: createLog('silent') })
      try {
        while (!ended.signal.aborted)
          await db.transaction().execute(async (tx) => {
            for (let n = 0; n < 20; n++) await addJob(tx, 'identity.delete-old-uses', { n })
          })
      } catch {
        await delay(20) // it is being killed
      } finally {
        await close()
      }
    }
  }
  const over = Promise.all([...Array.from({ length: 12 }, asking), queueing()])
  return {
    statuses,
    end: async () => {
      ended.abort()
      await over
    },
  }
}

describe('under load', { timeout: 300_000 }, () => {
  test('C5, C20: a database that is killed under load ends neither worker nor front; nobody is told of a fault of ours, and both go on', async () => {
    for (let kills = 0; kills < 3; kills++) {
      const { statuses, end } = load()
      await delay(1_000)
      const killed = await postmaster()
      process.kill(killed, 'SIGKILL')
      // Once it is back, it answers again without anybody's help.
      for (
        const since = performance.now();
        (await postmaster().catch(() => killed)) === killed || (await statusOf('/health/ready').catch(() => 0)) !== 200;
        await delay(50)
      )
        if (performance.now() - since > 60_000) throw new Error('it did not come back')
      await end()
      expect([worker.exitCode, worker.signalCode, front.exitCode, front.signalCode]).toEqual([null, null, null, null])
      // Answered, or told to come back.
      expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([])
      expect(statuses.get(200)).toBeGreaterThan(0)
    }
    const { db, close } = openDatabase<Tables>({ connection: (await findRunningPostgres(dataDir))!, log: createLog('silent') })
    const waiting = sql<{ jobs: number }>`
      select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'identity.delete-old-uses' and locked_at is null`
    const left = async () => (await waiting.execute(db)).rows[0]!.jobs
    for (const since = performance.now(); (await left()) > 0; await delay(100))
      if (performance.now() - since > 120_000) throw new Error('the jobs are not done')
    await close()
  })

  test('C70: three thousand answers later the front holds as many handles as before, and no more memory than the runbook says', async () => {
    const ask = async (times: number) => {
      const paths = ['/api/v1/products', '/api/v1/products?q=dua', '/api/v1/certificates/none', '/metrics', '/health/ready']
      const statuses = await Promise.all(Array.from({ length: times }, (_, n) => statusOf(paths[n % paths.length]!)))
      expect(statuses.filter((status) => status !== 200 && status !== 404)).toEqual([])
    }
    const handles = async () => (await readdir(`/proc/${front.pid}/fd`)).length
    for (let n = 0; n < 10; n++) await ask(50)
    await delay(200)
    const before = await handles()
    for (let n = 0; n < 60; n++) await ask(50)
    // Connections that stay open for the next question are ours, not leaks: no more than were asked at once.
    expect(await handles()).toBeLessThanOrEqual(before + 50)
    const status = await readFile(`/proc/${front.pid}/status`, 'utf8')
    expect(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024).toBeLessThan(900)
  })
})
