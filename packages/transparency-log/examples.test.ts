import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as asking from './add-checkpoint.ts'
import * as canonical from './canonical-json.ts'
import * as credentials from './credential.ts'
import * as tree from './index.ts'
import * as logs from './log.ts'
import * as notes from './note.ts'
import * as statuses from './status-list.ts'
import * as proofs from './tlog-proof.ts'
import * as witnesses from './witness.ts'

// What the examples in the comments may use beside the package itself.
const issuer = 'did:web:ocop.example.vn'
const id = 'https://ocop.example.vn/status/1'
const { privateKey } = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as { privateKey: CryptoKey }
const world: Record<string, unknown> = {
  ...tree,
  ...notes,
  ...logs,
  ...proofs,
  ...witnesses,
  ...asking,
  ...canonical,
  ...statuses,
  ...credentials,
  bytes: (text: string) => new TextEncoder().encode(text),
  signer: await notes.signerOf('ai.example', new Uint8Array(32)),
  privateKey,
  list: { id, issuer },
  whole: {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: 'VerifiableCredential',
    issuer,
    credentialSubject: { stars: 5 },
  },
  credential: { issuer, credentialStatus: credentials.statusEntry(id, 42) },
}

const AsyncFunction = (async () => {}).constructor as new (...source: string[]) => (...values: unknown[]) => Promise<unknown>
const evaluate = (expression: string) => new AsyncFunction(...Object.keys(world), `return ${expression}`)(...Object.values(world))

const folder = new URL('.', import.meta.url)
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const examples = sources.flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('/**')
    .slice(1)
    .map((part) => part.split('*/')[0]!.replaceAll(/\n \* ?/g, '\n'))
    .flatMap((comment) => comment.split('@example').slice(1))
    .map((example) => ({ file, example: example.trim() })),
)

describe('the examples in the comments', () => {
  test('the comments have more than forty examples', () => expect(examples.length).toBeGreaterThan(40))

  test.each(examples)('the example in $file holds: $example', async ({ example }) => {
    const [expression = '', value = ''] = example.split(/\s\/\/ /)
    expect(await evaluate(expression)).toEqual(await evaluate(value))
  })
})

test('every function that the package exports has an example', () => {
  const shown = examples.map(({ example }) => example).join('\n')
  const functions = [tree, notes, logs, proofs, witnesses, asking, canonical, statuses, credentials].flatMap((door) =>
    Object.entries(door).filter(([, value]) => typeof value === 'function'),
  )
  expect(functions.map(([name]) => name).filter((name) => !shown.includes(`${name}(`))).toEqual([])
})

test('the first example of the README runs', async () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8')
  const code = /```ts\n(?<code>[^`]*)```/.exec(readme)?.groups?.['code'] ?? ''
  const lines = code.split('\n').filter((line) => !line.startsWith('import ') && line !== '')
  const [last = ''] = lines.splice(-1)
  expect(last).toMatch(/ \/\/ true$/)
  const secret = new Uint8Array(32)
  const entries = ['a', 'b', 'c'].map((text) => new TextEncoder().encode(text))
  const values = { ...world, secret, entries }
  expect(await new AsyncFunction(...Object.keys(values), `{ ${lines.join('\n')}\nreturn ${last}\n}`)(...Object.values(values))).toBe(true)
})
