import type { EpcisEvent } from '@dacsan/epcis'
import { parseQuery } from '@dacsan/epcis/query'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { someoneWith } from '../identity/fixtures.ts'
import { system } from '../identity/index.ts'
import { openList } from '../open-list.ts'
import { aPartner } from './fixtures.ts'
import {
  assignGln,
  assignPlaces,
  captureDocument,
  captureEvent,
  defineQuery,
  findCapture,
  findEvent,
  findEvents,
  glnList,
  historyOf,
  listCaptures,
  listValues,
  recordOwnEvents,
  subscribeTo,
} from './index.ts'
import type { ValueKind } from './index.ts'
import { movePartners } from './partner.store.ts'
import { organisationOf } from './policy.ts'

// Who sees an event that somebody else recorded: whoever it names, by any of its names, in any of the fields in which one is named.

const { as, db, owner } = await testDatabase<Tables>()
const gln = '8938501234568'
const names = {
  'its GLN as a place': `https://id.gs1.org/414/${gln}`,
  'a room of the place of its GLN': `https://id.gs1.org/414/${gln}/254/kho-2`,
  'its GLN as a party': `https://id.gs1.org/417/${gln}`,
  'its GLN as an EPC URI': 'urn:epc:id:sgln:8938501.23456.0',
  'a place of it under an address of ours': `${testOrigin}/noi/sap-1`,
  'its code as an organisation of ours': `${testOrigin}/to-chuc/named`,
}
const fields: Record<string, (name: string) => Partial<EpcisEvent>> = {
  'a source that owned': (source) => ({ sourceList: [{ type: 'owning_party', source }] }),
  'a source that had': (source) => ({ sourceList: [{ type: 'possessing_party', source }] }),
  'the place it came from': (source) => ({ sourceList: [{ type: 'location', source }] }),
  'a destination that owns': (destination) => ({ destinationList: [{ type: 'owning_party', destination }] }),
  'a destination that has': (destination) => ({ destinationList: [{ type: 'possessing_party', destination }] }),
  'the place it went to': (destination) => ({ destinationList: [{ type: 'location', destination }] }),
  'the read point': (id) => ({ readPoint: { id } }),
  'the place of business': (id) => ({ bizLocation: { id } }),
}
const elsewhere: Record<string, (name: string) => Partial<EpcisEvent>> = {
  'a transaction': (name) => ({ bizTransactionList: [{ type: 'po', bizTransaction: name }] }),
  'an extension': (name) => ({ 'https://example.org/to': name }),
  nothing: () => ({}),
}

let writer: Ctx
let named: Ctx
let other: Ctx
let count = 0
const asSystem = as(system('test'))

const query = (members: object) => {
  const parsed = parseQuery(members)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
async function seen(by: Ctx, eventID: string): Promise<boolean[]> {
  const id = { EQ_eventID: [eventID] }
  const found = await findEvents(by, { query: query(id), perPage: 5 })
  const ofThing = await findEvents(by, { query: query({ ...id, MATCH_epc: [`urn:x:${eventID}`] }), perPage: 5 })
  if (!found.ok || !ofThing.ok) throw new Error('refused')
  const values = async (kind: ValueKind, value: string) => (await listValues(by, kind, { perPage: 1000, after: '' })).values.includes(value)
  return [
    found.value.events.length === 1,
    ofThing.value.events.length === 1,
    (await findEvent(by, eventID)).length === 1,
    await values('epcs', `urn:x:${eventID}`),
    await values('bizSteps', `https://example.org/${eventID}`),
  ]
}

async function write(by: Ctx, about: Partial<EpcisEvent>, eventID = `urn:uuid:${(count += 1)}`): Promise<string> {
  const event = {
    type: 'ObjectEvent',
    eventID,
    eventTime: '2026-03-01T08:00:00.000+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: `https://example.org/${eventID}`,
    epcList: [`urn:x:${eventID}`],
    ...about,
  }
  const document = {
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList: [event] },
  }
  const taken = await captureDocument(by, { content: JSON.stringify(document), media: 'application/json', behaviour: 'rollback' })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
  return eventID
}
/** Whom a delivery is queued for, by what was recorded since it was asked last. */
async function queued(): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`delete from graphile_worker._private_jobs where key like 'epcis%' returning key`.execute(
    owner.db,
  )
  return rows.map(({ key }) => key.split(':')[1]!)
}

