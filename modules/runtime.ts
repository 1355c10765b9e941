import { openDatabase } from '@dacsan/platform/database'
import type { DatabaseConfig } from '@dacsan/platform/database'
import type { Config } from '@dacsan/platform/config'
import { openFileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import { heldRuntime, holdRuntime } from '@dacsan/platform/runtime'
import type { RuntimeOf } from '@dacsan/platform/runtime'
import { openSecret } from '@dacsan/platform/secrets'
import type { Ctx } from './context.ts'
import type { DB as Tables } from './database.tables.ts'
import type { Actor } from './identity/actor.ts'
import { createAuth } from './identity/index.ts'
import type { Auth } from './identity/index.ts'

export type Runtime = RuntimeOf<Tables, Auth> & { close(): Promise<void> }

/** Opens what a process needs on a migrated database, and holds it for the pages of this process. */
export async function openRuntime(
  config: Config,
  { connection, log }: { connection: DatabaseConfig['connection']; log: Log },
): Promise<Runtime> {
  const { db, pool, close } = openDatabase<Tables>({ connection, log })
  const secret = await openSecret(config.dataDir, 'session')
  const auth = createAuth({ db, secret, origin: config.origin, refuseDemoPassword: config.seed !== 'demo' })
  const runtime: Runtime = { config, log, db, pool, files: openFileStore(config.dataDir), auth, close }
  holdRuntime(runtime)
  return runtime
}

/** The runtime of this process. */
export function currentRuntime(): Runtime {
  const runtime = heldRuntime<Runtime>()
  if (!runtime) throw new Error('the runtime was not opened')
  return runtime
}

/** The context of one request or one job: this actor, at this moment. */
export function contextFor({ db, files }: Pick<Runtime, 'db' | 'files'>, actor: Actor, now: Date = new Date()): Ctx {
  return { db, files, actor, now, newId }
}
