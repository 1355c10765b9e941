import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@dacsan/platform/database'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { startPostgres } from '@dacsan/platform/postgres-server'
import type pg from 'pg'
import type { Ctx } from '../modules/context.ts'
import type { DB as Tables } from '../modules/database.tables.ts'
import { aPartner } from '../modules/epcis-repository/fixtures.ts'
import { captureDocument } from '../modules/epcis-repository/index.ts'
import type { Benchmark } from './benchmark.ts'
import { documentFrom } from './epcis-document.ts'
import { median } from './statistics.ts'

const clients = 4
const rounds = 5
const seconds = 4
const eventsInDocument = 100

export default {
  summary: `documents of ${eventsInDocument} EPCIS events captured by ${clients} clients, beside the bare insert of the same rows, medians of alternating rounds`,
  async run() {
    const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-bench-'))
    await chmod(dataDir, 0o711) // where we are root, the database runs as somebody else
    const server = await startPostgres({ dataDir, log: { info() {}, warn: console.warn } })
    const { db, pool, close } = openDatabase<Tables>({ connection: server.connection, log: console })
    try {
      await migrate(pool, await readMigrations())
      const partner = await aPartner(
        (actor) => ({ db, files: openFileStore({ dataDir }), actor, now: new Date(), newId, origin: 'https://ocop.example' }),
        'kho',
      )
      const capture = async () => {
        const taken = await captureDocument(partner, { content: aDocument(), media: 'application/json', behaviour: 'rollback' })
        if (!taken.ok) throw new Error(taken.refusal.code)
      }
      await capture()
      const insertBare = await bareInsert(pool)
      const rates = { ours: [] as number[], bare: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        rates.ours.push(await eventsPerSecond(capture))
        rates.bare.push(await eventsPerSecond(insertBare))
      }
      const baseline = { what: 'the same rows by multi-row INSERT, nothing judged or hashed', figure: median(rates.bare) }
      const large = await captureLarge(partner)
      return [
        { what: 'Events captured', figure: median(rates.ours), unit: 'events/s', baseline, better: 'more', goal: 0.5 },
        {
          what: `Events of one document of ${large.megabytes} MB captured`,
          figure: large.rate,
          unit: 'events/s',
          baseline,
          better: 'more',
        },
        {
          what: 'Memory that it takes meanwhile',
          figure: large.grown,
          unit: 'MB',
          baseline: { what: 'the document', figure: large.megabytes },
          better: 'less',
        },
      ]
    } finally {
      await close()
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
} satisfies Benchmark

/** One document as a stream, by itself: how fast it is judged and stored, and how far the memory of this process grows. */
async function captureLarge(partner: Ctx) {
  const megabytes = 50
  const list = /(?<=eventList":\[).*(?=\])/s
  const [head, tail] = aDocument().split(list)
  const from = made
  let events = 0
  async function* content() {
    // Read twice, it says twice the same.
    made = from
    events = 0
    yield Buffer.from(head!)
    for (let bytes = 0; bytes < megabytes * 1024 * 1024;) {
      const piece = (events > 0 ? ',' : '') + list.exec(aDocument())![0]
      bytes += piece.length
      events += eventsInDocument
      yield Buffer.from(piece)
    }
    yield Buffer.from(tail!)
  }
  const before = process.memoryUsage.rss()
  let most = before
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
  const began = performance.now()
  const taken = await captureDocument(partner, { content, media: 'application/json', behaviour: 'rollback' })
  if (!taken.ok) throw new Error(taken.refusal.code)
  const { fault } = await taken.value.finished
  clearInterval(looking)
  if (fault) throw fault
  return { megabytes, rate: (events * 1000) / (performance.now() - began), grown: (most - before) / 1024 / 1024 }
}

let made = 0

/** The next document: none of its events was told before. */
function aDocument(): string {
  made += eventsInDocument
  return documentFrom(made - eventsInDocument, eventsInDocument)
}

/** Tables of the same shape, and one transaction that fills them with as many rows as a document does. */
async function bareInsert(pool: pg.Pool): Promise<() => Promise<void>> {
  await pool.query(
    `create table bare_event (like epcis_event including all); create table bare_thing (like epcis_event_thing including all);
     create table bare_party (like epcis_event_party including all)`,
  )
  await pool.query('create sequence bare_seq')
  const { rows: events } = await pool.query<Record<string, unknown>>('select * from epcis_event')
  const { rows: things } = await pool.query<Record<string, unknown>>('select * from epcis_event_thing')
  const { rows: parties } = await pool.query<Record<string, unknown>>('select * from epcis_event_party')
  const columns = Object.keys(events[0]!).filter((name) => name !== 'seq')
  const first = Math.min(...events.map(({ seq }) => Number(seq)))
  let names = 0
  return async () => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query<{ seq: string }>(`select nextval('bare_seq') as seq from generate_series(1, ${events.length})`)
      const seqs = rows.map(({ seq }) => Number(seq))
      names += 1
      await insert(
        client,
        'bare_event',
        ['seq', ...columns],
        events.map((event, at) => [
          seqs[at],
          ...columns.map((name) => (name === 'event_id' ? `${String(event[name])} ${names}` : event[name])),
        ]),
        'overriding system value',
      )
      for (const [table, named] of [['bare_thing', things] as const, ['bare_party', parties] as const])
        await insert(
          client,
          table,
          Object.keys(named[0]!),
          named.map((row) => Object.entries(row).map(([name, value]) => (name === 'seq' ? seqs[Number(value) - first] : value))),
        )
      await client.query('commit')
    } finally {
      client.release()
    }
  }
}

async function insert(
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  how = '',
): Promise<void> {
  const places = rows.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(',')})`)
  await client.query(`insert into ${table} (${columns.join(',')}) ${how} values ${places.join(',')}`, rows.flat())
}

async function eventsPerSecond(one: () => Promise<void>): Promise<number> {
  const end = performance.now() + seconds * 1000
  const begun = performance.now()
  let documents = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await one()
        documents += 1
      }
    }),
  )
  return (documents * eventsInDocument * 1000) / (performance.now() - begun)
}
