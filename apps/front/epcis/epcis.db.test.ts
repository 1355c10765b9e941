import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createApiKeyAt, system } from '@dacsan/modules/identity'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import type { EpcisDocument } from '@dacsan/epcis'
import { validateText } from '@dacsan/epcis/validate'
import { writeXml } from '@dacsan/epcis/xml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../../modules/database.tables.ts'
import { loadTerms } from '../../../modules/identity/fixtures.ts'
import { startFront } from '../index.ts'
import type { Front } from '../index.ts'

const { as, db, pool, files, connect, role, dataDir } = await testDatabase<Tables>()
const vectors = new URL('../../../packages/epcis/vectors/query/', import.meta.url)
const captured = readFileSync(new URL('capture.json', vectors), 'utf8')
type Case = { queryString: string; expect?: string[]; expectError?: string; expectStatus?: number }
const { cases } = JSON.parse(readFileSync(new URL('cases.json', vectors), 'utf8')) as { cases: Case[] }
const context = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

let front: Front
let key = ''
let otherKey = ''

async function newKey(code: string): Promise<string> {
  const made = await createApiKeyAt(as(system('test')), code, { label: 'Kho', scopes: ['epcis'], expiresOn: null })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.key
}

beforeAll(async () => {
  await loadTerms(db)
  const config = { ...readConfig({ DATA_DIR: dataDir, WEBHOOK_HOSTS: '127.0.0.1' }), port: 0 }
  const installation: OpenInstallation = { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} }
  front = await startFront(installation, { only: 'machines' })
  key = await newKey('kho-mot')
  otherKey = await newKey('kho-hai')
})
afterAll(() => front.close())

