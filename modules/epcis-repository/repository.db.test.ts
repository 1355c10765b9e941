import { readFileSync } from 'node:fs'
import { testDatabase } from '@dacsan/platform/testing'
import { namespacesOf } from '@dacsan/epcis'
import type { EpcisDocument, EpcisEvent } from '@dacsan/epcis'
import { answerQuery, parseQueryString } from '@dacsan/epcis/query'
import { writeXml } from '@dacsan/epcis/xml'
import { arbitraryEvent } from '../../packages/epcis/fixtures/events.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { aPartner } from './fixtures.ts'
import type { Ctx } from '../context.ts'
import { organisationOf } from './policy.ts'
import { captureDocument, captureEvent, findCapture, findEvent, findEvents, listCaptures } from './index.ts'

const vectors = new URL('../../packages/epcis/vectors/query/', import.meta.url)
const captured = readFileSync(new URL('capture.json', vectors), 'utf8')
type Case = { id: string; queryString: string; expect?: string[]; ordered?: boolean; expectError?: string }
const { context, cases } = JSON.parse(readFileSync(new URL('cases.json', vectors), 'utf8')) as {
  context: Record<string, string>
  cases: Case[]
}
const namespaces = namespacesOf(context)

const { as, db } = await testDatabase<Tables>()
let partner: Ctx
let other: Ctx
const json = { media: 'application/json', behaviour: 'rollback' } as const

let count = 0
const newPartner = () => aPartner(as, `doi-tac-${(count += 1)}`)

/** Every page of an answer, each of so many. */
async function pages(by: Ctx, queryString: string, perPage: number): Promise<EpcisEvent[]> {
  const parsed = parseQueryString(queryString, namespaces)
  if (!parsed.ok) throw new Error(queryString)
  const events: EpcisEvent[] = []
  for (let token: string | undefined; ;) {
    const page = await findEvents(by, { query: parsed.value.query, namespaces, perPage, ...(token && { token }) })
    if (!page.ok) throw new Error(page.refusal.code)
    events.push(...page.value.events)
    if (page.value.next === null) return events
    token = page.value.next
  }
}
const idsOf = (events: readonly EpcisEvent[]) => events.map(({ eventID }) => eventID)

beforeAll(async () => {
  partner = await newPartner()
  other = await newPartner()
  const taken = await captureDocument(partner, { content: captured, ...json })
  if (!taken.ok) throw new Error(taken.refusal.code)
})

const answered = cases.filter((one): one is Case & { expect: string[] } => one.expect !== undefined)
const refused = cases.filter(({ expectError }) => expectError !== undefined)
const anEvent = (eventID: string | undefined, different: object = {}) => ({
  type: 'ObjectEvent',
  ...(eventID && { eventID }),
  eventTime: '2026-03-01T08:00:00.000+07:00',
  eventTimeZoneOffset: '+07:00',
  action: 'OBSERVE',
  epcList: ['urn:epc:id:sgtin:0614141.107346.2017'],
  ...different,
})
const aDocument = (...eventList: object[]) =>
  JSON.stringify({
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { ocop: 'https://example.org/ocop/' }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  })
const inPieces = (text: string) =>
  async function* () {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; at += 65_537) yield bytes.subarray(at, at + 65_537)
  }
async function capture(by: Ctx, text: string, behaviour: 'rollback' | 'proceed' = 'rollback') {
  const taken = await captureDocument(by, { content: text, media: 'application/json', behaviour })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
  return findCapture(by, taken.value.captureId)
}

