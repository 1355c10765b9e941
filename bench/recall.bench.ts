import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { holdKeys, makeFirstKey } from '@dacsan/platform/locked-text'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { startPostgres } from '@dacsan/platform/postgres-server'
import { openSecret, readSecret } from '@dacsan/platform/secrets'
import type pg from 'pg'
import type { Ctx } from '../modules/context.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import type { Actor } from '../modules/identity/index.ts'
import { findAffected } from '../modules/recall/index.ts'
import { aShop, withLaw } from '../modules/shop/fixtures.ts'
import type { Benchmark } from './benchmark.ts'
import { quantile } from './statistics.ts'

const orders = 1_000_000
const ofOurLot = 2_000
const rounds = 30

export default {
  summary: `what a recall reaches, among ${orders.toLocaleString('en')} order lines of which ${ofOurLot} have the lot, beside its two index look-ups sent bare`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
    const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
    const { db, pool, close } = openDatabase<Tables>({ connection: server.connection, log: console })
    try {
      await migrate(pool, await readMigrations())
      holdKeys(db, (purpose) => readSecret(dataDir, purpose))
      await makeFirstKey(pool, (purpose: string) => openSecret(dataDir, purpose))
      const as = (actor: Actor): Ctx => ({
        db,
        files: openFileStore({ dataDir }),
        actor,
        now: new Date(),
        newId,
        origin: 'https://ocop.example',
      })
      await withLaw(as)
      const [shop, other] = [await aShop(as), await aShop(as)]
      await fillOrders(pool, [
        { ...shop, first: 0, count: ofOurLot },
        { ...other, first: ofOurLot, count: orders - ofOurLot },
      ])
      const ask = () => findAffected(as(shop.person), { q: shop.lotId })
      const found = await ask()
      if (found.orders !== ofOurLot) throw new Error(`found ${found.orders} orders of ${ofOurLot}`)
      const bare = async () => {
        await pool.query(`select order_line_id, quantity from reservation where lot_id = $1 and status in ('held', 'consumed')`, [
          shop.lotId,
        ])
        await pool.query('select on_hand, reserved from stock_balance where lot_id = $1', [shop.lotId])
      }
      const times = { ours: [] as number[], bare: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        times.ours.push(await millisecondsOf(ask))
        times.bare.push(await millisecondsOf(bare))
      }
      return [
        {
          what: `recall: lots, orders and buyers of a lot at ${orders.toLocaleString('en')} order lines, p95`,
          figure: quantile(times.ours, 0.95),
          unit: 'ms',
          baseline: { what: 'the bar of the contract', figure: 2_000 },
          better: 'less',
          goal: 1,
        },
        {
          what: 'recall: the same beside its two index look-ups, p95',
          figure: quantile(times.ours, 0.95),
          unit: 'ms',
          baseline: { what: 'its two index look-ups, bare', figure: quantile(times.bare, 0.95) },
          better: 'less',
        },
      ]
    } finally {
      await close()
      await server.stop()
      await rm(dataDir, { recursive: true })
    }
  },
} satisfies Benchmark

async function millisecondsOf(ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await ask()
  return performance.now() - began
}

type Filled = { producerId: string; productId: string; listingId: string; lotId: string; first: number; count: number }

/** One line and one hold each, as `placeOrder` leaves them once the goods were handed over; written in one go, which no command does. */
async function fillOrders(pool: pg.Pool, shops: readonly Filled[]): Promise<void> {
  for (const { producerId, productId, listingId, lotId, first, count } of shops) {
    const numbers = `generate_series(${first + 1}, ${first + count}) n`
    await pool.query(`insert into order_group (id, request_key, request_hash, buyer_name, buyer_phone, link_secret, created_at)
      select 'grp_' || n, 'key_' || n, '', 'Người mua', '0900000000', 's' || n, now() from ${numbers}`)
    await pool.query(
      `insert into shop_order (id, code, group_id, producer_id, payment_status, fulfilment_status, total_vnd, hold_until, snapshot, created_at)
      select 'ord_' || n, 'DS' || n, 'grp_' || n, $1, 'paid', 'handed-over', 85000, now(), '{}', now() from ${numbers}`,
      [producerId],
    )
    await pool.query(
      `insert into order_line (id, order_id, listing_id, product_id, product_name, unit, unit_price_vnd, quantity, line_total_vnd)
      select 'oln_' || n, 'ord_' || n, $1, $2, 'Mứt dừa sáp', 'hũ', 85000, 1, 85000 from ${numbers}`,
      [listingId, productId],
    )
    await pool.query(
      `insert into reservation (id, order_line_id, lot_id, quantity, status, expires_at)
      select 'rsv_' || n, 'oln_' || n, $1, 1, 'consumed', now() from ${numbers}`,
      [lotId],
    )
  }
  await pool.query('vacuum analyze order_group, shop_order, order_line, reservation')
}
