import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namespacesOf } from './context.ts'
import { anEvent } from './fixtures/events.ts'
import { capture, queryCases, queryContext } from './fixtures/vectors.ts'
import type { EpcisEvent } from './model.ts'
import {
  answerQuery,
  epcPattern,
  isInResult,
  matches,
  nextTime,
  parseExtensionsHeader,
  parseQuery,
  parseQueryDefinition,
  parseQueryString,
  parseSchedule,
} from './query.ts'
import type { EventQuery } from './query.ts'

const events = capture.epcisBody.eventList as unknown as EpcisEvent[]
const namespaces = namespacesOf(capture['@context'])
const answer = (query: EventQuery) => answerQuery(query, events, { namespaces })

describe('the answer to the query', () => {
  test.each(queryCases)(
    '$id $queryString has the expected answer, asked as JSON and as query string',
    ({ query, queryString, expect: expected, ordered, expectError }) => {
      const json = parseQuery({ '@context': queryContext, ...query })
      const text = parseQueryString(queryString, namespacesOf(queryContext))
      const asked = [json, text.ok ? { ok: true as const, value: text.value.query } : text]
      for (const parsed of asked) {
        const found = parsed.ok ? answer(parsed.value) : parsed
        if (expectError) {
          expect(found.ok ? undefined : found.refusal.type).toBe(`epcisException:${expectError}`)
          continue
        }
        const ids = found.ok ? found.value.map((event) => event.eventID) : found.refusal
        if (ordered) expect(ids).toEqual(expected)
        else expect(new Set(ids as string[])).toEqual(new Set(expected))
      }
      if (text.ok && json.ok) expect(text.value.query).toEqual(json.value)
    },
  )
})

const problems = (query: unknown) => {
  const parsed = parseQuery(query)
  return parsed.ok ? [] : parsed.refusal.problems.map(({ parameter, reason }) => `${parameter}: ${reason}`)
}