describe('a query', () => {
  test.each(answered)('is answered page by page as $id says: $queryString', async ({ queryString, expect: wanted, ordered }) => {
    for (const perPage of [4, 1000]) {
      const found = idsOf(await pages(partner, queryString, perPage))
      if (ordered) expect(found).toEqual(wanted)
      else expect(found.toSorted()).toEqual(wanted.toSorted())
    }
  })

  test.each(refused)('is refused as $id says: $queryString', async ({ queryString, expectError }) => {
    const parsed = parseQueryString(queryString, namespaces)
    const answer = parsed.ok ? await findEvents(partner, { query: parsed.value.query, perPage: 30 }) : parsed
    expect(answer).toMatchObject({ ok: false, refusal: { type: `epcisException:${expectError}` } })
  })

  test('sees nothing of another organisation, and finds none of its events and jobs by their names', async () => {
    expect(await pages(other, '', 30)).toEqual([])
    const [job] = (await listCaptures(partner, { perPage: 1, before: null })).jobs
    await expect(findCapture(other, job!.id)).rejects.toMatchObject({ message: 'No such capture job' })
    const [first] = await pages(partner, '', 30)
    expect(await findEvent(other, first!.eventID!)).toEqual([])
    expect(idsOf(await findEvent(partner, first!.eventID!))).toContain(first!.eventID)
  })

  test('is answered with what was there when its first page was asked for', async () => {
    const by = await newPartner()
    await capture(by, aDocument(anEvent('urn:uuid:1'), anEvent('urn:uuid:2')))
    const query = { conditions: [] }
    const first = await findEvents(by, { query, perPage: 1 })
    await capture(by, aDocument(anEvent('urn:uuid:3')))
    if (!first.ok) throw new Error('the first page was refused')
    expect(first.value.next).not.toBeNull()
    const second = await findEvents(by, { query, perPage: 30, token: first.value.next! })
    expect(second).toMatchObject({ ok: true, value: { next: null } })
    expect(second.ok && idsOf(second.value.events)).toEqual(['urn:uuid:2'])
    expect(await findEvents(by, { query, perPage: 30, token: 'WzFd' })).toMatchObject({
      refusal: { code: 'bad-page-token' },
    })
  })

  test('over random events is answered as the evaluator in memory answers it', async () => {
    const queries = [
      'EQ_bizStep=packing|shipping',
      'GE_eventTime=2030-01-01T00:00:00Z&orderBy=eventTime&orderDirection=ASC',
      'MATCH_epc=urn:epc:idpat:sgtin:8938501.*.*',
      'MATCH_anyEPCClass=https://id.gs1.org/01/08938501234568/10/A',
      'EQ_action=ADD&EXISTS_ocop:a=true',
      'GE_quantity=100',
      'orderBy=eventTime&eventCountLimit=7',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitraryEvent, { selector: ({ eventID, eventTime }) => eventID ?? eventTime, minLength: 1, maxLength: 25 }),
        async (events) => {
          const by = await newPartner()
          const job = await capture(by, aDocument(...events))
          expect(job).toMatchObject({ success: true, stored: events.length })
          const all = await pages(by, '', 1000)
          for (const queryString of queries) {
            const parsed = parseQueryString(queryString, namespaces)
            if (!parsed.ok) throw new Error(queryString)
            const expected = answerQuery(parsed.value.query, all, { namespaces })
            expect(idsOf(await pages(by, queryString, 3)).toSorted()).toEqual(expected.ok && idsOf(expected.value).toSorted())
          }
        },
      ),
      { numRuns: 12 },
    )
  }, 60_000)
})

