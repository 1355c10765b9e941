import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { sharedStateDir } from './postgres-binaries.ts'
import {
  type PostgresConnection,
  type PostgresServer,
  findRunningPostgres,
  homeOf,
  stagedIn,
  startPostgres,
  tidyHome,
} from './postgres-server.ts'

const weAreRoot = process.getuid?.() === 0
const ordinaryUser = { uid: 65534, gid: 65534 }
/** Where the project lies in a folder of root's own, nobody else can run it at all. */
const othersMayRunIt = weAreRoot && spawnSync(process.execPath, ['--check', fileURLToPath(import.meta.url)], ordinaryUser).status === 0
const silent = { info: () => {}, warn: () => {} }
/** A server whose owner was killed writes for a moment more. */
const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
const cleanUp: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const clean of cleanUp.splice(0).toReversed()) await clean()
})

async function aFolder(...below: string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'dacsan-launcher-'))
  await chmod(root, 0o711)
  cleanUp.push(() => remove(root))
  return join(root, ...below)
}

async function start(dataDir: string): Promise<PostgresServer> {
  const server = await startPostgres({ dataDir, log: silent })
  cleanUp.push(() => server.stop())
  return server
}

/** A second process that runs the server. */
async function startElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}) {
  const script = fileURLToPath(new URL('fixtures/run-postgres.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataDir], { ...account, stdio: ['ignore', 'pipe', 'pipe'] })
  cleanUp.push(() => kill(child))
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), failure(child)])) as [string]
  return { child, connection: JSON.parse(line) as PostgresConnection }
}

async function failure(child: ChildProcess): Promise<never> {
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  await once(child, 'close')
  throw new Error(said)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function ask<Row extends object>(connection: PostgresConnection, query: string): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Row>(query)
  await client.end()
  return rows
}

async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; !(await what()); await delay(20)) {
    if (Date.now() > deadline) throw new Error('it never came to pass')
  }
}

