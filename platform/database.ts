import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Logger } from 'kysely'
import pg from 'pg'
import { FilesUnavailable } from './file-place.ts'
import type { Log } from './log.ts'
import { PipelinedClient } from './pipelined-client.ts'
import { isLostStatement } from './statement-names.ts'
import type { PostgresConnection } from './postgres-server.ts'
import { requestScope } from './request-scope.ts'

export type DatabaseConfig = {
  /** A connection URL, or the socket of the embedded server. */
  connection: string | PostgresConnection
  log: Pick<Log, 'warn'>
  /** Connections at most; 10 unless told. One stays open while it serves: that shows others that somebody is at work here. */
  connections?: number
  /** How long it may take; without limits, it may take as long as it takes: migrations, backups and imports of the command line. */
  limits?: DatabaseLimits
  /** A statement that takes longer has a line in the log (milliseconds); absent: none has. */
  slowMs?: number
}

/** In milliseconds. */
export type DatabaseLimits = {
  /** The longest wait for a connection, when all are taken or the server does not answer. */
  connect: number
  /** The longest statement. */
  statement: number
  /** The longest wait for a lock that somebody else holds. */
  lock: number
  /** The longest pause within a transaction. */
  idleInTransaction: number
}

/** For whoever waits in front of a page: rather told that the platform is busy than left waiting. */
export const pageLimits: DatabaseLimits = { connect: 5_000, statement: 20_000, lock: 8_000, idleInTransaction: 60_000 }

/** For work that nobody waits for. */
export const jobLimits: DatabaseLimits = { connect: 30_000, statement: 10 * 60_000, lock: 60_000, idleInTransaction: 10 * 60_000 }

/** For the question whether the database answers. */
export const healthLimits: DatabaseLimits = { connect: 1_000, statement: 1_000, lock: 500, idleInTransaction: 1_000 }

export type Database<Tables> = { db: Kysely<Tables>; pool: pg.Pool; close(): Promise<void> }

/**
 * Opens the database. `bigint` comes as a number (and throws past 2^53-1), `numeric` as text, `date` as `YYYY-MM-DD`, `timestamptz` as Date.
 */
export function openDatabase<Tables>({ connection, log, connections = 10, limits, slowMs }: DatabaseConfig): Database<Tables> {
  const address = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({
    ...address,
    max: connections,
    Client: PipelinedClient,
    types: columnTypes,
    application_name: processName,
    ...settingsOf(limits),
  })
  // A server that restarts breaks connections, idle or at work. The pool replaces them by itself; without listeners the process would end.
  let closing = false
  const lost = (error: Error) => closing || log.warn(`a database connection was lost: ${error.message}`)
  pool.on('error', lost).on('connect', (client) => client.on('error', lost))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), ...(slowMs !== undefined && { log: noteSlow(log, slowMs) }) })
  const close = () => {
    closing = true
    return pool.end()
  }
  return { db, pool, close }
}

/** Tells of slow statements without their values, which are people's data. */
function noteSlow(log: Pick<Log, 'warn'>, slowMs: number): Logger {
  return ({ level, query, queryDurationMillis: ms }) => {
    if (ms < slowMs) return
    const statement = query.sql.replaceAll(/\s+/g, ' ').slice(0, 2000)
    log.warn(
      { statement, ms: Math.round(ms), requestId: requestScope.getStore(), ...(level === 'error' && { failed: true }) },
      'slow statement',
    )
  }
}

function settingsOf(limits: DatabaseLimits | undefined): pg.PoolConfig {
  return limits
    ? {
        min: 1,
        connectionTimeoutMillis: limits.connect,
        statement_timeout: limits.statement,
        lock_timeout: limits.lock,
        idle_in_transaction_session_timeout: limits.idleInTransaction,
        // A server that is frozen, or gone without a word, ends no statement by itself.
        query_timeout: limits.statement + 1_000,
      }
    : {}
}

/** Whether the database takes writes; throws where it does not answer. */
export async function isWritable<Tables>(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ writable: boolean }>`
    select not pg_is_in_recovery() and current_setting('default_transaction_read_only') = 'off' as writable`.execute(db)
  return rows[0]!.writable
}

/** Whether the database refused a text that holds U+0000, which it cannot keep and nobody types (SQLSTATE 22021, within JSON 22P05). */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05')
}

/**
 * Whether the database, or the shared store of files, could not do it now and may do it soon: it is away or coming up (class 08, 57P0x, a socket without a listener), it is full
 * (53xxx), or somebody else holds what is needed for longer than we wait (55P03, 57014).
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof FilesUnavailable) return true
  if ('code' in error && typeof error.code === 'string' && unavailable.test(error.code)) return true
  if (isLostStatement(error)) return true
  // The socket of the embedded server is a file, which is not there while it starts.
  if ('syscall' in error && error.syscall === 'connect') return true
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/.test(
    error.message,
  )
}

const unavailable = /^(08...|53...|57P0[1-5]|57014|55P03|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/

/** What the server knows our connections by: one name per process, also where two machines number theirs alike. */
export const processName = `dacsan ${process.pid}-${randomBytes(4).toString('hex')}`

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