beforeAll(async () => {
  writer = await aPartner(as, 'writer')
  named = await aPartner(as, 'named')
  other = await aPartner(as, 'other')
  const assigned = await assignGln(asSystem, { code: 'named', gln })
  if (!assigned.ok) throw new Error(assigned.refusal.code)
  const place = { organisationId: organisationOf(named.actor)!, uri: names['a place of it under an address of ours'] }
  await inTransaction(asSystem, (tx) => assignPlaces(tx, asSystem, [place]))
})

const all = [true, true, true, true, true]
const none = all.map(() => false)

describe('an event that somebody recorded', () => {
  const cells = Object.entries(fields).flatMap(([field, say]) =>
    Object.entries(names).map(([by, name]) => ({ field, by, about: say(name) })),
  )
  test.each(cells)('and that names another as $field by $by is seen by both and by nobody else', async ({ about }) => {
    const id = await write(writer, about)
    expect({ writer: await seen(writer, id), named: await seen(named, id), other: await seen(other, id) }).toEqual({
      writer: all,
      named: all,
      other: none,
    })
  })

  test.each(Object.entries(elsewhere))('and that names another in %s alone is seen by whoever recorded it', async (_, say) => {
    const id = await write(writer, say(names['its GLN as a party']))
    expect({ writer: await seen(writer, id), named: await seen(named, id) }).toEqual({ writer: all, named: none })
  })

  test('is told of whoever is named where it subscribed, whether software captured it or an act of ours recorded it, and nobody else', async () => {
    const subscriptionOf = async (by: Ctx) => {
      await defineQuery(by, { name: 'all', query: { EQ_action: ['OBSERVE'] } })
      const made = await subscribeTo(by, 'all', { dest: 'http://127.0.0.1:9/', stream: true }, { privateHosts: ['127.0.0.1'] })
      if (!made.ok) throw new Error(made.refusal.code)
      return made.value.id
    }
    const [ofNamed, ofOther] = [await subscriptionOf(named), await subscriptionOf(other)]
    await queued()
    for (const name of Object.values(names)) {
      await write(writer, { bizLocation: { id: name } })
      expect(await queued()).toEqual([ofNamed])
    }
    await write(writer, {})
    expect(await queued()).toEqual([])
    await write(other, { readPoint: { id: names['its GLN as a place'] } })
    expect((await queued()).toSorted()).toEqual([ofNamed, ofOther].toSorted())
    const event: EpcisEvent = {
      type: 'ObjectEvent',
      eventTime: '2026-03-01T08:00:00.000+07:00',
      eventTimeZoneOffset: '+07:00',
      action: 'OBSERVE',
      epcList: ['urn:x:own'],
      destinationList: [{ type: 'owning_party', destination: names['its code as an organisation of ours'] }],
    }
    const organisationId = organisationOf(writer.actor)!
    await inTransaction(asSystem, (tx) => recordOwnEvents(tx, asSystem, { organisationId, events: [{ act: 'ent_1', event }] }))
    expect(await queued()).toEqual([ofNamed])
  })

  test('comes page by page with one’s own, each once, in the order of recording and of what happened', async () => {
    const [one, two] = [await aPartner(as, 'one'), await aPartner(as, 'two')]
    const toTwo = { bizLocation: { id: `${testOrigin}/to-chuc/two` } }
    const ids: string[] = []
    for (let turn = 0; turn < 7; turn++) ids.push(await write(turn % 2 === 0 ? one : two, toTwo))
    // Both sides of a delivery may record it under one name: whoever sees both has it once.
    await write(two, toTwo, ids[0]!)
    const wanted = [...ids.slice(1), ids[0]]
    for (const orderBy of [undefined, { by: 'eventTime', direction: 'DESC' } as const])
      for (const perPage of [1, 2, 30]) {
        const found: string[] = []
        for (let token: string | undefined; ;) {
          const page = await findEvents(two, { query: { conditions: [], ...(orderBy && { orderBy }) }, perPage, ...(token && { token }) })
          if (!page.ok) throw new Error(page.refusal.code)
          found.push(...page.value.events.map(({ eventID }) => eventID!))
          if (page.value.next === null) break
          token = page.value.next
        }
        expect(found).toEqual(wanted)
      }
  })

  test('shows nothing of the job by which it came', async () => {
    await write(writer, { bizLocation: { id: names['its GLN as a place'] } })
    const [job] = (await listCaptures(writer, { perPage: 1, before: null })).jobs
    await expect(findCapture(named, job!.id)).rejects.toThrow('No such capture job')
  })

  test('and that takes back one which names another is seen by it as well', async () => {
    const about = { bizLocation: { id: names['its GLN as a place'] } }
    const id = await write(writer, about)
    await write(writer, { ...about, errorDeclaration: { declarationTime: '2026-03-02T08:00:00.000+07:00', reason: 'did_not_occur' } }, id)
    expect((await findEvent(named, id)).map(({ errorDeclaration }) => errorDeclaration !== undefined)).toEqual([false, true])
    expect(await findEvent(other, id)).toEqual([])
  })
})

