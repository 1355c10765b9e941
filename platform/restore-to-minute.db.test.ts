import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { archiveMinute, listBases, minutesIn } from './minute-archive.ts'
import { type PostgresServer, finishRecovery, startPostgres } from './postgres-server.ts'
import { restoreToMinute } from './restore-to-minute.ts'
import { makeRunningRole, runningRole } from './running-role.ts'

const folder = await mkdtemp(join(tmpdir(), 'dacsan-back-'))
await chmod(folder, 0o711) // where we are root, the database runs as somebody else
const servers: PostgresServer[] = []
afterAll(async () => {
  for (const server of servers) await server.stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})
const [source, backups] = [join(folder, 'source'), join(folder, 'backups')]
const log = { info: () => {}, warn: () => {} }

async function open(dataDir: string, archive: boolean) {
  const server = await startPostgres({ dataDir, log, archive })
  servers.push(server)
  return openDatabase({ connection: server.connection, log: createLog('silent') })
}

/** Both books of the same payments: whoever sees half a payment sees that they differ. */
const books = `select (select count(*)::int from payment) as payments, (select coalesce(sum(vnd), 0)::int from payment) as paid,
  (select sum(vnd)::int from purse) as "inPurses", (select count(*)::int from purse) as purses`
type Books = { payments: number; paid: number; inPurses: number; purses: number }
const read = async (asking: Pick<pg.Pool, 'query'>) => (await asking.query<Books>(books)).rows[0]!

test(
  'C56: a base copy that was made while people write leads, with the log since then, to exactly the commits of a moment',
  { timeout: 300_000 },
  async () => {
    await mkdir(backups)
    const { pool, close } = await open(source, true)
    await makeRunningRole(pool, { login: true })
    await migrate(pool, await readMigrations(), runningRole)
    await pool.query(`create table purse as select n as id, 0 as vnd, repeat('x', 300) as label from generate_series(1, 20000) n;
    alter table purse add primary key (id); create table payment (id bigserial primary key, purse int, vnd int)`)
    const writing = new AbortController()
    const write = async (own: number) => {
      for (let n = own; !writing.signal.aborted; n += 7919) {
        const payment = [(n % 20000) + 1, (n % 9) + 1]
        await pool.query(`with paid as (insert into payment (purse, vnd) values (${payment.join()}) returning *)
        update purse set vnd = purse.vnd + paid.vnd from paid where purse.id = paid.purse`)
      }
    }
    const writers = [1, 2, 3].map(write)
    const place = { pool, dataDir: source, folder: backups, recipients: [] }
    const first = await archiveMinute(place)
    expect(first).toMatchObject({ bytes: expect.any(Number) })
    expect((await read(pool)).payments).toBeGreaterThan(0)

    // Nobody commits while the moment passes.
    const still = await pool.connect()
    await still.query('begin; lock table payment in exclusive mode')
    const then = await read(still)
    const { at } = (await still.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]!
    await delay(20)
    await still.query('commit')
    still.release()

    for (let before = then.payments; (await read(pool)).payments < before + 50;) await delay(20)
    writing.abort()
    await Promise.all(writers)
    const last = await read(pool)
    expect(await archiveMinute(place)).toMatchObject({ line: first!.line, bytes: null })
    expect(await listBases(join(minutesIn(backups), first!.line))).toHaveLength(1)
    await close()

    for (const [name, moment, expected] of [
      ['moment', at, then],
      ['latest', null, last],
    ] as const) {
      const dataDir = join(folder, name)
      expect(await restoreToMinute({ folder: backups, dataDir, at: moment, identities: [], log })).toEqual({
        line: first!.line,
        missingFiles: [],
      })
      await finishRecovery(dataDir)
      const restored = await open(dataDir, false)
      expect(await read(restored.pool)).toEqual(expected)
      expect(expected.paid).toBe(expected.inPurses)
      await restored.pool.query('reindex table purse')
      await restored.close()
    }
    expect(last.payments).toBeGreaterThan(then.payments)
  },
)
