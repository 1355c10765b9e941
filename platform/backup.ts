import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import { sync } from './durable.ts'
import { encryptTo } from './encryption.ts'
import type { FilePlace } from './file-place.ts'
import { readLogFiles } from './log-files.ts'
import { openFilePlace } from './open-file-place.ts'
import type { FilesAt } from './open-file-place.ts'
import { byItself } from './pipelined-client.ts'
import { type TableShape, listSequences, listTables } from './table-shapes.ts'

/** The last member of a backup: what the others are, so that a restore can tell a whole backup from a damaged one. */
export type BackupContents = {
  format: 1
  madeAt: string
  migrations: { name: string; sha256: string }[]
  tables: (TableShape & { rows: number })[]
  sequences: { name: string; value: string; called: boolean }[]
  members: { name: string; size: number; sha256: string }[]
}

/** A job that waits, in the terms of the queue's public interface. */
export type WaitingJob = {
  task: string
  payload: unknown
  queue: string | null
  runAt: string
  maxAttempts: number
  key: string | null
  priority: number
}

const backupFolder = '.backup-'

const backupLock = 7223007

/** One that was killed left rows in the clear behind; what another process is writing stays. */
async function removeLeftovers(client: pg.PoolClient, dataDir: string): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [backupLock])
  if (!rows[0]?.alone) return
  try {
    for (const name of await readdir(dataDir))
      if (name.startsWith(backupFolder)) await rm(join(dataDir, name), { recursive: true, force: true })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [backupLock])
  }
}

/** The stored files that went into a backup otherwise than they were received: their names say what they held. */
export function damagedFiles({ members }: Pick<BackupContents, 'members'>): string[] {
  return members.flatMap(({ name, sha256 }) => (name.startsWith('files/') && basename(name) !== sha256 ? [basename(name)] : []))
}

/** Held while facts are bound into the transparency log. */
export const sealingLock = 7223005

export const contentsMember = 'contents.json'
export const jobsMember = 'jobs.json'
export const tableMember = (table: string) => `tables/${table}.copy`

/**
 * Writes the whole installation to one file: every table as it is at one moment, waiting jobs, files and keys, each with its checksum.
 * People may go on working meanwhile. The file appears when it is complete. It holds the keys of the installation: encrypted to `recipients`, nobody
 * opens it without one of their identities; without any, keep it as safe as the installation.
 */
export async function writeBackup(
  source: FilesAt & { pool: pg.Pool },
  file: string,
  { recipients = [] }: { recipients?: readonly string[] } = {},
): Promise<BackupContents> {
  await mkdir(source.dataDir, { recursive: true })
  const place = openFilePlace(source)
  const client = await source.pool.connect()
  const unfinished = `${file}.unfinished`
  let broken: Error | undefined
  let folder: string | undefined
  try {
    await removeLeftovers(client, source.dataDir)
    await client.query('select pg_advisory_lock_shared($1)', [backupLock])
    // Beside the data that it copies in the clear: not where others read, and not where there may be less room.
    folder = await mkdtemp(join(source.dataDir, backupFolder))
    const log = join(folder, 'log')
    // Not while facts are bound into the log: what is copied binds no fact that the moment of the database does not have.
    await client.query('select pg_advisory_lock($1)', [sealingLock])
    try {
      await client.query('begin isolation level repeatable read read only')
      await client.query('select from schema_migration')
      if (source.filePlace?.kind !== 's3') await cp(join(source.dataDir, 'log'), log, { recursive: true }).catch(ignoreAbsent)
      else await copyLog(place, log)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [sealingLock]).catch(() => {})
    }
    const archive = pack()
    const target = createWriteStream(unfinished, { mode: 0o600 })
    const written =
      recipients.length > 0
        ? pipeline(archive, createGzip({ level: 6 }), encryptTo(recipients), target)
        : pipeline(archive, createGzip({ level: 6 }), target)
    const filled = fill(archive, client, { place, dataDir: source.dataDir, folder }).catch((error: unknown) => {
      archive.destroy(error instanceof Error ? error : new Error(String(error)))
      throw error
    })
    const [contents] = await Promise.all([filled, written])
    await client.query('commit')
    await sync(unfinished)
    await rename(unfinished, file)
    await sync(dirname(file))
    return contents
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    await rm(unfinished, { force: true })
    throw broken
  } finally {
    // A connection on which a copy was cut off answers nothing more: it is closed, and the server undoes the rest.
    if (!broken) await client.query('select pg_advisory_unlock_shared($1)', [backupLock])
    client.release(broken)
    // What was cut off may write into the folder for a moment more.
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

async function copyLog({ log }: FilePlace, folder: string): Promise<void> {
  for await (const { path, bytes } of readLogFiles(log)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes, { mode: 0o600 })
  }
}