describe('a capture', () => {
  test('stores nothing where one event is wrong, unless it is to proceed: then it leaves that one out, and tells why', async () => {
    const by = await newPartner()
    const document = aDocument(anEvent('urn:uuid:a'), anEvent('urn:uuid:b', { action: 'MOVE' }), anEvent('urn:uuid:c'))
    expect(await capture(by, document)).toMatchObject({ success: false, stored: 0, behaviour: 'rollback' })
    expect(await pages(by, '', 30)).toEqual([])
    const job = await capture(by, document, 'proceed')
    expect(job).toMatchObject({ success: false, stored: 2 })
    expect(job.errors).toEqual([
      expect.objectContaining({
        type: 'epcisException:ValidationException',
        instance: 'urn:uuid:b',
        detail: expect.stringContaining('/epcisBody/eventList/1/action') as string,
      }),
    ])
    expect(idsOf(await pages(by, '', 30))).toEqual(['urn:uuid:a', 'urn:uuid:c'])
  })

  test('of an event that is there already succeeds and stores it once; a declaration of error is another event', async () => {
    const by = await newPartner()
    const first = anEvent('urn:uuid:a')
    await capture(by, aDocument(first, first))
    expect(await capture(by, aDocument(first))).toMatchObject({ success: true, stored: 0 })
    const errorDeclaration = { declarationTime: '2026-03-03T00:00:00Z', reason: 'incorrect_data' }
    expect(await capture(by, aDocument({ ...first, errorDeclaration }))).toMatchObject({ stored: 1 })
    expect((await findEvent(by, 'urn:uuid:a')).map((event) => event.errorDeclaration?.reason)).toEqual([undefined, 'incorrect_data'])
  })

  test('gives an event without a name its Event Hash ID, so that the same event in another form is the same', async () => {
    const by = await newPartner()
    await capture(by, aDocument(anEvent(undefined)))
    const link = 'https://example.vn/01/10614141073464/21/2017'
    expect(await capture(by, aDocument(anEvent(undefined, { epcList: [link] })))).toMatchObject({ stored: 0 })
    expect(idsOf(await pages(by, '', 30))).toEqual([expect.stringMatching(/^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/)])
  })

  test('of a text that is no document is refused at once, and leaves no job', async () => {
    const by = await newPartner()
    for (const text of ['{', '{}', '<a/>', JSON.stringify({ ...(JSON.parse(aDocument()) as object), type: 'Nothing' })])
      expect(await captureDocument(by, { content: text, ...json })).toMatchObject({
        ok: false,
        refusal: { code: 'document-refused' },
      })
    expect((await listCaptures(by, { perPage: 30, before: null })).jobs).toEqual([])
  })

  test('of XML that names an EPC twice takes it once, succeeds, and warns of the place', async () => {
    const by = await newPartner()
    const epc = '<epc>urn:epc:id:sgtin:0614141.107346.2017</epc>'
    const content = writeXml(JSON.parse(aDocument(anEvent('urn:uuid:twice'))) as EpcisDocument).replace(epc, `${epc}\n${epc}`)
    for (const behaviour of ['rollback', 'proceed'] as const) {
      const taken = await captureDocument(by, { content, media: 'application/xml', behaviour })
      const job = taken.ok && (await findCapture(by, taken.value.captureId))
      expect(job).toMatchObject({
        success: true,
        errors: [],
        warnings: [
          {
            type: 'epcisException:ValidationException',
            status: 400,
            detail: expect.stringMatching(/^\d+:1: ".+" is named twice/) as string,
            instance: 'urn:uuid:twice',
          },
        ],
      })
    }
    expect(await pages(by, '', 30)).toMatchObject([{ epcList: ['urn:epc:id:sgtin:0614141.107346.2017'] }])
  })

  test('takes prefixes that XML binds as it likes, and an alert of a sensor without a type', async () => {
    const by = await newPartner()
    const own =
      '<my_ext:a xmlns:my_ext="https://a.example/">1</my_ext:a><p:b xmlns:p="https://b.example/">2</p:b><p:b xmlns:p="https://c.example/">3</p:b>'
    const sensors = '<sensorElementList><sensorElement><sensorReport exception="gs1:ALARM_CONDITION"/></sensorElement></sensorElementList>'
    const content = writeXml(JSON.parse(aDocument(anEvent('urn:uuid:own'))) as EpcisDocument).replace(
      '</ObjectEvent>',
      `${sensors}${own}</ObjectEvent>`,
    )
    expect(await captureDocument(by, { content, media: 'application/xml', behaviour: 'rollback' })).toMatchObject({ ok: true })
    const [event] = await pages(by, '', 30)
    expect(event).toMatchObject({
      'my-ext:a': '1',
      'p:b': '2',
      'p-2:b': '3',
      sensorElementList: [{ sensorReport: [{ exception: 'ALARM_CONDITION' }] }],
    })
    expect(event!['@context']).toContainEqual({ 'my-ext': 'https://a.example/', p: 'https://b.example/', 'p-2': 'https://c.example/' })
  })

  test('of more events than are kept while they are judged stores them all in their order, or none, or those that are right', async () => {
    const by = await newPartner()
    const events = Array.from({ length: 2_300 }, (_, at) => anEvent(`urn:uuid:many-${at}`, { 'ocop:at': at }))
    // The context stands behind the events, and they come piece by piece.
    const { '@context': context, ...rest } = JSON.parse(aDocument(...events, anEvent('urn:uuid:wrong', { action: 'MOVE' }))) as Record<
      string,
      unknown
    >
    const content = inPieces(JSON.stringify({ ...rest, '@context': context }))
    const jobOf = async (behaviour: 'rollback' | 'proceed') => {
      const taken = await captureDocument(by, { content, media: 'application/json', behaviour })
      if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
      // What is large is stored after the answer.
      const job = await findCapture(by, taken.value.captureId)
      expect(job).toMatchObject({ running: true, finishedAt: null, success: false, behaviour })
      // It may be done by the time the list is read.
      const [listed] = (await listCaptures(by, { perPage: 1, before: null })).jobs
      expect(listed).toMatchObject({ id: job!.id, createdAt: job!.createdAt, behaviour })
      expect(await taken.value.finished).toEqual({})
      return findCapture(by, taken.value.captureId)
    }
    expect(await jobOf('rollback')).toMatchObject({ success: false, stored: 0 })
    expect(await jobOf('proceed')).toMatchObject({ success: false, stored: 2_300, errors: [{ instance: 'urn:uuid:wrong' }] })
    expect(await jobOf('proceed')).toMatchObject({ stored: 0 })
    expect(idsOf(await pages(by, '', 1000))).toEqual(events.map(({ eventID }) => eventID))
  }, 60_000)

  test('of several large documents at once is stored for each, a few at a time, with one that fails among them', async () => {
    const by = await newPartner()
    const large = (name: string) => inPieces(aDocument(...Array.from({ length: 2_050 }, (_, at) => anEvent(`urn:uuid:${name}-${at}`))))
    let readings = 0
    const failing = async function* () {
      if ((readings += 1) > 1) throw new Error('the disk is gone')
      yield* large('failing')()
    }
    const all = await Promise.all([failing, large('a'), large('b'), large('c')].map((content) => captureDocument(by, { content, ...json })))
    const jobs = await Promise.all(
      all.map(async (taken) => {
        if (!taken.ok) throw new Error(taken.refusal.code)
        await taken.value.finished
        return findCapture(by, taken.value.captureId)
      }),
    )
    expect(jobs.map(({ stored, success, running }) => ({ stored, success, running }))).toEqual([
      { stored: 0, success: false, running: false },
      ...['a', 'b', 'c'].map(() => ({ stored: 2_050, success: true, running: false })),
    ])
  }, 60_000)

  test('that broke off while it was stored leaves nothing behind but a job that says so, also where its process went down', async () => {
    const by = await newPartner()
    let readings = 0
    const whole = inPieces(aDocument(...Array.from({ length: 2_300 }, (_, at) => anEvent(`urn:uuid:broken-${at}`))))
    const content = async function* () {
      readings += 1
      for await (const piece of whole()) {
        yield piece
        if (readings > 1) throw new Error('the disk is gone')
      }
    }
    const taken = await captureDocument(by, { content, ...json })
    if (!taken.ok) throw new Error(taken.refusal.code)
    expect(await taken.value.finished).toEqual({ fault: new Error('the disk is gone') })
    const errors = [{ type: 'epcisException:ImplementationException', status: 500 }]
    expect(await findCapture(by, taken.value.captureId)).toMatchObject({ running: false, success: false, stored: 0, errors })
    expect(await pages(by, '', 30)).toEqual([])
    const partner = await db
      .selectFrom('epcis_partner')
      .select('id')
      .where('organisation_id', '=', organisationOf(by.actor)!)
      .executeTakeFirstOrThrow()
    const left = { id: 'cap_left' as const, partner_id: partner.id, behaviour: 'rollback' as const, created_at: new Date(0), success: true }
    await db
      .insertInto('epcis_capture_running')
      .values({ ...left, alive_until: new Date(1) })
      .execute()
    expect(await findCapture(by, left.id)).toMatchObject({ running: false, success: false, finishedAt: new Date(1), errors })
  })

  test('of one event alone is refused where it is there', async () => {
    const by = await newPartner()
    const context = { '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld' }
    const text = JSON.stringify({ ...context, ...anEvent('urn:uuid:a') })
    expect(await captureEvent(by, { text, media: 'application/json' })).toEqual({
      ok: true,
      value: { eventId: 'urn:uuid:a' },
    })
    expect(await captureEvent(by, { text, media: 'application/json' })).toMatchObject({
      refusal: { code: 'event-exists' },
    })
  })

  test('jobs are listed newest first, page by page', async () => {
    const by = await newPartner()
    const made = []
    for (const name of ['a', 'b', 'c']) made.unshift((await capture(by, aDocument(anEvent(`urn:uuid:${name}`)))).id)
    const first = await listCaptures(by, { perPage: 2, before: null })
    expect(first.jobs.map(({ id }) => id)).toEqual(made.slice(0, 2))
    const second = await listCaptures(by, { perPage: 2, before: first.next })
    expect([second.jobs.map(({ id }) => id), second.next]).toEqual([made.slice(2), null])
  })
})
