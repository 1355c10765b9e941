import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { connectionUrl, startPostgres } from './postgres-server.ts'
import { makeRunningRole, runningRole } from './running-role.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this test run, and its database that every test file gets a copy of. */
    testServer: { url: string; template: string }
  }
}

/** Vitest's global set-up: one server per run, with one migrated database as the template of all others. */
export default async function prepareTestServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer()
  project.provide('testServer', { url: server.url, template: server.template })
  return () => server.close()
}

export type TestServer = { url: string; template: string; close(): Promise<void> }

/** The server at TEST_DATABASE_URL, or an embedded one that leaves nothing behind. */
export async function openTestServer(): Promise<TestServer> {
  const { url, stop } = await startOrUse(process.env['TEST_DATABASE_URL'])
  const migrations = await readMigrations()
  const fingerprint = createHash('sha256')
    .update(migrations.map(({ sha256 }) => sha256).join())
    .digest('hex')
    .slice(0, 8)
  const template = `dacsan_template_${fingerprint}_${randomBytes(4).toString('hex')}`
  await onServer(url, (client) => client.query(`create database ${template} template template0 encoding 'UTF8'`))
  const { pool, close } = openDatabase({ connection: databaseAt(url, template), log: createLog('silent') })
  try {
    await makeRunningRole(pool, { login: true })
    await migrate(pool, migrations, runningRole)
  } catch (error) {
    await stop()
    throw error
  } finally {
    await close()
  }
  return {
    url,
    template,
    async close() {
      await onServer(url, (client) => client.query(`drop database if exists ${template}`))
      await stop()
    },
  }
}

async function startOrUse(url: string | undefined) {
  if (url) return { url, stop: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-test-'))
  await chmod(dataDir, 0o711) // where we are root, the server runs as somebody else
  const server = await startPostgres({ dataDir, durable: false, log: { info: () => {}, warn: console.warn } })
  return {
    url: connectionUrl({ ...server.connection, database: 'postgres' }),
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  return url.replace(/^([^?]*\/)[^/?]*(\?|$)/, `$1${database}$2`)
}

/** The same database, as the running product; the server of tests lets everybody in without a password. */
export function asRunning(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/)([^@/]*@)?/, `$1${runningRole}@`)
}

/** Runs `work` on a connection of its own to the database named in `url`. */
export async function onServer<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