describe('the parameters', () => {
  const schema = JSON.parse(readFileSync(new URL('fixtures/query-parameters.json', import.meta.url), 'utf8')) as {
    fixed: Record<string, unknown>
    families: Record<string, unknown>
  }

  test.each(Object.entries({ ...schema.fixed, ...schema.families }))('the query parameter %s is accepted', (name, value) => {
    expect(problems({ '@context': { ex: 'https://example.org/' }, orderBy: 'eventTime', [name]: value })).toEqual([])
  })

  test.each([
    [{ EQ_action: ['MOVE'] }, 'EQ_action: "MOVE" is none of ADD, OBSERVE, DELETE'],
    [{ EQ_bizStep: ['pakcing'] }, 'EQ_bizStep: "pakcing" is neither a standard word nor a URI'],
    [{ EQ_dispositon: ['recalled'] }, 'EQ_dispositon: is not a parameter of SimpleEventQuery'],
    [{ GE_eventTime: '2026-03-01T00:00:00' }, 'GE_eventTime: a date-time with an offset is expected, such as 2026-03-01T18:41:03+07:00'],
    [{ GE_eventTime: 5 }, 'GE_eventTime: a date-time with an offset is expected, such as 2026-03-01T18:41:03+07:00'],
    [{ MATCH_epc: [] }, 'MATCH_epc: the list is empty'],
    [{ MATCH_epc: ['no uri'] }, 'MATCH_epc: "no uri" is not a URI'],
    [{ GE_quantity: 'many' }, 'GE_quantity: a number is expected'],
    [{ EQ_source_nobody: ['urn:x:1'] }, 'EQ_source_nobody: "nobody" is neither a standard type nor a URI'],
    [{ orderBy: 'bizStep' }, 'orderBy: eventTime, recordTime or an extension field is expected'],
    [{ orderBy: 'eventTime', orderDirection: 'UP' }, 'orderDirection: ASC or DESC is expected'],
    [{ maxEventCount: 0 }, 'maxEventCount: a whole number from 1 is expected'],
    [{ maxEventCount: 1.5 }, 'maxEventCount: a whole number from 1 is expected'],
    [{ eventCountLimit: 5 }, 'eventCountLimit: the first of which order? It needs orderBy'],
    [{ orderBy: 'eventTime', eventCountLimit: 5, maxEventCount: 5 }, 'eventCountLimit: it and maxEventCount exclude each other'],
    [{ EXISTS_errorDeclaration: 'yes' }, 'EXISTS_errorDeclaration: true is expected'],
    [{ 'GT_ex:field': 'text' }, 'GT_ex:field: a number or a date-time is expected'],
    [{ EQ_value_CELSIUS: [1] }, 'EQ_value_CELSIUS: is not a parameter of SimpleEventQuery'],
    [{ __proto__: null, toString: 1 }, 'toString: is not a parameter of SimpleEventQuery'],
    [
      { '@context': 'https://evil.example/' },
      '@context: the context "https://evil.example/" is not known here and is not fetched; declare the prefixes themselves',
    ],
    [[], 'query: an object is expected'],
  ])('the query parameters %j are refused with name and reason', (query, problem) => {
    expect(problems(query)).toEqual([problem])
  })

  test.each([
    'https://ref.gs1.org/standards/epcis/2.0.0/query-schema.json',
    'https://gs1.github.io/EPCIS/REST%20Bindings/query-schema.json',
    'https://gs1.github.io/EPCIS/epcis-context.jsonld',
  ])('a query may name the context %s, which is known and not fetched', (context) => {
    expect(parseQuery({ '@context': context, EQ_action: ['ADD'] }).ok).toBe(true)
    expect(parseQuery({ '@context': [context, { ex: 'https://example.org/' }], 'EQ_ex:star': ['5'] }).ok).toBe(true)
  })

  test('all wrong query parameters are named at once, in one QueryParameterException', () => {
    const parsed = parseQuery({ EQ_action: ['MOVE'], nonsense: 1, GE_eventTime: 'now' })
    expect(parsed.ok ? undefined : parsed.refusal).toMatchObject({ type: 'epcisException:QueryParameterException', problems: [{}, {}, {}] })
  })

  test('a parameter that stands twice in a query string is refused', () => {
    const parsed = parseQueryString('EQ_action=ADD&EQ_action=DELETE')
    expect(parsed.ok ? undefined : parsed.refusal.problems).toEqual([{ parameter: 'EQ_action', reason: 'is given twice' }])
  })

  test('a query string may have a bare plus sign, decoded as a space, between time and offset', () => {
    const [escaped, bare] = ['%2B', '+'].map((plus) => parseQueryString(`?GE_eventTime=2026-03-06T13:12:17${plus}07:00`))
    expect(bare).toEqual(escaped)
  })

  test('the parameters for paging and subscription are kept apart from the query', () => {
    const parsed = parseQueryString('perPage=10&nextPageToken=abc&stream=true&EQ_action=ADD')
    expect(parsed.ok && parsed.value.beside).toEqual({ perPage: '10', nextPageToken: 'abc', stream: 'true' })
  })

  test('the parsers of queries and query strings never throw, whatever the names and values', () => {
    const name = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('EQ_', 'GE_', 'EXISTS_', 'MATCH_', 'EQATTR_', 'EQ_INNER_ILMD_', 'WD_'), fc.string())
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue()), (query) => typeof parseQuery(query).ok === 'boolean'),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.string(), (text) => typeof parseQueryString(text).ok === 'boolean'),
      { numRuns: 2000 },
    )
  })
})

const finds = (query: Record<string, unknown>, event: unknown, masterData = {}) => {
  const parsed = parseQuery({ '@context': { ex: 'https://example.org/' }, ...query })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return isInResult(parsed.value, event as EpcisEvent, { namespaces: namespacesOf({ ex: 'https://example.org/' }), masterData })
}

