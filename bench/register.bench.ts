import { once } from 'node:events'
import { Agent, get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { openDatabase } from '@dacsan/platform/database'
import { findRunningPostgres } from '@dacsan/platform/postgres-server'
import { stripAccents } from '@dacsan/vietnam'
import { aFreshProduct } from '../e2e/start-product.ts'
import { listRegister } from '../modules/catalogue/index.ts'
import type { ShelfPrice } from '../modules/catalogue/index.ts'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Benchmark, Measurement } from './benchmark.ts'
import { quantile } from './statistics.ts'
import { fillRegister } from './fill-register.ts'
import type { Named } from './fill-register.ts'

export default {
  summary: 'searching a register of 17,000 products, one question after the other, beside its one statement that finds the page, sent bare',
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
        const bare = bareStatements(pool)
        return [
          await beside('register: listRegister with words, p95', wordsOf(named), list, bare),
          await beside('register: listRegister mistyped, p95', mistyped(named), list, bare),
          await beside('register: page /san-pham?q=…, p95', wordsOf(named), askPage, bare),
          await beside('finding: three facets, prices and their counts, p95', facetsOf(named), facetted(db), unfacetted(db)),
          await beside('finding: other names of goods (coconut, ដូង, …), p95', otherNames, list, bare),
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

/** The same questions with three facets and an order by price, over a shelf of 600 products. */
function facetsOf(named: readonly Named[]): string[] {
  return named.map(({ name }) => stripAccents(name).split(' ')[0]!)
}

const otherNames = ['coconut', 'dried shrimp', 'rice', 'fish sauce', 'makapuno', 'coconut candy', 'ដូង', 'អំបុក', 'បង្គាក្រៀម']

const shelfOf = async (db: Kysely<Tables>): Promise<ShelfPrice[]> => {
  const ids = await db.selectFrom('product').select('id').where('in_register', '=', true).orderBy('id').limit(600).execute()
  return ids.map(({ id: productId }, n) => ({
    productId,
    priceVnd: 20_000 + n * 1000,
    perWholeVnd: 100_000 + n * 1000,
    needsCold: n % 5 === 0,
  }))
}

function facetted(db: Kysely<Tables>): (q: string) => Promise<void> {
  const shelf = shelfOf(db)
  return async (q) => {
    const prices = await shelf
    const onSale = prices.map(({ productId }) => productId)
    await listRegister(
      { db, now: new Date() },
      { q, aisle: 'food', stars: '3', producerKind: 'company', sort: 'price' },
      { onSale, prices },
    )
  }
}

/** The baseline of a search with facets is the same search without them. */
const unfacetted = (db: Kysely<Tables>) => ({
  what: 'the same words without facets',
  prepare: async () => {},
  ask: async (q: string) => void (await listRegister({ db, now: new Date() }, { q })),
})

/** Two words and one more that lost its first letter and its last. */
function mistyped(named: readonly Named[]): string[] {
  return named.flatMap(({ name }) => {
    const [first, second, third] = stripAccents(name).split(' ')
    return third !== undefined && third.length > 3 ? [`${first} ${second} ${third.slice(1, -1)}x`] : []
  })
}

/**
 * Of a question the statement that finds the page of its matches in their order, as the driver has it: what no search can do without. Which that is, is
 * read off what the search itself asks.
 */
function bareStatements(pool: pg.Pool) {
  const known = new Map<string, { sql: string; parameters: readonly unknown[] }>()
  let last: { sql: string; parameters: readonly unknown[] } | undefined
  const spied = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      if (query.sql.includes(' limit ')) last = query
    },
  })
  return {
    what: 'its statement for the page, bare',
    prepare: async (q: string) => {
      if (known.has(q)) return
      await listRegister({ db: spied, now: new Date() }, { q })
      known.set(q, last!)
    },
    ask: async (q: string) => {
      const { sql, parameters } = known.get(q)!
      await pool.query(sql, [...parameters])
    },
  }
}

const warmUp = 30
const [least, seconds] = [200, 10]

async function beside(
  what: string,
  questions: readonly string[],
  ours: (q: string) => Promise<unknown>,
  theirs: { what: string; prepare: (q: string) => Promise<void>; ask: (q: string) => Promise<unknown> },
): Promise<Measurement> {
  const took = { ours: [] as number[], theirs: [] as number[] }
  const time = async (ask: (q: string) => Promise<unknown>, q: string) => {
    const begun = performance.now()
    await ask(q)
    return performance.now() - begun
  }
  const end = performance.now() + seconds * 1000
  for (let n = 0; n < warmUp + least || performance.now() < end; n++) {
    const q = questions[n % questions.length]!
    await theirs.prepare(q)
    const [own, other] = [await time(ours, q), await time(theirs.ask, q)]
    if (n < warmUp) continue
    took.ours.push(own)
    took.theirs.push(other)
  }
  const baseline = { what: theirs.what, figure: quantile(took.theirs, 0.95) }
  return { what, figure: quantile(took.ours, 0.95), unit: 'ms', baseline, better: 'less', goal: 0.33 }
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
