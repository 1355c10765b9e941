import { connect } from 'node:net'
import { createApiKeyAt, revokeApiKey, system } from '@dacsan/modules/identity'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { ClientOptions } from 'ws'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { loadTerms } from '../../../modules/identity/fixtures.ts'
import { startFront } from '../index.ts'
import type { Front } from '../index.ts'

const { as, db, pool, files, connect: connectDb, role, dataDir } = await testDatabase<Tables>()
const origin = 'http://localhost:3000'
let installation: OpenInstallation
let front: Front
let beside: Front
type Key = { id: Parameters<typeof revokeApiKey>[1]; key: string; code: string }
let ours: Key
let theirs: Key
const opened: WebSocket[] = []
const soon = { timeout: 20_000 }

async function newKey(code: string): Promise<Key> {
  const made = await createApiKeyAt(as(system('test')), code, { label: 'Kho', scopes: ['epcis'], expiresOn: null })
  if (!made.ok) throw new Error(made.refusal.code)
  return { id: made.value.keyId, key: made.value.key, code }
}
const newFront = () => startFront(installation, { only: 'machines', listeners: { pulse: 300, taking: 700 } })

beforeAll(async () => {
  await loadTerms(db)
  const config = { ...readConfig({ DATA_DIR: dataDir }), port: 0, origin }
  installation = { config, log: createLog('silent'), db, pool, files, connect: connectDb, role, close: async () => {} }
  front = await newFront()
  // Another process of the same installation: it has its own connection to the database.
  beside = await newFront()
  ours = await newKey('kho-mot')
  theirs = await newKey('kho-hai')
  for (const key of [ours, theirs]) await define(key, 'cất kho', { EQ_bizStep: ['storing'] })
})
afterAll(async () => {
  await front.close()
  await beside.close()
})
afterEach(async () => {
  for (const socket of opened.splice(0)) {
    socket.terminate()
    await closed(socket)
  }
  await vi.waitUntil(async () => (await listeners()) === 0, soon)
})

const listeners = async () =>
  Number(
    (
      await db
        .selectFrom('epcis_socket')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const post = (by: Key, path: string, body: object) =>
  fetch(`http://127.0.0.1:${front.port}/epcis${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${by.key}`, 'content-type': 'application/json' },
  })
async function define(by: Key, name: string, query: object) {
  expect((await post(by, '/queries', { name, query })).status).toBe(201)
}
async function capture(by: Key, ids: readonly string[], different: object = {}) {
  const eventList = ids.map((id) => ({
    type: 'ObjectEvent',
    eventID: `urn:uuid:${id}`,
    eventTime: '2026-03-01T08:00:00.000+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'storing',
    epcList: [`urn:x:${id}`],
    ...different,
  }))
  const context = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
  const document = {
    '@context': context,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  }
  expect((await post(by, '/capture', document)).status).toBe(202)
}

type Told = {
  epcisBody: { queryResults: { queryName: string; subscriptionID: string; resultsBody: { eventList: { eventID: string }[] } } }
}
type Listening = WebSocket & { told: Told[]; ids(): string[]; closing?: { code: number; reason: string } }
type Asking = { by?: Key; query?: string; at?: Front; options?: ClientOptions; protocols?: string[] }

function ask(search: string, { by = ours, query = 'cất kho', at = front, options = {}, protocols = [] }: Asking = {}): Listening {
  const headers: Record<string, string> = protocols.length > 0 ? {} : { authorization: `Bearer ${by.key}` }
  const url = `ws://127.0.0.1:${at.port}/epcis/queries/${encodeURIComponent(query)}/events?${search}`
  const socket = Object.assign(new WebSocket(url, protocols, { headers, ...options }), {
    told: [] as Told[],
    ids: () => [] as string[],
  }) as Listening
  socket.ids = () => socket.told.flatMap((one) => one.epcisBody.queryResults.resultsBody.eventList.map(({ eventID }) => eventID.slice(9)))
  socket.on('message', (data: Buffer) => socket.told.push(JSON.parse(data.toString()) as Told))
  socket.on('close', (code, reason) => (socket.closing = { code, reason: reason.toString() }))
  socket.on('error', () => {})
  opened.push(socket)
  return socket
}
async function listen(search: string, asking?: Asking): Promise<Listening> {
  const socket = ask(search, asking)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}
