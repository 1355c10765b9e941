import { Writable } from 'node:stream'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { audit, visitor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { listIntegrityChecks, integrityWork, runIntegrityChecks } from './integrity-checks.ts'
import { aShop } from '../shop/fixtures.ts'

const { db, pool, files, as } = await testDatabase<Tables>()
const administrator = as(someoneWith('administrator'))
const broken = async () => (await listIntegrityChecks(administrator)).filter(({ faults }) => faults.length > 0).map(({ name }) => name)

const cries: { level: number; check?: string; faults?: string[] }[] = []
const log = createLog('info', new Writable({ write: (line, _, done) => (cries.push(JSON.parse(String(line))), done()) }))
const night = async () => {
  cries.length = 0
  await integrityWork({ db, pool, files, log }).jobs!['run-integrity-checks']!({})
  return cries.filter(({ level }) => level === 60)
}

test('each night every book is proved, and what does not agree is cried in the log and kept for the administrator until it does', async () => {
  await db.transaction().execute(loadLaw)
  const shop = await aShop(as)
  await db.transaction().execute((tx) => audit(tx, administrator, { action: 'thing.changed', subjectType: 'thing', subjectId: 't1' }))
  expect(await night()).toEqual([])
  const whole = await listIntegrityChecks(administrator)
  expect(whole.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['audit-chain', 'files', 'ledger-is-balance', 'money-is-accounted-for', 'orders-are-whole']),
  )
  expect(whole.find(({ name }) => name === 'audit-chain')!.checked).toBeGreaterThan(0)

  await db.updateTable('stock_balance').set({ on_hand: 11 }).where('lot_id', '=', shop.lotId).execute()
  const { rows } = await pool.query<{ hash: string }>(
    `insert into stored_file (hash, size, media_type, original_name) values (repeat('ab', 32), 1, 'image/png', 'a.png') returning hash`,
  )
  await db.transaction().execute(async (tx) => {
    await sql`alter table audit_entry disable trigger user`.execute(tx)
    await sql`update audit_entry set actor_name = 'ai khác' where seq = 1`.execute(tx)
    await sql`alter table audit_entry enable trigger user`.execute(tx)
  })
  expect((await night()).map(({ check, faults }) => [check, faults])).toEqual([
    ['audit-chain', ['entry 1 is changed']],
    ['ledger-is-balance', [`${shop.lotId}: 11 instead of 10`]],
    ['files', [`${rows[0]!.hash} is missing`]],
  ])
  expect(await broken()).toEqual(['audit-chain', 'files', 'ledger-is-balance'])

  await db.updateTable('stock_balance').set({ on_hand: 10 }).where('lot_id', '=', shop.lotId).execute()
  await runIntegrityChecks({ db, pool, files })
  expect(await broken()).toEqual(['audit-chain', 'files'])
})

test('a check that cannot be carried out is a fault, and the others are carried out', async () => {
  const unreadable = { ...files, open: () => Promise.reject(new Error('EIO: i/o error')) }
  const found = await runIntegrityChecks({ db, pool, files: unreadable })
  expect(found.find(({ name }) => name === 'files')).toMatchObject({
    checked: 0,
    faults: ['could not be carried out: Error: EIO: i/o error'],
  })
  expect(found.length).toBeGreaterThan(3)
})

test('only administrators read what the checks found', async () => {
  for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
    await expect(listIntegrityChecks(as(actor))).rejects.toMatchObject({ name: 'Forbidden' })
})
