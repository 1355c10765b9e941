import pg from 'pg'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isUnavailable, isWritable, openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { testDatabase } from './testing.ts'

const { db, pool, owner, url, connect } = await testDatabase()
const short = { connect: 300, statement: 300, lock: 100, idleInTransaction: 300 }
const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a statement, a lock and a connection that take longer than their limit are refused as unavailable', async () => {
  const limited = connect({ connections: 1, limits: short })
  expect(isUnavailable(await failure(sql`select pg_sleep(5)`.execute(limited.db)))).toBe(true)

  const holder = await pool.connect()
  await holder.query('begin; lock table event in access exclusive mode')
  expect(isUnavailable(await failure(sql`select * from event`.execute(limited.db)))).toBe(true)
  await holder.query('rollback')
  holder.release()

  const only = await limited.pool.connect()
  expect(isUnavailable(await failure(limited.pool.query('select 1')))).toBe(true)
  only.release()
  await limited.close()
})

test('C20: a server that is away, or ends the connection, is unavailable; a fault of ours is not', async () => {
  const nowhere = openDatabase({ connection: 'postgres://nobody@127.0.0.1:1/none', log: createLog('silent'), limits: short })
  expect(isUnavailable(await failure(nowhere.pool.query('select 1')))).toBe(true)
  await nowhere.close()
  const gone = openDatabase({ connection: { host: '/nonexistent', user: 'x', database: 'x' }, log: createLog('silent'), limits: short })
  expect(isUnavailable(await failure(gone.pool.query('select 1')))).toBe(true)
  await gone.close()

  const victim = new pg.Client({ connectionString: url })
  victim.on('error', () => {})
  await victim.connect()
  const { rows } = await victim.query('select pg_backend_pid() as pid')
  const asked = failure(victim.query('select pg_sleep(5)'))
  await pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  expect(isUnavailable(await asked)).toBe(true)
  // What is asked on it afterwards, such as the end of a transaction.
  expect(isUnavailable(await failure(victim.query('rollback')))).toBe(true)

  expect(isUnavailable(await failure(sql`select no_such_column`.execute(db)))).toBe(false)
  expect(isUnavailable(new Error('anything else'))).toBe(false)
})

test('the database says whether it takes writes', async () => {
  expect(await isWritable(db)).toBe(true)
  const { rows } = await pool.query('select current_database() as name')
  const { name } = rows[0] as { name: string }
  await owner.pool.query(`alter database "${name}" set default_transaction_read_only = on`)
  const later = connect({ connections: 1, limits: short })
  expect(await isWritable(later.db)).toBe(false)
  await later.close()
  await owner.pool.query(`set default_transaction_read_only = off; alter database "${name}" reset default_transaction_read_only`)
})
