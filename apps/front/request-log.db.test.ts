import { Writable } from 'node:stream'
import { readConfig } from '@dacsan/platform/config'
import { openDatabase } from '@dacsan/platform/database'
import { holdKeys } from '@dacsan/platform/locked-text'
import { createLog } from '@dacsan/platform/log'
import { openSecret } from '@dacsan/platform/secrets'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, expect, test, vi } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { startFront } from './index.ts'

const { url, files, dataDir, connect, role } = await testDatabase<Tables>()
const lines: Record<string, unknown>[] = []
const log = createLog('info', new Writable({ write: (line, _, done) => (lines.push(JSON.parse(String(line))), done()) }))
const slow = openDatabase<Tables>({ connection: url, log, slowMs: 200 })
holdKeys(slow.db, (purpose) => openSecret(dataDir, purpose))
const config = { ...readConfig({ DATA_DIR: dataDir, ACCESS_LOG: 'on', TRUSTED_PROXIES: '1' }), port: 0 }
const front = await startFront(
  { config, log, ...slow, files, connect, role },
  {
    pages: async (request, response) => {
      await slow.db.selectNoFrom(({ fn, val }) => [fn('pg_sleep', [val(0.3)]).as('slept'), val('0912345678').as('phone')]).execute()
      response.setHeader('x-told', String(request.headers['x-dacsan-request']))
      response.end('<title>một trang</title>')
    },
  },
)
afterAll(async () => {
  await front.close()
  await slow.close()
})
const at = `http://127.0.0.1:${front.port}`

test('with ACCESS_LOG=on each answer has one line, and a slow statement another, both under the name of the request on the page', async () => {
  const headers = { cookie: 'dacsan.session_token=secret', 'x-forwarded-for': '10.0.0.9, 203.113.131.7', 'x-dacsan-request': 'forged' }
  const page = await fetch(`${at}/van-phong/don-hang?tu=0912345678`, { headers })
  await page.text()
  await fetch(`${at}/health/live`)
  await vi.waitFor(() => expect(lines.filter(({ msg }) => msg === 'answered')).toHaveLength(2))
  const requestId = page.headers.get('x-told')
  expect(requestId).toMatch(/^req_/)
  expect(lines.filter(({ msg }) => msg === 'answered')).toEqual([
    {
      level: 30,
      time: expect.any(String),
      part: 'front',
      method: 'GET',
      path: '/van-phong/don-hang',
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
      requestId,
      network: '203.113.131.0/24',
      msg: 'answered',
    },
    expect.objectContaining({ path: '/health/live', status: 200, network: '127.0.0.0/24' }),
  ])
  expect(lines.find(({ msg }) => msg === 'slow statement')).toMatchObject({
    statement: 'select pg_sleep($1) as "slept", $2 as "phone"',
    requestId,
  })
  expect(JSON.stringify(lines)).not.toMatch(/0912345678|secret|forged|203\.113\.131\.7/)
})
