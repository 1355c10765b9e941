import { describe, expect, test } from 'vitest'
import { aDocument, anEvent } from './fixtures/events.ts'
import { documentVectors } from './fixtures/vectors.ts'
import { eventsOf } from './index.ts'
import { judgeEvents, validateText, warningsOf } from './validate.ts'
import type { JudgedEvent, Judging, Media } from './validate.ts'
import { readXml, writeXml } from './xml.ts'

async function judged(text: string, media: Media, judging?: Judging) {
  const stream = judgeEvents([text.slice(0, 100), text.slice(100)], media, judging)
  const events: JudgedEvent[] = []
  for (;;) {
    const next = await stream.next()
    if (next.done)
      return { events, envelope: next.value, problems: [...events.flatMap(({ problems }) => problems), ...next.value.problems] }
    events.push(next.value)
  }
}
const epc = '<epc>urn:epc:id:sgtin:0614141.107346.2017</epc>'
const twice = writeXml(aDocument(anEvent({ epcList: ['urn:epc:id:sgtin:0614141.107346.2017'] } as never))).replace(epc, `${epc}\n${epc}`)

describe('the judging of a stream', () => {
  test.each(documentVectors.filter(({ kind }) => kind !== 'event'))('comes to the verdict "$verdict" for $file', async (vector) => {
    const { text, media, verdict } = vector
    const { problems, events } = await judged(text, media)
    expect(problems.length === 0 ? 'valid' : 'invalid').toBe(verdict)
    if (verdict !== 'valid') return
    const read = media === 'application/xml' ? readXml(text) : { ok: true as const, value: JSON.parse(text) as unknown }
    expect(events).toHaveLength(read.ok ? eventsOf(read.value).length : -1)
  })

  test('tells of a fault in JSON where the judging of the whole text tells of it', async () => {
    const text = JSON.stringify(aDocument(anEvent(), anEvent({ bizStep: 'juggling' } as never)))
    expect((await judged(text, 'application/json')).problems).toEqual(validateText(text, 'application/json', 'EPCISDocument'))
  })

  test('tells of a fault in XML by its line and column, where the order of elements counts and where it does not', async () => {
    const text = writeXml(aDocument(anEvent())).replace(/(<action>.*<\/action>)(.*)(<\/ObjectEvent>)/s, '$2$1$3')
    expect((await judged(text, 'application/xml')).problems).toEqual(validateText(text, 'application/xml', 'EPCISDocument'))
    expect((await judged(text, 'application/xml', { strict: false })).problems).toEqual([])
  })

  test('needs to know the context of JSON beforehand where it stands behind the events', async () => {
    const { '@context': context, ...rest } = aDocument(anEvent({ 'ocop:star': 4 } as never))
    const text = JSON.stringify({ ...rest, '@context': context })
    const first = await judged(text, 'application/json')
    expect(first.events[0]).toMatchObject({ context: undefined, problems: [{ location: '/epcisBody/eventList/0/ocop:star' }] })
    expect((await judged(text, 'application/json', { context: first.envelope.document!['@context'] })).problems).toEqual([])
  })

  test('refuses a document with a second list of events, of which the first alone was read', async () => {
    const text = JSON.stringify(aDocument(anEvent())).replace('"eventList":', `"eventList":[],"eventList":`)
    expect((await judged(text, 'application/json')).problems).toEqual([
      { location: '/epcisBody', message: 'the list of events stands there twice' },
    ])
  })

  test('ends a text that breaks off with its fault, after the events before it', async () => {
    const text = JSON.stringify(aDocument(anEvent(), anEvent()))
    const broken = await judged(text.slice(0, -20), 'application/json')
    expect([broken.events.length, broken.envelope]).toMatchObject([1, { document: undefined, problems: [{ message: /not JSON/ }] }])
    expect((await judged('<a>', 'application/xml')).envelope.problems).toHaveLength(1)
    expect((await judged('<a/>', 'application/xml')).envelope.problems).toEqual([
      { location: '1:1', message: '<a> is no document of EPCIS' },
    ])
  })

  test('warns of an EPC that a list of XML names twice, takes it once, and names the place', async () => {
    const { events, problems } = await judged(twice, 'application/xml')
    expect(problems).toEqual([])
    expect(events[0]!.event).toMatchObject({ epcList: ['urn:epc:id:sgtin:0614141.107346.2017'] })
    const warnings = [
      {
        location: expect.stringMatching(/^\d+:1$/) as string,
        message: '"urn:epc:id:sgtin:0614141.107346.2017" is named twice in <epcList> and is taken once',
      },
    ]
    expect(events[0]!.warnings).toEqual(warnings)
    expect(warningsOf(twice, 'application/xml', 'EPCISDocument')).toEqual(warnings)
  })
})

test('an EPC that a list of JSON names twice is a fault, not a warning: its schema says so', async () => {
  const text = JSON.stringify(aDocument(anEvent({ epcList: ['urn:x:1', 'urn:x:1'] } as never)))
  expect((await judged(text, 'application/json')).problems).toHaveLength(1)
  expect(warningsOf(text, 'application/json', 'EPCISDocument')).toEqual([])
})
