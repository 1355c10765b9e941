import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { type Pack, pack } from 'tar-stream'
import { sealingLock } from './backup.ts'
import { sync } from './durable.ts'
import { decryptWith, encryptTo } from './encryption.ts'
import { homeOf, stagedIn } from './postgres-server.ts'

// The archive of one cluster is a line: base copies of the cluster, the segments of its log since the first of them, stored files, keys and the
// transparency log. A restored installation is another cluster and begins another line: it can overwrite nothing of the old one.
//
//   BACKUP_DIR/minutes/2026-11-28T2214-1f0c77a2/reached.json       up to when it leads
//                                              /base-….json        a base copy that is whole: its segments and its end
//                                              /base-….tar.gz.age
//                                              /wal/000000010000000000000005.gz.age
//                                              /side-20261128T151400123-4711.tar.gz.age   keys, and the transparency log of 4711 entries
//                                              /files/ab/abcd….age

export type ArchivePlace = {
  /** The pool of the owner. */
  pool: pg.Pool
  dataDir: string
  /** BACKUP_DIR. */
  folder: string
  recipients: readonly string[]
}

/** What came of a round: the moment that the archive leads up to, and its last base copy. */
export type ArchiveStanding = { line: string; until: Date; baseAt: Date; bytes: number | null }

/** A base copy: it is consistent from `end` on, with the segments from `first` to `last` and those after them. */
export type BaseCopy = { name: string; first: string; last: string; end: string }

export const minutesIn = (folder: string): string => join(folder, 'minutes')
export const walIn = (line: string): string => join(line, 'wal')
export const filesIn = (line: string): string => join(line, 'files')

const dayMs = 24 * 3_600_000
const kept = { bases: 14, strangerMs: 15 * dayMs }
const patience = 60_000

/** What a line is called, and to whom it is encrypted: noted beside the cluster, which is restored without it. */
type Line = { name: string; keys: string; side: string | null }

/**
 * Brings the archive up to this moment; a base copy is made where `baseBefore` says that the last one is too old, and where the log has a gap since
 * then: others go on archiving meanwhile. Null where another process is at it. The folder must be there: made anew, it would lie on the disk that it is
 * to survive.
 */
export async function archiveMinute(place: ArchivePlace, baseBefore: Date | null = null): Promise<ArchiveStanding | null> {
  const found = await stat(place.folder).catch(() => null)
  if (!found?.isDirectory()) throw new Error(`the folder ${place.folder} is not there`)
  const client = await place.pool.connect()
  let broken: Error | undefined
  try {
    return await round(place, client, baseBefore)
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw broken
  } finally {
    client.release(broken)
  }
}

async function round(place: ArchivePlace, client: pg.PoolClient, baseBefore: Date | null): Promise<ArchiveStanding | null> {
  const reached = await alone(client, logLock, 'or not at all', () => takeAll(place, client))
  if (!reached) return null
  const { name, root, home } = reached
  const last = (await listBases(root)).at(-1)
  if (last && !(baseBefore && new Date(last.end) < baseBefore) && !(await gapSince(root, last)))
    return { line: name, until: reached.until, baseAt: new Date(last.end), bytes: null }
  return alone(client, baseLock, 'or not at all', async () => {
    const base = await takeBase(place, client, home, root)
    await forget(place, root)
    const { until } = (await alone(client, logLock, 'when it is free', () => takeAll(place, client)))!
    return { line: name, until, baseAt: new Date(base.end), bytes: await sizeOf(root) }
  })
}

const logLock = 7223006
const baseLock = 7223008

async function alone<Result>(
  client: pg.PoolClient,
  lock: number,
  when: 'or not at all' | 'when it is free',
  work: () => Promise<Result>,
): Promise<Result | null> {
  const take = when === 'or not at all' ? 'pg_try_advisory_lock($1)' : 'pg_advisory_lock($1)::text <> $$no$$'
  const { rows } = await client.query<{ got: boolean }>(`select ${take} as got`, [lock])
  if (!rows[0]?.got) return null
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {})
  }
}

type Reached = { name: string; root: string; home: string; until: Date }

