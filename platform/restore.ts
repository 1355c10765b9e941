import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { runMigrations as prepareJobQueue } from 'graphile-worker'
import { extract } from 'tar-stream'
import { type BackupContents, type WaitingJob, columnList, contentsMember, jobsMember, tableMember } from './backup.ts'
import { processName } from './database.ts'
import { decryptWith, isEncrypted } from './encryption.ts'
import { type Migration, clearWithin, migrateWithin } from './migrations.ts'
import { byItself } from './pipelined-client.ts'
import { grantRunning } from './running-role.ts'
import { listTables } from './table-shapes.ts'

/** The pool is the owner's; `role` is who works with what was restored. */
export type RestoreTarget = { pool: pg.Pool; dataDir: string; migrations: readonly Migration[]; role?: string | null }

/**
 * Puts a backup in the place of what the target has, after checking that the backup is whole; throws before changing anything if it is not,
 * or if the target has data and `overwrite` was not asked for. A backup of an older version is brought to the present form.
 *
 * The database changes in one transaction: wherever this is cut off, by a kill or a full disk, it is in its old state or in that of the backup.
 * Keys and log follow at the next opening (`refuseWhileRestoring`) where they could not follow at once.
 */
export async function restoreBackup(
  target: RestoreTarget,
  file: string,
  { overwrite = false, identities = [] }: { overwrite?: boolean; identities?: readonly string[] } = {},
): Promise<BackupContents> {
  const { pool, dataDir, migrations, role } = target
  const encrypted = await isEncrypted(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${error.code})`)
  })
  if (encrypted && identities.length === 0) throw new Error(`${file} is encrypted: --identity FILE names the identity (age) that opens it`)
  await mkdir(dataDir, { recursive: true })
  await removeLeftovers(dataDir)
  const folder = await mkdtemp(join(dataDir, '.restore-'))
  try {
    const contents = await unpack(file, folder, encrypted ? identities : null)
    const then = migrationsOf(contents, migrations)
    if (!overwrite && (await hasData(pool))) throw new Error('the database has data already: --force replaces it by the backup')
    await refuseWhileServing(pool)
    return await alone(pool, async () => {
      await prepareJobQueue({ pgPool: pool })
      // Files first: no row is without its file. They are named by what is in them, so they replace nothing.
      await putFiles(folder, dataDir)
      const restore = randomBytes(12).toString('hex')
      await stageBeside(folder, dataDir, restore)
      await replaceRows(pool, async (client) => {
        await clearWithin(client)
        await migrateWithin(client, then)
        await load(client, contents, folder)
        await migrateWithin(client, migrations)
        if (role) await grantRunning(client, role)
        await client.query(`comment on schema public is '${restoreMark}${restore}'`)
      })
      await settleRestore(pool, dataDir)
      return contents
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Unpacks into a folder of ours and compares every member with its checksum. */
async function unpack(file: string, folder: string, identities: readonly string[] | null): Promise<BackupContents> {
  const found = new Map<string, string>()
  const archive = extract()
  const bytes = createReadStream(file)
  const unpacked = identities ? pipeline(bytes, decryptWith(identities), createGunzip(), archive) : pipeline(bytes, createGunzip(), archive)
  const read = (async () => {
    for await (const entry of archive) {
      const { name, type } = entry.header
      if (
        type !== 'file' ||
        !/^(tables\/[a-z0-9_]+\.copy|jobs\.json|contents\.json|(files|keys|log)(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$/.test(name)
      ) {
        throw new Error(`${name} does not belong in a backup`)
      }
      const place = join(folder, name)
      const hash = createHash('sha256')
      await mkdir(dirname(place), { recursive: true })
      await pipeline(
        entry,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const part of source) {
            hash.update(part)
            yield part
          }
        },
        createWriteStream(place, { mode: 0o600 }),
      )
      found.set(name, hash.digest('hex'))
    }
  })()
  await Promise.all([unpacked, read]).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    if (identities && /no identity matched/.test(reason)) throw new Error(`${file} was not encrypted to the identity that was given`)
    throw new Error(`${file} is not a whole backup: ${reason}`)
  })
  if (!found.delete(contentsMember)) throw new Error(`${file} is not a whole backup: its list of contents is missing`)
  const contents = JSON.parse(await readFile(join(folder, contentsMember), 'utf8')) as BackupContents
  if (contents.format !== 1) throw new Error(`${file} was made by a newer version`)
  for (const { name, sha256 } of contents.members) {
    if (found.get(name) !== sha256) throw new Error(`${file} is damaged: ${name} is not what was backed up`)
    found.delete(name)
  }
  for (const [name] of found) throw new Error(`${file} is damaged: ${name} was not backed up`)
  return contents
}

function migrationsOf(contents: BackupContents, known: readonly Migration[]): Migration[] {
  return contents.migrations.map(({ name, sha256 }) => {
    const migration = known.find((candidate) => candidate.name === name)
    if (migration?.sha256 !== sha256)
      throw new Error(`the backup was made by another version: this one does not have its migration ${name}`)
    return migration
  })
}

async function hasData(pool: pg.Pool): Promise<boolean> {
  const client = await pool.connect()
  try {
    for (const { name } of await listTables(client)) {
      if ((await client.query(`select from "${name}" limit 1`)).rowCount) return true
    }
    return false
  } finally {
    client.release()
  }
}

async function refuseWhileServing(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and application_name like 'dacsan %' and application_name <> $1`,
    [processName],
  )
  if (rowCount) throw new Error('another dacsan is working on this database: stop it first')
}

