import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import {
  chmod,
  chown,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { lockDataDir } from './data-lock.ts'
import { sync } from './durable.ts'
import { type Account, type PostgresBinaries, findPostgresBinaries, sharedStateDir } from './postgres-binaries.ts'
import { clearTheWay, readServerFile } from './postgres-orphan.ts'

/** How to reach a server through its Unix socket; `host` is the folder of the socket. */
export type PostgresConnection = { host: string; user: string; database: string }

export type PostgresServer = {
  connection: PostgresConnection
  /** The same as a URL, for programs that only take one. */
  connectionString: string
  /** Ends the server in good order; waits until it has ended. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  dataDir: string
  log: { info(message: string): void; warn(message: string): void }
  /** `false` only for throw-away test data: a power cut may then lose what was acknowledged. */
  durable?: boolean
  /** Lays every finished segment of its log aside, for the archive that leads back to a minute (minute-archive.ts). */
  archive?: boolean
  /** Opens a folder whose recovery is to be finished. */
  recovering?: boolean
}

const user = 'dacsan'
const database = 'dacsan'
const patience = 30_000

/**
 * Runs the real PostgreSQL from npm on `dataDir`, reachable only through a Unix socket, and keeps it running until `stop()`.
 * It ends with this process however this process ends; a server that was left behind is ended first and recovers by itself.
 * Throws when another process uses the folder.
 */
export async function startPostgres({
  dataDir,
  log,
  durable = true,
  archive = false,
  recovering = false,
}: PostgresOptions): Promise<PostgresServer> {
  await mkdir(dataDir, { recursive: true })
  if (!recovering) await refuseUnfinishedRecovery(dataDir)
  const lock = lockDataDir(dataDir, 1_000) // a process that was just killed may still be going
  if (!lock) throw new Error(`DATA_DIR ${resolve(dataDir)} is in use by another dacsan: stop that one, or choose another DATA_DIR`)
  try {
    // PostgreSQL refuses to run as root.
    const account: Account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const binaries = await findPostgresBinaries(account)
    const home = await openHome(dataDir, account)
    await clearTheWay(clusterIn(home), log)
    await createCluster(binaries, home, account, durable)
    const socketDir = await openSocketDir(home, account)
    const connection = { host: socketDir, user, database }
    const settings = archive ? await openStaged(home, account) : await closeStaged(home)
    const stopServer = await keepRunning({ binaries, home, socketDir, account, durable, log, settings })
    await createDatabase(connection)
    return {
      connection,
      connectionString: connectionUrl(connection),
      async stop() {
        await stopServer()
        if (!socketDir.startsWith(home)) await rm(socketDir, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** The server that another process runs on `dataDir`, or `null` when none is answering there. */
export async function findRunningPostgres(dataDir: string): Promise<PostgresConnection | null> {
  const server = await readServerFile(clusterIn(join(dataDir, 'postgres')))
  if (!server?.ready) return null
  const lock = lockDataDir(dataDir, 0)
  lock?.release()
  return lock ? null : { host: server.socketDir, user, database }
}

export function connectionUrl({ host, user, database }: PostgresConnection): string {
  return `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`
}

const clusterIn = (home: string) => join(home, 'cluster')

/** Where the cluster of a data folder and what belongs to it lie. */
export const homeOf = (dataDir: string): Promise<string> => realpath(join(dataDir, 'postgres'))
/** Where the server lays finished segments of its log aside. */
export const stagedIn = (home: string): string => join(home, 'staged')

/** What the server is told on its command line, beside what holds for every one. */
type Settings = Readonly<Record<string, string>>

/** The library copies a segment whole, with fsync, before the server may use its file again. It knows the folder from that of the cluster. */
async function openStaged(home: string, account: Account): Promise<Settings> {
  await mkdir(stagedIn(home), { recursive: true, mode: 0o700 })
  if (account.uid !== undefined) await chown(stagedIn(home), account.uid, account.gid ?? account.uid)
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    'basic_archive.archive_directory': '../staged',
    archive_timeout: '300', // where nobody asks for a segment, there is one every five minutes all the same
  }
}

async function closeStaged(home: string): Promise<Settings> {
  await rm(stagedIn(home), { recursive: true, force: true })
  return {}
}

/** How much of its log a server may lay aside while nobody takes it away (segments of 16 MB), and how long its journal of words grows. */
export const homeLimits = { segments: 64, logBytes: 10_000_000 } as const

/**
 * Bounds what grows beside a running server. Its journal is turned in place: the server keeps its end of it open. Segments that nobody takes away would
 * fill the disk of the database: those beyond the limit are dropped, and the archive begins anew with a base copy.
 */
export async function tidyHome(home: string, log: PostgresOptions['log'], limits: { segments: number; logBytes: number } = homeLimits) {
  const logFile = join(home, 'postgres.log')
  if (((await stat(logFile).catch(() => null))?.size ?? 0) > limits.logBytes) {
    await copyFile(logFile, `${logFile}.old`)
    await truncate(logFile)
  }
  const staged = (await readdir(stagedIn(home)).catch(() => [])).filter((name) => /^[0-9A-F]{24}$/.test(name)).toSorted()
  const dropped = staged.slice(limits.segments)
  for (const name of dropped) await rm(join(stagedIn(home), name), { force: true })
  if (dropped.length > 0) log.warn(`the archive takes nothing: ${dropped.length} segments of the database's log were dropped`)
}

async function openHome(dataDir: string, account: Account): Promise<string> {
  const place = join(resolve(dataDir), 'postgres')
  if (!(await lstat(place).catch(() => null))) await createHome(place, account)
  return realpath(place)
}

async function createHome(place: string, account: Account): Promise<void> {
  await mkdir(place, { mode: 0o700 })
  if (account.uid === undefined) return
  await chown(place, account.uid, account.gid ?? account.uid)
  if (canEnter(place, account)) return
  // A folder inside a closed one, such as /root: the account cannot get there, so the database lives beside it, and a link says where.
  await rm(place, { recursive: true })
  const elsewhere = join(sharedStateDir, randomBytes(8).toString('hex'))
  await mkdir(elsewhere, { recursive: true, mode: 0o755 })
  await chown(elsewhere, account.uid, account.gid ?? account.uid)
  await chmod(elsewhere, 0o700)
  await symlink(elsewhere, place)
}

const canEnter = (folder: string, account: Account) =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' }).status === 0

async function createCluster(binaries: PostgresBinaries, home: string, account: Account, durable: boolean): Promise<void> {
  const cluster = clusterIn(home)
  if (await stat(join(cluster, 'PG_VERSION')).catch(() => null)) return
  for (const name of await readdir(home)) if (name.startsWith('unfinished-')) await rm(join(home, name), { recursive: true, force: true })
  const unfinished = join(home, `unfinished-${randomBytes(4).toString('hex')}`)
  const locale = process.platform === 'darwin' ? ['--locale=en_US.UTF-8', '--lc-collate=C'] : ['--locale=C.UTF-8']
  const options = ['-D', unfinished, '-U', user, ...locale, '-E', 'UTF8', '-A', 'trust', ...(durable ? [] : ['--no-sync'])]
  const child = spawn(binaries.initdb, options, { ...account, cwd: home, env: serverEnvironment, stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`the database could not be created: ${complaint.trim()}`)
  await rename(unfinished, cluster)
}

// The longest socket path that every supported system takes is 103 bytes (macOS; Linux takes 107).
const longestSocketDir = 103 - '/.s.PGSQL.5432'.length

async function openSocketDir(home: string, account: Account): Promise<string> {
  const inside = join(home, 'socket')
  const fits = Buffer.byteLength(inside) <= longestSocketDir
  if (fits) await mkdir(inside, { recursive: true, mode: 0o700 })
  const short = Buffer.byteLength(tmpdir()) + '/dacsan-XXXXXX'.length <= longestSocketDir ? tmpdir() : '/tmp'
  const folder = fits ? inside : await mkdtemp(join(short, 'dacsan-'))
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid)
  return folder
}

const serverEnvironment = { PATH: process.env['PATH'], LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', TZ: 'UTC' }

type Running = {
  binaries: PostgresBinaries
  home: string
  socketDir: string
  account: Account
  durable: boolean
  log: PostgresOptions['log']
  settings: Settings
}

/** Starts the server, starts it again whenever it dies, and returns the way to end it. */
async function keepRunning(running: Running): Promise<() => Promise<void>> {
  let stopping = false
  let current = launch(running)
  /** A full disk, or whatever else keeps it from starting, may pass: it is tried until it comes back, with growing pauses. */
  const relaunch = async (): Promise<ChildProcess> => {
    for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
      try {
        return await launch(running)
      } catch (error) {
        running.log.warn(`the database server did not come back: ${String(error)}; trying again in ${pause / 1000} s`)
      }
      await delay(pause, undefined, { signal: ending.signal })
    }
  }
  const ending = new AbortController()
  const tidying = setInterval(() => {
    tidyHome(running.home, running.log).catch((error: unknown) => running.log.warn(`beside the database server: ${String(error)}`))
  }, 60_000).unref()
  const watch = (server: ChildProcess) =>
    server.once('exit', () => {
      if (stopping) return
      running.log.warn('the database server ended unexpectedly; starting it again')
      current = relaunch()
      current.then(watch, () => {}) // refused only by `stop()`
    })
  watch(await current)

  return async () => {
    stopping = true
    ending.abort()
    clearInterval(tidying)
    const server = await current.catch(() => null)
    if (server) await end(server)
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const ended = once(server, 'exit')
  server.kill('SIGINT') // fast shutdown: PostgreSQL manual 18.5
  const timer = setTimeout(() => server.kill('SIGQUIT'), patience)
  await ended
  clearTimeout(timer)
}

async function launch(running: Running): Promise<ChildProcess> {
  const deadline = Date.now() + patience
  for (;;) {
    const logFile = await openLogFile(running.home)
    const from = (await stat(logFile)).size
    const server = startProcess(running, logFile)
    if (await becomesReady(server, clusterIn(running.home))) return server
    const said = (await readFile(logFile)).subarray(from).toString('utf8')
    // Left by a killed server, until the system has buried it and the last of its workers has noticed.
    const passing = /lock file .* already exists|pre-existing shared memory block|is already in use/.test(said)
    if (!passing || Date.now() > deadline) throw new Error(`the database server did not start: ${said.trim() || 'it gave no reason'}`)
    await delay(100)
  }
}

async function openLogFile(home: string): Promise<string> {
  const logFile = join(home, 'postgres.log')
  const known = await stat(logFile).catch(() => null)
  if (known && known.size > 10_000_000) await rename(logFile, `${logFile}.old`)
  closeSync(openSync(logFile, 'a', 0o600))
  return logFile
}

function startProcess({ binaries, home, socketDir, account, durable, settings: own }: Running, logFile: string): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: quoteListItem(socketDir),
    unix_socket_permissions: '0700',
    random_page_cost: '1.1', // solid-state storage; without it the planner ignores the trigram index
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...own,
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(logFile, 'a')
  // In its own group, so that Ctrl-C in the terminal ends us first and the server after the last request.
  const server = spawn(binaries.postgres, ['-D', clusterIn(home), ...options], {
    ...account,
    cwd: home,
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  endWithUs(server, account)
  return server
}

const quoteListItem = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The guard's input closes when this process is gone, by whatever means; then it ends the server. */
function endWithUs(server: ChildProcess, account: Account): void {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(server.pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  const line = guard.stdin as typeof guard.stdin & { unref(): void }
  line.unref()
  server.once('exit', () => guard.kill('SIGKILL'))
}

async function becomesReady(server: ChildProcess, cluster: string): Promise<boolean> {
  server.ref()
  const ended = new AbortController()
  server.once('exit', () => ended.abort()).once('error', () => ended.abort())
  while (!ended.signal.aborted) {
    const file = await readServerFile(cluster)
    if (file?.pid === server.pid && file?.ready) {
      server.unref()
      return true
    }
    await delay(10)
  }
  return false
}

async function createDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

/** How a cluster is brought from a base copy to a moment. */
export type Recovery = {
  dataDir: string
  log: PostgresOptions['log']
  /** Lays the base copy into the folder of the cluster. */
  fill(cluster: string): Promise<void>
  /** Writes a segment of the log, or another file of it, to a place; false where the archive has none of that name. */
  fetch(name: string, to: string): Promise<boolean>
  /** The moment; null: to the end of the log. */
  until: Date | null
  /** Whether the log leads to the moment: then its end is the moment where nothing was committed after it. */
  leadsThere: boolean
}

const unfinishedRecovery = '.recovery-unfinished'

/** What a recovery that was cut off left is neither the old state, which was empty, nor that of the moment. */
async function refuseUnfinishedRecovery(dataDir: string): Promise<void> {
  if (await isRecovering(dataDir))
    throw new Error(`DATA_DIR ${resolve(dataDir)} holds a restore to a minute that did not end: give the same command again, or empty it`)
}

const isRecovering = async (dataDir: string) => (await stat(join(dataDir, unfinishedRecovery)).catch(() => null)) !== null

/**
 * Makes a data folder that is empty, or in which this was cut off before, into one of another moment: `rest` gets the recovered database and puts in
 * what lies beside it. Until `finishRecovery` no start uses the folder.
 */
export async function recoverPostgres<Result>(
  recovery: Recovery,
  rest: (connection: PostgresConnection) => Promise<Result>,
): Promise<Result> {
  const { dataDir, log } = recovery
  await mkdir(dataDir, { recursive: true })
  const lock = lockDataDir(dataDir, 1_000)
  if (!lock) throw new Error(`DATA_DIR ${resolve(dataDir)} is in use by another dacsan: stop that one, or choose another DATA_DIR`)
  let socketDir: string | undefined
  try {
    await emptyUnfinished(dataDir)
    await writeFile(join(dataDir, unfinishedRecovery), '')
    await sync(dataDir)
    const account: Account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    const binaries = await findPostgresBinaries(account)
    const home = await openHome(dataDir, account)
    const cluster = clusterIn(home)
    const fetched = join(home, 'fetched')
    for (const folder of [cluster, fetched]) await mkdir(folder, { mode: 0o700 })
    await recovery.fill(cluster)
    await writeFile(join(cluster, 'recovery.signal'), '')
    await giveAll(home, account)
    socketDir = await openSocketDir(home, account)
    const running = { binaries, home, socketDir, account, durable: true, log, settings: {} }
    const server = await runRecovery(running, recovery, fetched)
    try {
      await rm(fetched, { recursive: true, force: true })
      return await rest({ host: socketDir, user, database })
    } finally {
      await end(server)
    }
  } finally {
    if (socketDir) await rm(socketDir, { recursive: true, force: true })
    lock.release()
  }
}

/** From here on the folder is an installation like any other. */
export async function finishRecovery(dataDir: string): Promise<void> {
  for (const what of ['files', 'keys', 'log']) {
    const inside = await readdir(join(dataDir, what), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of inside) if (entry.isDirectory()) await sync(join(entry.parentPath, entry.name))
    if (inside.length > 0) await sync(join(dataDir, what))
  }
  await sync(dataDir)
  await rm(join(dataDir, unfinishedRecovery))
}

async function emptyUnfinished(dataDir: string): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => !name.startsWith('in-use.lock'))
  if (names.length === 0) return
  if (!(await isRecovering(dataDir)))
    throw new Error(
      `DATA_DIR ${resolve(dataDir)} is not empty: a restore to a minute makes a new installation, and leaves the old one as it is`,
    )
  const home = await homeOf(dataDir).catch(() => null)
  if (home) {
    await clearTheWay(clusterIn(home), { info: () => {} })
    await rm(home, { recursive: true, force: true })
  }
  for (const name of names) if (name !== unfinishedRecovery) await rm(join(dataDir, name), { recursive: true, force: true })
}

async function giveAll(folder: string, { uid, gid = uid }: Account): Promise<void> {
  if (uid === undefined || gid === undefined) return
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, gid)
}

/** The server asks for a file of the log by its name, and we lay it down: what is in the archive only we can open. */
const restoreCommand = [
  'at=../fetched/%f; rm -f $at.none; : > $at.wanted',
  'while [ ! -e $at ] && [ ! -e $at.none ] && kill -0 $PPID; do sleep 0.05; done',
  '[ -e $at ] && mv $at "%p"',
].join('; ')

const endedEarly = /recovery ended before configured recovery target was reached/

async function runRecovery(running: Running, { until, leadsThere, fetch }: Recovery, fetched: string): Promise<ChildProcess> {
  const settings = { hot_standby: 'off', archive_mode: 'off', restore_command: restoreCommand }
  const targets: Settings[] = [
    ...(until ? [{ recovery_target_time: `${until.toISOString().slice(0, -1)}+00`, recovery_target_action: 'promote' }] : []),
    ...(leadsThere ? [{}] : []),
  ]
  for (const target of targets) {
    const logFile = await openLogFile(running.home)
    const from = (await stat(logFile)).size
    const server = startProcess({ ...running, settings: { ...settings, ...target } }, logFile)
    const over = new AbortController()
    const fed = feed(fetched, running.account, fetch, over.signal).catch((error: unknown) => {
      server.kill('SIGQUIT')
      return error
    })
    const isReady = await becomesReady(server, clusterIn(running.home))
    over.abort()
    const fault = await fed
    if (fault) throw fault
    if (isReady) return server
    const said = (await readFile(logFile)).subarray(from).toString('utf8')
    if (!endedEarly.test(said)) throw new Error(`the database could not be recovered: ${said.trim().split('\n').slice(-8).join(' · ')}`)
  }
  throw new Error('the log of the database ends before that moment: a part of it is missing. Choose an earlier moment, or a later one')
}

async function feed(folder: string, { uid, gid = uid }: Account, fetch: Recovery['fetch'], signal: AbortSignal): Promise<void> {
  for (; !signal.aborted; await delay(20)) {
    for (const wanted of (await readdir(folder)).filter((name) => name.endsWith('.wanted'))) {
      const at = join(folder, wanted.slice(0, -'.wanted'.length))
      const found = await fetch(wanted.slice(0, -'.wanted'.length), `${at}.part`)
      if (found && uid !== undefined && gid !== undefined) await chown(`${at}.part`, uid, gid)
      // First the question goes, then the answer comes: it may be asked again at once.
      await rm(join(folder, wanted))
      if (found) await rename(`${at}.part`, at)
      else await writeFile(`${at}.none`, '')
    }
  }
}