/** Everything but base copies. */
async function takeAll(place: ArchivePlace, client: pg.PoolClient): Promise<Reached> {
  const home = await homeOf(place.dataDir)
  const line = await openLine(place, home)
  const root = join(minutesIn(place.folder), line.name)
  await removeUnfinished(root)
  const until = await takeLog(place, client, home, root)
  await takeFiles(place, root)
  await takeSide(place, client, home, line, root)
  await writeWhole(join(root, reachedFile), async (path) => writeFile(path, JSON.stringify({ until: until.toISOString() })))
  return { name: line.name, root, home, until }
}

/** How many bytes of the database's log wait to be taken away; null where none is laid aside. */
export async function waitingBytes(dataDir: string): Promise<number | null> {
  const staged = await homeOf(dataDir)
    .then((home) => readdir(stagedIn(home)))
    .catch(() => null)
  return staged && staged.length * 16 * 1024 * 1024
}

const reachedFile = 'reached.json'

/** Up to when a line leads; null where it never led anywhere. */
export async function readReached(root: string): Promise<Date | null> {
  const text = await readFile(join(root, reachedFile), 'utf8').catch(() => null)
  return text === null ? null : new Date((JSON.parse(text) as { until: string }).until)
}

async function openLine({ folder, recipients }: ArchivePlace, home: string): Promise<Line> {
  const note = join(home, 'archive-line')
  const keys = createHash('sha256').update(recipients.toSorted().join()).digest('hex').slice(0, 16)
  const known = await readFile(note, 'utf8').then(
    (text) => JSON.parse(text) as Line,
    () => null,
  )
  // Under another key, or on another disk, it begins anew: whoever opens a line opens all of it.
  const goesOn = known?.keys === keys && (await stat(join(minutesIn(folder), known.name)).catch(() => null))
  if (known && goesOn) return known
  const moment = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace(':', '')
  const line = { name: `${moment}-${randomBytes(4).toString('hex')}`, keys, side: null }
  await mkdir(join(minutesIn(folder), line.name, 'wal'), { recursive: true, mode: 0o700 })
  await noteLine(home, line)
  return line
}

async function noteLine(home: string, line: Line): Promise<void> {
  const note = join(home, 'archive-line')
  await writeFile(`${note}.new`, JSON.stringify(line), { mode: 0o600 })
  await rename(`${note}.new`, note)
}

/** What was cut off has no name of its own yet. Base copies may be at work: theirs go when the next one begins. */
async function removeUnfinished(root: string, which = (name: string) => !name.startsWith('base-')): Promise<void> {
  for (const folder of [root, walIn(root)])
    for (const name of await readdir(folder)) if (name.endsWith(unfinished) && which(name)) await rm(join(folder, name), { force: true })
}

const unfinished = '.unfinished'

/** The file has its name when it is whole and on disk. */
async function writeWhole(path: string, write: (path: string) => Promise<unknown>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await write(path + unfinished)
    await sync(path + unfinished)
    await rename(path + unfinished, path)
    await sync(dirname(path))
  } catch (error) {
    await rm(path + unfinished, { force: true })
    throw error
  }
}

/** The end of a name under which something is kept: packed, and locked where there is a key. */
const ending = (recipients: readonly string[], packed: boolean) => (packed ? '.gz' : '') + (recipients.length > 0 ? '.age' : '')

/** The same name without what it was packed and locked by. */
export const plainName = (name: string): string => name.replace(/(\.gz)?(\.age)?$/, '')

async function keep(
  path: string,
  source: NodeJS.ReadableStream | Pack,
  { recipients }: Pick<ArchivePlace, 'recipients'>,
  packed = true,
): Promise<void> {
  await writeWhole(path + ending(recipients, packed), (to) =>
    passThrough([
      source,
      ...(packed ? [createGzip({ level: 3 })] : []),
      ...(recipients.length > 0 ? [encryptTo(recipients)] : []),
      createWriteStream(to, { mode: 0o600 }),
    ]),
  )
}

/** Opens what {@link archiveMinute} kept; throws where it is not as it was written. */
export async function unkeep(path: string, to: NodeJS.WritableStream, identities: readonly string[]): Promise<void> {
  const [, packed, locked] = /(\.gz)?(\.age)?(?:\.gone)?$/.exec(path)!
  await passThrough([createReadStream(path), ...(locked ? [decryptWith(identities)] : []), ...(packed ? [createGunzip()] : []), to])
}

// A list of steps of which some are left out has no type in Node.
const passThrough = (steps: readonly unknown[]) => pipeline(steps as readonly [NodeJS.ReadableStream, NodeJS.WritableStream])

