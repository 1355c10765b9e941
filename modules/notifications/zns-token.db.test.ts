import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { testDatabase } from '@dacsan/platform/testing'
import { fixedZnsAccess, openZns } from '@dacsan/platform/zns'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { renewedZnsAccess } from './zns-token.ts'

const { db, pool } = await testDatabase<Tables>()

/** Zalo as its guide says: a refresh token is good for once, an access token for 25 hours. */
const zalo = { refresh: 'refresh-0', access: '', renewals: 0, asked: [] as string[], silent: false }
const server = createServer(async (request, response) => {
  const body = await text(request)
  if (zalo.silent) return void response.destroy()
  response.setHeader('content-type', 'application/json')
  if (request.url === '/renew') {
    const form = new URLSearchParams(body)
    if (form.get('refresh_token') !== zalo.refresh || form.get('app_id') !== 'app' || request.headers['secret_key'] !== 'secret')
      return void response.end(JSON.stringify({ error: -14014, error_name: 'Invalid refresh token.' }))
    zalo.renewals++
    zalo.refresh = `refresh-${zalo.renewals}`
    zalo.access = `access-${zalo.renewals}`
    return void response.end(JSON.stringify({ access_token: zalo.access, refresh_token: zalo.refresh, expires_in: '90000' }))
  }
  zalo.asked.push(String(request.headers['access_token']))
  const isKnown = request.headers['access_token'] === zalo.access
  response.end(JSON.stringify(isKnown ? { error: 0, data: { msg_id: 'm' } } : { error: -124, message: 'Access token invalid' }))
}).listen(0, '127.0.0.1')
await new Promise((done) => server.once('listening', done))
afterAll(() => server.close())
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeEach(async () => {
  Object.assign(zalo, { refresh: 'refresh-0', access: '', renewals: 0, asked: [], silent: false })
  await pool.query('delete from zns_token')
})

let now = new Date('2026-11-29T03:00:00Z')
const access = (refreshToken = 'refresh-0') =>
  renewedZnsAccess({ db, clock: () => now }, { renewUrl: `${url}/renew`, appId: 'app', appSecret: 'secret', refreshToken })
const message = { id: 'dlv_1', phone: '0912345678', template: '1', data: {} }

test('the first token is fetched, serves until its end, and is renewed by the refresh token that came with it', async () => {
  expect(await access().token()).toEqual({ token: 'access-1' })
  expect(await access().token()).toEqual({ token: 'access-1' })
  now = new Date(now.getTime() + 24.95 * 3600_000)
  expect(await access().token()).toEqual({ token: 'access-2' })
  expect(zalo.renewals).toBe(2)
})

test('of ten processes that need a token at once one renews it', async () => {
  const tokens = await Promise.all(Array.from({ length: 10 }, () => access().token()))
  expect(tokens).toEqual(tokens.map(() => ({ token: 'access-1' })))
  expect(zalo.renewals).toBe(1)
})

test('a token that Zalo does not take any more is renewed for the next message', async () => {
  const zns = openZns({ url, access: access() })
  expect(await zns.send(message)).toMatchObject({ outcome: 'taken' })
  zalo.access = 'withdrawn'
  expect(await zns.send(message)).toEqual({ outcome: 'later', why: 'zns-124' })
  expect(await zns.send(message)).toMatchObject({ outcome: 'taken' })
  expect(zalo.asked).toEqual(['access-1', 'access-1', 'access-2'])
  expect(await openZns({ url, access: fixedZnsAccess('by-hand') }).send(message)).toEqual({ outcome: 'later', why: 'zns-124' })
})

test('a refresh token that is used up is told, and another one in the environment begins anew', async () => {
  await access().token()
  zalo.refresh = 'from-the-console'
  now = new Date(now.getTime() + 26 * 3600_000)
  expect(await access().token()).toEqual({ why: 'zns-refresh-refused' })
  expect(await openZns({ url, access: access() }).send(message)).toEqual({ outcome: 'later', why: 'zns-refresh-refused' })
  expect(await access('from-the-console').token()).toEqual({ token: 'access-2' })
})

test('while Zalo does not answer the message waits, and nothing that was kept is lost', async () => {
  await access().token()
  now = new Date(now.getTime() + 26 * 3600_000)
  zalo.silent = true
  expect(await openZns({ url, access: access() }).send(message)).toEqual({ outcome: 'later', why: 'no-connection' })
  zalo.silent = false
  expect(await access().token()).toEqual({ token: 'access-2' })
})

test('the database holds no token that somebody else could use', async () => {
  await access().token()
  const { rows } = await pool.query('select * from zns_token')
  expect(JSON.stringify(rows)).not.toMatch(/access-1|refresh-1|refresh-0/)
})
