import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aDocument, anEvent } from './fixtures/events.ts'
import { documentVectors, hashVectors } from './fixtures/vectors.ts'
import { documentHashes } from './hash.ts'
import { eventsOf, readJson, readJsonEvents } from './index.ts'
import { readXml, readXmlEvents, writeXml } from './xml.ts'

type Streamed = AsyncGenerator<{ ok: true; value: { event: unknown; index: number } } | { ok: false; refusal: { code: string } }, unknown>

async function collect(stream: Streamed) {
  const events: unknown[] = []
  let refusal: unknown
  for (;;) {
    const next = await stream.next()
    if (next.done) return { events, refusal, rest: next.value }
    if (next.value.ok) {
      expect(next.value.value.index).toBe(events.length)
      events.push(next.value.value.event)
    } else refusal = next.value.refusal
  }
}
const inPieces = (text: string, size: number) =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size))
const texts = [...documentVectors.filter(({ verdict }) => verdict === 'valid'), ...hashVectors]
const isXml = (text: string) => text.trimStart().startsWith('<')

describe('the events of a stream', () => {
  test('the events of a JSON stream are those of the document however it is split, and the rest comes at the end', async () => {
    for (const { text } of texts.filter(({ text }) => !isXml(text))) {
      const document = JSON.parse(text) as { epcisBody?: { eventList?: unknown; queryResults?: { resultsBody: { eventList: unknown } } } }
      const holder = document.epcisBody?.queryResults?.resultsBody ?? document.epcisBody
      if (!holder?.eventList) continue
      const expected = eventsOf(structuredClone(document))
      holder.eventList = []
      for (const size of [1, 13, 100_000]) {
        const { events, refusal, rest } = await collect(readJsonEvents(inPieces(text, size)))
        expect({ events, refusal, rest }).toEqual({ events: expected, refusal: undefined, rest: document })
      }
    }
  })

  test('the events of an XML stream have the hashes of the document, however it is split', async () => {
    for (const { text } of texts.filter(({ text }) => isXml(text))) {
      const whole = readXml(text)
      if (!whole.ok || eventsOf(whole.value).length === 0) continue
      for (const size of [7, 100_000]) {
        const { events, rest } = await collect(readXmlEvents(inPieces(text, size)))
        const ignored = Object.fromEntries(
          Object.entries((rest ?? {}) as object).filter(([name]) => name.endsWith(':ignoreFields') || name === '@context'),
        )
        expect(documentHashes({ ...ignored, epcisBody: { eventList: events } })).toEqual(documentHashes(whole.value))
      }
    }
  })

  test('a stream of bytes gives its events even when it is split inside a character', async () => {
    const document = aDocument(anEvent({ 'ocop:note': 'Dừa sáp 🥥' } as never))
    const json = new TextEncoder().encode(JSON.stringify(document))
    const xml = new TextEncoder().encode(writeXml(document))
    const single = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect((await collect(readJsonEvents(single(json)))).events).toEqual(document.epcisBody.eventList)
    expect((await collect(readXmlEvents(single(xml)))).events).toMatchObject([{ 'ocop:note': 'Dừa sáp 🥥' }])
    expect((await collect(readJsonEvents([Uint8Array.of(0xff)]))).refusal).toEqual({ code: 'text-encoding' })
  })

  test('the events of a stream are given before the whole document has arrived', async () => {
    let sent = 0
    async function* endless() {
      yield '{"@context":[],"epcisBody":{"eventList":['
      for (;;) {
        sent += 1
        yield `{"type":"ObjectEvent","n":${sent}},`
      }
    }
    const events = readJsonEvents(endless())
    for (let index = 0; index < 1000; index += 1) {
      expect((await events.next()).value).toEqual({ ok: true, value: { index, event: { type: 'ObjectEvent', n: index + 1 }, context: [] } })
    }
    expect(sent).toBeLessThan(1010)
    await events.return(undefined)
  })

  test('a faulty stream gives the events before the fault and ends with the refusal', async () => {
    const start = '{"epcisBody":{"eventList":[{"type":"A"},'
    for (const [end, code] of [
      ['{"b":}]}}', 'json-syntax'],
      ['', 'json-syntax'],
      ['{"b":1}', 'json-syntax'],
      [',{}]}}', 'json-syntax'],
      [']}}', 'json-syntax'],
      ['{"b":1} {"c":2}]}}', 'json-syntax'],
      ['{"b":1]}}', 'json-syntax'],
      ['{"__proto__":1}]}}', 'json-name'],
      ['{"quantity":1e999}]}}', 'json-number'],
      [`${'['.repeat(1000)}]}}`, 'json-too-deep'],
    ] as const) {
      const { events, refusal } = await collect(readJsonEvents([start + end]))
      expect([end, events[0], (refusal as { code: string } | undefined)?.code]).toEqual([end, { type: 'A' }, code])
    }
    const xml = await collect(readXmlEvents(['<EPCISDocument><EPCISBody><EventList><ObjectEvent/></EventLost>']))
    expect([xml.events.length, xml.refusal]).toMatchObject([1, { code: 'xml-syntax' }])
  })

  test('the size limit of a stream applies to each event and not to the document', async () => {
    const limits = { characters: 1000, depth: 10 }
    const big = JSON.stringify(aDocument(anEvent({ bizStep: 'x'.repeat(100_000) })))
    expect((await collect(readJsonEvents(inPieces(big, 500), limits))).refusal).toEqual({ code: 'json-too-long' })
    const many = JSON.stringify(aDocument(...Array.from({ length: 1000 }, () => anEvent())))
    expect((await collect(readJsonEvents(inPieces(many, 500), limits))).events).toHaveLength(1000)
    const xml = writeXml(aDocument(anEvent({ bizStep: `urn:${'x'.repeat(100_000)}` })))
    expect((await collect(readXmlEvents(inPieces(xml, 500), limits))).refusal).toMatchObject({ code: 'xml-too-long' })
  })

  test('the events of a stream with arbitrary JSON are those that JSON.parse finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('__proto__'))),
        fc.integer({ min: 1, max: 50 }),
        async (list, size) => {
          const text = JSON.stringify(
            { a: { eventList: [1] }, epcisBody: { x: '"eventList":[', eventList: list }, b: ['eventList'] },
            null,
            size % 3,
          )
          const { events, refusal } = await collect(readJsonEvents(inPieces(text, size)))
          expect([events, refusal]).toEqual([(JSON.parse(text) as { epcisBody: { eventList: unknown[] } }).epcisBody.eventList, undefined])
        },
      ),
    )
  })
})

test('a JSON syntax error is reported with line and column', () => {
  const read = readJson('{\n  "a": 1,\n  "b" 2\n}')
  expect(read.ok ? undefined : read.refusal).toMatchObject({ code: 'json-syntax', line: 3, column: 7 })
})
