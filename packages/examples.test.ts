// Each `@example` in the comments of the packages is run: `expression // value`, the expression over several lines where it has statements before it.
import { globSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readHolidays, unitMap } from './vietnam/index.ts'
import type { HolidayFacts, UnitRow } from './vietnam/index.ts'
import * as log from './transparency-log/index.ts'
import * as logs from './transparency-log/log.ts'
import * as notes from './transparency-log/note.ts'
import { statusEntry } from './transparency-log/credential.ts'
import { aCertificate, aDecision, aLabel, aPaperList, aLeaflet, aSlip, anAddressLabel } from './papers/fixtures.ts'
import { bands, set01 } from './scorecard/fixtures.ts'

type Values = Readonly<Record<string, unknown>>
const here = new URL('.', import.meta.url)

const facts = JSON.parse(readFileSync(new URL('../data/calendar/holidays.json', here), 'utf8')) as HolidayFacts
const [columns = [], ...cells] = readFileSync(new URL('../data/provinces/vinh-long/units.csv', here), 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split(','))
const rows = cells.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]]))) as UnitRow[]
const issuer = 'did:web:ocop.example.vn'
const statusList = 'https://ocop.example.vn/status/1'
const { privateKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as { privateKey: CryptoKey }
const createdAt = new Date('2026-11-23T01:00:00Z')
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (binary: Uint8Array) => new TextDecoder('latin1').decode(binary)

/** What the examples of a package may use beside the package itself. */
const beside: Readonly<Record<string, Values>> = {
  papers: {
    certificate: aCertificate(),
    decision: aDecision(),
    label: aLabel(),
    slip: aSlip(),
    leaflet: aLeaflet(),
    addressLabel: anAddressLabel(),
    paperList: aPaperList(),
    createdAt,
    bytes,
    text,
  },
  scorecard: { set: set01, bands },
  'transparency-log': {
    bytes,
    signer: await notes.signerOf('ai.example', new Uint8Array(32)),
    privateKey,
    list: { id: statusList, issuer },
    whole: {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'VerifiableCredential',
      issuer,
      credentialSubject: { stars: 5 },
    },
    credential: { issuer, credentialStatus: statusEntry(statusList, 42) },
  },
  vietnam: { facts, holidays: readHolidays(facts), rows, units: unitMap(rows, '2025-07-01') },
}

const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<unknown>
const run = (body: string, world: Values) => new AsyncFunction(...Object.keys(world), body)(...Object.values(world))

const packages = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(packages.map(({ name }) => name))('%s', async (name) => {
  const folder = new URL(`${name}/`, here)
  const load = async (file: string) => (await import(new URL(file, folder).href)) as Values
  const sources = globSync('**/*.ts', { cwd: folder }).filter(
    (file) => !/(?:\.test|\.d)\.ts$|(?:^|\/)(?:test-|fixtures|node_modules)/.test(file),
  )
  const inside = await Promise.all(sources.map(load))
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { exports: Record<string, string> }
  const doors = await Promise.all(
    Object.values(exports)
      .filter((door) => door.endsWith('.ts'))
      .map(load),
  )
  const world: Values = { ...Object.assign({}, ...inside, ...doors), ...beside[name] }
  const examples = sources.flatMap((file) =>
    examplesIn(readFileSync(new URL(file, folder), 'utf8')).map((example) => [file, example] as const),
  )

  test('every function that the package exports has an example', () => {
    const functions = doors.flatMap((door) => Object.entries(door)).filter(([, value]) => typeof value === 'function')
    const shown = examples.map(([, example]) => example).join('\n')
    expect(functions.map(([exported]) => exported).filter((exported) => !new RegExp(`\\b${exported}\\(`).test(shown))).toEqual([])
  })

  test.each(examples)('the example of %s holds: %s', async (_file, example) => {
    const [, code = '', value = ''] = /^([\s\S]*?)\s*(?<!:)\/\/ ([\s\S]*)$/.exec(example) ?? []
    const lines = code.split('\n')
    const last = lines.findLastIndex((line, at) => at === 0 || !/^[\s)\]}]/.test(line))
    const ending = lines
      .slice(last)
      .join('\n')
      .replace(/^(if \(.*?\) )?/, '$1return ')
    const body = [...lines.slice(0, last), ending].join('\n')
    expect(await run(body, world)).toEqual(await run(`return (${value.replaceAll('\n// ', '\n')})`, world))
  })
})

/** Each example of a source, up to the next tag or the end of the comment, without the stars in front. */
function examplesIn(source: string): string[] {
  return source
    .split('/**')
    .slice(1)
    .map((comment) => comment.split('*/', 1)[0]!.replaceAll(/\n[ \t]*\* ?/g, '\n'))
    .flatMap((comment) => comment.split(/@example\s/).slice(1))
    .map((example) => example.split('\n@', 1)[0]!.trim())
}

test('the first example of the README of the log runs', async () => {
  const readme = readFileSync(new URL('transparency-log/README.md', here), 'utf8')
  const code = /```ts\n(?<code>[^`]*)```/.exec(readme)?.groups?.['code'] ?? ''
  const lines = code.split('\n').filter((line) => !line.startsWith('import ') && line !== '')
  const [last = ''] = lines.splice(-1)
  expect(last).toMatch(/ \/\/ true$/)
  const entries = ['a', 'b', 'c'].map(bytes)
  const world = { ...log, ...logs, ...notes, ...beside['transparency-log'], secret: new Uint8Array(32), entries }
  expect(await run(`{ ${lines.join('\n')}\nreturn ${last}\n}`, world)).toBe(true)
})