describe('a declaration of error', () => {
  const errorDeclaration = { declarationTime: '2026-03-02T08:00:00.000+07:00', reason: 'did_not_occur' }
  const document = (...eventList: object[]) =>
    JSON.stringify({
      '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      type: 'EPCISDocument',
      schemaVersion: '2.0',
      creationDate: '2026-03-02T00:00:00Z',
      epcisBody: { eventList },
    })
  const eventOf = async (by: Ctx, id: string) => (await findEvent(by, id))[0]! as unknown as Record<string, unknown>
  const jobOf = async (by: Ctx, behaviour: 'rollback' | 'proceed', ...eventList: object[]) => {
    const taken = await captureDocument(by, { content: document(...eventList), media: 'application/json', behaviour })
    if (!taken.ok) throw new Error(taken.refusal.code)
    return findCapture(by, taken.value.captureId)
  }
  const isCounted = async (by: Ctx, id: string) => {
    const history = await historyOf(by, { organisationId: organisationOf(by.actor)!, things: [`urn:x:${id}`], most: 10 })
    return history.some((event) => event.eventID === id && event.errorDeclaration === undefined)
  }

  test('of an event that another captured is refused to whoever is named in it, and leaves it as it was', async () => {
    const id = await write(writer, { bizLocation: { id: names['its GLN as a place'] } })
    const declared = { ...(await eventOf(named, id)), errorDeclaration }
    const more = { ...declared, eventID: 'urn:uuid:beside', errorDeclaration: undefined }
    const refusal = { type: 'epcisException:SecurityException', status: 403, instance: id }
    expect(await jobOf(named, 'rollback', declared, more)).toMatchObject({ success: false, stored: 0, errors: [refusal] })
    expect(await jobOf(named, 'proceed', declared, more)).toMatchObject({ success: false, stored: 1, errors: [refusal] })
    const alone = { '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', ...declared }
    expect(await captureEvent(named, { text: JSON.stringify(alone), media: 'application/json' })).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours-to-declare' },
    })
    expect((await findEvent(writer, id)).map((event) => event.errorDeclaration)).toEqual([undefined])
    expect([await isCounted(writer, id), await isCounted(named, id)]).toEqual([true, true])
  })

  test('counts where it comes from whoever captured the event, also after its organisation went over into another', async () => {
    const [before, after] = [await aPartner(as, 'before'), await aPartner(as, 'after')]
    await write(after, {})
    const id = await write(before, {})
    await inTransaction(asSystem, (tx) => movePartners(tx, organisationOf(before.actor)!, organisationOf(after.actor)!))
    expect(await isCounted(after, id)).toBe(true)
    await write(after, { errorDeclaration }, id)
    expect((await findEvent(after, id)).map((event) => event.errorDeclaration?.reason)).toEqual([undefined, 'did_not_occur'])
    expect(await isCounted(after, id)).toBe(false)
  })

  test('of a name that somebody else uses, which it does not see, is a matter of its own and takes nothing back', async () => {
    const id = await write(writer, {})
    await write(other, { bizLocation: { id: `${testOrigin}/to-chuc/writer` }, errorDeclaration }, id)
    expect((await findEvent(writer, id)).map((event) => event.errorDeclaration)).toEqual([undefined])
    expect(await isCounted(writer, id)).toBe(true)
  })

  test('may come in one document with the event itself, where another captured one of that name', async () => {
    const id = await write(writer, { bizLocation: { id: names['its GLN as a place'] } })
    const event = await eventOf(named, id)
    expect(await jobOf(named, 'rollback', { ...event, errorDeclaration }, event)).toMatchObject({ success: true, stored: 2 })
    // Its own account of it is what it sees, and that it took back.
    expect([await isCounted(writer, id), await isCounted(named, id)]).toEqual([true, false])
  })
})

