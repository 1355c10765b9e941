import { readConfig } from '@dacsan/platform/config'
import { addJob } from '@dacsan/platform/add-job'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, expect, test, vi } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { startWorker } from './index.ts'

const { db, pool, files, dataDir, connect, role } = await testDatabase<Tables>()
const worker = await startWorker({
  config: readConfig({ DATA_DIR: dataDir }),
  log: createLog('silent'),
  db,
  pool,
  files,
  connect,
  role,
  close: async () => {},
})
afterAll(() => worker.close())

test('the worker does the jobs of the rooms: counts of a day ago are deleted, new ones are kept', async () => {
  const tries = [
    { key: 'old', count: 9, since: new Date(Date.now() - 25 * 3_600_000) },
    { key: 'new', count: 9, since: new Date() },
  ]
  await db.insertInto('rate_limit').values(tries).execute()
  await db.transaction().execute((tx) => addJob(tx, 'identity.delete-old-uses', {}))
  await vi.waitFor(async () => {
    const left = await db.selectFrom('rate_limit').select('key').execute()
    expect(left).toEqual([{ key: 'new' }])
  }, 10_000)
})

test('the worker runs the integrity checks of every room', async () => {
  await db.transaction().execute((tx) => addJob(tx, 'run-integrity-checks', {}))
  await vi.waitFor(async () => {
    const proved = await db.selectFrom('integrity_check').select('name').execute()
    expect(proved.map(({ name }) => name)).toEqual(expect.arrayContaining(['audit-chain', 'files', 'ledger-is-balance']))
  }, 10_000)
})