async function load(client: pg.PoolClient, { tables, sequences }: BackupContents, folder: string): Promise<void> {
  for (const table of await listTables(client)) {
    await client.query(`alter table "${table.name}" disable trigger user`) // rows come back as they were, chained and stamped
    await client.query(`delete from "${table.name}"`) // what a migration put there is in the backup too
  }
  for (const table of tables) {
    const command = copyFrom(`copy "${table.name}" (${columnList(table)}) from stdin`)
    const rows = createReadStream(join(folder, tableMember(table.name)))
    await byItself(client, () => pipeline(rows, client.query(command)))
    if (command.rowCount !== table.rows) throw new Error(`${table.name} came back with ${command.rowCount} rows instead of ${table.rows}`)
  }
  await client.query('set constraints all immediate')
  for (const { name } of await listTables(client)) await client.query(`alter table "${name}" enable trigger user`)
  for (const { name, value, called } of sequences) await client.query('select setval($1::regclass, $2, $3)', [name, value, called])
  for (const job of JSON.parse(await readFile(join(folder, jobsMember), 'utf8')) as WaitingJob[]) await addAgain(client, job)
}

async function replaceRows(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function addAgain(client: pg.PoolClient, { task, payload, queue, runAt, maxAttempts, key, priority }: WaitingJob): Promise<void> {
  await client.query(
    `select graphile_worker.add_job($1::text, $2::text::json, queue_name => $3::text, run_at => $4::timestamptz,
      max_attempts => $5::int, job_key => $6::text, priority => $7::int)`,
    [task, JSON.stringify(payload), queue, runAt, maxAttempts, key, priority],
  )
}

async function putFiles(folder: string, dataDir: string): Promise<void> {
  const from = join(folder, 'files')
  if (!(await stat(from).catch(() => null))) return
  await mkdir(join(dataDir, 'files'), { recursive: true, mode: 0o700 })
  await cp(from, join(dataDir, 'files'), { recursive: true })
}

const restoreMark = 'restored: '
const stagedIn = (dataDir: string) => join(dataDir, 'restoring')
const restoreName = '.restore'

/** Lays keys and log of the backup beside those in use, under the name that the database will have once it is in the state of the backup. */
async function stageBeside(folder: string, dataDir: string, restore: string): Promise<void> {
  const staged = stagedIn(dataDir)
  await rm(staged, { recursive: true, force: true })
  // A backup of before there was a log has none, and then there is none.
  await mkdir(join(staged, 'log'), { recursive: true, mode: 0o700 })
  for (const place of ['keys', 'log']) {
    const from = join(folder, place)
    if (await stat(from).catch(() => null)) await cp(from, join(staged, place), { recursive: true })
  }
  await writeFile(join(staged, restoreName), restore, { mode: 0o600 })
}

/** Before an installation is used: throws while a restore is at work on it, and ends one that was cut off. */
export async function refuseWhileRestoring(pool: pg.Pool, dataDir: string): Promise<void> {
  await alone(pool, () => settleRestore(pool, dataDir))
}

const restoreLock = 7223004

async function alone<Result>(pool: pg.Pool, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [restoreLock])
    if (!rows[0]?.got) throw new Error('a backup is being restored into this database: wait until it is done')
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [restoreLock]).catch(() => {})
    }
  } finally {
    client.release()
  }
}

/**
 * Ends a restore that was cut off: its keys and its log are put in the place of the old ones if the database is in the state of the backup, and away
 * if not. The log of the state that was replaced is kept under another name: it is evidence.
 */
async function settleRestore(pool: pg.Pool, dataDir: string): Promise<void> {
  const staged = stagedIn(dataDir)
  const restore = await readFile(join(staged, restoreName), 'utf8').catch(() => null)
  if (restore !== null) {
    const { rows } = await pool.query<{ mark: string | null }>(`select obj_description('public'::regnamespace, 'pg_namespace') as mark`)
    if (rows[0]?.mark === restoreMark + restore) {
      await moveIn(join(staged, 'keys'), join(dataDir, 'keys'), (old) => rm(old, { recursive: true, force: true }))
      await moveIn(join(staged, 'log'), join(dataDir, 'log'), (old) => rename(old, join(dataDir, `log-before-${restore}`)))
    }
  }
  await rm(staged, { recursive: true, force: true })
  await removeLeftovers(dataDir)
}

/** Cut off between its steps it can be done again. */
async function moveIn(from: string, to: string, away: (old: string) => Promise<void>): Promise<void> {
  if (!(await stat(from).catch(() => null))) return
  if (await stat(to).catch(() => null)) await away(to)
  await rename(from, to)
}

/** What a restore unpacks holds every row and key in the clear. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith('.restore-')) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}
