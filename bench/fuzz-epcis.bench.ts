import { readFileSync } from 'node:fs'
import { type EpcisDocument, eventTypes, readJson, standardNamespaces } from '@dacsan/epcis'
import { documentHashes } from '@dacsan/epcis/hash'
import { answerQuery, parseQuery, parseQueryString, parseSchedule } from '@dacsan/epcis/query'
import { validateDocument, validateText, validateXml } from '@dacsan/epcis/validate'
import { readXml, writeXml } from '@dacsan/epcis/xml'
import type { Benchmark } from './benchmark.ts'
import { fuzz } from './fuzz.ts'

const vectors = new URL('../packages/epcis/vectors/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, vectors), 'utf8')

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

function readQuery(given: string): boolean {
  const parsed = parseQueryString(given)
  if (parsed.ok) answerQuery(parsed.value.query, captured.epcisBody.eventList, { namespaces: standardNamespaces })
  const read = readJson(given)
  if (!read.ok) return parsed.ok
  const query = parseQuery(read.value)
  if (query.ok) answerQuery(query.value, captured.epcisBody.eventList)
  parseSchedule(read.value)
  return parsed.ok || query.ok
}

function readJsonDocument(given: string): boolean {
  validateText(given, 'application/json', 'QueryDefinition')
  const read = readJson(given)
  if (!read.ok) return false
  documentHashes(read.value)
  if (validateDocument(read.value, 'EPCISDocument').length > 0) return false
  checkForms(read.value as EpcisDocument)
  return true
}

function readXmlDocument(given: string): boolean {
  const problems = validateXml(given, 'EPCISDocument')
  const read = readXml(given)
  if (!read.ok) {
    if (problems.length === 0) throw new Error('valid, and cannot be read')
    return false
  }
  documentHashes(read.value)
  if (problems.length > 0) return false
  const [problem] = validateDocument(read.value, 'EPCISDocument')
  if (problem) throw new Error(`valid as XML, not as JSON: ${problem.location} ${problem.message}`)
  return true
}

export default {
  summary: 'a million mutated documents and queries through every reader of @dacsan/epcis: no throw, none slow, JSON and XML agree',
  run: async () => [
    await fuzz({ what: 'queries', inputs: 600_000, from: starts.query, splinters: splinters.query, read: readQuery }),
    await fuzz({ what: 'JSON documents', inputs: 250_000, from: starts.json, splinters: splinters.json, read: readJsonDocument }),
    await fuzz({ what: 'XML documents', inputs: 150_000, from: starts.xml, splinters: splinters.xml, read: readXmlDocument }),
  ],
} satisfies Benchmark
