import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { runMigrations as prepareJobQueue } from 'graphile-worker'
import { extract } from 'tar-stream'
import { type BackupContents, type WaitingJob, columnList, contentsMember, jobsMember, tableMember } from './backup.ts'
import { processName } from './database.ts'
import { decryptWith, isEncrypted } from './encryption.ts'
import type { FilePlace } from './file-place.ts'
import { logNotes, readLogFiles } from './log-files.ts'
import { type Migration, clearWithin, migrateWithin } from './migrations.ts'
import { openFilePlace } from './open-file-place.ts'
import type { FilesAt } from './open-file-place.ts'
import { byItself } from './pipelined-client.ts'
import { grantRunning } from './running-role.ts'
import { listTables } from './table-shapes.ts'

/** The pool is the owner's; `role` is who works with what was restored. */
export type RestoreTarget = FilesAt & { pool: pg.Pool; migrations: readonly Migration[]; role?: string | null }

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
  const { pool, dataDir, filePlace, migrations, role } = target
  const at: FilesAt = { dataDir, ...(filePlace && { filePlace }) }
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
      await putFiles(folder, at)
      const restore = randomBytes(12).toString('hex')
      await stageBeside(folder, dataDir, restore)
      await replaceRows(pool, async (client) => {
        await clearWithin(client)
        await migrateWithin(client, then)
        await load(client, contents, folder)
        await migrateWithin(client, migrations)
        // The files may lie elsewhere now than where the backup was made.
        await client.query(`delete from installation_key where purpose = 'files'`)
        if (role) await grantRunning(client, role)
        await client.query(`comment on schema public is '${restoringMark}${restore}'`)
      })
      await settleRestore(pool, at)
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
      // Made when a database is opened: a key that locks nothing is no data.
      if (name === 'lock_key') continue
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

async function putFiles(folder: string, at: FilesAt): Promise<void> {
  const from = join(folder, 'files')
  if (!(await stat(from).catch(() => null))) return
  if (at.filePlace?.kind !== 's3') {
    await mkdir(join(at.dataDir, 'files'), { recursive: true, mode: 0o700 })
    return cp(from, join(at.dataDir, 'files'), { recursive: true })
  }
  const place = openFilePlace(at)
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    // A damaged file keeps the name of what it was: the proof of the files names it, as it did before.
    if (entry.isFile()) await place.put(entry.name, await readFile(join(entry.parentPath, entry.name)))
  }
}

/** What the database is called once it is in the state of a backup whose keys and log may still lie beside those of the old state, and after that. */
const [restoringMark, restoreMark] = ['restoring: ', 'restored: ']
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

/** Before an installation is used: throws while a restore is at work on it, and ends one that was cut off. Several processes may ask at once. */
export async function refuseWhileRestoring(pool: pg.Pool, at: FilesAt): Promise<void> {
  const isCutOff = await stat(stagedIn(at.dataDir)).then(yes, no)
  const work = () => settleRestore(pool, at)
  await (isCutOff ? alone(pool, work) : locked(pool, 'pg_try_advisory_lock_shared', work))
}

const [yes, no] = [() => true, () => false]

const restoreLock = 7223004

const alone = <Result>(pool: pg.Pool, work: () => Promise<Result>) => locked(pool, 'pg_try_advisory_lock', work)

/** Those who only look hold the lock for a moment; a restore holds it until it is done. */
const [tries, pause] = [20, 100]

async function locked<Result>(
  pool: pg.Pool,
  take: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    for (let attempt = 1; ; attempt++) {
      const { rows } = await client.query<{ got: boolean }>(`select ${take}($1) as got`, [restoreLock])
      if (rows[0]?.got) break
      if (attempt === tries) throw new Error('a backup is being restored into this database: wait until it is done')
      await delay(pause)
    }
    try {
      return await work()
    } finally {
      const release = take.replace('try_advisory_lock', 'advisory_unlock')
      await client.query(`select ${release}($1)`, [restoreLock]).catch(() => {})
    }
  } finally {
    client.release()
  }
}

/**
 * Ends a restore that was cut off: its keys and its log are put in the place of the old ones if the database is in the state of the backup, and away
 * if not. The log of the state that was replaced is kept under another name: it is evidence.
 */
async function settleRestore(pool: pg.Pool, at: FilesAt): Promise<void> {
  const { dataDir } = at
  const staged = stagedIn(dataDir)
  const restore = await readFile(join(staged, restoreName), 'utf8').catch(() => null)
  const { rows } = await pool.query<{ mark: string | null }>(`select obj_description('public'::regnamespace, 'pg_namespace') as mark`)
  const mark = rows[0]?.mark ?? ''
  if (restore !== null && (mark === restoringMark + restore || mark === restoreMark + restore)) {
    await moveIn(join(staged, 'keys'), join(dataDir, 'keys'), (old) => rm(old, { recursive: true, force: true }))
    if (at.filePlace?.kind === 's3') await replaceLog(join(staged, 'log'), openFilePlace(at), join(dataDir, `log-before-${restore}`))
    else await moveIn(join(staged, 'log'), join(dataDir, 'log'), (old) => rename(old, join(dataDir, `log-before-${restore}`)))
    await pool.query(`comment on schema public is '${restoreMark}${restore}'`)
  } else if (mark.startsWith(restoringMark)) {
    throw new Error('a restore into this database was cut off on another DATA_DIR: start that process first, or restore again')
  }
  await rm(staged, { recursive: true, force: true })
  await removeLeftovers(dataDir)
}

/** The shared log becomes that of the backup; the old one is kept here. The notes that say which log it is go first and come last. */
async function replaceLog(from: string, { log, forgetOfLog }: FilePlace, before: string): Promise<void> {
  if (!(await stat(from).catch(() => null))) return
  if (!(await stat(before).catch(() => null))) {
    const draft = `${before}.unfinished`
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    for await (const { path, bytes } of readLogFiles(log)) {
      await mkdir(dirname(join(draft, path)), { recursive: true })
      await writeFile(join(draft, path), bytes, { mode: 0o600 })
    }
    await rename(draft, before)
  }
  for (const note of logNotes) await forgetOfLog(note)
  const paths = (await readdir(from, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
  for (const path of [...paths.filter((path) => !logNotes.includes(path)), ...logNotes.filter((note) => paths.includes(note))])
    await log.write(path, await readFile(join(from, path)))
}

/** Cut off between its steps it can be done again. */
async function moveIn(from: string, to: string, away: (old: string) => Promise<void>): Promise<void> {
  if (!(await stat(from).catch(() => null))) return
  if (await stat(to).catch(() => null)) await away(to)
  await rename(from, to)
}

/** What a restore unpacks holds every row and key in the clear. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir).catch(() => [])) {
    if (name.startsWith('.restore-')) await rm(join(dataDir, name), { recursive: true, force: true })
  }
}
