import { readFileSync } from 'node:fs'
import { type EpcisDocument, eventTypes, readJson, standardNamespaces } from '@dacsan/epcis'
import { documentHashes } from '@dacsan/epcis/hash'
import { answerQuery, parseQuery, parseQueryString, parseSchedule } from '@dacsan/epcis/query'
import { validateDocument, validateText, validateXml } from '@dacsan/epcis/validate'
import { readXml, writeXml } from '@dacsan/epcis/xml'
import type { Benchmark } from './benchmark.ts'

const vectors = new URL('../packages/epcis/vectors/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, vectors), 'utf8')
const inputs = { query: 600_000, json: 250_000, xml: 150_000 }
/** No input may take longer, on a machine that does other things too. */
const longestTime = 400
const seed = 20_261_125

/** mulberry32: small, fast, and the same inputs each time. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const captured = JSON.parse(text('query/capture.json')) as EpcisDocument
const asDocument = (event: EpcisDocument['epcisBody']['eventList'][number]): EpcisDocument => ({
  ...captured,
  epcisBody: { eventList: [event] },
})
const documents = captured.epcisBody.eventList.map(asDocument)
const { cases } = JSON.parse(text('query/cases.json')) as { cases: { query: object; queryString: string }[] }

const starts = {
  query: cases.flatMap(({ query, queryString }) => [queryString, JSON.stringify(query)]),
  json: documents.map((document) => JSON.stringify(document)),
  xml: documents.map((document) => writeXml(document)),
}
const splinters = {
  query: [
    'EQ_',
    'GE_',
    'LT_',
    'EXISTS_',
    'INNER_',
    'ILMD_',
    'MATCH_',
    'WD_',
    '_',
    ':',
    '|',
    '%7C',
    '&',
    '=',
    '%',
    '+',
    'ocop:',
    '{http://x/}',
    '*',
    '"',
    '[',
    '{',
    '-1',
    '1e400',
    'null',
    '__proto__',
  ],
  json: [
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\u0000',
    '\\ud800',
    'null',
    'true',
    '1e999',
    '-0',
    '"__proto__":1,',
    '"@context":',
    '"type":"ObjectEvent",',
    '"ilmd":{},',
    'ocop:',
    'urn:',
    '9'.repeat(30),
    '\u0000',
    '\ud800',
  ],
  xml: [
    '<',
    '>',
    '/>',
    '</',
    '&',
    '&amp;',
    '&x;',
    '&#0;',
    '&#xD800;',
    '"',
    '=',
    'xmlns:a="b" ',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?x ?>',
    '<!DOCTYPE a>',
    '<extension>',
    '<a:b xmlns:a="urn:a">',
    '\u0000',
    '\ud800',
    ' ',
  ],
} as const
type Kind = keyof typeof starts

function mutator(kind: Kind, next: () => number): () => string {
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!
  const changes: readonly ((text: string) => string)[] = [
    (given) => given,
    (given) => {
      const place = below(given.length + 1)
      return given.slice(0, place) + pick(splinters[kind]) + given.slice(place)
    },
    (given) => {
      const place = below(given.length + 1)
      return given.slice(0, place) + String.fromCharCode(below(128)) + given.slice(place + 1)
    },
    (given) => {
      const place = below(given.length + 1)
      return given.slice(0, place) + given.slice(place + below(12))
    },
    (given) => (next() < 0.3 ? given.slice(0, below(given.length + 1)) : given),
    // A piece of another one, as a careless hand pastes it.
    (given) => {
      const other = pick(starts[kind])
      const from = below(other.length)
      const place = below(given.length + 1)
      return given.slice(0, place) + other.slice(from, from + below(80)) + given.slice(place)
    },
    (given) => (next() < 0.002 ? given + pick(splinters[kind]).repeat(1 + below(2000)) : given),
  ]
  return () => {
    let given = pick(starts[kind])
    for (let count = below(4); count >= 0; count -= 1) given = pick(changes)(given)
    return given
  }
}

const sameHashes = (left: unknown, right: unknown) => JSON.stringify(documentHashes(left)) === JSON.stringify(documentHashes(right))

const xmlName = /^(?:@context|@?[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)$/
const noXmlText = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** XML cannot have every name and every character that JSON has. */
function canBeXml(value: unknown): boolean {
  if (typeof value === 'string') return !noXmlText.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(canBeXml)
  return Object.entries(value).every(([name, each]) => xmlName.test(name) && canBeXml(each))
}

const hasStandardTypes = (document: EpcisDocument) => document.epcisBody.eventList.every(({ type }) => eventTypes.includes(type))

/** What a valid document says in JSON it says in XML too. */
function checkForms(document: EpcisDocument): void {
  const written = writeXml(document)
  const [problem] = validateXml(written, 'EPCISDocument')
  if (problem) throw new Error(`valid as JSON, not as XML: ${problem.location} ${problem.message}`)
  const again = readXml(written)
  if (!again.ok || (canBeXml(document) && hasStandardTypes(document) && !sameHashes(document, again.value)))
    throw new Error('another event once it is XML')
}

const readers: Readonly<Record<Kind, (text: string) => void>> = {
  query(given) {
    const parsed = parseQueryString(given)
    if (parsed.ok) answerQuery(parsed.value.query, captured.epcisBody.eventList, { namespaces: standardNamespaces })
    const read = readJson(given)
    if (!read.ok) return
    const query = parseQuery(read.value)
    if (query.ok) answerQuery(query.value, captured.epcisBody.eventList)
    parseSchedule(read.value)
  },
  json(given) {
    validateText(given, 'application/json', 'QueryDefinition')
    const read = readJson(given)
    if (!read.ok) return
    documentHashes(read.value)
    if (validateDocument(read.value, 'EPCISDocument').length === 0) checkForms(read.value as EpcisDocument)
  },
  xml(given) {
    const problems = validateXml(given, 'EPCISDocument')
    const read = readXml(given)
    if (!read.ok) {
      if (problems.length === 0) throw new Error('valid, and cannot be read')
      return
    }
    documentHashes(read.value)
    if (problems.length > 0) return
    const [problem] = validateDocument(read.value, 'EPCISDocument')
    if (problem) throw new Error(`valid as XML, not as JSON: ${problem.location} ${problem.message}`)
  },
}

/** Goes through the same inputs and gives how many a second. */
function run(chosen: Readonly<Record<Kind, (text: string) => void>>): number {
  const begun = performance.now()
  let total = 0
  for (const kind of ['query', 'json', 'xml'] as const) {
    const next = mutator(kind, random(seed))
    for (let count = 0; count < inputs[kind]; count += 1) {
      const given = next()
      let took = 0
      // What else the machine does may fall into one reading, not into three.
      for (let tries = 0; tries === 0 || (took > longestTime && tries < 3); tries += 1) {
        const before = performance.now()
        try {
          chosen[kind](given)
        } catch (error) {
          throw new Error(`${kind} input ${count} is not borne: ${JSON.stringify(given.slice(0, 3000))}`, { cause: error })
        }
        took = performance.now() - before
      }
      if (took > longestTime) throw new Error(`${kind} input ${count} took ${Math.round(took)} ms: ${JSON.stringify(given.slice(0, 300))}`)
      total += 1
    }
  }
  return total / ((performance.now() - begun) / 1000)
}

const nothing = () => {}

export default {
  summary: 'a million mutated documents and queries through every reader of @dacsan/epcis: no throw, none slow, JSON and XML agree',
  async run() {
    const figure = run(readers)
    return [
      {
        what: '1,000,000 inputs borne by every reader',
        figure,
        unit: 'inputs/s',
        baseline: { what: 'the same inputs made and not read', figure: run({ query: nothing, json: nothing, xml: nothing }) },
        better: 'more',
      },
    ]
  },
} satisfies Benchmark
