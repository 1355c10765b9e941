import { inTransaction } from '@dacsan/platform/context'
import { createLog } from '@dacsan/platform/log'
import { readConfig } from '@dacsan/platform/config'
import { isSeeded } from '@dacsan/platform/seeded'
import { testDatabase } from '@dacsan/platform/testing'
import { expect, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { createPerson } from '../../modules/identity/index.ts'
import { system } from '../../modules/identity/rules.ts'
import { refuseUnknownLaw } from '../../modules/law/index.ts'
import { demoFacts } from '../../modules/province/demo.ts'
import { units } from '../../modules/province/index.ts'
import { seedFirstStart } from './seed-once.ts'

const { db, pool, files, dataDir, connect, role, as } = await testDatabase<Tables>()
const installation = (env: Record<string, string> = {}) => ({
  config: readConfig({ DATA_DIR: dataDir, ...env }),
  log: createLog('silent'),
  db,
  pool,
  files,
  connect,
  role,
  close: async () => {},
})

test('a demonstration is refused for a public address, before anything is made', async () => {
  await expect(seedFirstStart(installation({ ORIGIN: 'https://ocop.example.vn' }), 'demo')).rejects.toThrow(
    'SEED=demo is not for a public address (ORIGIN=https://ocop.example.vn)',
  )
  expect(await isSeeded(db, 'reference')).toBe(false)
})

test('C58: a first start that was cut off within its seeding begins anew', { timeout: 120_000 }, async () => {
  expect(await isSeeded(db, 'first-start-begun')).toBe(true)
  const ctx = as(system('test'))
  await inTransaction(ctx, (tx) => createPerson(tx, ctx, { email: 'chuthe@demo.vn', name: 'Cut off', password: 'a long enough secret' }))
  await seedFirstStart(installation(), 'demo')
  expect(await isSeeded(db, 'first-start')).toBe(true)
  const people = await db.selectFrom('auth_user').select('name').where('email', '=', 'chuthe@demo.vn').execute()
  expect(people.map(({ name }) => name)).not.toContain('Cut off')
})

test('every commune has one organisation after the first start, and that of the demonstration keeps its own code', async () => {
  const offices = await db.selectFrom('organisation').select(['code', 'commune_code']).where('kind', '=', 'commune').execute()
  expect(offices).toHaveLength(units().current.length)
  expect(new Set(offices.map(({ commune_code }) => commune_code)).size).toBe(offices.length)
  const { commune, communeOffice } = demoFacts()
  expect(offices.filter(({ commune_code }) => commune_code === commune)).toEqual([{ code: communeOffice.code, commune_code: commune }])
})

test('a later start leaves everything as it is, whatever SEED says', async () => {
  const before = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  await seedFirstStart(installation(), 'reference')
  expect(await isSeeded(db, 'demo')).toBe(true)
  const after = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  expect(after).toEqual(before)
})

test('C22: a clock that lies before the law refuses the start and says what to set', async () => {
  await expect(refuseUnknownLaw(db, new Date('2025-06-01T00:00:00Z'))).rejects.toThrow(
    /^the clock of this machine says 2025-06-01, .* set the clock$/,
  )
  await expect(refuseUnknownLaw(db, new Date())).resolves.toBeUndefined()
})