type Asking = { method?: string; body?: string; headers?: Record<string, string>; by?: string }
async function ask(path: string, { method = 'GET', body, headers = {}, by = key }: Asking = {}) {
  const response = await fetch(`http://127.0.0.1:${front.port}/epcis${path}`, {
    method,
    ...(body !== undefined && { body }),
    headers: { authorization: `Bearer ${by}`, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Record<string, unknown> }
}
type Listed = { epcisBody: { queryResults: { queryName: string; resultsBody: { eventList: { eventID: string; recordTime: string }[] } } } }
const eventsOf = ({ text }: { text: string }) => (JSON.parse(text) as Listed).epcisBody.queryResults.resultsBody.eventList

const anEvent = (eventID: string, different: object = {}) => ({
  type: 'ObjectEvent',
  eventID,
  eventTime: '2026-03-01T08:00:00.000+07:00',
  eventTimeZoneOffset: '+07:00',
  action: 'OBSERVE',
  bizStep: 'storing',
  epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
  ...different,
})
const aDocument = (...eventList: object[]) =>
  JSON.stringify({
    '@context': [context, { ocop: 'https://example.org/ocop/' }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  })

/** Bodies of captures that lie on the disk. */
const kept = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('dacsan-capture-'))

describe('/epcis', () => {
  test('answers nobody without a key of its scope, and says why', async () => {
    const without = await fetch(`http://127.0.0.1:${front.port}/epcis/events`)
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="dacsan"'])
    expect(await without.json()).toMatchObject({ type: 'epcisException:SecurityException', status: 401 })
    expect((await ask('/events', { by: key.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x')) })).status).toBe(401)
  })

  test('names its resources, its versions and what may be done where', async () => {
    const top = await ask('')
    expect(top.json()['member']).toEqual(
      expect.arrayContaining([
        'events',
        'eventTypes',
        'epcs',
        'bizSteps',
        'bizLocations',
        'readPoints',
        'dispositions',
        'capture',
        'queries',
      ]),
    )
    expect([top.headers.get('gs1-epcis-version'), top.headers.get('gs1-cbv-version')]).toEqual(['2.0.0', '2.0.0'])
    const options = await fetch(`http://127.0.0.1:${front.port}/epcis/capture`, { method: 'OPTIONS' })
    expect(options.status).toBe(204)
    expect(options.headers.get('allow')).toBe('OPTIONS, POST, GET')
    expect(options.headers.get('gs1-epcis-capture-limit')).toBe('100000')
    expect(options.headers.get('gs1-epcis-capture-file-size-limit')).toBe(String(64 * 1024 * 1024))
    expect((await ask('/nowhere')).json()).toMatchObject({ type: 'epcisException:NoSuchResourceException', status: 404 })
    expect((await ask('', { headers: { 'gs1-epcis-min': '2.1.0' } })).json()).toMatchObject({
      type: 'epcisException:NotAcceptableException',
    })
  })

  test('takes a document, tells of its job, and answers every query of the vectors, walking each page', async () => {
    const taken = await ask('/capture', { method: 'POST', body: captured })
    expect(taken.status).toBe(202)
    const job = await ask(taken.headers.get('location')!.replace('/epcis', ''))
    expect(job.json()).toMatchObject({ running: false, success: true, captureErrorBehaviour: 'rollback', errors: [] })
    const headers = { 'gs1-extensions': 'ocop=https://example.org/ocop/' }
    for (const { queryString, expect: wanted, expectError, expectStatus } of cases) {
      const found: string[] = []
      for (let path: string | undefined = `/events?${queryString}&perPage=7`; path !== undefined;) {
        const answer = await ask(path, { headers })
        if (expectError) {
          expect([answer.status, answer.json()['type']], queryString).toEqual([expectStatus, `epcisException:${expectError}`])
          break
        }
        expect(answer.status, queryString).toBe(200)
        found.push(...eventsOf(answer).map(({ eventID }) => eventID))
        path = /^<\/epcis([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]
      }
      if (wanted) expect(found.toSorted(), queryString).toEqual(wanted.toSorted())
    }
    expect(eventsOf(await ask('/events', { by: otherKey }))).toEqual([])
  })

  test('answers a document that the standard’s own schema takes, in JSON and in XML, with keys in the form that was asked for', async () => {
    const json = await ask('/events?perPage=1000')
    expect(validateText(json.text, 'application/json', 'EPCISQueryDocument')).toEqual([])
    const xml = await ask('/events?perPage=1000', { headers: { accept: 'application/xml' } })
    expect(xml.headers.get('content-type')).toMatch(/^application\/xml/)
    expect(validateText(xml.text, 'application/xml', 'EPCISQueryDocument')).toEqual([])
    await ask('/capture', { method: 'POST', body: aDocument(anEvent('urn:uuid:form')) })
    const inForm = async (form: string) => (await ask('/events/urn%3Auuid%3Aform', { headers: { 'gs1-epc-format': form } })).text
    expect(await inForm('Always_GS1_Digital_Link')).toContain('https://id.gs1.org/01/10614141073464/21/2017')
    expect(await inForm('Never_Translates')).toContain('urn:epc:id:sgtin:0614141.107346.2017')
    expect((await ask('/events', { headers: { 'gs1-epc-format': 'Sometimes' } })).status).toBe(406)
    expect((await ask('/events', { headers: { accept: 'text/html' } })).json()).toMatchObject({
      type: 'epcisException:NotAcceptableException',
    })
  })

  test('takes XML as it takes JSON', async () => {
    const xml = (await ask('/events?EQ_eventID=urn:uuid:form', { headers: { accept: 'application/xml' } })).text.replace(
      'urn:uuid:form',
      'urn:uuid:xml',
    )
    const taken = await ask('/capture', { method: 'POST', body: xml, headers: { 'content-type': 'application/xml' } })
    expect(taken.status).toBe(202)
    expect(eventsOf(await ask('/events/urn%3Auuid%3Axml'))).toHaveLength(1)
  })

  test.each(['json', 'xml'] as const)(
    'takes a large document of %s as a stream, answers before it is stored, and leaves nothing on the disk',
    async (form) => {
      const before = await kept()
      const large = { bizStep: 'holding', epcList: ['urn:x:large'], 'ocop:note': 'x'.repeat(400) }
      const events = Array.from({ length: 3_000 }, (_, at) => anEvent(`urn:uuid:large-${form}-${at}`, large))
      const text = form === 'json' ? aDocument(...events) : writeXml(JSON.parse(aDocument(...events)) as EpcisDocument)
      expect(text.length).toBeGreaterThan(1024 * 1024)
      const taken = await ask('/capture', { method: 'POST', body: text, headers: { 'content-type': `application/${form}` } })
      expect(taken.status).toBe(202)
      const job = async () => (await ask(taken.headers.get('location')!.replace('/epcis', ''))).json()
      expect(await job()).toMatchObject({ success: true, errors: [] })
      await expect.poll(job, { timeout: 60_000 }).toMatchObject({ running: false, success: true, finishedAt: expect.any(String) as string })
      expect(eventsOf(await ask(`/events/${encodeURIComponent(`urn:uuid:large-${form}-2999`)}`))).toHaveLength(1)
      await expect.poll(kept, { timeout: 10_000 }).toEqual(before)
    },
    120_000,
  )

  test('leaves nothing on the disk of a large text that is no document', async () => {
    const before = await kept()
    const refused = await ask('/capture', { method: 'POST', body: `${aDocument(anEvent('urn:uuid:no'))}${' '.repeat(2 * 1024 * 1024)}}` })
    expect([refused.status, refused.json()['type']]).toEqual([400, 'epcisException:ValidationException'])
    await expect.poll(kept, { timeout: 10_000 }).toEqual(before)
  })

  test('proceeds where it is told to, and keeps the reasons with the job', async () => {
    const body = aDocument(anEvent('urn:uuid:p1'), anEvent('urn:uuid:p2', { bizStep: 'juggling' }))
    const taken = await ask('/capture', { method: 'POST', body, headers: { 'gs1-capture-error-behaviour': 'proceed' } })
    const job = (await ask(taken.headers.get('location')!.replace('/epcis', ''))).json()
    expect(job).toMatchObject({ success: false, errors: [{ type: 'epcisException:ValidationException', instance: 'urn:uuid:p2' }] })
    expect((await ask('/events/urn%3Auuid%3Ap1')).status).toBe(200)
    expect((await ask('/events/urn%3Auuid%3Ap2')).json()).toMatchObject({ type: 'epcisException:NoSuchResourceException' })
    expect((await ask('/capture?perPage=2')).headers.get('link')).toMatch(/nextPageToken=/)
  })

  test('refuses what is no document, of another media type, or too large, with the problem of the standard', async () => {
    const post = async (body: string, headers = {}) => {
      const answer = await ask('/capture', { method: 'POST', body, headers })
      return [answer.status, answer.json()['type']]
    }
    expect(await post('{')).toEqual([400, 'epcisException:ValidationException'])
    expect(await post('')).toEqual([400, 'epcisException:ValidationException'])
    expect((await ask('/capture', { method: 'POST' })).status).toBe(400)
    expect(await post('a,b', { 'content-type': 'text/csv' })).toEqual([415, 'epcisException:UnsupportedMediaTypeException'])
    expect(await post(aDocument({ note: 'x'.repeat(5 * 1024 * 1024) }))).toEqual([400, 'epcisException:ValidationException'])
    const tooMuch = await ask('/capture', { method: 'POST', body: 'x'.repeat(64 * 1024 * 1024 + 1) })
    expect([tooMuch.status, tooMuch.json()['type']]).toEqual([413, 'epcisException:CaptureLimitExceededException'])
    expect(tooMuch.headers.get('gs1-epcis-capture-file-size-limit')).toBe(String(64 * 1024 * 1024))
    const one = await ask('/events', { method: 'POST', body: 'x'.repeat(5 * 1024 * 1024) })
    expect([one.status, one.json()['type']]).toEqual([413, 'epcisException:CaptureLimitExceededException'])
    expect((await ask(`/events?EQ_eventID=${'x'.repeat(9000)}`)).json()).toMatchObject({
      type: 'epcisException:URITooLongException',
      status: 414,
    })
  })

  test('creates one event, once', async () => {
    const body = JSON.stringify({ '@context': context, ...anEvent('urn:uuid:one') })
    const made = await ask('/events', { method: 'POST', body })
    expect([made.status, made.headers.get('location')]).toEqual([201, '/epcis/events/urn%3Auuid%3Aone'])
    const again = await ask('/events', { method: 'POST', body })
    expect([again.status, again.json()['type']]).toEqual([409, 'epcisException:ResourceAlreadyExistsException'])
    const [event] = eventsOf(await ask('/events/urn%3Auuid%3Aone'))
    expect(event!.recordTime).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test('lists what events name, and the events of each', async () => {
    expect((await ask('/eventTypes')).json()['member']).toContain('TransformationEvent')
    expect((await ask('/bizSteps')).json()['member']).toContain('storing')
    expect((await ask('/bizSteps/storing')).json()['member']).toEqual(['events'])
    expect((await ask('/bizSteps/loading')).json()).toMatchObject({ type: 'epcisException:NoSuchResourceException' })
    const storing = eventsOf(await ask('/bizSteps/storing/events?perPage=1000')).map(({ eventID }) => eventID)
    expect(storing).toEqual(expect.arrayContaining(['urn:uuid:one', 'urn:uuid:form']))
    const epc = encodeURIComponent('urn:epc:id:sgtin:0614141.107346.2017')
    expect(eventsOf(await ask(`/epcs/${epc}/events`)).map(({ eventID }) => eventID)).toContain('urn:uuid:one')
    const first = await ask('/epcs?perPage=2')
    const second = await ask(/<\/epcis([^>]+)>/.exec(first.headers.get('link')!)![1]!)
    expect([...(first.json()['member'] as string[]), ...(second.json()['member'] as string[])]).toHaveLength(4)
  })

  test('keeps subscriptions to a named query, and reaches no neighbour that is not named', async () => {
    await ask('/queries', { method: 'POST', body: JSON.stringify({ name: 'theo dõi', query: { EQ_bizStep: ['storing'] } }) })
    const url = `/queries/${encodeURIComponent('theo dõi')}/subscriptions`
    const post = (controls: object) => ask(url, { method: 'POST', body: JSON.stringify(controls) })
    const closed = await post({ dest: 'http://10.0.0.5/', signatureToken: 'x', stream: true })
    expect([closed.status, closed.json()['type']]).toEqual([400, 'epcisException:SubscriptionControlsException'])
    const made = await post({ dest: 'http://127.0.0.1:9/', signatureToken: 'geheim', schedule: { hour: '1' } })
    expect(made.status).toBe(201)
    const one = made.headers.get('location')!.replace('/epcis', '')
    expect((await ask(one)).json()).toMatchObject({ dest: 'http://127.0.0.1:9/', schedule: { hour: '1' }, reportIfEmpty: false })
    expect((await ask(url)).text).not.toContain('geheim')
    expect((await ask(one, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(one)).json()).toMatchObject({ type: 'epcisException:NoSuchResourceException' })
    expect((await ask('/queries/none/subscriptions')).json()).toMatchObject({ type: 'epcisException:NoSuchNameException' })
  })

  test('keeps a query under a name, answers it, and takes it away', async () => {
    const body = JSON.stringify({ name: 'Cất kho', query: { EQ_bizStep: ['storing'], EQ_action: ['OBSERVE'] } })
    const made = await ask('/queries', { method: 'POST', body })
    expect([made.status, made.headers.get('location')]).toEqual([201, '/epcis/queries/C%E1%BA%A5t%20kho'])
    expect((await ask('/queries', { method: 'POST', body })).status).toBe(409)
    const named = '/queries/C%E1%BA%A5t%20kho'
    expect((await ask(named)).json()).toEqual(JSON.parse(body))
    const answer = await ask(`${named}/events?perPage=1000`)
    expect((JSON.parse(answer.text) as Listed).epcisBody.queryResults.queryName).toBe('Cất kho')
    expect(eventsOf(answer).map(({ eventID }) => eventID)).toContain('urn:uuid:one')
    expect((await ask(named, { by: otherKey })).json()).toMatchObject({ type: 'epcisException:NoSuchNameException' })
    expect(
      (await ask('/queries', { method: 'POST', body: JSON.stringify({ name: 'x', query: { EQ_action: ['MOVE'] } }) })).json(),
    ).toMatchObject({
      type: 'epcisException:QueryValidationException',
    })
    expect((await ask(named, { method: 'DELETE' })).status).toBe(204)
    expect((await ask(named)).status).toBe(404)
  })
})
