import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Log } from './log.ts'
import type { PostgresConnection } from './postgres-server.ts'

export type DatabaseConfig = {
  /** A connection URL, or the socket of the embedded server. */
  connection: string | PostgresConnection
  log: Pick<Log, 'warn'>
  /** Connections at most; 10 unless told. */
  connections?: number
}

export type Database<Tables> = { db: Kysely<Tables>; pool: pg.Pool; close(): Promise<void> }

/**
 * Opens the database. `bigint` comes as a number (and throws past 2^53-1), `numeric` as text, `date` as `YYYY-MM-DD`, `timestamptz` as Date.
 */
export function openDatabase<Tables>({ connection, log, connections = 10 }: DatabaseConfig): Database<Tables> {
  const address = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ ...address, max: connections, types: columnTypes, application_name: processName })
  // A server that restarts breaks connections, idle or at work. The pool replaces them by itself; without listeners the process would end.
  let closing = false
  const lost = (error: Error) => closing || log.warn(`a database connection was lost: ${error.message}`)
  pool.on('error', lost).on('connect', (client) => client.on('error', lost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const close = () => {
    closing = true
    return pool.end()
  }
  return { db, pool, close }
}

/** Asks the database for nothing; throws where it does not answer. */
export async function pingDatabase<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`select 1`.execute(db)
}

/** Whether the database refused a text that holds U+0000, which it cannot keep and nobody types (SQLSTATE 22021, within JSON 22P05). */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05')
}

/** What the server knows our connections by: one name per process. */
export const processName = `dacsan ${process.pid}`

const { DATE, INT8 } = pg.types.builtins
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return safeInteger
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the whole numbers that JavaScript keeps exactly`)
  return value
}
