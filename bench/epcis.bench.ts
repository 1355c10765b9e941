import { createHash, hash as digest } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { namespacesOf, readJson } from '@dacsan/epcis'
import type { EpcisDocument, EpcisEvent } from '@dacsan/epcis'
import { eventHash } from '@dacsan/epcis/hash'
import { validateDocument } from '@dacsan/epcis/validate'
import { readXml, writeXml } from '@dacsan/epcis/xml'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import epcis2 from 'epcis2.js'
import type { Benchmark } from './benchmark.ts'
import { perSecond } from './rate.ts'

const folder = new URL('../packages/epcis/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, folder), 'utf8')

/** Forty events of all types, with sensors, master data and extensions: what partners capture. */
const document = JSON.parse(text('vectors/query/capture.json')) as EpcisDocument
const events = document.epcisBody.eventList
const json = JSON.stringify(document)
const xml = writeXml(document)
const prefixes = { ocop: 'https://example.org/ocop/' }
const namespaces = namespacesOf(prefixes)

const times = events.length
const each = (once: (event: EpcisEvent) => string) => ({ times, run: () => events.forEach((event) => once(event)) })
const whole = (what: string, once: () => boolean) => ({
  times,
  run() {
    if (!once()) throw new Error(`${what} refuses the document`)
  },
})

/** The same schema, uncompiled ahead, nothing around it. */
function bareSchema(): (data: unknown) => boolean {
  const ajv = addFormats.default(new Ajv({ strict: false }))
  const check = ajv.compile<unknown>(JSON.parse(text('validate/schema/epcis-json-schema.json')) as object)
  return (data) => check(data)
}

export default {
  summary: 'EPCIS events hashed and judged',
  async run() {
    const schema = bareSchema()
    const node = (content: string) => digest('sha256', content)
    // epcis2.js writes into the events that it hashes.
    const copies = structuredClone(events)
    const [portable, fast, peer, floor] = await perSecond([
      each((event) => eventHash(event, { namespaces })),
      each((event) => eventHash(event, { namespaces }, node)),
      { times, run: () => copies.forEach((event) => epcis2.eventToHashedId(event, prefixes, false)) },
      each((event) => createHash('sha256').update(JSON.stringify(event)).digest('hex')),
    ])
    const [judged, bare, parsedJudged, parsed, xmlRead, xmlWritten] = await perSecond([
      whole('@dacsan/epcis', () => validateDocument(document, 'EPCISDocument').length === 0),
      whole('ajv', () => schema(document)),
      whole('@dacsan/epcis from text', () => {
        const read = readJson(json)
        return read.ok && validateDocument(read.value, 'EPCISDocument').length === 0
      }),
      whole('JSON.parse and ajv', () => schema(JSON.parse(json))),
      whole('@dacsan/epcis from XML', () => readXml(xml).ok),
      whole('@dacsan/epcis to XML', () => writeXml(document).length > 0),
    ])
    return [
      {
        what: 'Event Hash IDs, pure JavaScript',
        figure: portable,
        unit: 'events/s',
        baseline: { what: 'npm epcis2.js', figure: peer },
        better: 'more',
        goal: 5,
      },
      {
        what: 'Event Hash IDs with the digest of Node',
        figure: fast,
        unit: 'events/s',
        baseline: { what: 'JSON.stringify and SHA-256 of the same event', figure: floor },
        better: 'more',
      },
      {
        what: 'documents judged: schema, context and rules',
        figure: judged,
        unit: 'events/s',
        baseline: { what: 'bare ajv on the same schema', figure: bare },
        better: 'more',
        goal: 0.5,
      },
      {
        what: 'documents read from text and judged',
        figure: parsedJudged,
        unit: 'events/s',
        baseline: { what: 'JSON.parse and bare ajv', figure: parsed },
        better: 'more',
        goal: 0.5,
      },
      {
        what: 'events read from XML',
        figure: xmlRead,
        unit: 'events/s',
        baseline: { what: 'JSON.parse and bare ajv', figure: parsed },
        better: 'more',
      },
      {
        what: 'events written to XML',
        figure: xmlWritten,
        unit: 'events/s',
        baseline: { what: 'JSON.parse and bare ajv', figure: parsed },
        better: 'more',
      },
    ]
  },
} satisfies Benchmark
