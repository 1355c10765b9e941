import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { validateText } from '@dacsan/epcis/validate'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aPartner } from '../fixtures.ts'
import { captureDocument, defineQuery, dropQuery, findSubscription, listSubscriptions, subscribeTo, unsubscribe } from '../index.ts'
import type { SubscriptionId } from '../rules.ts'
import { deliver } from './deliver.ts'

const { as, db } = await testDatabase<Tables>()
const privateHosts = ['127.0.0.1']
const token = '13df38d8275b13f05704629e5f1cf3d45d6132d5'

type Heard = { body: string; signature: string | undefined; events: string[] }
const heard: Heard[] = []
let answers: number[] = []
/** What whoever subscribed runs: it takes what it is sent, or says why not. */
const hearer = createServer(async (request, response) => {
  const body = await text(request)
  const status = answers.shift() ?? 200
  if (status === 200) {
    const document = JSON.parse(body) as { epcisBody: { queryResults: { resultsBody: { eventList: { eventID: string }[] } } } }
    const events = document.epcisBody.queryResults.resultsBody.eventList.map(({ eventID }) => eventID)
    heard.push({ body, signature: request.headers['gs1-signature'] as string | undefined, events })
  }
  response.writeHead(status).end()
})
let dest = ''

beforeAll(async () => {
  hearer.listen(0, '127.0.0.1')
  await once(hearer, 'listening')
  dest = `http://127.0.0.1:${(hearer.address() as AddressInfo).port}/su-kien`
})
afterAll(() => void hearer.close())
beforeEach(() => {
  heard.length = 0
  answers = []
})

let count = 0
async function anAskingPartner(): Promise<Ctx> {
  const partner = await aPartner(as, `kho-${(count += 1)}`)
  await defineQuery(partner, { name: 'cất kho', query: { EQ_bizStep: ['storing'] } })
  return partner
}
async function subscribed(partner: Ctx, given: object = {}): Promise<SubscriptionId> {
  const made = await subscribeTo(partner, 'cất kho', { dest, signatureToken: token, stream: true, ...given }, { privateHosts })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.id
}
async function capture(partner: Ctx, steps: readonly string[]): Promise<string[]> {
  const eventList = steps.map((bizStep) => ({
    type: 'ObjectEvent',
    eventID: `urn:uuid:${(count += 1)}`,
    eventTime: '2026-03-01T08:00:00.000+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep,
    epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
  }))
  const document = {
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  }
  const taken = await captureDocument(partner, { content: JSON.stringify(document), media: 'application/json', behaviour: 'rollback' })
  if (!taken.ok) throw new Error(taken.refusal.code)
  return eventList.map(({ eventID }) => eventID)
}
const heardEvents = () => heard.flatMap(({ events }) => events)
const jobsOf = async (id: SubscriptionId) => {
  const { rows } = await sql<{
    runAt: Date
  }>`select run_at as "runAt" from graphile_worker.jobs where key = ${`epcis-repository.deliver:${id}`}`.execute(db)
  return rows.map(({ runAt }) => runAt)
}