type Places = { place: FilePlace; dataDir: string; folder: string }

async function fill(archive: Pack, client: pg.PoolClient, { place, dataDir, folder }: Places): Promise<BackupContents> {
  const contents: BackupContents = {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: (await client.query('select name, sha256 from schema_migration order by name')).rows,
    tables: [],
    sequences: await listSequences(client),
    members: [],
  }
  for (const table of await listTables(client)) {
    const copy = join(folder, 'table')
    const command = copyTo(`copy (select ${columnList(table)} from "${table.name}") to stdout`)
    await byItself(client, () => pipeline(client.query(command), createWriteStream(copy)))
    contents.tables.push({ ...table, rows: command.rowCount })
    contents.members.push(await addFile(archive, tableMember(table.name), copy))
  }
  const jobs = Buffer.from(JSON.stringify(await listWaitingJobs(client)))
  contents.members.push(await addBytes(archive, jobsMember, jobs))
  for (const hash of (await place.list()) ?? (await registeredFiles(client))) {
    const opened = await place.open(hash)
    // One that is gone is not in the backup either; the proof of the files names it.
    if (!opened) continue
    const copy = join(folder, 'file')
    await pipeline(opened.stream, createWriteStream(copy))
    contents.members.push(await addFile(archive, `files/${hash.slice(0, 2)}/${hash}`, copy))
  }
  for (const [name, from] of [
    ['keys', join(dataDir, 'keys')],
    ['log', join(folder, 'log')],
  ] as const) {
    for (const path of await listFiles(from)) contents.members.push(await addFile(archive, `${name}/${path}`, join(from, path)))
  }
  await addBytes(archive, contentsMember, Buffer.from(JSON.stringify(contents, null, 1)))
  archive.finalize()
  return contents
}

async function registeredFiles(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>('select hash from stored_file order by hash')
  return rows.map(({ hash }) => hash)
}

export const columnList = ({ columns }: TableShape) => columns.map((column) => `"${column}"`).join(', ')

async function listWaitingJobs(client: pg.PoolClient): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(`
    select tasks.identifier as task, jobs.payload, queues.queue_name as queue, jobs.run_at as "runAt",
      jobs.max_attempts as "maxAttempts", jobs.key, jobs.priority
    from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    left join graphile_worker._private_job_queues queues on queues.id = jobs.job_queue_id
    order by jobs.id`)
  return rows
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.'))
    .toSorted()
}

async function addFile(archive: Pack, name: string, path: string) {
  const { size } = await stat(path)
  const hash = createHash('sha256')
  const entry = archive.entry({ name, size, mode: 0o600 })
  await pipeline(
    createReadStream(path),
    async function* (source: AsyncIterable<Buffer>) {
      for await (const part of source) {
        hash.update(part)
        yield part
      }
    },
    entry,
  )
  return { name, size, sha256: hash.digest('hex') }
}

async function addBytes(archive: Pack, name: string, bytes: Buffer) {
  await new Promise<void>((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()))
  })
  return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
