import type { EpcisEvent } from '@dacsan/epcis'
import { canonicalIdentifier } from '@dacsan/epcis/hash'
import { traceEvents } from '@dacsan/epcis/trace'
import { testDatabase, testOrigin } from '@dacsan/platform/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { aPartner } from '../fixtures.ts'
import { captureDocument, findEvents, traceThings } from '../index.ts'
import { organisationOf } from '../policy.ts'

const { as } = await testDatabase<Tables>()
let count = 0
const newPartner = () => aPartner(as, `p${(count += 1)}`)

async function capture(by: Ctx, eventList: readonly object[]) {
  const document = {
    '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-02T00:00:00Z',
    epcisBody: { eventList },
  }
  const taken = await captureDocument(by, { content: JSON.stringify(document), media: 'application/json', behaviour: 'rollback' })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
}
async function allOf(by: Ctx): Promise<EpcisEvent[]> {
  const found = await findEvents(by, { query: { conditions: [] }, perPage: 1000 })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value.events
}

/** Things under all kinds of names: an EPC in both spellings, a lot, a container, one of nobody's. */
const things = [
  'urn:epc:id:sgtin:0614141.107346.2017',
  'https://id.gs1.org/01/10614141073464/21/2017',
  'https://id.gs1.org/00/106141412345678908',
  'urn:x:crate',
  'urn:x:nuts',
  'urn:x:syrup',
]
const classes = [
  'https://id.gs1.org/01/08938501234568/10/L1',
  'https://ocop.example/t/T4BZJW9X',
  'urn:epc:class:lgtin:4012345.012345.998877',
]
const some = <T>(values: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 3 })
const quantities = (list: readonly string[]) => list.map((epcClass) => ({ epcClass, quantity: 1 }))
const at = fc.integer({ min: 0, max: 8 }).map((hour) => ({ eventTime: `2026-03-01T0${hour}:00:00.000Z`, eventTimeZoneOffset: '+07:00' }))
const filled = (fields: Record<string, readonly unknown[]>) =>
  Object.fromEntries(Object.entries(fields).filter(([, list]) => list.length > 0))

const making = fc
  .record({
    at,
    in: some(things, 1),
    of: some(classes),
    out: some(things, 1),
    made: some(classes),
    id: fc.constantFrom(null, 'urn:x:t1', 'urn:x:t2'),
  })
  .map(({ at: when, id, ...parts }) => ({
    type: 'TransformationEvent',
    ...when,
    ...(id !== null && { transformationID: id }),
    ...filled({
      inputEPCList: parts.in,
      inputQuantityList: quantities(parts.of),
      outputEPCList: parts.out,
      outputQuantityList: quantities(parts.made),
    }),
  }))
const holding = fc
  .record({
    at,
    type: fc.constantFrom('AggregationEvent', 'AssociationEvent'),
    action: fc.constantFrom('ADD', 'ADD', 'OBSERVE', 'DELETE'),
    parentID: fc.constantFrom(...things),
    childEPCs: some(things, 1),
    of: some(classes),
    empties: fc.boolean(),
  })
  .map(({ at: when, of, empties, childEPCs, ...rest }) => ({
    ...rest,
    ...when,
    ...(!(rest.action === 'DELETE' && empties) && filled({ childEPCs, childQuantityList: quantities(of) })),
  }))
const beside = fc.record({ at, epcList: some(things, 1), of: some(classes) }).map(({ at: when, epcList, of }) => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  ...when,
  epcList,
  ...filled({ quantityList: quantities(of) }),
}))
/** Now and then an event is taken back. */
const anyEvent = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: making }, { weight: 5, arbitrary: holding }, beside),
  fc.integer({ min: 0, max: 5 }),
)
const graph = fc.array(anyEvent, { minLength: 1, maxLength: 14 }).map((events) =>
  events.flatMap(([event, chance], index) => {
    const named = { ...event, eventID: `urn:uuid:${index}` }
    return chance === 0 ? [named, { ...named, errorDeclaration: { declarationTime: '2026-03-02T00:00:00.000Z' } }] : [named]
  }),
)

const inOneSpelling = (items: readonly string[]) => items.map(canonicalIdentifier).toSorted()

test(
  'through random events the database leads where a walk through the list of them leads, along the same events',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(graph, async (given) => {
        const by = await newPartner()
        await capture(by, given)
        const events = await allOf(by)
        const organisationId = organisationOf(by.actor)!
        for (const from of [...things, ...classes])
          for (const direction of ['forward', 'back'] as const) {
            const wanted = traceEvents(events, [from], direction)
            const found = await traceThings(by, { organisationId, from: [from], direction })
            expect({ items: inOneSpelling(found.items), events: found.events }).toEqual({
              items: inOneSpelling(wanted.items),
              events: wanted.events.map((index) => events[index]),
            })
          }
      }),
      { numRuns: 25 },
    )
  },
)

const ofHour = (hour: number) => ({ eventTime: `2026-03-01T0${hour}:00:00.000Z`, eventTimeZoneOffset: '+07:00' })
const made = (hour: number, from: string, to: string, place?: string) => ({
  type: 'TransformationEvent',
  ...ofHour(hour),
  inputEPCList: [from],
  outputEPCList: [to],
  ...(place && { bizLocation: { id: place } }),
})

test('a trace goes through events of others in which the organisation took part, and through no others', async () => {
  const [maker, seller] = [await newPartner(), await newPartner()]
  const place = `${testOrigin}/to-chuc/p${count}`
  await capture(maker, [made(1, 'urn:x:field', 'urn:x:nuts'), made(2, 'urn:x:nuts', 'urn:x:sweets', place)])
  await capture(seller, [made(3, 'urn:x:sweets', 'urn:x:basket')])
  const back = (by: Ctx) => traceThings(by, { organisationId: organisationOf(by.actor)!, from: ['urn:x:basket'], direction: 'back' })
  expect((await back(seller)).items).toEqual(['urn:x:sweets', 'urn:x:nuts'])
  expect((await back(maker)).items).toEqual([])
})

test('a trace that leads through too many events is told as far as it came, and says so', async () => {
  const by = await newPartner()
  await capture(by, [made(1, 'urn:x:a', 'urn:x:b'), made(2, 'urn:x:b', 'urn:x:c'), made(3, 'urn:x:c', 'urn:x:d')])
  const organisationId = organisationOf(by.actor)!
  const trace = (most: number) => traceThings(by, { organisationId, from: ['urn:x:a'], direction: 'forward', most })
  expect(await trace(2)).toMatchObject({ items: ['urn:x:b', 'urn:x:c'], isWhole: false })
  expect(await trace(3)).toMatchObject({ items: ['urn:x:b', 'urn:x:c', 'urn:x:d'] })
})
