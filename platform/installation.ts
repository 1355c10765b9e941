import type { Pool } from 'pg'
import type { Config } from './config.ts'
import { type Database, type DatabaseLimits, openDatabase } from './database.ts'
import { type FileStore, openFileStore } from './files.ts'
import type { Log } from './log.ts'
import { type OpenKey, holdKeys, makeFirstKey } from './locked-text.ts'
import { migrate, readMigrations } from './migrations.ts'
import { type PostgresConnection, findRunningPostgres, startPostgres } from './postgres-server.ts'
import { refuseWhileRestoring } from './restore.ts'
import { makeRunningRole, runningRole, whoOwns } from './running-role.ts'
import { openSecret, readSecret } from './secrets.ts'

/** One installation of the product as a process sees it: its configuration, its database, its files. */
export type Installation<Tables> = Database<Tables> & {
  config: Config
  files: FileStore
  log: Log
  /**
   * Connections of its own for a purpose that must not wait for the others, nor they for it; whoever asks closes them. With `asOwner` they are those of
   * whom the tables belong to.
   */
  connect(options: { connections?: number; limits?: DatabaseLimits; asOwner?: boolean }): Database<Tables>
  /** Whom the owner has to grant new tables to; null where the product runs as the owner. */
  role: string | null
}

type Opening = {
  /** Uses the embedded server that is running already, where there is one. */
  beside?: boolean
  /** Leaves the database in the form that it has, and opens it as its owner. */
  asItIs?: boolean
  asOwner?: boolean
  /** Opens what a restore to a minute made, before others may. */
  recovering?: boolean
  /** Hold for what pages ask; migrations and the command line take their time. */
  limits?: DatabaseLimits
}

/**
 * Opens the installation that the configuration names, with its database in the present form; without DATABASE_URL the embedded server is started.
 * Migrations are done as the owner of the tables; what is opened owns nothing, unless `asOwner` or `asItIs` asks for that.
 */
export async function openInstallation<Tables>(
  config: Config,
  log: Log,
  { beside = false, asItIs = false, asOwner = asItIs, recovering = false, limits }: Opening = {},
): Promise<Installation<Tables>> {
  const server = await openServer(config, log, { beside, recovering })
  try {
    const { owner, running, role } = await findUsers(server, config, log)
    if (!asItIs) await prepare(owner, role, config, log)
    const connect: Installation<Tables>['connect'] = ({ asOwner: owns = asOwner, ...options }) => {
      const opened = openDatabase<Tables>({ connection: owns ? owner : running, log, slowMs: config.slowQueryMs, ...options })
      holdKeys(opened.db, (purpose) => readSecret(config.dataDir, purpose), keysOf(config))
      return opened
    }
    const database = connect({ ...(limits && { limits }) })
    const close = async () => {
      await database.close()
      await server.stop()
    }
    return { ...database, config, log, files: openFileStore(config), connect, role, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function prepare(owner: Address, role: string | null, config: Config, log: Log): Promise<void> {
  const { pool, close } = openDatabase({ connection: owner, log, connections: 2 })
  try {
    await refuseWhileRestoring(pool, config)
    await migrate(pool, await readMigrations(), role)
    await keepIdentity(pool, config)
  } finally {
    await close()
  }
}

/** Whoever opens a database that is new says what it is: whose, and locked with which key. */
export async function keepIdentity(pool: Pool, config: Pick<Config, 'province' | 'dataDir'>): Promise<void> {
  await keepProvince(pool, config.province)
  await makeFirstKey(pool, keysOf(config))
}

const keysOf =
  ({ dataDir }: Pick<Config, 'dataDir'>): OpenKey =>
  (purpose) =>
    openSecret(dataDir, purpose)

/** An installation serves the province that it was made for, and no other: its communes, papers and codes are in the database. */
export async function keepProvince(pool: Pool, province: string): Promise<void> {
  const made = async () => (await pool.query<{ province: string }>('select province from installation')).rows[0]?.province
  if ((await made()) === undefined) await pool.query('insert into installation (province) values ($1) on conflict do nothing', [province])
  const kept = await made()
  if (kept !== province) throw new Error(`PROVINCE=${province}: this installation was made for ${kept}`)
}

type Address = string | PostgresConnection

async function openServer(
  { databaseUrl, dataDir, backupDir }: Config,
  log: Log,
  { beside, recovering }: { beside: boolean; recovering: boolean },
): Promise<{ owner: Address; stop(): Promise<void> }> {
  const nothing = async () => {}
  if (databaseUrl) return { owner: databaseUrl, stop: nothing }
  const found = beside ? await findRunningPostgres(dataDir) : null
  if (found) return { owner: found, stop: nothing }
  const { connection, stop } = await startPostgres({ dataDir, log, archive: backupDir !== undefined, recovering })
  return { owner: connection, stop }
}

type Users = { owner: Address; running: Address; role: string | null }

/** Who owns the tables, and who the running product is. */
async function findUsers({ owner }: { owner: Address }, { databaseOwnerUrl }: Config, log: Log): Promise<Users> {
  const given = await ask(owner, log, async (pool) => {
    const found = await whoOwns(pool)
    // Whoever has an address of its own, or owns nothing, is what the running product is to be.
    const isOwner = !databaseOwnerUrl && found.owns !== false
    return { ...found, isOwner, role: isOwner && (await makeRunningRole(pool, { login: typeof owner !== 'string' })) }
  })
  if (typeof owner !== 'string') return { owner, running: { ...owner, user: runningRole }, role: runningRole }
  if (given.isOwner) {
    if (given.role) return { owner, running: asRole(owner, runningRole), role: runningRole }
    log.warn(
      `the database user ${given.user} owns the tables and may not make the role ${runningRole}: the product runs as their owner (runbook)`,
    )
    return { owner, running: owner, role: null }
  }
  if (!databaseOwnerUrl) return { owner, running: owner, role: null }
  const { user } = await ask(databaseOwnerUrl, log, whoOwns)
  if (user === given.user) throw new Error(`DATABASE_OWNER_URL and DATABASE_URL name the same user, ${user}`)
  if (given.superuser || given.owns)
    log.warn(`the database user ${given.user} of DATABASE_URL may change every table: give it one that owns nothing`)
  return { owner: databaseOwnerUrl, running: owner, role: given.user }
}

async function ask<Answer>(connection: Address, log: Log, question: (pool: Pool) => Promise<Answer>): Promise<Answer> {
  const { pool, close } = openDatabase({ connection, log, connections: 1 })
  try {
    return await question(pool)
  } finally {
    await close()
  }
}

/** Every connection to this address works as the role from its first statement on. */
function asRole(url: string, role: string): string {
  const option = encodeURIComponent(`-c role=${role}`)
  if (/[?&]options=/.test(url)) return url.replace(/[?&]options=[^&]*/, (options) => `${options}%20${option}`)
  return `${url}${url.includes('?') ? '&' : '?'}options=${option}`
}
