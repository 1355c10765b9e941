import { Agent, get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { openDatabase } from '@dacsan/platform/database'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { stripAccents } from '@dacsan/vietnam'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { quantile } from './statistics.ts'
import { fillRegister } from './fill-register.ts'

const seconds = Number(process.env['FLOOD_SECONDS'] ?? 15)
/** As many as C48 names. */
const products = 5_000
/** Whoever waits longer counts as lost, and after the second span is not waited for any more (ms). */
const [patience, longest] = [5_000, 60_000]

/** `late`: how far the generator fell behind its own clock, where the machine has no room for it (ms). */
type Flood = { answered: number[]; told: number; lost: number; asked: number; late: number; why: Record<string, number> }

export default {
  summary: `more than two cores can render, asked whether or not it is answered: C48 200 searches of 5,000 products, C47 1,000 scan pages a second, for ${seconds} s each`,
  async run() {
    const product = await aFreshProduct('demo')
    try {
      await product.start()
      const connection = await findRunningPostgres(product.dataDir)
      if (!connection) throw new Error('the product runs without its database')
      const { db, pool, close } = openDatabase<Tables>({ connection, log: console })
      try {
        // The codes of what has a label: those that the filling makes up are no codes.
        const codes = (await db.selectFrom('product').select('trace_code').where('in_register', '=', true).limit(150).execute()).map(
          ({ trace_code }) => trace_code,
        )
        const named = await fillRegister(db, products)
        await pool.query('vacuum analyze product, producer')
        const words = named.map(({ name }, at) =>
          stripAccents(name)
            .split(' ')
            .slice(0, 1 + (at % 3))
            .join(' '),
        )
        const search = (n: number) => `/san-pham?q=${encodeURIComponent(words[n % words.length]!)}`
        const scan = (n: number) => `/t/${codes[n % codes.length]!}`
        // Its cold code is not what is measured.
        await flood(product.port, scan, 20, 3)
        await flood(product.port, search, 5, 3)
        return [
          ...(await figures('C48: 200 searches a second, words that nobody asked for before', product.port, search, 200, null)),
          ...(await figures('C48: 200 searches a second, words as people ask for them again', product.port, search, 200, 200)),
          ...(await figures('C47: scan pages, 1,000 a second', product.port, scan, 1_000, null)),
          await quiet(product.port, scan),
        ]
      } finally {
        await close()
      }
    } finally {
      await product.remove()
    }
  },
} satisfies Benchmark

async function figures(what: string, port: number, path: (n: number) => string, rate: number, p95: number | null): Promise<Measurement[]> {
  const { answered, told, lost, asked, late, why } = await flood(port, path, rate, seconds)
  process.stderr.write(
    `bench: flood: ${what}: ${answered.length} answered, ${told} told to come back, ${lost} lost ${JSON.stringify(why)}; the generator was late by ${Math.round(late)} ms at most\n`,
  )
  const figure = answered.length > 0 ? quantile(answered, 0.95) : patience
  return [
    {
      what: `${what}: answered or told`,
      figure: (1 - lost / asked) * 100,
      unit: '%',
      baseline: { what: 'goal of the case', figure: 99.9 },
      better: 'more',
      goal: 1,
    },
    {
      what: `${what}: p95 of what was answered`,
      figure,
      unit: 'ms',
      baseline: { what: p95 === null ? 'what a scan may take (C46)' : 'goal of the case', figure: p95 ?? 300 },
      better: 'less',
      ...(p95 === null ? {} : { goal: 1 }),
    },
  ]
}

/** Afterwards nothing of the flood is left to be worked off. */
async function quiet(port: number, path: (n: number) => string): Promise<Measurement> {
  await delay(1_000)
  const { answered } = await flood(port, path, 20, 3)
  return {
    what: 'C47: a second after the flood, p95',
    figure: quantile(answered, 0.95),
    unit: 'ms',
    baseline: { what: 'goal of C46', figure: 300 },
    better: 'less',
    goal: 1,
  }
}

/** Asks by the clock, and not by the answers. */
async function flood(port: number, path: (n: number) => string, rate: number, forSeconds: number): Promise<Flood> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  const counts: Flood = { answered: [], told: 0, lost: 0, asked: 0, late: 0, why: {} }
  const open: Promise<void>[] = []
  const begun = performance.now()
  for (;;) {
    const due = Math.min(rate * forSeconds, Math.floor(((performance.now() - begun) / 1000) * rate))
    for (; counts.asked < due; counts.asked++) open.push(ask(agent, port, path(counts.asked), counts))
    if (counts.asked >= rate * forSeconds) break
    const pause = performance.now()
    await delay(5)
    counts.late = Math.max(counts.late, performance.now() - pause - 5)
  }
  await Promise.all(open)
  agent.destroy()
  return counts
}

function ask(agent: Agent, port: number, path: string, counts: Flood): Promise<void> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const lost = (error: Error) => {
      counts.lost++
      counts.why[error.message] = (counts.why[error.message] ?? 0) + 1
      resolve()
    }
    const asking = get({ agent, port, host: '127.0.0.1', path, headers: { accept: 'text/html' }, timeout: longest })
    asking.once('timeout', () => asking.destroy(new Error('gone')))
    asking.once('error', lost)
    asking.once('response', (response) => {
      response.once('end', () => {
        asking.off('error', lost)
        const [{ statusCode: status }, ms] = [response, performance.now() - begun]
        if (ms > patience || (status !== 200 && status !== 503 && status !== 429)) {
          counts.lost++
          const why = ms > patience ? `${status} late` : String(status)
          counts.why[why] = (counts.why[why] ?? 0) + 1
        } else if (status === 200) counts.answered.push(ms)
        else counts.told++
        resolve()
      })
      response.resume()
    })
  })
}