describe('an event is found', () => {
  const sensors = {
    sensorElementList: [
      {
        sensorMetadata: {
          startTime: '2026-03-01T00:00:00Z',
          endTime: '2026-03-02T00:00:00Z',
          deviceID: 'urn:epc:id:giai:4000001.111',
          'ex:meta': 'm',
        },
        sensorReport: [
          { type: 'Temperature', value: 20.5, minValue: 18, uom: 'CEL', percRank: 50, 'ex:note': 'n' },
          { type: 'gs1:Humidity', booleanValue: true, stringValue: 's' },
        ],
        'ex:place': { 'ex:row': 3 },
      },
    ],
  }
  const nested = { 'ex:outer': { 'ex:inner': { 'ex:deep': '7' }, 'ex:list': [{ 'ex:deep': '9' }] } }
  const aggregation = {
    ...anEvent(),
    type: 'AggregationEvent',
    parentID: 'urn:epc:id:sscc:4012345.0000000333',
    childEPCs: ['urn:epc:id:sgtin:0614141.107346.2017'],
  }

  test.each([
    [
      'MATCH_epc finds an event by its child EPCs as well as by its epcList',
      { MATCH_epc: ['https://id.gs1.org/01/10614141073464/21/2017'] },
      aggregation,
      true,
    ],
    [
      'MATCH_epc finds an event by an EPC in the other form',
      { MATCH_epc: ['urn:epc:id:sgtin:8938501.023456.S1'] },
      anEvent({ epcList: ['https://id.example.vn/01/08938501234568/21/S1'] }),
      true,
    ],
    ['MATCH_epc does not find an event by its parent', { MATCH_epc: ['https://id.gs1.org/00/040123450000003338'] }, aggregation, false],
    ['MATCH_anyEPC finds an event by its parent', { MATCH_anyEPC: ['https://id.gs1.org/00/040123450000003338'] }, aggregation, true],
    ['MATCH_epc finds an event by a pattern', { MATCH_epc: ['urn:epc:idpat:sgtin:0614141.*.*'] }, aggregation, true],
    [
      'MATCH_epcClass finds an event by the class of a quantity',
      { MATCH_epcClass: ['https://id.gs1.org/01/08938501234568/10/L1'] },
      anEvent({ quantityList: [{ epcClass: 'https://x.vn/01/08938501234568/10/L1' }] }),
      true,
    ],
    [
      'GT_quantity with a unit finds an event by a quantity in that unit',
      { GT_quantity_KGM: 1 },
      anEvent({ quantityList: [{ epcClass: 'urn:x:1', quantity: 2, uom: 'KGM' }] }),
      true,
    ],
    [
      'GT_quantity with a unit does not find an event by a quantity in another unit',
      { GT_quantity_KGM: 1 },
      anEvent({ quantityList: [{ epcClass: 'urn:x:1', quantity: 2, uom: 'LTR' }] }),
      false,
    ],
    ['GE_eventTime finds an event at the bound itself', { GE_eventTime: '2026-03-01T11:41:03.250Z' }, anEvent(), true],
    ['LT_eventTime does not find an event at the bound itself', { LT_eventTime: '2026-03-01T11:41:03.250Z' }, anEvent(), false],
    ['LT_recordTime does not find an event without recordTime', { LT_recordTime: '2100-01-01T00:00:00Z' }, anEvent(), false],
    [
      'EQ_bizStep finds an event by a CBV value in any of its forms',
      { EQ_bizStep: ['https://ref.gs1.org/cbv/BizStep-packing'] },
      anEvent(),
      true,
    ],
    [
      'an event is found by the time of its error declaration under either parameter name',
      { GE_errorDeclaration_Time: '2026-01-01T00:00:00Z', LT_errorDeclarationTime: '2027-01-01T00:00:00Z' },
      anEvent({ errorDeclaration: { declarationTime: '2026-05-05T00:00:00Z' } }),
      true,
    ],
    [
      'an event is found by the values that its sensors measured',
      { EQ_type: ['Temperature'], GE_value_CEL: 20, LE_minValue_CEL: 18, GT_percRank: 49 },
      anEvent(sensors as never),
      true,
    ],
    [
      'an event is found by the time at which its sensors measured',
      { GE_startTime: '2026-03-01T00:00:00Z', LT_endTime: '2026-03-02T00:00:01Z' },
      anEvent(sensors as never),
      true,
    ],
    [
      'EQ_deviceID finds an event by the device in the other form',
      { EQ_deviceID: ['https://id.gs1.org/8004/4000001111'] },
      anEvent(sensors as never),
      true,
    ],
    [
      'EQ_type finds an event by a measurement type written as a CURIE',
      { EQ_type: ['https://gs1.org/voc/Humidity'], EQ_booleanValue: true, EQ_stringValue: ['s'] },
      anEvent(sensors as never),
      true,
    ],
    [
      'an event is found by extensions of its sensor report and sensor metadata',
      { 'EQ_SENSORREPORT_ex:note': ['n'], 'EXISTS_SENSORMETADATA_ex:meta': true },
      anEvent(sensors as never),
      true,
    ],
    [
      'an event is found by an inner extension of a sensor element',
      { 'GE_INNER_SENSORELEMENT_ex:row': 3 },
      anEvent(sensors as never),
      true,
    ],
    ['an event is found by an inner extension at any depth', { 'EQ_INNER_ex:deep': ['9'] }, anEvent(nested as never), true],
    ['an event is found by an inner number that XML gave as text', { 'GT_INNER_ex:deep': 8 }, anEvent(nested as never), true],
    ['an inner extension does not match a query for the outer one', { 'EXISTS_ex:deep': true }, anEvent(nested as never), false],
    ['an outer extension does not match a query for the inner one', { 'EXISTS_INNER_ex:outer': true }, anEvent(nested as never), false],
    [
      'an event is found by an extension of its readPoint',
      { 'EQ_readPoint_ex:room': ['A'] },
      anEvent({ readPoint: { id: 'urn:x:1', 'ex:room': 'A' } } as never),
      true,
    ],
    [
      'an event is found by an extension whose name is written as in EPCIS 1.x',
      { 'EQ_https://example.org/#own': ['A'] },
      anEvent({ 'ex:own': 'A' } as never),
      true,
    ],
    [
      'an event is found by an extension that is a date-time',
      { 'LT_ILMD_ex:expiry': '2026-12-31T23:59:59Z' },
      anEvent({ ilmd: { 'ex:expiry': '2026-12-31T00:00:00+07:00' } } as never),
      true,
    ],
    ['EXISTS_errorDeclaration with the value false does not restrict the answer', { EXISTS_errorDeclaration: false }, anEvent(), true],
  ])('%s', (_how, query, event, expected) => {
    expect(finds(query, event)).toBe(expected)
  })

  test('WD_readPoint finds an event at a place within another, as master data say', () => {
    const isWithin = (place: string, ancestor: string) =>
      place === 'https://id.gs1.org/414/8938501234568/254/A1' && ancestor === 'https://id.gs1.org/414/8938501234568'
    const query = { WD_readPoint: ['https://id.gs1.org/414/8938501234568'] }
    expect(finds(query, anEvent())).toBe(false)
    expect(finds(query, anEvent(), { isWithin })).toBe(true)
  })

  test('an event is found by an attribute of its readPoint, as master data say', () => {
    const attributes = (identifier: string) => (identifier.includes('/414/') ? { 'urn:epcglobal:cbv:mda#city': ['Trà Vinh'] } : undefined)
    expect(finds({ HASATTR_readPoint: ['urn:epcglobal:cbv:mda#city'] }, anEvent(), { attributes })).toBe(true)
    expect(finds({ 'EQATTR_readPoint_urn:epcglobal:cbv:mda#city': ['Trà Vinh'] }, anEvent(), { attributes })).toBe(true)
    expect(finds({ 'EQ_ATTR_readPoint_urn:epcglobal:cbv:mda#city': ['Huế'] }, anEvent(), { attributes })).toBe(false)
    expect(finds({ HASATTR_readPoint: ['urn:epcglobal:cbv:mda#city'] }, anEvent())).toBe(false)
  })

  test('an event is found by the prefixes that the header GS1-Extensions declares', () => {
    const parsed = parseQueryString('EQ_other:own=A', parseExtensionsHeader('other=https://example.org/'))
    expect(
      parsed.ok &&
        isInResult(parsed.value.query, anEvent({ 'ex:own': 'A' } as never), { namespaces: namespacesOf({ ex: 'https://example.org/' }) }),
    ).toBe(true)
  })
})