describe('a GLN', () => {
  test('that was assigned later shows what was recorded before', async () => {
    const late = await aPartner(as, 'late')
    const id = await write(writer, { bizLocation: { id: 'https://id.gs1.org/414/8938501234575' } })
    expect(await findEvent(late, id)).toEqual([])
    expect(await assignGln(asSystem, { code: 'late', gln: '8938501234575' })).toMatchObject({ ok: true })
    expect(await findEvent(late, id)).toHaveLength(1)
  })

  test.each([
    ['that is somebody else’s', { code: 'other', gln }, 'gln-taken'],
    ['with a wrong check digit', { code: 'other', gln: '8938501234560' }, 'gln-invalid'],
    ['of an organisation that there is not', { code: 'khong-co', gln: '8938501234582' }, 'unknown-organisation'],
  ])('%s is not assigned', async (_, given, code) => {
    expect(await assignGln(asSystem, given)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('that is assigned once more to whose it is stays as it is', async () => {
    expect(await assignGln(asSystem, { code: 'named', gln })).toEqual({ ok: true, value: { gln } })
    expect(await db.selectFrom('epcis_party').select('uri').where('uri', 'like', `%${gln}`).execute()).toHaveLength(2)
  })
})

test('the administrator’s list has each GLN once, with whose it is, and nobody else sees it', async () => {
  const listed = await openList(as(someoneWith('administrator')), glnList, new URLSearchParams({ q: gln }))
  expect(listed.rows).toMatchObject([{ gln, organisationCode: 'named' }])
  await expect(openList(named, glnList, new URLSearchParams())).rejects.toMatchObject({ name: 'Forbidden' })
})

test('a place whose producer goes over to another organisation is that one’s, and nobody’s where the producer has none', async () => {
  const [before, after] = [await aPartner(as, 'before'), await aPartner(as, 'after')]
  const uri = `${testOrigin}/noi/plc_moves`
  const to = (by: Ctx | null) =>
    inTransaction(asSystem, (tx) => assignPlaces(tx, asSystem, [{ uri, organisationId: by && organisationOf(by.actor)! }]))
  const id = await write(writer, { bizLocation: { id: uri } })
  const seenBy = async () => [(await findEvent(before, id)).length, (await findEvent(after, id)).length]
  expect([await to(before), await seenBy()]).toEqual([1, [1, 0]])
  expect([await to(before), await to(after), await seenBy()]).toEqual([0, 1, [0, 1]])
  expect([await to(null), await seenBy()]).toEqual([1, [0, 0]])
})

test('nobody makes an address of somebody else a place of its own', async () => {
  const place = { organisationId: organisationOf(other.actor)!, uri: 'https://id.gs1.org/414/8938501234599' }
  await expect(inTransaction(asSystem, (tx) => assignPlaces(tx, asSystem, [place]))).rejects.toThrow('no address of ours')
})
