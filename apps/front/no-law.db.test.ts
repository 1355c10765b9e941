import { readConfig } from '@dacsan/platform/config'
import { openSecret } from '@dacsan/platform/secrets'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { startFront } from './index.ts'
import type { Front } from './index.ts'

const { db, pool, files, dataDir, connect, role } = await testDatabase<Tables>()
const config = { ...readConfig({ DATA_DIR: dataDir }), port: 0 }
let front: Front
beforeAll(async () => {
  front = await startFront(
    { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} },
    { only: 'machines' },
  )
})
afterAll(() => front.close())

const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${front.port}${path}`)
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    again: answer.headers.get('retry-after'),
    said: await answer.text(),
  }
}

test('the machine routes of a database whose law was never brought in say what to do, and are alive', async () => {
  const answer = await ask('/api/v1/products')
  expect(answer).toMatchObject({ status: 503, type: expect.stringContaining('application/problem+json'), again: '5' })
  expect(JSON.parse(answer.said)).toMatchObject({
    status: 503,
    detail: 'this installation has no law yet: start it once with bin/dacsan start, or run bin/dacsan seed',
  })
  expect((await ask('/health/live')).status).toBe(200)
})

test('a front without the key of the numbers does not start, and says what to copy', async () => {
  await openSecret(dataDir, 'numbers-1')
  await rename(join(dataDir, 'keys', 'numbers-1'), join(dataDir, 'keys', 'numbers-1-away'))
  const without = connect({})
  const starting = startFront(
    { config, log: createLog('silent'), ...without, files, connect, role, close: async () => {} },
    { only: 'machines' },
  )
  await expect(starting).rejects.toThrow('has not the key numbers-1 of this database: copy the folder keys')
  await without.close()
  await rename(join(dataDir, 'keys', 'numbers-1-away'), join(dataDir, 'keys', 'numbers-1'))
})