/**
 * Closes the segment that the server writes, and takes everything that is closed. What was committed before the moment that is answered stands in what
 * was taken; where nothing was written since the last time, that is so without a new segment.
 */
async function takeLog(place: ArchivePlace, client: pg.PoolClient, home: string, root: string): Promise<Date> {
  const { rows } = await client.query<{ archives: boolean; size: string; timeline: number }>(`
    select current_setting('archive_mode') <> 'off' as archives, (select setting from pg_settings where name = 'wal_segment_size') as size,
      timeline_id as timeline from pg_control_checkpoint()`)
  const { archives, size, timeline } = rows[0]!
  if (!archives) throw new Error('the database server archives nothing: it was started without BACKUP_DIR')
  const { at } = (await client.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]!
  const { lsn } = (await client.query<{ lsn: string }>('select pg_switch_wal() as lsn')).rows[0]!
  const last = segmentBefore(lsn, timeline, BigInt(size))
  const isThere = async () => (await hasSegment(root, last)) || (await stat(join(stagedIn(home), last)).catch(() => null)) !== null
  const isFirst = (await readdir(walIn(root))).length === 0
  for (const deadline = Date.now() + patience; !(await isThere()); await delay(50)) {
    // A cluster that archives since a moment ago closed its last segment before that.
    if (isFirst && Date.now() > deadline - patience + 3_000) break
    if (Date.now() > deadline) throw new Error(`the database server did not lay its log aside (${last})`)
  }
  for (const name of (await readdir(stagedIn(home))).toSorted()) {
    const from = join(stagedIn(home), name)
    if (/^([0-9A-F]{24}|[0-9A-F]{8}\.history)$/.test(name)) await keep(join(walIn(root), name), createReadStream(from), place)
    else if (!name.endsWith('.backup')) continue // the server is at work on it
    await rm(from)
  }
  return at
}

/** The segment that ends at or holds what lies before a place in the log. */
function segmentBefore(lsn: string, timeline: number, size: bigint): string {
  const [high = '0', low = '0'] = lsn.split('/')
  const place = (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
  return segmentName(timeline, (place - 1n) / size, size)
}

const hex = (value: bigint | number) => value.toString(16).toUpperCase().padStart(8, '0')
const segmentName = (timeline: number, number: bigint, size: bigint) => {
  const each = 0x1_0000_0000n / size
  return hex(timeline) + hex(number / each) + hex(number % each)
}

/** What comes after a segment of 16 MB, which is what `initdb` makes. */
export function nextSegment(name: string): string {
  const size = 16n * 1024n * 1024n
  const number = BigInt(`0x${name.slice(8, 16)}`) * (0x1_0000_0000n / size) + BigInt(`0x${name.slice(16)}`)
  return segmentName(Number.parseInt(name.slice(0, 8), 16), number + 1n, size)
}

async function hasSegment(root: string, name: string): Promise<boolean> {
  return (await listSegments(root)).includes(name)
}

/** The segments that a line has, in their order. */
export async function listSegments(root: string): Promise<string[]> {
  const names = await readdir(walIn(root))
  return names
    .filter((name) => !name.endsWith(unfinished))
    .map(plainName)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .toSorted()
}

/** The first segment that is missing between a base copy and the newest one; null where none is. */
export async function gapSince(root: string, { first, last }: BaseCopy): Promise<string | null> {
  const segments = await listSegments(root)
  const known = new Set(segments)
  const newest = segments.at(-1) ?? ''
  for (let name = first; name <= last || name <= newest; name = nextSegment(name)) if (!known.has(name)) return name
  return null
}

/** The base copies of a line that are whole, the oldest first. */
export async function listBases(root: string): Promise<BaseCopy[]> {
  const notes = (await readdir(root)).filter((name) => /^base-\w+\.json$/.test(name)).toSorted()
  return Promise.all(notes.map(async (name) => JSON.parse(await readFile(join(root, name), 'utf8')) as BaseCopy))
}

const compactMoment = (at: Date) => at.toISOString().replaceAll(/[-:.Z]/g, '')

/** Stored files are named by what is in them: each is taken once. One that is gone is kept as long as a base copy that knew it. */
async function takeFiles(place: ArchivePlace, root: string): Promise<void> {
  const from = join(place.dataDir, 'files')
  for (const part of (await readdir(from).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const present = await readdir(join(from, part))
    const archived = new Set((await readdir(join(filesIn(root), part)).catch(() => [])).map(plainName))
    for (const hash of present) {
      if (archived.has(hash)) continue
      await keep(join(filesIn(root), part, hash), createReadStream(join(from, part, hash)), place, false)
    }
  }
}

/** Keys and transparency log, where they changed since the last time: not while facts are bound into the log. */
async function takeSide(place: ArchivePlace, client: pg.PoolClient, home: string, line: Line, root: string): Promise<void> {
  const names = await sideFiles(place.dataDir)
  const described = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(place.dataDir, name))
      return `${name} ${size} ${mtimeMs}`
    }),
  )
  const side = createHash('sha256').update(described.join('\n')).digest('hex')
  if (side === line.side) return
  await client.query('select pg_advisory_lock($1)', [sealingLock])
  try {
    const archive = pack()
    const size = (await readFile(join(place.dataDir, 'log/checkpoint'), 'utf8').catch(() => '')).split('\n')[1] ?? '0'
    const filled = (async () => {
      for (const name of await sideFiles(place.dataDir)) await addWhole(archive, name, join(place.dataDir, name))
      archive.finalize()
    })().catch((error: Error) => archive.destroy(error))
    await keep(join(root, `side-${compactMoment(new Date())}-${size}.tar`), archive, place)
    await filled
  } finally {
    await client.query('select pg_advisory_unlock($1)', [sealingLock]).catch(() => {})
  }
  await noteLine(home, { ...line, side })
}

