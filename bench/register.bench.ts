import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { openDatabase } from '@dacsan/platform/database'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { stripAccents } from '@dacsan/vietnam'
import { aFreshProduct } from '../e2e/start-product.ts'
import { listRegister } from '../modules/catalogue/index.ts'
import { searchWords } from '@dacsan/vietnam'
import { prefixQuery } from '../modules/catalogue/search-text.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { quantile } from './statistics.ts'
import { fillRegister } from './ten-thousand-products.ts'
import type { Named } from './ten-thousand-products.ts'

const bareWords = `select count(*) from product where in_register and search_words @@ to_tsquery('simple', $1)`
const bareLikeness = `select count(*) from product where in_register and $1 <% search_text`

export default {
  summary:
    'searching a register of 10,000 products, one question after the other, beside the bare count of the same words by the same index',
  async run() {
    const product = await aFreshProduct('reference')
    try {
      await product.start()
      const connection = await findRunningPostgres(product.dataDir)
      if (!connection) throw new Error('the product runs without its database')
      const { db, pool, close } = openDatabase<Tables>({ connection, log: console })
      try {
        const named = await fillRegister(db)
        await pool.query('vacuum analyze product, producer')
        const list = async (q: string) => void (await listRegister({ db, now: new Date() }, { q }))
        const askPage = pageAsker(product.port)
        const byWords = { what: 'count(*) of the words, bare SQL', ask: (q: string) => pool.query(bareWords, [prefixQuery(q)]) }
        const byLikeness = {
          what: 'count(*) by likeness, bare SQL',
          ask: (q: string) => pool.query(bareLikeness, [searchWords(q).join(' ')]),
        }
        return [
          await beside('register: listRegister with words, p95', wordsOf(named), list, byWords),
          await beside('register: listRegister mistyped, p95', mistyped(named), list, byLikeness),
          await beside('register: page /san-pham?q=…, p95', wordsOf(named), askPage, byWords),
        ]
      } finally {
        await close()
      }
    } finally {
      await product.remove()
    }
  },
} satisfies Benchmark

/** What people type: all of a name without its accents, two words of it with them, and the same broken off; of every product in turn. */
function wordsOf(named: readonly Named[]): string[] {
  return named.map(({ name }, at) => {
    const two = name.split(' ').slice(0, 2).join(' ')
    return [stripAccents(name), two, two.slice(0, -1)][at % 3]!
  })
}

/** Two words and one more that lost its first letter and its last. */
function mistyped(named: readonly Named[]): string[] {
  return named.flatMap(({ name }) => {
    const [first, second, third] = stripAccents(name).split(' ')
    return third !== undefined && third.length > 3 ? [`${first} ${second} ${third.slice(1, -1)}x`] : []
  })
}

const warmUp = 30
const seconds = 10

async function beside(
  what: string,
  questions: readonly string[],
  ours: (q: string) => Promise<unknown>,
  theirs: { what: string; ask: (q: string) => Promise<unknown> },
): Promise<Measurement> {
  const took = { ours: [] as number[], theirs: [] as number[] }
  const time = async (ask: (q: string) => Promise<unknown>, q: string) => {
    const begun = performance.now()
    await ask(q)
    return performance.now() - begun
  }
  const end = performance.now() + seconds * 1000
  for (let n = 0; performance.now() < end; n++) {
    const q = questions[n % questions.length]!
    const [own, other] = [await time(ours, q), await time(theirs.ask, q)]
    if (n < warmUp) continue
    took.ours.push(own)
    took.theirs.push(other)
  }
  const baseline = { what: theirs.what, figure: quantile(took.theirs, 0.95) }
  return { what, figure: quantile(took.ours, 0.95), unit: 'ms', baseline, better: 'less' }
}

/** Asks for the page as a browser does, to its last byte. */
function pageAsker(port: number): (q: string) => Promise<void> {
  const agent = new Agent({ keepAlive: true })
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip, br' }
  return async (q) => {
    const request = get({ port, host: '127.0.0.1', path: `/san-pham?q=${encodeURIComponent(q)}`, agent, headers })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    if (response.statusCode !== 200) throw new Error(`the page of ${q} was answered with ${response.statusCode}`)
    await once(response.resume(), 'end')
  }
}
