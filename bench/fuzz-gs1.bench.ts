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

const vectors = new URL('../packages/gs1/vectors/', import.meta.url)
const inputs = 1_000_000
/** No input may take longer, on a machine that does other things too: what grows with the square of its length would. */
const longestTime = 400
const seed = 20_261_123

/** mulberry32: small, fast, and the same inputs each time. */
function random(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

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

function mutator(texts: readonly string[], next: () => number): () => string {
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!
  const changes: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.slice(0, below(text.length + 1)) + pick(splinters) + text.slice(below(text.length + 1)),
    (text) => {
      const place = below(text.length + 1)
      return text.slice(0, place) + String.fromCharCode(below(128)) + text.slice(place + 1)
    },
    (text) => text.slice(0, below(text.length + 1)),
    (text) => text.slice(0, below(text.length + 1)) + pick(texts).slice(below(60)),
    (text) => text + text.slice(below(text.length + 1)),
    () => Array.from({ length: below(40) }, () => String.fromCharCode(next() < 0.9 ? below(128) : below(65_536))).join(''),
    // Rarely something long, of one piece many times over.
    (text) => (next() < 0.002 ? text + (pick(splinters) + text.slice(-30)).repeat(1 + below(400)) : text + pick(splinters)),
  ]
  return () => {
    let text = pick(texts)
    for (let count = below(4); count >= 0; count -= 1) text = pick(changes)(text)
    return text
  }
}

/** Every reader of the package; what one accepts must come back the same when it is written and read again. */
function readAll(text: string): void {
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
  for (const parse of [parseElementString, parseScanData]) {
    const elements = parse(text)
    if (!elements.ok) continue
    linkOfElements(elements.value)
    for (const again of [parseElementString(formatElementString(elements.value)), parseScanData(formatFnc1(elements.value))])
      if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(elements.value))
        throw new Error(`not the same elements again: ${JSON.stringify(text)}`)
  }
  const meant = epcToDigitalLink(text)
  if (meant.ok && !parseDigitalLink(meant.value).ok) throw new Error(`an EPC that is no link: ${JSON.stringify(text)}`)
}

/** Goes through the same inputs and gives how many a second. */
function run(read: (text: string) => void): number {
  const next = mutator(startingTexts(), random(seed))
  const begun = performance.now()
  for (let count = 0; count < inputs; count += 1) {
    const text = next()
    const before = performance.now()
    try {
      read(text)
    } catch (error) {
      throw new Error(`input ${count} is not borne: ${JSON.stringify(text.slice(0, 300))}`, { cause: error })
    }
    const took = performance.now() - before
    if (took > longestTime) throw new Error(`input ${count} took ${Math.round(took)} ms: ${JSON.stringify(text.slice(0, 300))}`)
  }
  return inputs / ((performance.now() - begun) / 1000)
}

export default {
  summary:
    'a million generated and mutated inputs through every reader of @dacsan/gs1: no throw, none slow, what is accepted comes back the same',
  async run() {
    const figure = run(readAll)
    return [
      {
        what: `${inputs.toLocaleString('en')} inputs borne by every reader`,
        figure,
        unit: 'inputs/s',
        baseline: { what: 'the same inputs made and not read', figure: run(() => {}) },
        better: 'more',
      },
    ]
  },
} satisfies Benchmark