async function sideFiles(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of ['keys', 'log']) {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries)
      if (entry.isFile() && !entry.name.startsWith('.')) found.push(relative(dataDir, join(entry.parentPath, entry.name)))
  }
  return found.toSorted()
}

/** Copies the cluster while it is at work: the log since the beginning of the copy makes it consistent (PostgreSQL manual 25.3.4). */
async function takeBase(place: ArchivePlace, client: pg.PoolClient, home: string, root: string): Promise<BaseCopy> {
  const cluster = join(home, 'cluster')
  await removeUnfinished(root, (name) => name.startsWith('base-'))
  const name = `base-${compactMoment(new Date())}`
  const { rows: begun } = await client.query<{ lsn: string }>(`select pg_backup_start('dacsan', fast => true) as lsn`)
  const archive = pack()
  let label = ''
  let stop = ''
  const filled = (async () => {
    for (const path of await clusterFiles(cluster)) await addWhole(archive, path, join(cluster, path), { mayVanish: true })
    // The last file, in one write of the server's: read until it was not written meanwhile.
    await addBytes(archive, 'global/pg_control', await readSteady(join(cluster, 'global/pg_control')))
    const { rows } = await client.query<{ lsn: string; labelfile: string }>(
      'select lsn, labelfile from pg_backup_stop(wait_for_archive => false)',
    )
    label = rows[0]!.labelfile
    stop = rows[0]!.lsn
    await addBytes(archive, 'backup_label', Buffer.from(label))
    archive.finalize()
  })().catch((error: Error) => {
    archive.destroy(error)
    throw error
  })
  const [, wrote] = await Promise.allSettled([filled, keep(join(root, `${name}.tar`), archive, place)])
  if (wrote.status === 'rejected') {
    await client.query('select pg_backup_stop(wait_for_archive => false)').catch(() => {})
    throw wrote.reason
  }
  await filled
  const { rows } = await client.query<{ end: Date; size: string; timeline: number }>(`
    select clock_timestamp() as end, (select setting from pg_settings where name = 'wal_segment_size') as size, timeline_id as timeline
    from pg_control_checkpoint()`)
  const { end, size, timeline } = rows[0]!
  await alone(client, logLock, 'when it is free', () => takeAll(place, client))
  const [first] = /[0-9A-F]{24}/.exec(label) ?? [segmentBefore(begun[0]!.lsn, timeline, BigInt(size))]
  const base: BaseCopy = { name, first, last: segmentBefore(stop, timeline, BigInt(size)), end: end.toISOString() }
  const gap = await gapSince(root, base)
  if (gap) throw new Error(`the base copy cannot be used: ${gap} of the database's log is missing`)
  await writeWhole(join(root, `${name}.json`), (path) => writeFile(path, JSON.stringify(base)))
  return base
}

