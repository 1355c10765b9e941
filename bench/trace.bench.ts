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
import { median } from './statistics.ts'

const events = Number(process.env['TRACE_EVENTS'] ?? 100_000)
/** Each chain: picked, three makings, packed into a case on a pallet in a container, and five times seen or sold on the way. */
const eventsOfChain = 12
const hops = 6
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
      await fill(db, organisationId, chains)
      console.error(`${chains * eventsOfChain} events were made in ${Math.round((performance.now() - began) / 1000)} s`)
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

const kinds = ['field', 'nuts', 'syrup', 'sweets', 'case', 'pallet', 'container'] as const
const perParent: Partial<Record<(typeof kinds)[number], number>> = { pallet: 10, container: 100 }
const thing = (kind: (typeof kinds)[number], chain: number) => `urn:x:${kind}-${Math.ceil(chain / (perParent[kind] ?? 1))}`
const stepsOf = (chain: number) =>
  kinds.slice(0, hops).map((kind) => ({ thing: thing(kind, chain), role: kinds.indexOf(kind) < 3 ? 'input' : 'child' }))

const selectStep = (db: ReadDb, step: { thing: string; role: string }) =>
  sql`
    select event.seq, event.document from epcis_event_thing as named join epcis_event as event on event.seq = named.seq
    where named.partner_id = 1 and named.thing = ${step.thing} and named.role = ${step.role}`.execute(db)

/** Chains of supply, made by the database itself: so many events are not to be judged one by one. */
async function fill(db: Parameters<typeof inTransaction<Tables, void>>[0]['db'], organisationId: string, chains: number): Promise<void> {
  await sql`select epcis_own_partner(${organisationId})`.execute(db)
  const name = (kind: (typeof kinds)[number]) =>
    sql`'urn:x:' || ${sql.lit(kind)} || '-' || ceil(chain / ${sql.lit(perParent[kind] ?? 1)}::numeric)`
  const making = (from: (typeof kinds)[number], to: (typeof kinds)[number]) =>
    sql`('TransformationEvent', null, array['input', 'output'], array[${name(from)}, ${name(to)}], true)`
  const packing = (child: (typeof kinds)[number], parent: (typeof kinds)[number]) =>
    sql`('AggregationEvent', 'ADD', array['child', 'parent'], array[${name(child)}, ${name(parent)}], chain % ${sql.lit(perParent[child] ?? 1)} = 0)`
  const seen = (kind: (typeof kinds)[number]) => sql`('ObjectEvent', 'OBSERVE', array['epc'], array[${name(kind)}], true)`
  const steps = [
    seen('field'),
    making('field', 'nuts'),
    making('nuts', 'syrup'),
    making('syrup', 'sweets'),
    packing('sweets', 'case'),
    packing('case', 'pallet'),
    packing('pallet', 'container'),
    seen('nuts'),
    seen('sweets'),
    seen('sweets'),
    seen('sweets'),
    seen('case'),
  ]
  const part = 20_000
  for (let from = 1; from <= chains; from += part)
    await sql`
      with made as materialized (
        select nextval('epcis_event_seq_seq') as seq, chain, step.*
        from generate_series(${from}::integer, least(${from}::integer + ${part}::integer - 1, ${chains}::integer)) as chain,
          lateral (values ${sql.join(steps)}) as step(type, action, roles, things, there)
        where there
      ), event as (
        insert into epcis_event (seq, partner_id, event_id, hash, record_time, event_time, type, action, document) overriding system value
        select seq, 1, 'urn:x:' || seq, '', now(), now() + seq * interval '1 millisecond', type, action,
          json_build_object(
            'type', type, 'eventID', 'urn:x:' || seq, 'action', action, 'eventTimeZoneOffset', '+07:00',
            'eventTime', to_char(now() + seq * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            case roles[1] when 'input' then 'inputEPCList' when 'child' then 'childEPCs' else 'epcList' end, array[things[1]],
            case roles[2] when 'output' then 'outputEPCList' when 'parent' then 'parentID' else 'x:none' end,
            case roles[2] when 'output' then to_json(things[2:2]) else to_json(things[2]) end
          )::text
        from made
      )
      insert into epcis_event_thing (seq, partner_id, role, thing)
      select seq, 1, named.role, named.thing from made, unnest(roles, things) as named(role, thing)`.execute(db)
  await sql`analyze epcis_event, epcis_event_thing, epcis_event_party, epcis_partner`.execute(db)
}