const closed = (socket: WebSocket) =>
  socket.readyState === WebSocket.CLOSED ? Promise.resolve() : new Promise<void>((resolve) => socket.once('close', () => resolve()))
/** What a request for a WebSocket is answered where it does not become one. */
async function refusal(search: string, asking?: Asking) {
  const socket = ask(search, asking)
  return new Promise<[number | undefined, unknown]>((resolve, reject) => {
    socket.once('open', () => reject(new Error('it was opened')))
    socket.once('unexpected-response', (_request, response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString()))
      response.on('end', () => resolve([response.statusCode, (JSON.parse(text) as { type: string }).type]))
    })
  })
}

describe('a subscription by WebSocket', () => {
  test('is told of each event as it is recorded, once, in its order, by whichever process it came', async () => {
    const [here, there] = [await listen('stream=true'), await listen('stream=true', { at: beside })]
    await capture(ours, ['a1', 'a2'])
    await capture(ours, ['a3'])
    await capture(ours, ['a2', 'a4'], {})
    await capture(ours, ['elsewhere'], { bizStep: 'packing' })
    for (const socket of [here, there]) await expect.poll(() => socket.ids(), soon).toEqual(['a1', 'a2', 'a3', 'a4'])
    const { queryName, subscriptionID } = here.told[0]!.epcisBody.queryResults
    expect([queryName, subscriptionID]).toEqual(['cất kho', expect.stringMatching(/^sub_/)])
  })

  test('hears of events of others only where they name it', async () => {
    const [mine, other] = [await listen('stream=true'), await listen('stream=true', { by: theirs })]
    await capture(theirs, ['b1'])
    await capture(theirs, ['b2'], { bizLocation: { id: `${origin}/to-chuc/kho-mot` } })
    await expect.poll(() => other.ids(), soon).toEqual(['b1', 'b2'])
    await expect.poll(() => mine.ids(), soon).toEqual(['b2'])
  })

  test('begins at a record time where one is given, and says from which one on events are still to come', async () => {
    const before = new Date()
    await capture(ours, ['c1'])
    const socket = ask(`stream=true&initialRecordTime=${encodeURIComponent(before.toISOString())}`)
    const said = await new Promise<string | undefined>((resolve) =>
      socket.once('upgrade', ({ headers }) => resolve(headers['gs1-query-min-record-time'] as string)),
    )
    expect(said).toBe(before.toISOString())
    await expect.poll(() => socket.ids(), soon).toEqual(['c1'])
  })

  test('comes by the clock where it has a schedule, and tells of nothing where that is asked for', async () => {
    const [full, silent] = [await listen('second=[0-59]&reportIfEmpty=true'), await listen('second=[0-59]')]
    await expect.poll(() => full.told.length, soon).toBeGreaterThan(0)
    expect(full.ids()).toEqual([])
    await capture(ours, ['d1'])
    for (const socket of [full, silent]) await expect.poll(() => socket.ids(), soon).toEqual(['d1'])
    expect(silent.told).toHaveLength(1)
  })

  test('is opened by a browser, which can send no header, with its key as a protocol that is not sent back', async () => {
    const socket = await listen('stream=true', { protocols: ['epcis', `bearer.${ours.key}`] })
    expect(socket.protocol).toBe('epcis')
    expect(await refusal('stream=true', { protocols: ['epcis', 'bearer.ds_nothing'] })).toEqual([401, 'epcisException:SecurityException'])
  })

  test.each([
    ['neither stream nor schedule', '', 400, 'SubscriptionControlsException'],
    ['both', 'stream=true&hour=1', 400, 'SubscriptionControlsException'],
    ['a schedule that is none', 'hour=25', 400, 'SubscriptionControlsException'],
    ['a moment that never comes', 'dayOfMonth=30&month=2', 400, 'SubscriptionControlsException'],
    ['a parameter that is none', 'stream=true&perPage=3', 400, 'SubscriptionControlsException'],
    ['a parameter twice', 'stream=true&stream=true', 400, 'SubscriptionControlsException'],
    ['a record time that is none', 'stream=true&initialRecordTime=gestern', 400, 'SubscriptionControlsException'],
  ])('with %s is answered in plain HTTP, with the problem of the standard', async (_, search, status, type) => {
    expect(await refusal(search)).toEqual([status, `epcisException:${type}`])
  })

  test('to a query that there is not, or without a key, is answered in plain HTTP too', async () => {
    expect(await refusal('stream=true', { query: 'keine' })).toEqual([404, 'epcisException:NoSuchNameException'])
    expect(await refusal('stream=true', { by: { ...ours, key: 'ds_none' } })).toEqual([401, 'epcisException:SecurityException'])
  })

  test('is one of five that a key may have, over all processes', async () => {
    const all = await Promise.all([front, front, front, beside, beside].map((at) => listen('stream=true', { at })))
    expect(await refusal('stream=true')).toEqual([429, 'epcisException:SubscriptionControlsException'])
    await listen('stream=true', { by: theirs })
    all[0]!.close()
    await closed(all[0]!)
    await expect.poll(listeners, soon).toBe(5)
    await listen('stream=true')
  })

  test('ends with its query, and with its key', async () => {
    const third = await newKey('kho-ba')
    await define(third, 'một', {})
    await define(third, 'hai', {})
    const [first, second] = [
      await listen('stream=true', { by: third, query: 'một' }),
      await listen('stream=true', { by: third, query: 'hai' }),
    ]
    const dropped = await fetch(`http://127.0.0.1:${front.port}/epcis/queries/${encodeURIComponent('một')}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${third.key}` },
    })
    expect(dropped.status).toBe(204)
    await closed(first)
    expect(first.closing).toEqual({ code: 1008, reason: 'the query is not there any more' })
    expect(second.closing).toBeUndefined()
    expect(await revokeApiKey(as(system('test')), third.id, { reason: 'máy đã mất' })).toMatchObject({ ok: true })
    await closed(second)
    expect(second.closing).toEqual({ code: 1008, reason: 'the key is not valid any more' })
  })

  test('is closed where what it is told is not taken, and keeps no more than one message waiting', async () => {
    const socket = await listen('stream=true')
    socket.pause()
    for (let turn = 0; turn < 6; turn++)
      await capture(
        ours,
        Array.from({ length: 30 }, (_, at) => `slow-${turn}-${at}`),
        { 'https://example.org/note': 'x'.repeat(100_000) },
      )
    await expect.poll(listeners, soon).toBe(0)
    socket.resume()
    await closed(socket)
    expect(socket.closing!.code).not.toBe(1000)
    expect(socket.ids().length).toBeLessThan(180)
  }, 60_000)

  test('is closed where it says something, and dropped where it does not answer', async () => {
    const [speaking, silent] = [await listen('stream=true'), await listen('stream=true', { options: { autoPong: false } })]
    speaking.send('{}')
    await closed(speaking)
    expect(speaking.closing!.code).toBe(1003)
    await closed(silent)
    expect(silent.closing!.code).toBe(1006)
  })

  test('is told to come again where the server goes down', async () => {
    const third = await newFront()
    const socket = await listen('stream=true', { at: third })
    await third.close()
    await closed(socket)
    expect(socket.closing!.code).toBe(1001)
  })
})

test('a request for a WebSocket anywhere else is answered as if it had not asked', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(front.port, '127.0.0.1', () =>
      socket.write(
        'GET /epcis/events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n',
      ),
    )
    socket.once('data', (piece) => {
      resolve(piece.toString().split('\r\n', 1)[0]!)
      socket.destroy()
    })
  })
  expect(answer).toBe('HTTP/1.1 401 Unauthorized')
})