/** What the server makes anew when it starts, or what is of its own life only (PostgreSQL manual 25.3.4.3). */
const notCopied =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^(postmaster\.(pid|opts)|backup_label(\.old)?|global\/pg_control)$|(^|\/)(pgsql_tmp|pg_internal\.init)/
/** Their folders must be there all the same. */
export const emptyFolders = [
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_commit_ts',
  'pg_logical/mappings',
  'pg_logical/snapshots',
] as const

async function clusterFiles(cluster: string): Promise<string[]> {
  const entries = await readdir(cluster, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(cluster, join(entry.parentPath, entry.name)))
    .filter((path) => !notCopied.test(path))
}

/** The file as long as it was when it was opened: one that shrinks meanwhile is filled up, and the log sets right what it holds. */
async function addWhole(archive: Pack, name: string, path: string, { mayVanish = false } = {}): Promise<void> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (mayVanish && error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return
  try {
    const { size } = await file.stat()
    await pipeline(
      async function* () {
        for (let at = 0; at < size;) {
          const chunk = Buffer.alloc(Math.min(256 * 1024, size - at))
          const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
          const bytes = bytesRead > 0 ? chunk.subarray(0, bytesRead) : chunk
          at += bytes.length
          yield bytes
        }
      },
      archive.entry({ name, size, mode: 0o600 }),
    )
  } finally {
    await file.close()
  }
}

function addBytes(archive: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()))
  })
}

async function readSteady(path: string): Promise<Buffer> {
  for (;;) {
    const [one, other] = [await readFile(path), await readFile(path)]
    if (one.equals(other)) return one
  }
}

/** Removes what no base copy that is kept needs, and lines that have ended long ago. */
export async function forget(place: ArchivePlace, root: string): Promise<void> {
  const bases = await listBases(root)
  const newest = [...new Map(bases.map((base) => [vietnamDay(new Date(base.end)), base])).values()].slice(-kept.bases)
  const oldest = newest[0]
  if (!oldest) return
  const stay = new Set(newest.map(({ name }) => name))
  const sides = (await readdir(root)).filter((name) => name.startsWith('side-')).toSorted()
  const bound = `side-${oldest.name.slice('base-'.length)}`
  const oldSides = sides.filter((name) => name < bound).slice(0, -1) // the newest of before is the one of the oldest copy's moment
  for (const name of await readdir(root)) {
    const isOldBase = name.startsWith('base-') && !stay.has(name.slice(0, name.indexOf('.')))
    if (isOldBase || oldSides.includes(name)) await rm(join(root, name), { force: true })
  }
  for (const name of await readdir(walIn(root))) if (plainName(name) < oldest.first) await rm(join(walIn(root), name), { force: true })
  await forgetFiles(place, root, new Date(oldest.end))
  if (newest.length < kept.bases) return
  for (const name of await readdir(minutesIn(place.folder))) {
    const other = join(minutesIn(place.folder), name)
    const reached = await readReached(other)
    if (other !== root && reached && reached.getTime() < Date.now() - kept.strangerMs) await rm(other, { recursive: true, force: true })
  }
}

const gone = '.gone'

/** A file that the installation no longer has is marked, and goes when no base copy is as old as the mark. */
async function forgetFiles({ dataDir }: ArchivePlace, root: string, oldest: Date): Promise<void> {
  for (const part of await readdir(filesIn(root)).catch(() => [])) {
    const folder = join(filesIn(root), part)
    const present = new Set(await readdir(join(dataDir, 'files', part)).catch(() => []))
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      if (name.endsWith(unfinished)) {
        // Another round may be writing it.
        if (((await stat(path).catch(() => null))?.mtimeMs ?? Infinity) < Date.now() - dayMs) await rm(path, { force: true })
      } else if (name.endsWith(gone)) {
        if ((await stat(path)).mtime < oldest) await rm(path, { force: true })
      } else if (!present.has(plainName(name))) {
        await rename(path, path + gone)
        await utimes(path + gone, new Date(), new Date())
      }
    }
  }
}

/** Where a stored file lies in a line. */
export async function findArchivedFile(root: string, hash: string): Promise<string | null> {
  const folder = join(filesIn(root), hash.slice(0, 2))
  const name = (await readdir(folder).catch(() => [])).find((name) => name.startsWith(hash) && !name.endsWith(unfinished))
  return name === undefined ? null : join(folder, name)
}

const vietnamDay = (at: Date) => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0
  return bytes
}
