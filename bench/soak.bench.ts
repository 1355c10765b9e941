import { readFile, readdir } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { aFreshProduct } from '../e2e/start-product.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { median, quantile } from './statistics.ts'

/** So many minutes, and so many questions a second. */
const minutes = Number(process.env['SOAK_MINUTES'] ?? 7)
const perSecond = Number(process.env['SOAK_RATE'] ?? 25)
/** What the runbook promises of the server's own process, as it is enforced there (docs/runbook.md, Memory). */
const ceiling = 900

const publicPaths = ['/', '/san-pham', '/san-pham?q=dua', '/san-pham?q=ca+kho', '/api/v1/products', '/sitemap.xml', '/tin-tuc']
const people = ['chuthe@demo.vn', 'chuyenvien@demo.vn', 'lanhdao@demo.vn', 'thuky@demo.vn', 'quantri@demo.vn']

type Answer = { status: number; ms: number; body: string; cookies: string[] }
type Sample = {
  at: number
  rss: number
  children: number
  database: number
  handles: number
  heap: number
  external: number
  delay: number
}

export default {
  summary: `mixed load for ${minutes} minutes (SOAK_MINUTES), ${perSecond} questions a second: memory, handles, turns of the event loop, errors`,
  async run() {
    const product = await aFreshProduct('demo')
    const agent = new Agent({ keepAlive: true, maxSockets: 64 })
    try {
      // As `npm start` starts it.
      process.env['NODE_OPTIONS'] = '--max-old-space-size=768'
      const server = await product.start()
      const ask = (path: string, cookie = '', form?: string) => answerOf(agent, product, path, cookie, form)
      const visits = await everyPath(ask)
      process.stderr.write(`bench: soak: ${visits.length} addresses\n`)
      const [times, samples] = [[] as number[], [] as Sample[]]
      let [errors, answers] = [0, 0]
      const begun = performance.now()
      const end = begun + minutes * 60_000
      let nextSample = begun
      const open = new Set<Promise<void>>()
      for (let n = 0; performance.now() < end; n++) {
        const { path, cookie } = visits[Math.floor(random(n) * visits.length)]!
        const asked = (async () => {
          const answer = await ask(path, cookie).catch(() => null)
          // What was shed is told, and no error.
          if (!answer || (answer.status >= 500 && answer.status !== 503)) errors++
          if (!answer) return
          answers++
          times.push(answer.ms)
        })()
        open.add(asked)
        void asked.then(() => open.delete(asked))
        if (performance.now() >= nextSample) {
          nextSample += Math.min(15_000, (minutes * 60_000) / 24)
          samples.push(await sample(server.pid!, performance.now() - begun, ask))
          const { rss, children, database, handles, heap, external, delay: turn } = samples.at(-1)!
          process.stderr.write(
            `bench: soak: ${Math.round((performance.now() - begun) / 1000)} s: server ${rss} MB (heap ${heap}, external ${external}), papers ${children} MB, database ${database} MB, ${handles} handles, longest turn ${turn} ms, ${answers} answers, ${errors} errors\n`,
          )
        }
        await delay(Math.max(0, begun + ((n + 1) * 1000) / perSecond - performance.now()))
      }
      await Promise.all(open)
      return figures(samples, times, { errors, answers })
    } finally {
      agent.destroy()
      await product.remove()
    }
  },
} satisfies Benchmark

function figures(
  samples: readonly Sample[],
  times: readonly number[],
  { errors, answers }: { errors: number; answers: number },
): Measurement[] {
  const [first, second] = [samples.slice(samples.length / 4, samples.length / 2), samples.slice((samples.length * 3) / 4)]
  const growth = median(second.map(({ rss }) => rss)) / median(first.map(({ rss }) => rss))
  const most = Math.max(...samples.map(({ rss }) => rss))
  return [
    {
      what: 'soak: most memory of the server’s process',
      figure: most,
      unit: 'MB',
      baseline: { what: 'the ceiling of the runbook', figure: ceiling },
      better: 'less',
      goal: 1,
    },
    {
      what: 'soak: memory of the last quarter beside the second',
      figure: growth,
      unit: '×',
      baseline: { what: 'growth of 5 %', figure: 1.05 },
      better: 'less',
      goal: 1,
    },
    {
      what: 'soak: errors in a thousand answers',
      figure: Math.max((errors / answers) * 1000, 0.001),
      unit: '‰',
      baseline: { what: 'C70', figure: 1 },
      better: 'less',
      goal: 1,
    },
    {
      what: 'soak: answers, p95',
      figure: quantile(times, 0.95),
      unit: 'ms',
      baseline: { what: 'their median', figure: median(times) },
      better: 'less',
    },
  ]
}

