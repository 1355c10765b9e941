import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { openDatabase } from '@dacsan/platform/database'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { besideBare } from './beside-bare.ts'
import { answersPerSecond } from './load.ts'
import type { Target } from './load.ts'
import { median } from './statistics.ts'

const phone = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'vi' }
const rounds = { rounds: 11, seconds: 0.5 }
/** What the product's own process works (ms) for a page of the public that nobody asked for before, and for one of a desk. */
const goals = { rendering: 6, desk: 15 }
/** Where somebody of the province looks each day. */
const desks = ['/van-phong', '/van-phong/dot', '/van-phong/so-dang-ky', '/van-phong/nguoi-ban', '/van-phong/phan-anh']

export default {
  summary:
    'public pages from memory beside a bare node:http that gives the same bytes, and what the first rendering of one, and a page of a desk, cost the process',
  async run() {
    const product = await aFreshProduct('demo')
    try {
      const process = await product.start()
      const { slugs, codes, touch, close } = await openTo(product.dataDir)
      try {
        const asked = (path: string): Target => ({ port: product.port, path, headers: phone, status: 200 })
        // It has just started: its first jobs and its cold code are not what is measured.
        await answersPerSecond(asked('/san-pham'), { connections: 8, seconds: 5 })
        // The first person is told that nobody scanned before, which is nobody else's page.
        await answersPerSecond(asked(`/t/${codes[0]}`), { connections: 1, seconds: 2 })
        const costOf = (what: string, paths: readonly string[], of: Pick<Costs, 'goal' | 'headers' | 'before'>) =>
          renderingCost(what, { port: product.port, pid: process.pid!, paths, ...of })
        const cold = (what: string, paths: readonly string[]) =>
          costOf(what, paths, { goal: goals.rendering, headers: phone, before: touch })
        const officer = { ...phone, cookie: await signedIn(product.url, 'chuyenvien@demo.vn') }
        return [
          { ...(await besideBare('product page from memory', asked(`/san-pham/${slugs[0]}`), rounds)), goal: 0.5 },
          { ...(await besideBare('scan page from memory', asked(`/t/${codes[0]}`), rounds)), goal: 0.5 },
          { ...(await besideBare('register page from memory', asked('/san-pham'), rounds)), goal: 0.5 },
          await cold(
            'first rendering of a product page, CPU',
            slugs.map((slug) => `/san-pham/${slug}`),
          ),
          await cold(
            'first rendering of a scan page, CPU',
            codes.map((code) => `/t/${code}`),
          ),
          await costOf(
            'page of a desk, CPU',
            Array.from({ length: 100 }, (_, at) => desks[at % desks.length]!),
            { goal: goals.desk, headers: officer, before: async () => {} },
          ),
        ]
      } finally {
        await close()
      }
    } finally {
      await product.remove()
    }
  },
} satisfies Benchmark

async function openTo(dataDir: string) {
  const connection = await findRunningPostgres(dataDir)
  if (!connection) throw new Error('the product runs without its database')
  const { db, pool, close } = openDatabase<Tables>({ connection, log: console })
  const products = await db
    .selectFrom('product')
    .select(['slug', 'trace_code'])
    .where('in_register', '=', true)
    .orderBy('id')
    .limit(150)
    .execute()
  return {
    slugs: products.map(({ slug }) => slug),
    codes: products.map(({ trace_code }) => trace_code),
    /** Something changes that every public page shows: from here on each is rendered anew. */
    touch: () => pool.query('update product set version = version where id = (select id from product limit 1)'),
    close,
  }
}

type Costs = {
  port: number
  pid: number
  paths: readonly string[]
  goal: number
  headers: Record<string, string>
  /** Done before each round. */
  before(): Promise<unknown>
}

/** The CPU time of the process for a page that it has not in memory, in rounds; the baseline is the goal, which no other software sets. */
async function renderingCost(what: string, { port, pid, paths, goal, headers, before: begin }: Costs): Promise<Measurement> {
  const figures: number[] = []
  for (let round = -1; round < 5; round++) {
    await begin()
    await delay(300)
    const before = await cpuOf(pid)
    for (const path of paths) await ask(port, path, headers)
    const each = ((await cpuOf(pid)) - before) / paths.length
    // The first round warms up.
    if (round >= 0) figures.push(each)
  }
  return { what, figure: median(figures), unit: 'ms', baseline: { what: 'goal of the issue', figure: goal }, better: 'less', goal: 1 }
}

/** The cookies of an account of the demonstration, as its browser would send them. */
async function signedIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, accept: 'text/html' },
    body: new URLSearchParams({ email, password: 'dacsan-demo' }),
  })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
  if (cookies.length === 0) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}

async function ask(port: number, path: string, headers: Record<string, string>): Promise<void> {
  const request = get({ port, host: 'localhost', path, headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`${path} was answered with ${response.statusCode}`)
  await once(response.resume(), 'end')
}

/** What Linux counted for a process and its threads so far (proc(5), utime and stime; a tick is 10 ms). */
async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
