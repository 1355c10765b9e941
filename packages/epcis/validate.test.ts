import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDocument, anEvent, arbitraryEvent } from './fixtures/events.ts'
import { capture, documentVectors, hasShared, hashVectors, sharedDocumentVectors } from './fixtures/vectors.ts'
import { validateDocument, validateEvent, validateText, validateXml } from './validate.ts'
import { formats } from './validate/formats.ts'
import { writeXml } from './xml.ts'

describe('the verdict on a document', () => {
  test.each(documentVectors)('the verdict is "$verdict" for $file', ({ text, media, kind, verdict }) => {
    const problems = validateText(text, media, kind)
    expect(problems.length === 0 ? 'valid' : 'invalid', JSON.stringify(problems)).toBe(verdict)
  })

  test.skipIf(!hasShared).each(sharedDocumentVectors)(
    'the verdict is "$verdict" for $file (read from the folder beside the project)',
    ({ text, media, kind, verdict }) => {
      const problems = validateText(text, media, kind)
      expect(problems.length === 0 ? 'valid' : 'invalid', JSON.stringify(problems)).toBe(verdict)
    },
  )

  test('every JSON document with a published hash is valid, and so are the events of the queries', () => {
    for (const { text, format, doc } of hashVectors.filter(({ format }) => format === 'json')) {
      const document = JSON.parse(text) as { type: 'EPCISDocument'; epcisBody: object }
      if (!('event' in document.epcisBody)) expect(validateDocument(document, document.type), `${doc} ${format}`).toEqual([])
    }
    expect(validateDocument(capture, 'EPCISDocument')).toEqual([])
  })

  test('a validation problem names the place and says in a sentence what would have been right', () => {
    const event = anEvent({ bizStep: 'pakcing', eventTime: '2026-02-30T00:00:00Z', action: 'MOVE' as never, ownField: 1 } as never)
    const problems = validateDocument(aDocument(anEvent(), event), 'EPCISDocument')
    expect(problems).toEqual(
      expect.arrayContaining([
        { location: '/epcisBody/eventList/1/bizStep', message: '"pakcing" is neither a business step of CBV 2.0 nor a URI of your own' },
        {
          location: '/epcisBody/eventList/1/eventTime',
          message: '"2026-02-30T00:00:00Z" is not a date-time with an offset, such as 2026-03-01T18:41:03+07:00',
        },
        { location: '/epcisBody/eventList/1/action', message: '"MOVE" must be ADD, OBSERVE or DELETE' },
        {
          location: '/epcisBody/eventList/1/ownField',
          message: '"ownField" is not a field here; an extension needs a prefix or a full URI as its name',
        },
      ]),
    )
    expect(problems).toHaveLength(4)
  })
})

const only = (event: unknown) => validateEvent(event)
const message = (event: unknown) => only(event).map((problem) => `${problem.location}: ${problem.message}`)