test.each([
  ['urn:epc:idpat:sgtin:0614141.107346.*', 'urn:epc:id:sgtin:0614141.107346.7', true],
  ['urn:epc:idpat:sgtin:0614141.107346.*', 'urn:epc:id:sgtin:0614141.107347.7', false],
  ['urn:epc:idpat:sgtin:0614141.107346.*', 'https://id.gs1.org/01/10614141073464', true],
  ['urn:epc:idpat:sgtin:*.*.*', 'https://id.gs1.org/01/08938501234568/21/A', true],
  ['urn:epc:idpat:sscc:4012345.*', 'urn:epc:id:sscc:4012345.0000000333', true],
  ['urn:epc:idpat:sgln:4012345.00011.*', 'https://id.gs1.org/414/4012345000115', true],
  ['urn:epc:idpat:sgln:4012345.00011.*', 'https://id.gs1.org/414/4012345000115/254/987', true],
  ['urn:epc:idpat:giai:4000001.*', 'urn:epc:id:giai:4000001.12345', true],
  ['urn:epc:idpat:giai:4000002.*', 'urn:epc:id:giai:4000001.12345', false],
  ['urn:epc:idpat:grai:4012345.55555.*', 'urn:epc:id:grai:4012345.55555.987', true],
  ['urn:epc:idpat:cpi:0614141.*.*', 'urn:epc:id:cpi:0614141.11111111111111-A%23%2F.1234', true],
  ['urn:epc:idpat:itip:4012345.011111.*.*.*', 'urn:epc:id:itip:4012345.011111.01.02.987', true],
  ['urn:epc:idpat:sgtin:0614141.*.1', 'urn:epc:id:sgtin:0614141.107346.1', false],
])('the pattern %s matches %s: %s', (pattern, identifier, expected) => {
  expect(matches(epcPattern(pattern), identifier)).toBe(expected)
})

