import type { Pool } from 'pg'
import type { Config } from './config.ts'
import { type Database, type DatabaseLimits, openDatabase } from './database.ts'
import { type FileStore, openFileStore } from './files.ts'
import type { Log } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { findRunningPostgres, startPostgres } from './postgres-server.ts'
import { refuseWhileRestoring } from './restore.ts'

/** One installation of the product as a process sees it: its configuration, its database, its files. */
export type Installation<Tables> = Database<Tables> & {
  config: Config
  files: FileStore
  log: Log
  /** Connections of its own for a purpose that must not wait for the others, nor they for it; whoever asks closes them. */
  connect(options: { connections: number; limits: DatabaseLimits }): Database<Tables>
}

/**
 * Opens the installation that the configuration names, with its database in the present form.
 * Without DATABASE_URL the embedded server is started; with `beside`, one that is running already is used.
 * With `asItIs` the database keeps the form it has. `limits` hold for what pages ask; migrations and the command line take their time.
 */
export async function openInstallation<Tables>(
  config: Config,
  log: Log,
  { beside = false, asItIs = false, limits }: { beside?: boolean; asItIs?: boolean; limits?: DatabaseLimits } = {},
): Promise<Installation<Tables>> {
  const server = await openServer(config, log, beside)
  const { connection } = server
  const database = openDatabase<Tables>({ connection, log, ...(limits && { limits }) })
  const close = async () => {
    await database.close()
    await server.stop()
  }
  try {
    if (!asItIs) {
      const unlimited = openDatabase<Tables>({ connection, log, connections: 2 })
      try {
        await refuseWhileRestoring(unlimited.pool, config.dataDir)
        await migrate(unlimited.pool, await readMigrations())
        await keepProvince(unlimited.pool, config.province)
      } finally {
        await unlimited.close()
      }
    }
  } catch (error) {
    await close()
    throw error
  }
  const connect: Installation<Tables>['connect'] = (options) => openDatabase<Tables>({ connection, log, ...options })
  return { ...database, config, log, files: openFileStore(config.dataDir), connect, close }
}

/** An installation serves the province that it was made for, and no other: its communes, papers and codes are in the database. */
export async function keepProvince(pool: Pool, province: string): Promise<void> {
  await pool.query('insert into installation (province) values ($1) on conflict do nothing', [province])
  const { rows } = await pool.query<{ province: string }>('select province from installation')
  const [made] = rows
  if (made?.province !== province) throw new Error(`PROVINCE=${province}: this installation was made for ${made?.province}`)
}

async function openServer({ databaseUrl, dataDir }: Config, log: Log, beside: boolean) {
  const nothing = async () => {}
  if (databaseUrl) return { connection: databaseUrl, stop: nothing }
  const running = beside ? await findRunningPostgres(dataDir) : null
  return running ? { connection: running, stop: nothing } : startPostgres({ dataDir, log })
}
