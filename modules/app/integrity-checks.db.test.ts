import { Writable } from 'node:stream'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { createOrganisation, visitor } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { listIntegrityChecks, integrityWork, runIntegrityChecks } from './integrity-checks.ts'
import { rooms } from '../rooms.ts'
import { aShop } from '../shop/fixtures.ts'

const { db, pool, owner, files, dataDir, as } = await testDatabase<Tables>()
const config = readConfig({ DATA_DIR: dataDir })
const administrator = as(someoneWith('administrator'))
const broken = async () =>
  (await listIntegrityChecks(administrator)).results.filter(({ faults }) => faults.length > 0).map(({ name }) => name)

const lines: { level: number; check?: string; faults?: string[] }[] = []
const log = createLog('info', new Writable({ write: (line, _, done) => (lines.push(JSON.parse(String(line))), done()) }))
const night = async () => {
  lines.length = 0
  await integrityWork({ db, pool, files, config, log }).jobs!['run-integrity-checks']!({})
  return lines.filter(({ level }) => level === 60)
}

test('every integrity check runs each night; one that fails is logged as fatal and kept for the administrator until it passes', async () => {
  await db.transaction().execute(loadLaw)
  const shop = await aShop(as)
  await db.transaction().execute((tx) => createOrganisation(tx, administrator, { code: 'so-moi', name: 'Sở mới', kind: 'department' }))
  expect(await night()).toEqual([])
  const { results, isOverdue } = await listIntegrityChecks(administrator)
  expect(isOverdue).toBe(false)
  expect(results.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['audit-chain', 'files', 'ledger-is-balance', 'money-is-accounted-for', 'orders-are-whole']),
  )
  expect(results.find(({ name }) => name === 'audit-chain')).toMatchObject({
    says: 'Nhật ký: mỗi dòng khóa vào dòng trước',
    checked: expect.any(Number),
  })

  await db.updateTable('stock_balance').set({ on_hand: 11 }).where('lot_id', '=', shop.lotId).execute()
  const { rows } = await pool.query<{ hash: string }>(
    `insert into stored_file (hash, size, media_type, original_name) values (repeat('ab', 32), 1, 'image/png', 'a.png') returning hash`,
  )
  await owner.db.transaction().execute(async (tx) => {
    await sql`alter table audit_entry disable trigger user`.execute(tx)
    await sql`update audit_entry set actor_name = 'ai khác' where seq = 1`.execute(tx)
    await sql`alter table audit_entry enable trigger user`.execute(tx)
  })
  expect((await night()).map(({ check, faults }) => [check, faults])).toEqual([
    ['audit-chain', ['entry 1 is changed']],
    ['ledger-is-balance', [expect.stringMatching(new RegExp(`^${shop.lotId} pck_\\w+ plc_\\w+: 11 instead of 10$`))]],
    ['files', [`${rows[0]!.hash} is missing`]],
  ])
  expect(await broken()).toEqual(['audit-chain', 'files', 'ledger-is-balance'])

  await db.updateTable('stock_balance').set({ on_hand: 10 }).where('lot_id', '=', shop.lotId).execute()
  await runIntegrityChecks({ db, pool, files, config })
  expect(await broken()).toEqual(['audit-chain', 'files'])
})

test('a check that cannot be carried out is a fault, and the others are carried out', async () => {
  const unreadable = { ...files, open: () => Promise.reject(new Error('EIO: i/o error')) }
  const found = await runIntegrityChecks({ db, pool, files: unreadable, config })
  expect(found.find(({ name }) => name === 'files')).toMatchObject({
    checked: 0,
    faults: ['could not be carried out: Error: EIO: i/o error'],
  })
  expect(found.length).toBeGreaterThan(3)
})

test('a night without checks is overdue', async () => {
  const ctx = as(someoneWith('administrator'), new Date(Date.now() + 27 * 3_600_000))
  expect(await listIntegrityChecks(ctx)).toMatchObject({ isOverdue: true })
})

test('no two rooms bind facts of one name into the log', () => {
  const names = rooms.flatMap(({ sealedFacts }) => Object.keys(sealedFacts ?? {}))
  expect(new Set(names).size).toBe(names.length)
})

test('no two rooms bring a check of one name', () => {
  const names = rooms.flatMap((room) => Object.keys(room.integrityChecks ?? {}))
  expect(names).toEqual([...new Set(names)])
  expect(names).not.toContain('files')
})

test('only administrators read what the checks found', async () => {
  for (const actor of [someoneWith('provincial-officer', 'leader'), visitor])
    await expect(listIntegrityChecks(as(actor))).rejects.toMatchObject({ name: 'Forbidden' })
})
