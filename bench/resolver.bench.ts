import { fork } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { openDatabase } from '@dacsan/platform/database'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { BareAnswer } from './bare-server.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { answersPerSecond } from './load.ts'
import type { Target } from './load.ts'
import { median } from './statistics.ts'

const gtin = '08938501234568'
const machine = { accept: 'application/json' }
const linkset = { accept: 'application/linkset+json' }
const phone = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'vi' }
const connections = 32
// Short and many: what else the machine does meanwhile falls on both alike.
const quick = { rounds: 15, seconds: 0.35 }
const slow = { rounds: 5, seconds: 1 }

export default {
  summary:
    'the resolver and the scan page beside a bare node:http that gives the same bytes, 32 connections, medians of alternating rounds',
  async run() {
    const product = await aFreshProduct('demo')
    try {
      await product.start()
      const code = await giveGtin(product.dataDir)
      const asked = (path: string, headers: Record<string, string>, status: number): Target => ({
        port: product.port,
        path,
        headers,
        status,
      })
      // It has just started: its first jobs and its cold code are not what is measured.
      await answersPerSecond(asked(`/01/${gtin}`, machine, 307), { connections, seconds: 5 })
      return [
        { ...(await beside('resolver: redirect of /01/{gtin}', asked(`/01/${gtin}`, machine, 307), quick)), goal: 0.6 },
        { ...(await beside('resolver: redirect of /t/{code}', asked(`/t/${code}`, machine, 307), quick)), goal: 0.6 },
        { ...(await beside('resolver: linkset of /t/{code}', asked(`/t/${code}`, linkset, 200), quick)), goal: 0.6 },
        await beside('scan page of /t/{code}', asked(`/t/${code}`, phone, 200), slow),
      ]
    } finally {
      await product.remove()
    }
  },
} satisfies Benchmark

/** Puts our GTIN on the product of a demo lot, and gives the code on that lot's label. */
async function giveGtin(dataDir: string): Promise<string> {
  const connection = await findRunningPostgres(dataDir)
  if (!connection) throw new Error('the product runs without its database')
  const { db, close } = openDatabase<Tables>({ connection, log: console })
  try {
    const lot = await db.selectFrom('lot').select(['trace_code', 'product_id']).where('status', '=', 'open').executeTakeFirstOrThrow()
    await db.updateTable('product').set({ gtin }).where('id', '=', lot.product_id).execute()
    return lot.trace_code
  } finally {
    await close()
  }
}

async function beside(what: string, ours: Target, { rounds, seconds }: typeof quick): Promise<Measurement> {
  const bare = await startBare(await answerOf(ours))
  try {
    const theirs: Target = { ...ours, port: bare.port }
    const figures = { ours: [] as number[], theirs: [] as number[] }
    for (const target of [ours, theirs]) await answersPerSecond(target, { connections, seconds: 1 })
    for (let round = 0; round < rounds; round++) {
      figures.ours.push(await answersPerSecond(ours, { connections, seconds }))
      figures.theirs.push(await answersPerSecond(theirs, { connections, seconds }))
    }
    const baseline = { what: 'bare node:http, same bytes', figure: median(figures.theirs) }
    return { what, figure: median(figures.ours), unit: 'answers/s', baseline, better: 'more' }
  } finally {
    bare.end()
  }
}

/** One answer as it is on the wire, without the fields that every Node server writes by itself. */
async function answerOf({ port, path, headers, status }: Target): Promise<BareAnswer> {
  const request = get({ port, path, headers, host: '127.0.0.1' })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== status) throw new Error(`${path} was answered with ${response.statusCode}`)
  const byItself = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
  const pairs = response.rawHeaders.flatMap((name, at, all): [string, string][] => (at % 2 === 0 ? [[name, all[at + 1]!]] : []))
  return { status, headers: pairs.filter(([name]) => !byItself.has(name.toLowerCase())), body: (await buffer(response)).toString('base64') }
}

async function startBare(answer: BareAnswer) {
  const child = fork(fileURLToPath(new URL('bare-server.ts', import.meta.url)))
  child.send(answer)
  const [port] = (await once(child, 'message')) as [number]
  return { port, end: () => child.disconnect() }
}
