import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { extract } from 'tar-stream'
import { sync } from './durable.ts'
import {
  type BaseCopy,
  emptyFolders,
  findArchivedFile,
  gapSince,
  listBases,
  minutesIn,
  readReached,
  unkeep,
  walIn,
} from './minute-archive.ts'
import { recoverPostgres } from './postgres-server.ts'

export type MinuteRestore = {
  /** BACKUP_DIR. */
  folder: string
  /** Empty, or where this was cut off before. */
  dataDir: string
  /** The moment; null: the last that the archive has. */
  at: Date | null
  /** Which of the lines of the archive, where several have the moment. */
  line?: string | undefined
  identities: readonly string[]
  log: { info(message: string): void; warn(message: string): void }
}

export type RestoredMinute = {
  line: string
  /** Stored files that the archive does not have. */
  missingFiles: string[]
}

/**
 * Makes an empty data folder into the installation as it was at a moment: what was committed until then is there, what came later is not. The archive
 * and whatever ran before stay as they are. `finishRecovery` opens the folder afterwards; until then no start uses it.
 */
export async function restoreToMinute({ folder, dataDir, at, line: wanted, identities, log }: MinuteRestore): Promise<RestoredMinute> {
  const { line, root, base, reached } = await chooseBase(folder, at, wanted)
  await refuseLocked(root, base, identities)
  const gap = await gapSince(root, base)
  if (gap !== null && at === null) throw new Error(`the archive ${line} misses ${gap} of the database's log: choose a moment (--at)`)
  const recovery = {
    dataDir,
    log,
    until: at,
    leadsThere: gap === null,
    fill: (cluster: string) => unpack(join(root, `${base.name}.tar`), cluster, identities, emptyFolders),
    fetch: (name: string, to: string) => fetchLog(root, name, to, identities),
  }
  log.info(`base copy of ${base.end}, and the log after it up to ${at?.toISOString() ?? reached.toISOString()}`)
  const missingFiles = await recoverPostgres(recovery, async (connection) => {
    const client = new pg.Client(connection)
    await client.connect()
    try {
      await putSide(client, root, dataDir, at, identities)
      return await putFiles(client, root, dataDir, identities)
    } finally {
      await client.end()
    }
  })
  return { line, missingFiles }
}

type Chosen = { line: string; root: string; base: BaseCopy; reached: Date }

/** The line that has the moment, and its last base copy before it; `latest` is in the line that was written to last. */
async function chooseBase(folder: string, at: Date | null, wanted: string | undefined): Promise<Chosen> {
  const lines: (Chosen & { bases: BaseCopy[] })[] = []
  for (const line of await readdir(minutesIn(folder)).catch(() => [])) {
    if (wanted !== undefined && line !== wanted) continue
    const root = join(minutesIn(folder), line)
    const [bases, reached] = [await listBases(root), await readReached(root)]
    const base = bases.findLast(({ end }) => at === null || new Date(end) <= at)
    if (bases[0] && reached) lines.push({ line, root, bases, reached, base: base ?? bases[0] })
  }
  lines.sort((one, other) => one.reached.getTime() - other.reached.getTime())
  const newest = lines.at(-1)
  if (!newest) throw new Error(`${folder} has no archive${wanted === undefined ? '' : ` ${wanted}`} that leads back to a minute`)
  if (at === null) return newest
  const [chosen, ...others] = lines.filter(({ base, reached }) => new Date(base.end) <= at && at <= reached)
  if (others.length > 0)
    throw new Error(
      `several archives have that moment: --line ${[chosen!, ...others].map(({ line }) => line).join(' or --line ')} says which`,
    )
  if (chosen) return chosen
  const spans = lines.map(({ bases, reached }) => `${sayMoment(new Date(bases[0]!.end), 'up')} – ${sayMoment(reached, 'down')}`)
  throw new Error(`the archive does not have ${sayMoment(at, 'down')}; it has ${spans.join(', ')}`)
}

