import { readFileSync } from 'node:fs'
import {
  canonicalDigitalLink,
  digitalLinkToEpc,
  epcToDigitalLink,
  formatElementString,
  formatFnc1,
  linkOfElements,
  parseCompanyPrefix,
  parseDigitalLink,
  parseElementString,
  parseGln,
  parseGtin,
  parseLot,
  parseScanData,
  parseSerial,
  parseSscc,
  readTraceCode,
} from '@dacsan/gs1'
import type { Benchmark } from './benchmark.ts'
import { fuzz } from './fuzz.ts'

const vectors = new URL('../packages/gs1/vectors/', import.meta.url)
function startingTexts(): string[] {
  const lines = readFileSync(new URL('digital-link.jsonl', vectors), 'utf8').trim().split('\n')
  const cases = lines.map((line) => JSON.parse(line) as { input: string })
  const epc = JSON.parse(readFileSync(new URL('epc.json', vectors), 'utf8')) as {
    pairs: { urn: string; digitalLink: string }[]
    invalid: string[]
  }
  const strings = cases.flatMap(({ input }) => {
    const read = parseElementString(input)
    return read.ok ? [formatFnc1(read.value), `]d2${formatFnc1(read.value).slice(1).replaceAll('^', '\u001d')}`] : []
  })
  const typed = [
    '893 850123456 8',
    '8938501234568',
    '00000000000000',
    'ooooooo-ooooooo',
    '0 0614141 123456789 0',
    ']E08938501234568',
    'DS-2611/A',
  ]
  return [
    ...cases.map(({ input }) => input),
    ...epc.pairs.flatMap(({ urn, digitalLink }) => [urn, digitalLink]),
    ...epc.invalid,
    ...strings,
    ...typed,
  ]
}

const splinters = [
  '/',
  '//',
  '?',
  '&',
  '=',
  '#',
  '%',
  '%00',
  '%2F',
  '%C3%B4',
  '%E1',
  '(',
  ')',
  '\\(',
  '^',
  '\u001d',
  '.',
  '*',
  ']d2',
  '01',
  '8030',
  '253',
  '\0',
  'ế',
  '😀',
  '\ud800',
  ' ',
  '+',
  '0',
  '9',
]

/** Every reader of the package; what one accepts must come back the same when it is written and read again. */
function readAll(text: string): boolean {
  for (const read of [parseGtin, parseGln, parseSscc, parseLot, parseSerial, parseCompanyPrefix, readTraceCode]) read(text)
  const link = parseDigitalLink(text)
  if (link.ok) {
    const canonical = canonicalDigitalLink(link.value)
    const again = parseDigitalLink(canonical)
    if (!again.ok || canonicalDigitalLink(again.value) !== canonical) throw new Error(`not the same link again: ${JSON.stringify(text)}`)
    for (const length of [6, 7, 12]) {
      const urn = digitalLinkToEpc(text, length)
      if (urn.ok && !epcToDigitalLink(urn.value).ok) throw new Error(`an EPC that is none: ${JSON.stringify([text, urn.value])}`)
    }
  }
  const strings = [parseElementString(text), parseScanData(text)]
  for (const elements of strings) {
    if (!elements.ok) continue
    linkOfElements(elements.value)
    for (const again of [parseElementString(formatElementString(elements.value)), parseScanData(formatFnc1(elements.value))])
      if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(elements.value))
        throw new Error(`not the same elements again: ${JSON.stringify(text)}`)
  }
  const meant = epcToDigitalLink(text)
  if (meant.ok && !parseDigitalLink(meant.value).ok) throw new Error(`an EPC that is not a link: ${JSON.stringify(text)}`)
  return [link, meant, ...strings].some(({ ok }) => ok)
}

export default {
  summary:
    'a million generated and mutated inputs through every reader of @dacsan/gs1: no throw, none slow, what is accepted comes back the same',
  run: async () => [await fuzz({ what: 'codes, links and scans', inputs: 1_000_000, from: startingTexts(), splinters, read: readAll })],
} satisfies Benchmark
