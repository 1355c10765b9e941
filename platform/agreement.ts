import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { FilesUnavailable } from './file-place.ts'
import type { FilePlace } from './file-place.ts'
import { keysAmiss } from './locked-text.ts'
import type { Log } from './log.ts'
import { openFilePlace } from './open-file-place.ts'
import type { FilesAt } from './open-file-place.ts'
import { openSecret, readSecret } from './secrets.ts'

/** What is noted of the place of the files, beside the keys. */
const ofFiles = 'files'

/** Among the purposes: every key that numbers of this database are locked with. Their fingerprints are in `lock_key`, and none is made here. */
export const numberKeys = 'numbers'
/** In place of a fingerprint: somebody said (`acceptAgreement`) that this key is lost for good. */
const accepted = 'lost'

/**
 * What the processes of one database must have alike: the keys in `DATA_DIR/keys`, and the place of the files. The first process notes what it has, and
 * one that has something else throws a line that says what to do. The database holds fingerprints: what it is dumped into opens nothing.
 */
export async function requireAgreement<Tables>(
  db: Kysely<Tables>,
  at: FilesAt,
  { purposes, log }: { purposes: readonly string[]; log?: Pick<Log, 'warn'> },
): Promise<void> {
  await requireKeys(db, at.dataDir, purposes)
  try {
    await requirePlace(db, at)
  } catch (error) {
    // Pages do without photos for a while.
    if (!(error instanceof FilesUnavailable)) throw error
    log?.warn({ err: error }, 'whether the files are those of this database could not be seen')
  }
}

/** The same for keys alone: those of these purposes are made where the database knows none. */
export async function requireKeys<Tables>(db: Kysely<Tables>, dataDir: string, purposes: readonly string[] = []): Promise<void> {
  const folder = join(dataDir, 'keys')
  const remedy = 'copy the folder keys of a DATA_DIR that serves it, or, where there is none any more, bin/dacsan keys --accept'
  const noted = await notedOf(db)
  const missing = (purpose: string) => new Error(`${folder} has not the key ${purpose} of this database: ${remedy}`)
  const another = (purpose: string) => new Error(`${folder} has another key ${purpose} than this database is used with: ${remedy}`)
  for (const purpose of new Set([...noted.keys(), ...purposes])) {
    if (purpose === ofFiles || purpose === numberKeys || noted.get(purpose) === accepted) continue
    if (noted.has(purpose) && (await readSecret(dataDir, purpose)) === null) throw missing(purpose)
    const own = fingerprintOf(purpose, await openSecret(dataDir, purpose))
    if ((noted.get(purpose) ?? (await note(db, purpose, own))) !== own) throw another(purpose)
  }
  if (!purposes.includes(numberKeys)) return
  for (const { purpose, isThere } of await keysAmiss(db, (name) => readSecret(dataDir, name)))
    if (noted.get(purpose) !== accepted) throw isThere ? another(purpose) : missing(purpose)
}

async function requirePlace<Tables>(db: Kysely<Tables>, at: FilesAt): Promise<void> {
  const place = openFilePlace(at)
  const noted = (await notedOf(db)).get(ofFiles) ?? (await notePlace(db, place))
  if ((await place.marked()) === noted) return
  const where = at.filePlace?.kind === 's3' ? 'FILES_URL' : `DATA_DIR=${at.dataDir}`
  throw new Error(
    `${where} is not where the files of this database are: several processes share one folder files, or FILES_URL; if they were moved, bin/dacsan keys --accept`,
  )
}

/** In one transaction: what is noted was also written. */
async function notePlace<Tables>(db: Kysely<Tables>, place: FilePlace): Promise<string> {
  const own = randomBytes(16).toString('hex')
  return db.transaction().execute(async (tx) => {
    const noted = await note(tx, ofFiles, own)
    if (noted === own) await place.mark(own)
    return noted
  })
}

/** From now on the keys and the files that this process has are those of the database. */
export async function acceptAgreement<Tables>(db: Kysely<Tables>, at: FilesAt, purposes: readonly string[]): Promise<void> {
  await sql`delete from installation_key`.execute(db)
  if (purposes.includes(numberKeys))
    for (const { purpose } of await keysAmiss(db, (name) => readSecret(at.dataDir, name))) await note(db, purpose, accepted)
  await requireAgreement(db, at, { purposes })
}

/** After a restore the files are where they were just put: the next process notes that place. The keys came with them. */
export async function forgetPlace<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`delete from installation_key where purpose = ${ofFiles}`.execute(db)
}

async function notedOf<Tables>(db: Kysely<Tables>): Promise<Map<string, string>> {
  const { rows } = await sql<{ purpose: string; fingerprint: string }>`
    select purpose, fingerprint from installation_key order by purpose`.execute(db)
  return new Map(rows.map(({ purpose, fingerprint }) => [purpose, fingerprint]))
}

/** Notes what nobody noted before; answers what is noted now. */
async function note<Tables>(db: Kysely<Tables>, purpose: string, fingerprint: string): Promise<string> {
  await sql`insert into installation_key (purpose, fingerprint) values (${purpose}, ${fingerprint}) on conflict do nothing`.execute(db)
  return (await notedOf(db)).get(purpose)!
}

/** A key is 32 random bytes: nobody finds it from this. */
const fingerprintOf = (purpose: string, secret: string) => createHash('sha256').update(`dacsan ${purpose}\n${secret}`).digest('base64url')
