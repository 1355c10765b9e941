import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { epcisOperations } from './epcis.ts'

const vectors = new URL('../../../packages/epcis/vectors/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, vectors), 'utf8')
const ask = (op: string, input: unknown) => epcisOperations[op]!(input)

test('event.hash gives the hashes in the order of the events, and the same ones for JSON and XML', async () => {
  const { vectors: rows } = JSON.parse(text('hash/index.json')) as { vectors: { doc: string; format: string; expected: string[] }[] }
  for (const { doc, format, expected } of rows) {
    const media = format === 'xml' ? 'application/xml' : 'application/ld+json'
    expect(await ask('event.hash', { document: text(`hash/${doc}`), media })).toEqual({ ok: true, value: { hashes: expected } })
  }
})

test('event.hash refuses a text that is not a document, and gives no hashes for a document without events', async () => {
  expect(await ask('event.hash', { document: '{', media: 'application/json' })).toMatchObject({
    ok: false,
    refusal: { code: 'json-syntax' },
  })
  expect(await ask('event.hash', { document: '<a>', media: 'application/xml' })).toMatchObject({
    ok: false,
    refusal: { code: 'xml-syntax' },
  })
  expect(await ask('event.hash', { document: '{}', media: 'application/json' })).toMatchObject({
    ok: false,
    refusal: { code: 'no-document' },
  })
  expect(await ask('event.hash', { document: '{"epcisBody":{"eventList":[]}}', media: 'application/json' })).toEqual({
    ok: true,
    value: { hashes: [] },
  })
  expect(await ask('event.hash', { document: '{}', media: 'text/plain' })).toMatchObject({ ok: false, refusal: { code: 'bad-input' } })
})

test('epcis.validate gives the verdict and a place for every error; a text that is not JSON is invalid, not refused', async () => {
  const document = JSON.stringify({ name: 'recalls', query: { EQ_action: ['MOVE'] } })
  expect(await ask('epcis.validate', { document, media: 'application/json', kind: 'QueryDefinition' })).toEqual({
    ok: true,
    value: { valid: false, errors: [{ location: '/query/EQ_action', message: 'EQ_action: "MOVE" is none of ADD, OBSERVE, DELETE' }] },
  })
  for (const [broken, media] of [
    ['{', 'application/json'],
    ['<a>', 'application/xml'],
  ]) {
    expect(await ask('epcis.validate', { document: broken, media, kind: 'event' })).toMatchObject({
      ok: true,
      value: { valid: false, errors: [{ location: expect.stringMatching(/^\d+:\d+$/) as string }] },
    })
  }
  const valid = text('documents/valid/ObjectEvent.json')
  expect(await ask('epcis.validate', { document: valid, media: 'application/json', kind: 'EPCISDocument' })).toEqual({
    ok: true,
    value: { valid: true, errors: [] },
  })
})

test('epcis.validate warns of an EPC that a list of XML names twice, and says nothing more of a document without warnings', async () => {
  const valid = text('documents/valid/ObjectEvent.xml')
  const epc = /<epc>.*?<\/epc>/.exec(valid)![0]
  const validated = (document: string) => ask('epcis.validate', { document, media: 'application/xml', kind: 'EPCISDocument' })
  expect(await validated(valid)).toEqual({ ok: true, value: { valid: true, errors: [] } })
  expect(await validated(valid.replace(epc, `${epc}${epc}`))).toMatchObject({
    ok: true,
    value: {
      valid: true,
      errors: [],
      warnings: [{ location: expect.stringMatching(/^\d+:\d+$/) as string, message: expect.stringContaining('named twice') as string }],
    },
  })
})

test('epcis.trace follows bare events by their place in the list, and refuses what is no list of events', async () => {
  const made = {
    type: 'TransformationEvent',
    eventTime: '2026-03-01T08:00:00Z',
    inputEPCList: ['urn:x:nuts'],
    outputEPCList: ['urn:x:sweets'],
  }
  expect(await ask('epcis.trace', { events: [made], from: ['urn:x:nuts'], direction: 'forward' })).toEqual({
    ok: true,
    value: { items: ['urn:x:sweets'], events: [0] },
  })
  expect(await ask('epcis.trace', { events: [{ ...made, inputEPCList: 'urn:x:nuts' }], from: [], direction: 'back' })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', at: 'events.0.inputEPCList' },
  })
})
