import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import {
  parseTilePath,
  readBundle,
  tilePath,
  verifyConsistency,
  verifyInclusion,
  verifySubtreeConsistency,
  verifySubtreeInclusion,
} from '@dacsan/transparency-log'
import { canonicalJson } from '@dacsan/transparency-log/canonical-json'
import { readCredential, readDateTime, verifyCredential } from '@dacsan/transparency-log/credential'
import {
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyNote,
} from '@dacsan/transparency-log/note'
import { checkStatus } from '@dacsan/transparency-log/status-list'
import { formatLogProof, parseLogProof } from '@dacsan/transparency-log/tlog-proof'
import type { Benchmark, Measurement } from './benchmark.ts'
import { fuzz } from './fuzz.ts'
import type { Fuzzed } from './fuzz.ts'

const vectors = new URL('../packages/transparency-log/vectors/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, vectors), 'utf8')

const splinters = [
  '\n',
  '\n\n',
  '— ',
  ' ',
  '+',
  '=',
  '.',
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\u',
  '\\ud800',
  '\ud800',
  '-',
  '0',
  '9',
  '1e999',
  'null',
  'A',
  '/',
  '\0',
  'ế',
  '😀',
  'u',
  'H4sI',
]

const { cases: notes, verifierKey } = JSON.parse(read('checkpoints.json')) as { cases: { note: string }[]; verifierKey: string }
const known = parseVerifierKey(verifierKey)
const {
  jwks,
  issuer,
  cases: jwts,
  now,
} = JSON.parse(read('vc-jwt.json')) as {
  jwks: { keys: { kid: string }[] }
  issuer: string
  cases: { jwt: string }[]
  now: string
}
const proofs = read('merkle-proofs.jsonl').trim().split('\n')
const lists = [new Uint8Array(16_384), new Uint8Array(16_384).fill(0xa5), new Uint8Array(20)].map(
  (bits) => `u${gzipSync(bits).toString('base64url')}`,
)

function same(text: string, written: string): true {
  if (text !== written) throw new Error('accepted, and written another way')
  return true
}

function readNote(text: string): boolean {
  const note = parseNote(text)
  const checkpoint = parseCheckpoint(note.ok ? note.value.text : text)
  if (checkpoint.ok) same(note.ok ? note.value.text : text, formatCheckpoint(checkpoint.value))
  return note.ok && same(text, formatNote(note.value))
}

function readKey(text: string): boolean {
  const key = parseVerifierKey(text)
  if (!key.ok) return false
  return same(text.toLowerCase(), formatVerifierKey(key.value.name, key.value.type, key.value.publicKey).toLowerCase())
}

function readProof(text: string): boolean {
  const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?(?:e\d+)?/g)].map(Number)
  const hashes = [...text.matchAll(/[A-Za-z0-9+/]{43}=/g)].map(([hash]) => Uint8Array.fromBase64(hash.slice(0, 42) + 'A='))
  const [one = 0, two = 0, three = 0] = numbers.slice(-3)
  const [root = new Uint8Array(), other = new Uint8Array(3), ...proof] = hashes
  const verdicts = [
    verifyInclusion({ leafIndex: one, treeSize: two, leafHash: other, root, proof }),
    verifyConsistency({ size1: one, size2: two, root1: root, root2: other, proof }),
    verifySubtreeInclusion({ leafIndex: one, start: two, end: three, leafHash: other, root, proof }),
    verifySubtreeConsistency({ start: one, end: two, size: three, subtreeRoot: root, root: other, proof }),
  ]
  return verdicts.includes(true)
}

function readProofFile(text: string): boolean {
  const proof = parseLogProof(text)
  return proof.ok && same(text, formatLogProof(proof.value))
}

function readPath(text: string): boolean {
  const tile = parseTilePath(text)
  readBundle(new TextEncoder().encode(text))
  return tile.ok && same(text, tilePath(tile.value))
}

function readJson(text: string): boolean {
  const written = canonicalJson(text)
  if (!written.ok) return false
  const again = canonicalJson(written.value)
  readCredential(JSON.parse(text))
  return again.ok && same(written.value, again.value)
}

/** No change may leave a signed credential valid. */
async function readJwt(text: string): Promise<boolean> {
  const verified = await verifyCredential(text, facts)
  if (verified.ok && !jwts.some(({ jwt }) => jwt === text)) throw new Error('accepted, and signed by nobody')
  return verified.ok
}

const facts = { issuer, keys: jwks.keys, now: readDateTime(now)! }
const targets: readonly Omit<Fuzzed, 'splinters'>[] = [
  { what: 'notes and checkpoints', inputs: 400_000, from: notes.map(({ note }) => note), read: readNote },
  {
    what: 'verifier keys',
    inputs: 200_000,
    from: [verifierKey, 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'],
    read: readKey,
  },
  { what: 'proofs', inputs: 200_000, from: proofs, read: readProof },
  {
    what: 'proof files',
    inputs: 100_000,
    from: notes.map(({ note }, index) =>
      formatLogProof({
        index,
        proof: [new Uint8Array(32), new Uint8Array(32).fill(index)],
        checkpoint: note,
        extra: Uint8Array.of(1, index),
      }),
    ),
    read: readProofFile,
  },
  {
    what: 'tile paths and bundles',
    inputs: 200_000,
    from: ['tile/0/x001/x234/067', 'tile/entries/000.p/112', 'tile/63/999.p/1'],
    read: readPath,
  },
  {
    what: 'JSON texts',
    inputs: 400_000,
    from: [read('jcs/arrays.in.json'), read('jcs/french.in.json'), ...proofs.slice(0, 9), '{"a":{"b":["c",1e2,-0,"\\u00e9"]}}'],
    read: readJson,
  },
  {
    what: 'signed notes, verified',
    inputs: 20_000,
    from: notes.map(({ note }) => note),
    read: async (text) => (await verifyNote(text, known.ok ? [known.value] : [])).ok,
  },
  { what: 'status lists', inputs: 50_000, from: lists, read: async (text) => (await checkStatus(text, text.length)).ok },
  { what: 'credentials', inputs: 50_000, from: jwts.map(({ jwt }) => jwt), read: readJwt },
]

export default {
  summary:
    'a million and a half of mutated inputs through every reader of @dacsan/transparency-log: no throw, none slow, what is accepted comes back the same',
  async run() {
    const measurements: Measurement[] = []
    for (const target of targets) measurements.push(await fuzz({ ...target, splinters }))
    return measurements
  },
} satisfies Benchmark
