import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, inject, test } from 'vitest'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import { migrate, readMigrations } from './migrations.ts'
import { databaseAt, onServer } from './testing-server.ts'
import { testDatabase } from './testing.ts'

const { url: server } = inject('testServer')
const name = `dacsan_test_${randomBytes(6).toString('hex')}`
const url = databaseAt(server, name)
await onServer(server, (client) => client.query(`create database ${name} template template0`))
afterAll(() => onServer(server, (client) => client.query(`drop database ${name} with (force)`)))

test('C58: two processes that start at the same moment apply each migration once', async () => {
  const script = fileURLToPath(new URL('fixtures/migrate.ts', import.meta.url))
  const start = () => promisify(execFile)(process.execPath, [script, url])
  const answers = await Promise.all([start(), start(), start()])
  const all = (await readMigrations()).length
  expect(answers.map(({ stdout }) => Number(stdout)).toSorted((a, b) => a - b)).toEqual([0, 0, all])
})

test('C58: a migration that fails leaves nothing behind and can be mended', async () => {
  const { pool, close } = openDatabase({ connection: url, log: createLog('silent') })
  const all = await readMigrations()
  const broken = { name: '2999-01-01-0100-broken.sql', sha256: 'x', sql: 'create table half (id int); select nonsense' }
  await expect(migrate(pool, [...all, broken])).rejects.toThrow(
    'migration 2999-01-01-0100-broken.sql failed: column "nonsense" does not exist',
  )
  expect((await pool.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }])
  expect(await migrate(pool, [...all, { ...broken, sql: 'create table half (id int)' }])).toEqual([broken.name])
  await close()
})

test('the column types of the driver are what the code expects', async () => {
  const { pool } = await testDatabase()
  const { rows } = await pool.query(`
    select 9007199254740991::bigint as money, 0.10::numeric(4, 2) as share, '2026-11-23'::date as day, '2026-11-23 00:00+07'::timestamptz as moment`)
  expect(rows).toEqual([{ money: 9007199254740991, share: '0.10', day: '2026-11-23', moment: new Date('2026-11-22T17:00:00Z') }])
  await expect(pool.query('select 9007199254740992::bigint')).rejects.toThrow(RangeError)
})
