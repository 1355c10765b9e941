import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction } from '@dacsan/platform/context'
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { startPostgres } from '@dacsan/platform/postgres-server'
import { sql } from 'kysely'
import type { ReadDb } from '../modules/context.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import { traceThings } from '../modules/epcis-repository/index.ts'
import { createOrganisation, system } from '../modules/identity/index.ts'
import type { Benchmark } from './benchmark.ts'
import { eventsOfChain, fillChains, hops, stepsOf, thing } from './fill-chains.ts'
import { median } from './statistics.ts'

const events = Number(process.env['TRACE_EVENTS'] ?? 100_000)
const rounds = 5
const traces = 60

export default {
  summary: `a lot followed through ${hops} steps among ${events} events (TRACE_EVENTS), beside one look-up of each of its steps by its index, medians of alternating rounds`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
    const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
    const { db, pool, close } = openDatabase<Tables>({ connection: server.connection, log: console })
    try {
      await migrate(pool, await readMigrations())
      const origin = 'https://ocop.example'
      const ctx = { db, files: openFileStore({ dataDir }), actor: system('bench'), now: new Date(), newId, origin }
      const { id: organisationId } = await inTransaction(ctx, (tx) =>
        createOrganisation(tx, ctx, { code: 'kho', name: 'Kho', kind: 'partner' }),
      )
      const chains = Math.ceil(events / eventsOfChain)
      const began = performance.now()
      await fillChains(db, organisationId, chains)
      console.error(`${Math.round(chains * eventsOfChain)} events were made in ${Math.round((performance.now() - began) / 1000)} s`)
      const trace = async (chain: number) => {
        const { items } = await traceThings({ db, origin }, { organisationId, from: [thing('field', chain)], direction: 'forward' })
        if (items.length !== hops) throw new Error(`chain ${chain} led to ${items.join(' ')}`)
      }
      const lookUp = async (chain: number) => {
        for (const step of stepsOf(chain)) await selectStep(db, step)
      }
      const times = { trace: [] as number[], lookUp: [] as number[] }
      for (let round = 0; round <= rounds; round++) {
        const [ours, bare] = [await perChain(trace, chains), await perChain(lookUp, chains)]
        if (round === 0) continue // the caches are filled, the plans are made
        times.trace.push(ours)
        times.lookUp.push(bare)
      }
      const baseline = { what: `the event of each of the ${hops} steps by one index look-up`, figure: median(times.lookUp) }
      return [{ what: `Lot followed through ${hops} steps`, figure: median(times.trace), unit: 'ms', baseline, better: 'less', goal: 0.5 }]
    } finally {
      await close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

/** Spread over all chains, so that no two rounds find the same pages warm. */
let turn = 0
async function perChain(follow: (chain: number) => Promise<void>, chains: number): Promise<number> {
  const began = performance.now()
  for (let count = 0; count < traces; count++) await follow((((turn += 1) * 7_919) % chains) + 1)
  return (performance.now() - began) / traces
}

const selectStep = (db: ReadDb, step: { thing: string; role: string }) =>
  sql`
    select event.seq, event.document from epcis_event_thing as named join epcis_event as event on event.seq = named.seq
    where named.partner_id = 1 and named.thing = ${step.thing} and named.role = ${step.role}`.execute(db)
