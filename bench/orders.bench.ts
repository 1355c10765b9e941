import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepUntilChanged, watchChanges } from '@dacsan/platform/changes'
import { openDatabase } from '@dacsan/platform/database'
import { holdKeys, makeFirstKey } from '@dacsan/platform/locked-text'
import { openSecret, readSecret } from '@dacsan/platform/secrets'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { startPostgres } from '@dacsan/platform/postgres-server'
import pg from 'pg'
import type { Ctx } from '../modules/context.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import { visitor } from '../modules/identity/index.ts'
import type { Actor } from '../modules/identity/index.ts'
import { aListing, aShop, anOrderForm, stockMustBeIntact, mustBe, withLaw } from '../modules/shop/fixtures.ts'
import { placeOrder } from '../modules/shop/index.ts'
import type { ListingId } from '../modules/shop/rules.ts'
import { bareTables, rowsOfOrder } from './bare-order.ts'
import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'

const clients = 32
const rounds = 3
const seconds = 4
const plenty = 20_000 // more than the fastest machine sells in a round, half of it held unpaid
const scarce = 100

export default {
  summary: `orders placed by ${clients} clients on a database that syncs, beside the bare insert of the same rows, medians of alternating rounds`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
    const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
    const { db, pool, close } = openDatabase<Tables>({ connection: server.connection, log: console })
    try {
      await migrate(pool, await readMigrations())
      const openKey = (purpose: string) => openSecret(dataDir, purpose)
      holdKeys(db, (purpose) => readSecret(dataDir, purpose))
      await makeFirstKey(pool, openKey)
      const as = (actor: Actor): Ctx => ({
        db,
        files: openFileStore({ dataDir }),
        actor,
        now: new Date(),
        newId,
        origin: 'https://ocop.example',
      })
      await withLaw(as)
      // As the served product does: the law is in memory until it changes.
      const changes = watchChanges(pool.options, { warn: console.warn, info() {} })
      keepUntilChanged(db, changes)
      const shop = await aShop(as, { stock: plenty })
      const buy = async (listingId: ListingId) => placeOrder(as(visitor), anOrderForm([{ listingId, quantity: 1 }]))
      const order = mustBe(await buy(shop.listingId))
      const bare = new pg.Pool({ ...server.connection, max: 10 }).on('error', () => {})
      const insertBare = await bareTables(bare, await rowsOfOrder(pool, order.orders[0]!.id))

      const spreadOver = await Promise.all(Array.from({ length: clients }, () => aListing(as, shop, { stock: plenty })))
      const rates = { hot: [] as number[], spread: [] as number[], bare: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        // A lot of its own each round: it must not run out.
        const hot = await aListing(as, shop, { stock: plenty })
        rates.hot.push(await rateOf(async () => void mustBe(await buy(hot.listingId))))
        rates.spread.push(await rateOf(async (client) => void mustBe(await buy(spreadOver[client]!.listingId))))
        rates.bare.push(await rateOf(insertBare))
      }
      await sellOut(await aListing(as, shop, { stock: scarce }), buy)
      await stockMustBeIntact(db)
      await Promise.all([changes.close(), bare.end()])

      const baseline = { what: 'the same rows, bare inserts, a transaction each', figure: median(rates.bare) }
      const shared = { unit: 'orders/s', baseline, better: 'more' } as const
      return [
        { what: `orders by ${clients} clients, all of one lot`, figure: median(rates.hot), ...shared },
        { what: `orders by ${clients} clients, each of a lot of its own`, figure: median(rates.spread), ...shared, goal: 0.4 },
      ]
    } finally {
      await close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

/** How often per second all clients together get their work done. */
async function rateOf(work: (client: number) => Promise<void>): Promise<number> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await work(client)
        done++
      }
    }),
  )
  return done / ((performance.now() - begun) / 1000)
}

/** More clients than goods: exactly the goods are sold, whoever comes after is refused. */
async function sellOut(
  { listingId }: { listingId: ListingId },
  buy: (listingId: ListingId) => ReturnType<typeof placeOrder>,
): Promise<void> {
  let sold = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while ((await buy(listingId)).ok) sold++
    }),
  )
  if (sold !== scarce) throw new Error(`${sold} of ${scarce} jars were sold`)
}
