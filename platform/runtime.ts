import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { FileStore } from './files.ts'
import type { Log } from './log.ts'

/** What one process shares: opened once by whoever starts it, read by the pages, the front and the worker. */
export type RuntimeOf<Tables, Auth> = {
  config: Config
  log: Log
  db: Kysely<Tables>
  pool: pg.Pool
  files: FileStore
  auth: Auth
}

// On the global object: the development server of the pages loads a copy of this file of its own.
const shared = globalThis as { [key: symbol]: unknown }
const place = Symbol.for('dacsan.runtime')

export function holdRuntime(runtime: object): void {
  shared[place] = runtime
}

export function heldRuntime<Runtime extends object>(): Runtime | undefined {
  return shared[place] as Runtime | undefined
}