/** As people in Việt Nam read the clock; a bound is rounded to a second within it. */
function sayMoment(at: Date, round: 'up' | 'down'): string {
  const seconds = round === 'up' ? Math.ceil(at.getTime() / 1000) : Math.floor(at.getTime() / 1000)
  return new Date((seconds + 7 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** Before anything is made: a key that does not fit is told by its name. */
async function refuseLocked(root: string, base: BaseCopy, identities: readonly string[]): Promise<void> {
  const locked = (await kept(join(root, `${base.name}.tar`)))?.endsWith('.age')
  if (locked && identities.length === 0) throw new Error('the archive is encrypted: --identity FILE names the identity (age) that opens it')
}

/** The file that is kept under a name, packed and locked as it may be. */
async function kept(path: string): Promise<string | null> {
  for (const name of [`${path}.gz.age`, `${path}.gz`, `${path}.age`, path]) if (await stat(name).catch(() => null)) return name
  return null
}

async function open(path: string, to: NodeJS.WritableStream, identities: readonly string[]): Promise<void> {
  await unkeep(path, to, identities).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    if (/no identity matched/.test(reason)) throw new Error(`${path} was not encrypted to the identity that was given`)
    throw new Error(`${path} is damaged: ${reason}`)
  })
}

async function fetchLog(root: string, name: string, to: string, identities: readonly string[]): Promise<boolean> {
  const found = await kept(join(walIn(root), name))
  if (!found) return false
  await open(found, createWriteStream(to, { mode: 0o600 }), identities)
  return true
}

/** Unpacks a copy of ours into a folder. */
async function unpack(path: string, folder: string, identities: readonly string[], folders: readonly string[] = []): Promise<void> {
  const found = await kept(path)
  if (!found) throw new Error(`${path} is not in the archive`)
  for (const name of folders) await mkdir(join(folder, name), { recursive: true, mode: 0o700 })
  const [bytes, archive] = [new PassThrough(), extract()]
  const written = (async () => {
    for await (const entry of archive) {
      const { name, type } = entry.header
      const isOurs = type === 'file' && normalize(name) === name && !name.startsWith('..') && !name.startsWith('/')
      if (!isOurs) throw new Error(`${name} does not belong into a copy`)
      await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
      await pipeline(entry, createWriteStream(join(folder, name), { mode: 0o600 }))
    }
  })()
  await Promise.all([open(found, bytes, identities), pipeline(bytes, archive), written])
}

/**
 * Puts in keys and transparency log. The log is the newest that binds no fact which the database of that moment did not know; facts that are noted as
 * bound behind its end are bound again. The log as it was at the end is evidence, and lies beside it.
 */
async function putSide(client: pg.Client, root: string, dataDir: string, at: Date | null, identities: readonly string[]): Promise<void> {
  const sides = (await readdir(root)).flatMap((name) => {
    const [, moment, size] = /^side-(\d{8}T\d{9})-(\d+)\.tar/.exec(name) ?? []
    return moment === undefined ? [] : [{ name: name.slice(0, name.indexOf('.')), moment, size: Number(size) }]
  })
  sides.sort((one, other) => (one.moment < other.moment ? -1 : 1))
  if (sides.length === 0) return
  const until = at === null ? '9' : at.toISOString().replaceAll(/[-:.Z]/g, '')
  const { rows } = await client.query<{ size: string }>('select coalesce(max(position) + 1, 0) as size from sealed_fact')
  const newest = sides.at(-1)!
  const ofKeys = sides.find(({ moment }) => moment >= until) ?? newest
  const ofLog = sides.findLast(({ size, moment }) => size <= Number(rows[0]!.size) && moment <= ofKeys.moment)
  const take = async (side: string, what: string, to: string) => {
    const unpacked = join(dataDir, '.restore-side')
    await unpack(join(root, `${side}.tar`), unpacked, identities)
    if (await stat(join(unpacked, what)).catch(() => null)) await rename(join(unpacked, what), join(dataDir, to))
    await rm(unpacked, { recursive: true, force: true })
  }
  await take(ofKeys.name, 'keys', 'keys')
  if (ofLog) await take(ofLog.name, 'log', 'log')
  if (newest.size > (ofLog?.size ?? 0)) await take(newest.name, 'log', `log-before-${newest.moment}`)
  await client.query('delete from sealed_fact where position >= $1', [ofLog?.size ?? 0])
}

/** Brings the files that the database names; answers with those that the archive does not have as they were. */
async function putFiles(client: pg.Client, root: string, dataDir: string, identities: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>('select hash from stored_file order by hash')
  const missing: string[] = []
  for (const { hash } of rows) {
    const place = join(dataDir, 'files', hash.slice(0, 2), hash)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const found = await findArchivedFile(root, hash)
    const came = found !== null && (await unkeep(found, createWriteStream(place, { mode: 0o600 }), identities).then(yes, no))
    if (came) await sync(place)
    if (!came || (await hashOf(place)) !== hash) missing.push(hash)
  }
  return missing
}

const [yes, no] = [() => true, () => false]

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * A moment as somebody writes it: `2026-11-28 22:14`, with seconds where wished, by the clock of Việt Nam unless an offset says otherwise; `latest`: the
 * last that there is. Throws on anything else.
 */
export function readMoment(text: string): Date | null {
  if (text === 'latest') return null
  const [, day, minute, second = ':00', offset = '+07:00'] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? []
  const at = new Date(`${day}T${minute}${second}${offset}`)
  // The thirtieth of February would be the second of March.
  const isDay =
    day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  if (!isDay || Number.isNaN(at.getTime())) throw new Error(`--at ${text} is not a moment such as "2026-11-28 22:14", or latest`)
  return at
}