/** The same visits in every run. */
const random = (n: number) => ((Math.imul(n + 1, 2654435761) >>> 0) % 1_000_003) / 1_000_003

/** Public pages, and what lies behind the desks of some people, found by their links. */
async function everyPath(
  ask: (path: string, cookie?: string, form?: string) => Promise<Answer>,
): Promise<{ path: string; cookie: string }[]> {
  const found: { path: string; cookie: string }[] = []
  const crawl = async (from: readonly string[], cookie: string, within: RegExp, most: number) => {
    const seen = new Set(from)
    for (const path of seen) {
      if (seen.size >= most * 2) break
      const { status, body } = await ask(path, cookie)
      if (status !== 200) continue
      for (const [, link = ''] of body.matchAll(/href="([^"#]+)/g)) {
        const plain = link.replaceAll('&amp;', '&')
        if (within.test(plain) && !/dang-xuat|_app|\.css/.test(plain)) seen.add(plain)
      }
      found.push({ path, cookie })
      if (found.filter((one) => one.cookie === cookie).length >= most) break
    }
  }
  await crawl(publicPaths, '', /^\/(san-pham|chu-the|t\/|chung-nhan|en|tin-tuc|anh)/, 200)
  for (const email of people) {
    const { status, cookies } = await ask('/dang-nhap', '', `email=${encodeURIComponent(email)}&password=dacsan-demo`)
    const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ')
    if (status === 303) await crawl(['/van-phong'], cookie, /^\/van-phong/, 60)
  }
  return found
}

function answerOf(
  agent: Agent,
  { port, url }: { port: number; url: string },
  path: string,
  cookie: string,
  form?: string,
): Promise<Answer> {
  const begun = performance.now()
  const headers = {
    accept: 'text/html',
    ...(cookie && { cookie }),
    ...(form !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(form),
      origin: url,
    }),
  }
  return new Promise((resolve, reject) => {
    const asking = request({
      agent,
      port,
      host: '127.0.0.1',
      path,
      headers: { host: `localhost:${port}`, ...headers },
      method: form === undefined ? 'GET' : 'POST',
    })
    asking.once('error', reject).once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          ms: performance.now() - begun,
          body: Buffer.concat(parts).toString(),
          cookies: response.headers['set-cookie'] ?? [],
        }),
      )
    })
    asking.end(form)
  })
}

async function sample(pid: number, at: number, ask: (path: string) => Promise<Answer>): Promise<Sample> {
  const { body } = await ask('/metrics')
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1] ?? Number.NaN)
  const below = await descendants(pid)
  const [papers, database] = [below.filter(({ name }) => !name.includes('postgres')), below.filter(({ name }) => name.includes('postgres'))]
  const handles = await readdir(`/proc/${pid}/fd`).catch(() => [])
  return {
    at,
    rss: await memoryOf(pid, 'Rss'),
    children: await sum(papers.map((child) => memoryOf(child.pid, 'Rss'))),
    database: await sum(database.map((child) => memoryOf(child.pid, 'Pss'))),
    handles: handles.length,
    heap: Math.round(figure('nodejs_heap_size_used_bytes') / 1e6),
    external: Math.round(figure('nodejs_external_memory_bytes') / 1e6),
    delay: Math.round(figure('nodejs_eventloop_lag_max_seconds') * 1000),
  }
}

const sum = async (values: Promise<number>[]) => (await Promise.all(values)).reduce((total, value) => total + value, 0)

/** In MB; of pages that several processes share, each has its part where `Pss` is asked for. */
async function memoryOf(pid: number, what: 'Rss' | 'Pss'): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Math.round(Number(new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024)
}

async function descendants(root: number): Promise<{ pid: number; name: string }[]> {
  const parents = new Map<number, { parent: number; name: string }>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const [, program = '', parent] = /\((.*)\) \S (\d+)/.exec(text) ?? []
    if (parent !== undefined) parents.set(Number(name), { parent: Number(parent), name: program })
  }
  const isBelow = (pid: number): boolean => {
    for (let at = parents.get(pid)?.parent; at; at = parents.get(at)?.parent) if (at === root) return true
    return false
  }
  return [...parents].filter(([pid]) => isBelow(pid)).map(([pid, { name }]) => ({ pid, name }))
}
