import type { Config } from './config.ts'
import { type Database, openDatabase } from './database.ts'
import { type FileStore, openFileStore } from './files.ts'
import type { Log } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { findRunningPostgres, startPostgres } from './postgres-server.ts'

/** One installation of the product as a process sees it: its configuration, its database, its files. */
export type Installation<Tables> = Database<Tables> & { config: Config; files: FileStore; log: Log }

/**
 * Opens the installation that the configuration names, with its database in the present form.
 * Without DATABASE_URL the embedded server is started; with `beside`, one that is running already is used.
 * With `asItIs` the database keeps the form it has.
 */
export async function openInstallation<Tables>(
  config: Config,
  log: Log,
  { beside = false, asItIs = false } = {},
): Promise<Installation<Tables>> {
  const server = await openServer(config, log, beside)
  const database = openDatabase<Tables>({ connection: server.connection, log })
  const close = async () => {
    await database.close()
    await server.stop()
  }
  try {
    if (!asItIs) await migrate(database.pool, await readMigrations())
  } catch (error) {
    await close()
    throw error
  }
  return { ...database, config, log, files: openFileStore(config.dataDir), close }
}

async function openServer({ databaseUrl, dataDir }: Config, log: Log, beside: boolean) {
  const nothing = async () => {}
  if (databaseUrl) return { connection: databaseUrl, stop: nothing }
  const running = beside ? await findRunningPostgres(dataDir) : null
  return running ? { connection: running, stop: nothing } : startPostgres({ dataDir, log })
}
