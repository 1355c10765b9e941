import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Context } from './context.ts'
import { type Database, openDatabase } from './database.ts'
import { type FileStore, openFileStore } from './files.ts'
import { newId } from './ids.ts'
import type { Installation } from './installation.ts'
import { holdKeys, makeFirstKey } from './locked-text.ts'
import { createLog } from './log.ts'
import { runningRole } from './running-role.ts'
import { openSecret, readSecret } from './secrets.ts'
import { asRunning, databaseAt, onServer } from './testing-server.ts'

/** Where the installations of tests are reached. */
export const testOrigin = 'https://ocop.example'

export type TestDatabase<Tables> = Omit<Database<Tables>, 'close'> & {
  /** Its address, for a second process. Like `db` and `pool` it is that of the running product, which owns nothing. */
  url: string
  role: string
  /** The owner of the tables: for what nobody else can do, such as a migration or an attack on the books. */
  owner: Omit<Database<Tables>, 'close'> & { url: string }
  files: FileStore
  /** Where its files lie. */
  dataDir: string
  connect: Installation<Tables>['connect']
  /** A context as a request would have it: this actor, at this moment. */
  as<Actor>(actor: Actor, now?: Date | string): Context<Tables, Actor>
}

/**
 * A migrated database (and file store) of one's own, gone after the last test of the file.
 *
 * @example
 * const { db, as } = await testDatabase<Tables>()
 * test('…', async () => { await submitDossier(as(producer, '2026-11-23T08:00:00+07:00'), input) })
 */
export async function testDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const { url: server, template } = inject('testServer')
  const name = `dacsan_test_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const ownerUrl = databaseAt(server, name)
  const url = asRunning(ownerUrl)
  const dataDir = await mkdtemp(join(tmpdir(), 'dacsan-test-files-'))
  const files = openFileStore({ dataDir })
  const openKey = (purpose: string) => openSecret(dataDir, purpose)
  const connect: Installation<Tables>['connect'] = ({ asOwner = false, ...options }) => {
    const opened = openDatabase<Tables>({ connection: asOwner ? ownerUrl : url, log: createLog('silent'), ...options })
    holdKeys(opened.db, (purpose) => readSecret(dataDir, purpose), openKey)
    return opened
  }
  const { db, pool, close } = connect({})
  const owner = connect({ asOwner: true })
  await makeFirstKey(pool, openKey)
  afterAll(async () => {
    await Promise.all([close(), owner.close()])
    await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
    await rm(dataDir, { recursive: true, force: true })
  })
  const context: TestDatabase<Tables>['as'] = (actor, now = new Date()) => ({
    db,
    files,
    actor,
    now: new Date(now),
    newId,
    origin: testOrigin,
  })
  return {
    db,
    pool,
    url,
    role: runningRole,
    owner: { db: owner.db, pool: owner.pool, url: ownerUrl },
    files,
    dataDir,
    connect,
    as: context,
  }
}
