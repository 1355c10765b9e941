import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations as prepareJobQueue } from 'graphile-worker'
import type pg from 'pg'
import { grantRunning } from './running-role.ts'

export type Migration = { name: string; sql: string; sha256: string }

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const fileName = /^\d{4}-\d{2}-\d{2}-\d{4}-[a-z0-9-]+\.sql$/
const migrationLock = 7223000

/** Reads the migrations of the platform and of every module, in the order of their names over all folders. */
export async function readMigrations(root: string = projectRoot): Promise<Migration[]> {
  const migrations: Migration[] = []
  for await (const path of glob(['platform/migrations/*', 'modules/*/migrations/*'], { cwd: root })) {
    const name = basename(path)
    if (!fileName.test(name)) throw new Error(`${path}: a migration is named like 2026-11-23-0100-add-return-reason.sql`)
    const sql = await readFile(join(root, path), 'utf8')
    migrations.push({ name, sql, sha256: createHash('sha256').update(sql).digest('hex') })
  }
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = migrations.find((migration, index) => migration.name === migrations[index + 1]?.name)
  if (twice) throw new Error(`two migrations are named ${twice.name}`)
  return migrations
}

/**
 * Brings the database to the present form and returns the names of what it applied. Forward only; several processes may call it at once.
 * Throws when the database does not continue what is written: a file changed or vanished after it was applied, or comes before one that was.
 * `role` then works with what there is; whoever owns nothing itself finds everything in the present form, or throws.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[], role: string | null = null): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await prepareJobQueue({ pgPool: pool })
    const waiting = await listWaiting(client, migrations)
    if (waiting.length > 0) await refuseWithoutRight(client, waiting.length)
    for (const migration of waiting) {
      await client.query('begin')
      try {
        await apply(client, migration)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    }
    if (role) await grantRunning(client, role)
    return waiting.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    client.release()
  }
}

/** The same within a transaction of the caller: all of it or nothing. The queue of jobs has to be there. */
export async function migrateWithin(client: pg.PoolClient, migrations: readonly Migration[]): Promise<void> {
  for (const migration of await listWaiting(client, migrations)) await apply(client, migration)
}

/** Takes away everything but the queue of jobs, which is emptied; within a transaction of the caller. */
export async function clearWithin(client: pg.PoolClient): Promise<void> {
  await client.query('drop schema public cascade; create schema public')
  await client.query('delete from graphile_worker._private_jobs; delete from graphile_worker._private_job_queues')
}

/** Makes the database what a new one is. For a first start that was cut off: what it began with is nobody's work. */
export async function startOver(pool: pg.Pool, migrations: readonly Migration[], role: string | null): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await clearWithin(client)
    await migrateWithin(client, migrations)
    if (role) await grantRunning(client, role)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function listWaiting(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Migration[]> {
  // "if not exists" asks for the right to make tables even where it makes none.
  const there = await client.query("select to_regclass('public.schema_migration') as table")
  if (there.rows[0].table === null)
    await client.query(`
    create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration order by name')
  return whatIsWaiting(migrations, rows)
}

async function refuseWithoutRight(client: pg.PoolClient, waiting: number): Promise<void> {
  const { rows } = await client.query<{ user: string; may: boolean }>(
    "select current_user::text as user, has_schema_privilege('public', 'create') as may",
  )
  const { user, may } = rows[0]!
  if (!may) throw new Error(`${waiting} migrations are waiting, and the database user ${user} may not apply them: set DATABASE_OWNER_URL`)
}

async function apply(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
  } catch (error) {
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** The migrations still to apply, given those that a database has; throws where the two stories differ. */
export function whatIsWaiting(migrations: readonly Migration[], applied: readonly { name: string; sha256: string }[]): Migration[] {
  const written = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of applied) {
    const migration = written.get(name)
    if (!migration) throw new Error(`the database has migration ${name}, which this version does not know: it was made by a newer version`)
    if (migration.sha256 !== sha256) throw new Error(`migration ${name} was changed after it had been applied: write a new one instead`)
  }
  const has = new Set(applied.map(({ name }) => name))
  const last =
    applied
      .map(({ name }) => name)
      .toSorted()
      .at(-1) ?? ''
  const waiting = migrations.filter(({ name }) => !has.has(name))
  const late = waiting.find(({ name }) => name < last)
  if (late) throw new Error(`migration ${late.name} comes before ${last}, which is applied already: give it a later name`)
  return waiting
}