describe('the embedded server', () => {
  test('the embedded server keeps data between starts, listens on no network and syncs to disk', async () => {
    const dataDir = await aFolder('data')
    const first = await start(dataDir)
    await ask(first.connection, 'create table jar as select 7 as stock')
    expect(
      await ask(first.connection, "select name, setting from pg_settings where name in ('listen_addresses', 'fsync') order by 1"),
    ).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
    ])
    await first.stop()
    const second = await start(dataDir)
    expect(await ask(second.connection, 'select stock from jar')).toEqual([{ stock: 7 }])
  })

  test.for([
    ['with spaces and accents', ['dữ liệu của tỉnh', "ngày 1's"]],
    ['longer than a socket path may be', ['x'.repeat(100), 'y'.repeat(100)]],
  ] as const)('the embedded server starts in a path %s', async ([, below]) => {
    const server = await start(await aFolder(...below))
    expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('the embedded server is reached by its URL as well', async () => {
    const server = await start(await aFolder('with space'))
    const client = new pg.Client(server.connectionString)
    await client.connect()
    expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'dacsan' }])
    await client.end()
  })

  test('the embedded server serves one process per folder: a second one is refused in one line', async () => {
    const dataDir = await aFolder('data')
    await start(dataDir)
    const refused = /^DATA_DIR \S+ is in use by another dacsan: .*\n?$/
    await expect(startPostgres({ dataDir, log: silent })).rejects.toThrow(refused)
    await expect(startElsewhere(dataDir)).rejects.toThrow(refused)
  })

  test('the journal of the embedded server is turned while it runs, and goes on in the same file', async () => {
    const dataDir = await aFolder('data')
    const { connection } = await start(dataDir)
    const home = await homeOf(dataDir)
    const journal = join(home, 'postgres.log')
    const complain = () => ask(connection, `do $$ begin raise warning '%', repeat('x', 50000); end $$`)
    await complain()
    await tidyHome(home, silent, { segments: 64, logBytes: 40_000 })
    expect((await stat(`${journal}.old`)).size).toBeGreaterThan(40_000)
    expect((await stat(journal)).size).toBe(0)
    await complain()
    expect((await readFile(journal, 'utf8')).slice(0, 200)).toMatch(/^[\x20-\x7e]+WARNING: {2}x+$/)
  })

  test('segments of the log that no archive takes are bounded, and those that it lacks least are dropped', async () => {
    const dataDir = await aFolder('data')
    const server = await startPostgres({ dataDir, log: silent, archive: true })
    cleanUp.push(() => server.stop())
    const staged = stagedIn(await homeOf(dataDir))
    const laidAside = async () => (await readdir(staged)).filter((name) => /^[0-9A-F]{24}$/.test(name)).toSorted()
    for (let n = 0; n < 3; n++) await ask(server.connection, `select pg_logical_emit_message(false, 'x', 'y'), pg_switch_wal()`)
    await until(async () => (await laidAside()).length >= 3)
    const [first, second] = await laidAside()
    const said: string[] = []
    await tidyHome(join(staged, '..'), { ...silent, warn: (message) => void said.push(message) }, { segments: 2, logBytes: 1e9 })
    expect(await laidAside()).toEqual([first, second])
    expect(said).toEqual([expect.stringMatching(/^the archive takes nothing: \d segments? of the database's log were dropped$/)])
  })

  test('the embedded server can be found by a command that works beside it, and only while it runs', async () => {
    const dataDir = await aFolder('data')
    const { child, connection } = await startElsewhere(dataDir)
    expect(await findRunningPostgres(dataDir)).toEqual(connection)
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect(await findRunningPostgres(dataDir)).toBeNull()
  })

  test('C5: the embedded server is restarted when it is killed, with every acknowledged row', async () => {
    const dataDir = await aFolder('data')
    const { connection } = await start(dataDir)
    await ask(connection, 'create table jar as select 7 as stock')
    const killed = await serverPid(dataDir)
    process.kill(killed, 'SIGKILL')
    await until(async () => (await ask(connection, 'select 1').catch(() => [])).length === 1)
    expect(await ask(connection, 'select stock from jar')).toEqual([{ stock: 7 }])
    expect(await serverPid(dataDir)).not.toBe(killed)
  })

  test('the embedded server ends when its owner is killed, and the next start has every acknowledged row', async () => {
    const dataDir = await aFolder('data')
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table jar as select 7 as stock')
    const pid = await serverPid(dataDir)
    await kill(child)
    const server = await start(dataDir)
    expect(await serverPid(dataDir)).not.toBe(pid)
    expect(await ask(server.connection, 'select stock from jar')).toEqual([{ stock: 7 }])
  })

  test('C5: the embedded server starts again after owner and server were killed in the middle of work', async () => {
    const dataDir = await aFolder('data')
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table jar as select 7 as stock')
    const busy = new pg.Client(connection)
    busy.on('error', () => {})
    await busy.connect()
    busy.query('select pg_sleep(60)').catch(() => {})
    const pid = await serverPid(dataDir)
    process.kill(pid, 'SIGSTOP') // so that it cannot notice the end of its owner
    await kill(child)
    process.kill(pid, 'SIGKILL')
    const server = await start(dataDir)
    expect(await ask(server.connection, 'select stock from jar')).toEqual([{ stock: 7 }])
  })

  test('the embedded server takes over from a server that outlived its owner', async () => {
    const dataDir = await aFolder('data')
    const { child, connection } = await startElsewhere(dataDir)
    await ask(connection, 'create table jar as select 7 as stock')
    const pid = await serverPid(dataDir)
    process.kill(pid, 'SIGSTOP')
    await kill(child)
    setTimeout(() => process.kill(pid, 'SIGCONT'), 500)
    const server = await start(dataDir)
    expect(await serverPid(dataDir)).not.toBe(pid)
    expect(await ask(server.connection, 'select stock from jar')).toEqual([{ stock: 7 }])
  })

  test('the embedded server starts although its old process id now belongs to another program', async () => {
    const dataDir = await aFolder('data')
    const first = await start(dataDir)
    const file = join(dataDir, 'postgres/cluster/postmaster.pid')
    const left = await readFile(file, 'utf8')
    await first.stop()
    const stranger = spawn('sleep', ['60'], weAreRoot ? ordinaryUser : {})
    cleanUp.push(() => kill(stranger))
    await writeFile(file, left.replace(/^\d+/, String(stranger.pid)))
    const second = await start(dataDir)
    expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBeNull()
  })

  test.runIf(othersMayRunIt)('the embedded server runs for an ordinary user', async () => {
    const dataDir = await aFolder('data')
    await mkdir(dataDir)
    await chown(dataDir, ordinaryUser.uid, ordinaryUser.gid)
    const { connection } = await startElsewhere(dataDir, ordinaryUser)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test.runIf(weAreRoot)('the embedded server can run beside a folder that only root may enter', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'dacsan-closed-'))
    cleanUp.push(() => remove(closed))
    const server = await start(join(closed, 'data'))
    const home = await realpath(join(closed, 'data/postgres'))
    cleanUp.unshift(() => remove(home))
    expect(home.startsWith(sharedStateDir)).toBe(true)
    expect(await ask(server.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})
