import { randomBytes } from 'node:crypto'
import { nameActs } from '@dacsan/decisions'
import { openDatabase } from '@dacsan/platform/database'
import { createLog } from '@dacsan/platform/log'
import { migrate, readMigrations } from '@dacsan/platform/migrations'
import { testDatabase } from '@dacsan/platform/testing'
import { databaseAt, onServer } from '@dacsan/platform/testing-server'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from './fixtures.ts'
import { record, verifyAuditChain } from './index.ts'

const { connect, as } = await testDatabase<Tables>()
const many = connect({ connections: 24 })
afterAll(() => many.close())
const { change } = nameActs('thing', { change: { by: { administrator: 'any' }, event: 'thing.changed', says: 'Đổi' } })
const ctx = as(someoneWith('administrator'))

/** A transaction that wrote its line and stays open until it is told. */
async function writing(subjectId: string): Promise<() => Promise<void>> {
  const tx = await many.db.startTransaction().execute()
  await record(tx, ctx, change, { subjectId })
  return () => tx.commit().execute()
}

test('whoever writes the trail does not wait for whoever wrote before and has not ended', async () => {
  const open = await Promise.all(Array.from({ length: 8 }, (_, n) => writing(`open${n}`)))
  await (
    await writing('meanwhile')
  )()
  await Promise.all(open.map((end) => end()))
  expect(await verifyAuditChain(many.db)).toEqual({ ok: true, entries: 9 })
})

test('more writers than lanes wait for a lane and lose no line', async () => {
  const open = await Promise.all(Array.from({ length: 16 }, (_, n) => writing(`full${n}`)))
  const late = Array.from({ length: 4 }, (_, n) => writing(`late${n}`).then((end) => end()))
  await expect(Promise.race([Promise.all(late), wait(300)])).resolves.toBe('waits')
  await Promise.all(open.map((end) => end()))
  await Promise.all(late)
  expect(await verifyAuditChain(many.db)).toEqual({ ok: true, entries: 29 })
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, 'waits'))

test('a trail of before the lanes is proven as it was written, and each lane goes on from its end', async () => {
  const { url: server } = inject('testServer')
  const name = `dacsan_test_${randomBytes(6).toString('hex')}`
  await onServer(server, (client) => client.query(`create database ${name} template template0`))
  const { db, pool, close } = openDatabase<Tables>({ connection: databaseAt(server, name), log: createLog('silent') })
  const all = await readMigrations()
  await migrate(
    pool,
    all.filter((one) => one.name < '2026-11-28-2350'),
  )
  for (let n = 1; n <= 3; n++)
    await pool.query(`insert into audit_entry (seq, previous_hash, hash, at, actor_name, action, subject_type, subject_id)
      values (0, '', '', now(), 'Bà Tư', 'thing.changed', 'thing', 'old${n}')`)
  await migrate(pool, all)
  for (let n = 4; n <= 6; n++) await db.transaction().execute((tx) => record(tx, ctx, change, { subjectId: `new${n}` }))
  const numbers = await pool.query('select seq, subject_id from audit_entry order by seq')
  expect(numbers.rows.map((row) => [row.seq, row.subject_id])).toEqual([1, 2, 3, 4, 5, 6].map((n) => [n, `${n < 4 ? 'old' : 'new'}${n}`]))
  expect(await verifyAuditChain(db)).toEqual({ ok: true, entries: 6 })

  const asOwner = (statement: string) =>
    db.transaction().execute(async (tx) => {
      await sql`alter table audit_entry disable trigger user`.execute(tx)
      await sql.raw(statement).execute(tx)
      await sql`alter table audit_entry enable trigger user`.execute(tx)
    })
  await asOwner("update audit_entry set actor_name = 'ai khác' where seq = 2")
  expect(await verifyAuditChain(db)).toMatchObject({ ok: false, brokenAt: 2, reason: 'changed' })
  await asOwner("update audit_entry set actor_name = 'Bà Tư' where seq = 2; delete from audit_entry where seq = 3")
  expect(await verifyAuditChain(db)).toMatchObject({ ok: false, brokenAt: 4, reason: 'unlinked' })
  await close()
  await onServer(server, (client) => client.query(`drop database ${name} with (force)`))
})