describe('an event', () => {
  test('an event with any content that the model allows is valid, as JSON and as XML', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        expect(validateDocument(aDocument(event), 'EPCISDocument')).toEqual([])
        expect(validateXml(writeXml(aDocument(event)), 'EPCISDocument')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  const common = { eventTime: '2026-03-01T18:41:03Z', eventTimeZoneOffset: '+07:00' }
  test.each([
    [
      'an AggregationEvent may omit its parent when its action is OBSERVE',
      { ...common, type: 'AggregationEvent', action: 'OBSERVE', childEPCs: ['urn:x:1'] },
      [],
    ],
    [
      'an AggregationEvent may not omit its parent when its action is not OBSERVE',
      { ...common, type: 'AggregationEvent', action: 'ADD', childEPCs: ['urn:x:1'] },
      [': an AggregationEvent without parentID may only be OBSERVE, not ADD'],
    ],
    [
      'an AggregationEvent may omit its children when its action is DELETE',
      { ...common, type: 'AggregationEvent', action: 'DELETE', parentID: 'urn:x:1' },
      [],
    ],
    [
      'an AssociationEvent needs its parent',
      { ...common, type: 'AssociationEvent', action: 'ADD', childEPCs: ['urn:x:1'] },
      [': "parentID" is missing'],
    ],
    [
      'an AssociationEvent needs children unless its action is DELETE',
      { ...common, type: 'AssociationEvent', action: 'ADD', parentID: 'urn:x:1' },
      [': an AssociationEvent needs childEPCs or childQuantityList unless its action is DELETE'],
    ],
    [
      'a TransformationEvent needs inputs and outputs',
      { ...common, type: 'TransformationEvent', inputEPCList: ['urn:x:1'] },
      [': a TransformationEvent needs inputs and outputs, or a transformationID and one of them'],
    ],
    [
      'a TransformationEvent with a transformationID may have inputs or outputs alone',
      { ...common, type: 'TransformationEvent', inputEPCList: ['urn:x:1'], transformationID: 'urn:x:2' },
      [],
    ],
    [
      'an ObjectEvent names objects, or sensor data with a readPoint',
      { ...common, type: 'ObjectEvent', action: 'OBSERVE' },
      [': an ObjectEvent needs epcList, quantityList, or sensorElementList with a readPoint'],
    ],
    [
      'a TransactionEvent needs its business transaction',
      { ...common, type: 'TransactionEvent', action: 'ADD', epcList: ['urn:x:1'] },
      [': "bizTransactionList" is missing'],
    ],
    [
      'an event has ilmd only when its action is ADD',
      anEvent({ action: 'OBSERVE', ilmd: { 'cbvmda:lotNumber': 'L1' } }),
      ['/ilmd: is allowed only where the action is ADD'],
    ],
    [
      'a quantity without a unit of measure is a whole number',
      anEvent({ quantityList: [{ epcClass: 'urn:x:1', quantity: 1.5 }] }),
      ['/quantityList/0/quantity: without a uom the quantity counts things and is a whole number, not 1.5'],
    ],
    [
      'a unit of measure needs a quantity',
      anEvent({ quantityList: [{ epcClass: 'urn:x:1', uom: 'KGM' }] }),
      ['/quantityList/0: a uom without a quantity measures nothing'],
    ],
    [
      'a quantity is positive',
      anEvent({ quantityList: [{ epcClass: 'urn:x:1', quantity: -1, uom: 'KGM' }] }),
      ['/quantityList/0/quantity: a quantity is positive, not -1'],
    ],
    [
      'an event does not list an EPC twice',
      anEvent({ epcList: ['urn:x:1', 'urn:x:2', 'urn:x:1'] }),
      ['/epcList/2: "urn:x:1" is listed twice'],
    ],
    [
      'an event declares the prefix of each extension',
      anEvent({ 'ocop:star': 5, ilmd: { 'foo:bar': 1 }, readPoint: { id: 'urn:x:1', 'foo:x': 1 } } as never),
      [
        '/ocop:star: the prefix of "ocop:star" is not declared in @context',
        '/ilmd/foo:bar: the prefix of "foo:bar" is not declared in @context',
        '/readPoint/foo:x: the prefix of "foo:x" is not declared in @context',
      ],
    ],
    ['an event may name an extension by a full URI', anEvent({ 'https://example.org/star': 5, 'urn:example:star': 1 } as never), []],
    [
      'an event has CBV values as bare words in JSON',
      anEvent({ bizStep: 'urn:epcglobal:cbv:bizstep:packing' }),
      ['/bizStep: "urn:epcglobal:cbv:bizstep:packing" is a word of the standard: in JSON it is written bare, without URN or address'],
    ],
    [
      'eventTimeZoneOffset is at most fourteen hours',
      anEvent({ eventTimeZoneOffset: '+14:30' }),
      ['/eventTimeZoneOffset: "+14:30" is not an offset such as +07:00'],
    ],
    [
      'an AggregationEvent has its persistent dispositions checked too',
      { ...common, type: 'AggregationEvent', action: 'OBSERVE', childEPCs: ['urn:x:1'], persistentDisposition: { set: ['gone'] } },
      ['/persistentDisposition/set/0: "gone" is neither a disposition of CBV 2.0 nor a URI of your own'],
    ],
    [
      'an event type outside the standard needs a URI',
      { ...common, type: 'QuantityEvent' },
      ['/type: "QuantityEvent" is neither one of the five event types nor a URI of your own'],
    ],
  ])('%s', (_fact, event, expected) => {
    expect(message(event)).toEqual(expected)
  })
})

describe('a context', () => {
  const withContext = (...parts: unknown[]) => validateDocument({ ...aDocument(anEvent()), '@context': parts }, 'EPCISDocument')
  const official = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

  test.each([
    ['another address than those of GS1', 'https://evil.example/context.jsonld'],
    ['an address inside the network', 'http://169.254.169.254/latest'],
    ['an import', { '@import': 'https://evil.example/context.jsonld' }],
    ['a context inside a term', { ocop: { '@id': 'https://example.org/', '@context': 'https://evil.example/' } }],
    ['another meaning for a name of the standard', { eventTime: 'https://evil.example/time' }],
    ['a prefix that stands for a number', { ocop: 1 }],
  ])('a context with %s is refused, and nothing is fetched', (_what, part) => {
    expect(withContext(official, part)).toHaveLength(1)
  })

  test('a context of the event itself is checked as well, and declares prefixes for this event alone', () => {
    const own = anEvent({ '@context': { own: 'https://example.org/own/' }, 'own:x': 1 } as never)
    expect(validateDocument(aDocument(own), 'EPCISDocument')).toEqual([])
    expect(validateDocument(aDocument(own, anEvent({ 'own:x': 1 } as never)), 'EPCISDocument')).toHaveLength(1)
  })

  test('a bare event needs a context', () => {
    expect(validateDocument(anEvent(), 'event')).toEqual([{ location: '', message: '"@context" is missing' }])
    expect(validateDocument(anEvent({ '@context': official }), 'event')).toEqual([])
  })
})

// Work that grows faster than these documents does not end within the time that a test has.
describe('a hostile document', () => {
  const xml = (body: string, before = '') =>
    `${before}<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z"><EPCISBody><EventList>${body}</EventList></EPCISBody></epcis:EPCISDocument>`
  const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')

  test.each([
    ['with a document type', xml('', '<!DOCTYPE x>'), '1:12', /document type/],
    ['with an external entity', xml('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), '1:54', /document type/],
    ['with entities that multiply', xml('&l9;', `<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>`), undefined, /document type/],
    ['with an entity of its own', xml('&x;'), undefined, /well-formed/],
    ['with endless nesting', xml('<a>'.repeat(100_000)), undefined, /too deeply/],
    ['that ends in the middle', xml('<ObjectEvent>').slice(0, -40), undefined, /well-formed/],
    ['with an undeclared prefix', xml('<x:ObjectEvent/>'), undefined, /well-formed/],
    ['that is empty', '', undefined, /well-formed/],
  ])('an XML document %s is refused', (_what, text, location, sentence) => {
    const [problem] = validateXml(text, 'EPCISDocument')
    expect(problem?.message).toMatch(sentence)
    if (location !== undefined) expect(problem?.location).toBe(location)
  })

  const validate = (text: string) => validateText(text, 'application/json', 'EPCISDocument')
  test.each([
    ['with endless nesting', '['.repeat(1_000_000) + ']'.repeat(1_000_000), /too deeply/],
    ['with endless nesting that does not end', '{"a":'.repeat(500_000), /not JSON/],
    ['with a member __proto__', '{"type":"EPCISDocument","__proto__":{"polluted":true}}', /__proto__/],
    ['with an escaped member __proto__ deep inside', '{"a":[{"\\u005f_proto__":1}]}', /__proto__/],
    ['that ends in the middle', JSON.stringify(aDocument(anEvent())).slice(0, 100), /not JSON/],
    ['that is empty', '', /not JSON/],
  ])('a JSON document %s is refused', (_what, text, sentence) => {
    expect(validate(text)[0]?.message).toMatch(sentence)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('a document with a number that no double holds is refused, and the place is named', () => {
    expect(validate('{"type":"EPCISDocument","ocop:list":[1,{"a/b":1e999}]}')).toEqual([
      { location: '/ocop:list/1/a~1b', message: 'a number is too large' },
    ])
    const infinite = aDocument(
      anEvent({ quantityList: [{ epcClass: 'https://id.gs1.org/01/08938501234568/10/L7', quantity: Infinity, uom: 'KGM' }] }),
    )
    expect(validateDocument(infinite, 'EPCISDocument')).toMatchObject([{ location: '/epcisBody/eventList/0/quantityList/0/quantity' }])
  })

  test('a document with a hundred thousand faults is answered with a hundred problems', () => {
    const events = Array.from({ length: 100_000 }, () => ({ type: 'ObjectEvent' }))
    expect(validateDocument(aDocument(...(events as never[])), 'EPCISDocument')).toHaveLength(100)
  })

  test('an event with a list of a hundred thousand different EPCs is valid', () => {
    const epcList = Array.from({ length: 100_000 }, (_, index) => `urn:epc:id:sgtin:0614141.107346.${index}`)
    expect(validateEvent(anEvent({ epcList }))).toEqual([])
  })

  test('an event with a text of ten million characters in a field is checked', () => {
    expect(validateEvent(anEvent({ bizStep: 'x'.repeat(10_000_000) }))).toHaveLength(1)
    expect(validateEvent(anEvent({ epcList: [`http://${'a'.repeat(10_000_000)} `] }))).toHaveLength(1)
    const long = { eventTime: '2026-03-01T00:00:00.' + '0'.repeat(10_000_000) + 'Z', eventTimeZoneOffset: '+'.repeat(10_000_000) }
    expect(validateEvent(anEvent(long))).toHaveLength(2)
    const report = { type: 'Temperature', hexBinaryValue: 'f'.repeat(10_000_000) }
    expect(validateEvent(anEvent({ sensorElementList: [{ sensorReport: [report] }] }))).toEqual([])
    expect(
      validateXml(xml(`<ObjectEvent><eventTime>${'1'.repeat(10_000_000)}</eventTime></ObjectEvent>`), 'EPCISDocument').length,
    ).toBeGreaterThan(0)
  })

  test('a document longer than allowed is refused before it is parsed', () => {
    const text = JSON.stringify(aDocument(anEvent()))
    expect(validateText(text, 'application/json', 'EPCISDocument', { characters: 100, depth: 10 })[0]?.message).toBe('the text is too long')
    expect(validateText('<a/>'.padStart(200), 'application/xml', 'EPCISDocument', { characters: 100, depth: 10 })[0]?.message).toBe(
      'the text is too long',
    )
  })
})

test('a query definition is validated by its parameters', () => {
  const judge = (definition: unknown) => validateText(JSON.stringify(definition), 'application/json', 'QueryDefinition')
  expect(judge({ name: 'recalls', query: { EQ_disposition: ['recalled'] } })).toEqual([])
  expect(judge({ name: 'recalls', query: { EQ_dispositon: ['recalled'] } })).toEqual([
    { location: '/query/EQ_dispositon', message: 'EQ_dispositon: is not a parameter of SimpleEventQuery' },
  ])
  expect(judge({ query: {} })[0]?.location).toBe('/name')
})

describe('the formats', () => {
  const ajv = addFormats.default(new Ajv())
  const schemaSays = (format: string) => ajv.compile({ type: 'string', format })
  const [uri, dateTime] = [schemaSays('uri'), schemaSays('date-time')]

  test('the format uri accepts what ajv-formats accepts', () => {
    const piece = fc.constantFrom(
      'a',
      'Z',
      '9',
      '-',
      '.',
      '_',
      '~',
      ':',
      '/',
      '//',
      '?',
      '#',
      '[',
      ']',
      '@',
      '!',
      '$',
      '&',
      "'",
      '(',
      ')',
      '*',
      '+',
      ',',
      ';',
      '=',
      '%',
      '%2F',
      '%zz',
      ' ',
      'é',
      '"',
      '<',
      'http',
      'urn:',
    )
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true })), (value) => {
        // An IP literal in brackets after a single slash is a URI for ajv-formats alone.
        fc.pre(!value.includes('['))
        // So is a port that is not a number (RFC 3986, 3.2.3 asks for digits).
        fc.pre(!/^[a-z][a-z0-9+\-.]*:\/\/[^/?#]*:[^/?#]*[^\d/?#]/i.test(value))
        expect([value, formats.uri(value)]).toEqual([value, uri(value)])
      }),
      { numRuns: 5000 },
    )
  })

  test('the format date-time accepts what ajv-formats accepts, except a space for the T and an offset without colon', () => {
    const number = (to: number) => fc.integer({ min: 0, max: to }).map((value) => String(value).padStart(2, '0'))
    const offset = fc.oneof(
      fc.constantFrom('Z', 'z', ''),
      fc.tuple(fc.constantFrom('+', '-'), number(25), number(61)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
    )
    const text = fc
      .tuple(
        fc.constantFrom('2024', '2023', '1900', '2000'),
        number(13),
        number(32),
        number(23),
        number(59),
        number(61),
        fc.constantFrom('', '.1', '.123456', '.'),
        offset,
      )
      .map(
        ([year, month, day, hour, minute, second, fraction, zone]) =>
          `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`,
      )
    fc.assert(
      fc.property(text, (value) => {
        expect([value, formats['date-time'](value)]).toEqual([value, dateTime(value)])
      }),
      { numRuns: 5000 },
    )
    for (const wrong of ['2026-03-01T24:00:00Z', '2026-03-01T00:60:00Z', '2026-03-01 18:41:03Z'])
      expect(formats['date-time'](wrong)).toBe(false)
    expect(formats['date-time']('2026-03-01T18:41:03+0700')).toBe(false)
  })
})

test('the compiled schema needs neither eval nor another module', () => {
  const code = readFileSync(new URL('validate/event-schema.generated.js', import.meta.url), 'utf8')
  expect(code).not.toMatch(/\beval\b|new Function|require\(|\bimport\b/)
})
