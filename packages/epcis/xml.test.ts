import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf, translateEpcs } from './index.ts'
import { aDocument, anEvent, arbitraryEvent } from './fixtures/events.ts'
import { documentVectors } from './fixtures/vectors.ts'
import { documentHashes } from './hash.ts'
import type { EpcisDocument, EpcisEvent, EpcisQueryDocument } from './model.ts'
import { validateDocument, validateXml } from './validate.ts'
import { parseXml, readXml, writeXml } from './xml.ts'

function read(text: string) {
  const document = readXml(text)
  if (!document.ok) throw new Error(JSON.stringify(document.refusal))
  return document.value
}
const wrap = (events: string, around = '') =>
  `<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" xmlns:ex="https://example.org/" schemaVersion="2.0" creationDate="2026-01-01T00:00:00Z">${around}<EPCISBody><EventList>${events}</EventList></EPCISBody></epcis:EPCISDocument>`
const valid = '<eventTime>2026-01-01T00:00:00Z</eventTime><eventTimeZoneOffset>+07:00</eventTimeZoneOffset>'
const onlyEvent = (inside: string) => eventsOf(read(wrap(`<ObjectEvent>${inside}</ObjectEvent>`)))[0]!

/** Numbers and truths of extensions have no types in XML; everything else is the same after the way there and back. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asText(each)]))
  return typeof value === 'string' ? value : String(value)
}

describe('XML', () => {
  test.each(documentVectors.filter(({ verdict, kind }) => verdict === 'valid' && kind !== 'event'))(
    'the XML of $file, written from the read document, is valid and has the same events',
    ({ text, media, kind }) => {
      const document = media === 'application/xml' ? read(text) : (JSON.parse(text) as EpcisDocument)
      const written = writeXml(document)
      expect(validateXml(written, kind as 'EPCISDocument')).toEqual([])
      expect(documentHashes(read(written))).toEqual(documentHashes(document))
    },
  )

  test('valid XML gives valid JSON once it is read', () => {
    for (const { text, file, media, verdict, kind } of documentVectors) {
      const problems = media === 'application/xml' && verdict === 'valid' ? validateDocument(read(text), kind) : []
      expect(problems, file).toEqual([])
    }
  })

  test('any event written as XML and read again is the same', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        const [again] = eventsOf(read(writeXml(aDocument(event))))
        const { '@context': _, ...expected } = event as Record<string, unknown>
        expect(asText(again)).toEqual(asText(expected))
      }),
    )
  })

  test('CBV values are bare words once XML is read, in whatever form they were', () => {
    for (const form of ['urn:epcglobal:cbv:bizstep:', 'https://ref.gs1.org/cbv/BizStep-', 'cbv:BizStep-']) {
      expect(onlyEvent(`<bizStep>${form}packing</bizStep>`).bizStep).toBe('packing')
    }
    expect(onlyEvent('<bizStep>https://example.org/steps/drying</bizStep>').bizStep).toBe('https://example.org/steps/drying')
  })

  test.each([
    ['No_Preference', 'https://ref.gs1.org/cbv/BizStep-packing', 'https://ref.gs1.org/cbv/Disp-in_transit'],
    ['Always_Web_URI', 'https://ref.gs1.org/cbv/BizStep-packing', 'https://ref.gs1.org/cbv/Disp-in_transit'],
    ['Always_URN', 'urn:epcglobal:cbv:bizstep:packing', 'urn:epcglobal:cbv:disp:in_transit'],
    ['Never_Translates', 'https://ref.gs1.org/cbv/BizStep-packing', 'urn:epcglobal:cbv:disp:in_transit'],
  ] as const)('XML is written with the CBV values that %s asks for', (cbvFormat, bizStep, disposition) => {
    const written = writeXml(aDocument(anEvent({ disposition: 'urn:epcglobal:cbv:disp:in_transit' })), { cbvFormat })
    expect(written).toContain(`<bizStep>${bizStep}</bizStep>`)
    expect(written).toContain(`<disposition>${disposition}</disposition>`)
  })

  test('texts, attributes and lists of extensions survive the reading of XML', () => {
    const event = onlyEvent('<ex:a ex:unit="kg">5</ex:a><ex:b>1</ex:b><ex:b>2</ex:b><ex:c><plain>x</plain></ex:c>')
    expect(event).toMatchObject({ 'ex:a': { '#text': '5', '@ex:unit': 'kg' }, 'ex:b': ['1', '2'], 'ex:c': { plain: 'x' } })
    expect(eventsOf(read(writeXml(aDocument({ ...event, '@context': { ex: 'https://example.org/' } } as EpcisEvent))))[0]).toMatchObject({
      'ex:a': { '#text': '5', '@ex:unit': 'kg' },
    })
  })

  test('an attribute of an event in XML is read as an extension, because JSON has no attributes', () => {
    const text = wrap(`<ObjectEvent ex:source="scanner">${valid}<epcList/><action>ADD</action></ObjectEvent>`)
    expect(eventsOf(read(text))[0]).toMatchObject({ 'ex:source': 'scanner' })
    expect(validateXml(text, 'EPCISDocument')).toEqual([])
    expect(validateDocument(read(text), 'EPCISDocument')).toEqual([])
  })

  test('the XML reader gives each namespace one prefix, and none that would change what a value means', () => {
    const text = wrap(
      '<ObjectEvent xmlns:https="https://a.example/" xmlns:ex2="https://example.org/"><https:x>ex:value</https:x><ex2:y>1</ex2:y></ObjectEvent>',
    )
    const document = read(text)
    const [event] = eventsOf(document)
    expect(event).toEqual({ type: 'ObjectEvent', 'https-2:x': 'ex:value', 'ex2:y': '1' })
    expect(document['@context']).toEqual([
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { 'https-2': 'https://a.example/', ex2: 'https://example.org/' },
    ])
  })

  test.each([
    ['an underscore in the prefix of an extension', '<my_ext:a xmlns:my_ext="https://a.example/">1</my_ext:a>', { 'my-ext:a': '1' }],
    ['a prefix that begins with an underscore', '<_x:a xmlns:_x="https://a.example/">1</_x:a>', { 'ns-x:a': '1' }],
    ['a prefix in letters of Vietnamese', '<dừa:a xmlns:dừa="https://a.example/">1</dừa:a>', { 'd-a:a': '1' }],
    [
      'one prefix bound to two namespaces',
      '<p:a xmlns:p="https://a.example/">1</p:a><p:a xmlns:p="https://b.example/">2</p:a>',
      { 'p:a': '1', 'p-2:a': '2' },
    ],
  ])('XML with %s is valid, and so is the JSON that it becomes', (_, extension, members) => {
    const text = writeXml(aDocument(anEvent())).replace('</ObjectEvent>', `${extension}</ObjectEvent>`)
    expect(validateXml(text, 'EPCISDocument')).toEqual([])
    const document = read(text)
    expect(eventsOf(document)[0]).toMatchObject(members)
    expect(validateDocument(document, 'EPCISDocument')).toEqual([])
    expect(documentHashes(read(writeXml(document)))).toEqual(documentHashes(document))
  })

  test('an EPC that a list of XML names twice is there once', () => {
    const epc = '<epc>urn:epc:id:sgtin:0614141.107346.2017</epc>'
    expect(onlyEvent(`<epcList>${epc}${epc}</epcList>`)).toMatchObject({ epcList: ['urn:epc:id:sgtin:0614141.107346.2017'] })
  })

  test('a sensor report of XML may say an alert without a type, and needs one of the two', () => {
    const reporting = (attributes: string) =>
      writeXml(aDocument(anEvent())).replace(
        '</ObjectEvent>',
        `<sensorElementList><sensorElement><sensorReport ${attributes}/></sensorElement></sensorElementList></ObjectEvent>`,
      )
    const alert = reporting('exception="gs1:ALARM_CONDITION"')
    expect(validateXml(alert, 'EPCISDocument')).toEqual([])
    expect(validateDocument(read(alert), 'EPCISDocument')).toEqual([])
    expect(validateXml(reporting('value="1"'), 'EPCISDocument').map(({ message }) => message)).toEqual([
      '<sensorReport> needs an attribute type or exception',
    ])
  })

  test('XML of EPCIS 1.x is read as if its extension wrappers were not there', () => {
    const inside =
      '<baseExtension><eventID>urn:x:1</eventID></baseExtension><extension><quantityList/><extension><ex:a>1</ex:a></extension></extension>'
    expect(onlyEvent(inside)).toMatchObject({ eventID: 'urn:x:1', quantityList: [], 'ex:a': '1' })
  })

  test('the XML writer escapes special characters and replaces those that XML cannot hold', () => {
    const note = 'a<b>&"c"\n\t\u{1F965}\u0007\uD800'
    const [again] = eventsOf(read(writeXml(aDocument(anEvent({ 'ocop:note': { '#text': 'x', '@ocop:a': note } } as never)))))
    expect(again).toMatchObject({ 'ocop:note': { '@ocop:a': 'a<b>&"c"\n\t\u{1F965}\uFFFD\uFFFD' } })
  })

  test('master data and the business header survive writing and reading XML', () => {
    const document: EpcisDocument = {
      ...aDocument(anEvent()),
      sender: 'urn:epc:id:sgln:4012345.00001.0',
      receiver: 'urn:epc:id:sgln:5012345.00001.0',
      instanceIdentifier: '1234',
      epcisHeader: {
        epcisMasterData: {
          vocabularyList: [
            {
              type: 'urn:epcglobal:epcis:vtype:BusinessLocation',
              vocabularyElementList: [
                {
                  id: 'urn:epc:id:sgln:0037000.00729.0',
                  attributes: [{ id: 'cbvmda:city', attribute: 'Trà Vinh' }],
                  children: ['urn:epc:id:sgln:0037000.00729.8201'],
                },
              ],
            },
          ],
        },
      },
    }
    const written = writeXml(document)
    expect(validateXml(written, 'EPCISDocument')).toEqual([])
    const { '@context': _, ...again } = read(written)
    const { '@context': __, ...expected } = document
    expect(again).toEqual(expected)
  })

  test('the XML of a query document carries the name of the query and of the subscription', () => {
    const { epcisBody: _, ...rest } = aDocument()
    const document: EpcisQueryDocument = {
      ...rest,
      type: 'EPCISQueryDocument',
      epcisBody: { queryResults: { queryName: 'recalls', subscriptionID: 's-1', resultsBody: { eventList: [anEvent()] } } },
    }
    const written = writeXml(document)
    expect(validateXml(written, 'EPCISQueryDocument')).toEqual([])
    expect(read(written)).toMatchObject({ epcisBody: document.epcisBody })
  })

  test.each([
    ['<a></b>', { code: 'xml-syntax', line: 1, column: 7 }],
    ['<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>', { code: 'xml-doctype' }],
    ['<a>', { code: 'xml-syntax' }],
  ])('the text %s is refused as XML, with its place', (text, refusal) => {
    const parsed = parseXml(text)
    expect(parsed.ok ? undefined : parsed.refusal).toMatchObject(refusal)
  })

  test('XML with another root element is not an EPCIS document', () => {
    const document = readXml('<rss/>')
    expect(document.ok ? undefined : document.refusal).toEqual({ code: 'xml-no-document', line: 1, column: 1, root: 'rss' })
  })
})

const judge = (inside: string, type = 'ObjectEvent') =>
  validateXml(wrap(`\n<${type}>${inside}</${type}>`), 'EPCISDocument').map(({ message }) => message)

describe('the structure of XML', () => {
  test.each([
    [
      'an element out of order',
      `${valid}<action>ADD</action><epcList/>`,
      '<epcList> comes too late in <ObjectEvent>: it belongs before <action>',
    ],
    ['an element twice', `${valid}<epcList/><action>ADD</action><action>ADD</action>`, '<action> stands in <ObjectEvent> twice'],
    ['an element that is missing', `${valid}<epcList/>`, '<action> is missing in <ObjectEvent>'],
    ['an element that nobody knows', `${valid}<epcList/><action>ADD</action><quantity/>`, '<quantity> is not known in <ObjectEvent>'],
    [
      'a field in a namespace',
      `${valid}<epcList/><action>ADD</action><epcis:bizStep>urn:x:y</epcis:bizStep>`,
      '<epcis:bizStep> is not known in <ObjectEvent>',
    ],
    [
      'an extension before a field',
      `${valid}<epcList/><ex:a/><action>ADD</action>`,
      '<action> comes too late in <ObjectEvent>: it belongs before extensions',
    ],
    ['text between elements', `${valid}<epcList>urn:x:1</epcList><action>ADD</action>`, 'text does not belong directly into <epcList>'],
    ['elements where a text belongs', `${valid}<epcList/><action><b/></action>`, '<action> holds text, no elements'],
    [
      'a word that is not a URI',
      `${valid}<epcList/><action>ADD</action><bizStep>packing</bizStep>`,
      'in <bizStep>: "packing" is not a URI',
    ],
    [
      'a source without its type',
      `${valid}<epcList/><action>ADD</action><sourceList><source>urn:x:1</source></sourceList>`,
      '<source> needs an attribute type',
    ],
    [
      'a sensor report that is not a number',
      `${valid}<epcList/><action>ADD</action><sensorElementList><sensorElement><sensorReport type="gs1:Temperature" value="warm"/></sensorElement></sensorElementList>`,
      'in the attribute value of <sensorReport>: "warm" is not a number',
    ],
    [
      'what the rules for all forms forbid',
      `${valid}<epcList/><action>OBSERVE</action><ilmd><ex:a>1</ex:a></ilmd>`,
      'in ilmd: is allowed only where the action is ADD',
    ],
  ])('the XML validator detects %s', (_what, inside, message) => {
    expect(judge(inside)).toEqual([message])
  })

  test('the XML validator accepts custom event types in their own namespace, never in that of the standard', () => {
    expect(validateXml(wrap(`<ex:Harvest>${valid}</ex:Harvest>`), 'EPCISDocument')).toEqual([])
    expect(validateXml(wrap(`<epcis:ObjectEvent>${valid}</epcis:ObjectEvent>`), 'EPCISDocument').map(({ message }) => message)).toEqual([
      '<epcis:ObjectEvent> is not an event of EPCIS 2.0',
    ])
  })

  test('the XML validator reports the line and column of the element', () => {
    const text = wrap(`\n  <ObjectEvent>${valid}\n    <epcList/>\n    <action>MOVE</action></ObjectEvent>`)
    expect(validateXml(text, 'EPCISDocument')).toEqual([
      { location: '4:5', message: 'in <action>: "MOVE" is none of ADD, OBSERVE, DELETE' },
    ])
  })

  test('the XML of a bare event is validated by itself', () => {
    const event = (inside: string) => `<e:ObjectEvent xmlns:e="urn:epcglobal:epcis:xsd:2">${inside}</e:ObjectEvent>`
    expect(validateXml(event(`${valid}<epcList/><action>ADD</action>`), 'event')).toEqual([])
    expect(validateXml(event(valid), 'event')).toHaveLength(1)
    expect(validateXml('<ObjectEvent/>', 'event')).toHaveLength(1)
  })
})

describe('GS1 keys', () => {
  const event = anEvent({
    epcList: ['urn:epc:id:sgtin:0614141.107346.2017', 'https://id.gs1.org/01/10614141073464/21/2018', 'urn:uuid:1'],
    readPoint: { id: 'urn:epc:id:sgln:0614141.07346.1234' },
    quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.998877', quantity: 1 }],
  })

  test('GS1 keys are translated to Digital Links on request, and other identifiers stay', () => {
    const answered = translateEpcs(event, 'Always_GS1_Digital_Link')
    expect(answered.epcList).toEqual([
      'https://id.gs1.org/01/10614141073464/21/2017',
      'https://id.gs1.org/01/10614141073464/21/2018',
      'urn:uuid:1',
    ])
    expect(answered.readPoint).toEqual({ id: 'https://id.gs1.org/414/0614141073467/254/1234' })
    expect(answered.quantityList).toEqual([{ epcClass: 'https://id.gs1.org/01/04012345123456/10/998877', quantity: 1 }])
  })

  test('GS1 keys are translated to URNs on request if the company prefix is known', () => {
    expect(translateEpcs(event, 'Always_EPC_URN', 7).epcList).toEqual([
      'urn:epc:id:sgtin:0614141.107346.2017',
      'urn:epc:id:sgtin:0614141.107346.2018',
      'urn:uuid:1',
    ])
    expect(translateEpcs(event, 'Always_EPC_URN').epcList).toEqual(event.epcList)
  })

  test('GS1 keys stay as captured without such a request, and their translation never changes the hash', () => {
    for (const format of ['No_Preference', 'Never_Translates'] as const) expect(translateEpcs(event, format)).toBe(event)
    for (const format of ['Always_GS1_Digital_Link', 'Always_EPC_URN'] as const) {
      expect(documentHashes(aDocument(translateEpcs(event, format, 7)))).toEqual(documentHashes(aDocument(event)))
    }
  })
})
