import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction } from '@dacsan/platform/context'
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { startPostgres } from '@dacsan/platform/postgres-server'
import type { PostgresConnection } from '@dacsan/platform/postgres-server'
import type { DB as Tables } from '../modules/database.tables.ts'
import { aPartner } from '../modules/epcis-repository/fixtures.ts'
import { captureDocument } from '../modules/epcis-repository/index.ts'
import { createOrganisation, system } from '../modules/identity/index.ts'
import type { Benchmark } from './benchmark.ts'
import { documentFrom } from './epcis-document.ts'
import { eventsOfChain, fillChains } from './fill-chains.ts'
import { perSecond } from './rate.ts'

const among = Number(process.env['CAPTURE_AMONG'] ?? 100_000)
const clients = 4
const eventsInDocument = 100
const waysAtOnce = { turns: 15, seconds: 2 }

export default {
  summary: `documents of ${eventsInDocument} EPCIS events captured by ${clients} clients among ${among} events (CAPTURE_AMONG), beside the same in an empty repository, medians of alternating rounds`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
    const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
    const closing: (() => Promise<void>)[] = []
    try {
      const empty = await aRepository(server.connection, dataDir)
      closing.push(empty.close)
      await empty.pool.query('create database filled')
      const filled = await aRepository({ ...server.connection, database: 'filled' }, dataDir)
      closing.push(filled.close)
      const began = performance.now()
      const { id } = await inTransaction(filled.ctx, (tx) =>
        createOrganisation(tx, filled.ctx, { code: 'chuoi', name: 'Chuỗi', kind: 'partner' }),
      )
      await fillChains(filled.db, id, Math.ceil(among / eventsOfChain))
      const { rows } = await filled.pool.query<{ count: string; size: string }>(
        `select (select count(*) from epcis_event) as count, pg_size_pretty(pg_database_size('filled')) as size`,
      )
      console.error(`${rows[0]!.count} events lie there (${rows[0]!.size}), made in ${Math.round((performance.now() - began) / 1000)} s`)
      const times = clients * eventsInDocument
      const [ours, base] = await perSecond(
        [
          { run: filled.capture, times },
          { run: empty.capture, times },
        ],
        waysAtOnce,
      )
      const baseline = { what: 'the same in an empty repository', figure: base }
      return [{ what: `Events captured among ${among}`, figure: ours, unit: 'events/s', baseline, better: 'more', goal: 0.9 }]
    } finally {
      for (const close of closing) await close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

/** A repository of its own, into which each client puts one document that nobody told before. */
async function aRepository(connection: PostgresConnection, dataDir: string) {
  const { db, pool, close } = openDatabase<Tables>({ connection, log: console })
  await migrate(pool, await readMigrations())
  const files = openFileStore({ dataDir })
  const as = { db, files, now: new Date(), newId, origin: 'https://ocop.example' }
  const partner = await aPartner((actor) => ({ ...as, actor }), 'kho')
  let made = 0
  const one = async () => {
    made += eventsInDocument
    const content = documentFrom(made - eventsInDocument, eventsInDocument)
    const taken = await captureDocument(partner, { content, media: 'application/json', behaviour: 'rollback' })
    if (!taken.ok) throw new Error(taken.refusal.code)
  }
  return {
    db,
    pool,
    close,
    ctx: { ...as, actor: system('bench') },
    capture: () => Promise.all(Array.from({ length: clients }, one)),
  }
}