describe('an answer', () => {
  const three = [1, 3, 2].map((star) =>
    anEvent({ eventID: `urn:x:${star}`, eventTime: `2026-03-0${star}T00:00:00Z`, 'ex:star': star === 3 ? undefined : star } as never),
  )
  const ids = (query: Record<string, unknown>) => {
    const parsed = parseQuery({ '@context': { ex: 'https://example.org/' }, ...query })
    const found = parsed.ok ? answerQuery(parsed.value, three, { namespaces: namespacesOf({ ex: 'https://example.org/' }) }) : parsed
    return found.ok ? found.value.map((event) => event.eventID!.slice(-1)).join('') : found.refusal
  }

  test('an answer has the newest event first by default, and the order of capture when no order is asked', () => {
    expect(ids({ orderBy: 'eventTime' })).toBe('321')
    expect(ids({ orderBy: 'eventTime', orderDirection: 'ASC' })).toBe('123')
    expect(ids({})).toBe('132')
  })

  test('an answer can be ordered by an extension field, with the events without it last', () => {
    expect(ids({ orderBy: 'ex:star', orderDirection: 'ASC' })).toBe('123')
    expect(ids({ orderBy: 'ex:star' })).toBe('213')
  })

  test('an answer above maxEventCount is refused with the number of events found', () => {
    expect(ids({ maxEventCount: 2 })).toEqual({
      code: 'query-too-large',
      type: 'epcisException:QueryTooLargeException',
      found: 3,
      maxEventCount: 2,
    })
    expect(ids({ maxEventCount: 3 })).toBe('132')
  })
})

test('a named query has a name and a query, and no other member', () => {
  expect(parseQueryDefinition({ name: 'a', query: {} }).ok).toBe(true)
  for (const wrong of [null, {}, { name: 'a' }, { name: '', query: {} }, { name: 'a', query: {}, more: 1 }])
    expect(parseQueryDefinition(wrong).ok).toBe(false)
})

describe('a schedule', () => {
  const next = (schedule: unknown, after: string) => {
    const parsed = parseSchedule(schedule)
    return parsed.ok ? nextTime(parsed.value, new Date(after))?.toISOString() : parsed.refusal
  }
  test.each([
    [{ second: '0', minute: '0', hour: '0' }, '2026-03-01T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    [{ second: '0', minute: '[10-12],30' }, '2026-03-01T05:11:59.999Z', '2026-03-01T05:12:00.000Z'],
    [{ second: '0', minute: '[10-12],30' }, '2026-03-01T05:12:00Z', '2026-03-01T05:30:00.000Z'],
    [{ second: '0', minute: '0', hour: '6', dayOfWeek: '1' }, '2026-03-01T12:00:00Z', '2026-03-02T06:00:00.000Z'],
    [{ second: '0', minute: '0', hour: '6', dayOfWeek: '7' }, '2026-03-02T12:00:00Z', '2026-03-08T06:00:00.000Z'],
    [{ second: '0', minute: '0', hour: '0', dayOfMonth: '29', month: '2' }, '2026-03-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    [{ dayOfMonth: '30', month: '2' }, '2026-03-01T00:00:00Z', undefined],
    [{ second: '30' }, '2026-12-31T23:59:45Z', '2027-01-01T00:00:30.000Z'],
  ])('the schedule %j after %s is next due at %s', (schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected)
  })

  test.each([
    [{}, 'schedule'],
    [null, 'schedule'],
    [{ hour: '24' }, 'hour'],
    [{ dayOfWeek: '0' }, 'dayOfWeek'],
    [{ minute: '[30-10]' }, 'minute'],
    [{ minute: '*/5' }, 'minute'],
    [{ minute: '1,,2' }, 'minute'],
    [{ minute: true }, 'minute'],
    [{ year: '2026' }, 'year'],
  ])('the schedule %j is refused, and the field is named: %s', (schedule, field) => {
    const parsed = parseSchedule(schedule)
    expect(parsed.ok ? undefined : parsed.refusal.field).toBe(field)
  })
})