describe('a subscription', () => {
  test('is told of what is captured from then on and fulfils its query, once, signed, as a document of the standard', async () => {
    const partner = await anAskingPartner()
    await capture(partner, ['storing'])
    const id = await subscribed(partner)
    const [first, , third] = await capture(partner, ['storing', 'shipping', 'storing'])
    expect(await deliver({ db, origin: testOrigin, privateHosts }, id)).toEqual({ sent: 2 })
    expect(heardEvents()).toEqual([first, third])
    const [{ body, signature }] = heard as [Heard]
    expect(signature).toBe(`sha256=${createHmac('sha256', token).update(body).digest('hex')}`)
    expect(validateText(body, 'application/json', 'EPCISQueryDocument')).toEqual([])
    expect(JSON.parse(body)).toMatchObject({ epcisBody: { queryResults: { queryName: 'cất kho', subscriptionID: id } } })
    expect(await deliver({ db, origin: testOrigin, privateHosts }, id)).toEqual({ sent: 0 })
    expect(heard).toHaveLength(1)
  })

  test('is told of everything since a record time, also where a capture that began before it took longer', async () => {
    const partner = await anAskingPartner()
    const at = (minute: number) => ({ ...partner, now: new Date(Date.UTC(2026, 2, 1, 8, minute)) })
    await capture(at(1), ['storing'])
    const [since] = await capture(at(5), ['storing'])
    const [longer] = await capture(at(3), ['storing'])
    const [last] = await capture(at(6), ['storing'])
    await deliver({ db, origin: testOrigin, privateHosts }, await subscribed(partner, { initialRecordTime: '2026-03-01T08:04:00Z' }))
    expect(heardEvents()).toEqual([since, longer, last])
    heard.length = 0
    await deliver({ db, origin: testOrigin, privateHosts }, await subscribed(partner, { initialRecordTime: '2026-03-01T08:07:00Z' }))
    expect(heardEvents()).toEqual([])
  })

  test('is told from a record time on where it asks for that', async () => {
    const partner = await anAskingPartner()
    const [old] = await capture(partner, ['storing'])
    await deliver({ db, origin: testOrigin, privateHosts }, await subscribed(partner, { initialRecordTime: '2020-01-01T00:00:00Z' }))
    expect(heardEvents()).toEqual([old])
  })

  test('that is not taken is tried again from where it stopped, and smaller where it is too much', async () => {
    const partner = await anAskingPartner()
    const id = await subscribed(partner)
    const events = await capture(
      partner,
      Array.from({ length: 120 }, () => 'storing'),
    )
    answers = [200, 503]
    await expect(deliver({ db, origin: testOrigin, privateHosts }, id)).rejects.toThrow('answered 503')
    expect(heardEvents()).toEqual(events.slice(0, 100))
    answers = [413]
    expect(await deliver({ db, origin: testOrigin, privateHosts }, id)).toEqual({ sent: 20 })
    expect(heardEvents()).toEqual(events)
  })

  test('B14: that two deliver at once is told once', async () => {
    const partner = await anAskingPartner()
    const id = await subscribed(partner)
    const events = await capture(partner, ['storing', 'storing'])
    const both = await Promise.allSettled([
      deliver({ db, origin: testOrigin, privateHosts }, id),
      deliver({ db, origin: testOrigin, privateHosts }, id),
    ])
    // The second finds it held, or comes when everything is told.
    for (const one of both) if (one.status === 'rejected') expect(String(one.reason)).toContain('by somebody else')
    expect(heardEvents()).toEqual(events)
    expect(await deliver({ db, origin: testOrigin, privateHosts }, id)).toEqual({ sent: 0 })
  })

  test('is queued by each capture where it streams, and by its schedule otherwise, which tells of nothing only where that is asked for', async () => {
    const partner = await anAskingPartner()
    const streaming = await subscribed(partner)
    const scheduled = await subscribed(partner, {
      stream: undefined,
      schedule: { hour: '1', minute: '5', second: '0' },
      reportIfEmpty: true,
    })
    const [runAt] = await jobsOf(scheduled)
    expect([runAt!.getUTCHours(), runAt!.getUTCMinutes(), runAt!.getUTCSeconds()]).toEqual([1, 5, 0])
    await sql`select graphile_worker.remove_job(${`epcis-repository.deliver:${streaming}`})`.execute(db)
    await capture(partner, ['storing'])
    expect(await jobsOf(streaming)).toHaveLength(1)
    await deliver({ db, origin: testOrigin, privateHosts }, scheduled)
    await deliver({ db, origin: testOrigin, privateHosts }, scheduled)
    expect(heard.map(({ events }) => events.length)).toEqual([1, 0])
    expect(await jobsOf(scheduled)).toHaveLength(1)
  })

  test.each([
    ['neither stream nor schedule', {}, /stream or schedule/],
    ['both', { stream: true, schedule: { hour: '1' } }, /exclude/],
    ['a schedule that is none', { schedule: { hour: '25' } }, /between 0 and 23/],
    ['an address that is none', { stream: true, dest: 'ftp://vidu.vn' }, /dest/],
    ['an unknown control', { stream: true, often: true }, /often/],
    ['a neighbour of the server', { stream: true, dest: 'http://169.254.169.254/latest' }, /no public address/],
    ['a name of this machine', { stream: true, dest: 'http://localhost:1/' }, /no public address/],
  ])('with %s is refused', async (_, given, reason) => {
    const refused = await subscribeTo(await anAskingPartner(), 'cất kho', { dest, ...given }, { privateHosts })
    expect(refused).toEqual({ ok: false, refusal: { code: 'subscription-controls', reason: expect.stringMatching(reason) as string } })
  })

  test('is shown without its secret, to its partner alone, and ends by itself with its query', async () => {
    const [partner, other] = [await anAskingPartner(), await anAskingPartner()]
    const id = await subscribed(partner)
    expect(JSON.stringify(await findSubscription(partner, 'cất kho', id))).not.toContain(token)
    await expect(findSubscription(other, 'cất kho', id)).rejects.toThrow('No such subscription')
    await expect(unsubscribe(other, 'cất kho', id)).rejects.toThrow('No such subscription')
    const { rows } = await sql<{ token: string }>`select signature_token as token from epcis_subscription where id = ${id}`.execute(db)
    expect(rows[0]!.token).toMatch(/^locked:/)
    const second = await subscribed(partner)
    expect(await unsubscribe(partner, 'cất kho', second)).toEqual({ ok: true, value: null })
    expect((await listSubscriptions(partner, 'cất kho', { perPage: 30, after: '' })).subscriptions.map((one) => one.id)).toEqual([id])
    await dropQuery(partner, 'cất kho')
    expect(await deliver({ db, origin: testOrigin, privateHosts }, id)).toEqual({ sent: 0 })
    await expect(listSubscriptions(partner, 'cất kho', { perPage: 30, after: '' })).rejects.toThrow('No such query')
  })
})
