import { hash } from 'node:crypto'
import {
  type Edge,
  emptyEdge,
  growEdge,
  leafHash,
  memoryStore,
  rootOfEdge,
  tiledConsistency,
  tiledInclusion,
  verifyInclusion,
} from '@dacsan/transparency-log'
import { issueCredential, verifyCredential } from '@dacsan/transparency-log/credential'
import { appendToLog } from '@dacsan/transparency-log/log'
import { signerOf } from '@dacsan/transparency-log/note'
import type { Benchmark, Measurement } from './benchmark.ts'
import { perSecond } from './rate.ts'

const batch = 1000
const treeSize = 100_000
const entries = Array.from({ length: batch }, (_, index) =>
  new TextEncoder().encode(`ni:///sha-256;${hash('sha256', String(index))}?ver=CBV2.0`),
)
const bareHash = 'bare SHA-256 (node:crypto)'

/** The log as it is used: batches of events, each signed for, its tiles and its checkpoint in a store. */
async function appending(): Promise<Measurement[]> {
  const origin = 'bench.example/log'
  const signer = await signerOf(origin, new Uint8Array(32))
  const store = memoryStore()
  let edge: Edge = emptyEdge
  const append = async () => {
    const outcome = await appendToLog(store, { origin, signer, edge, entries })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    edge = outcome.value.edge
  }
  const bare = () => entries.forEach((entry) => hash('sha256', entry, 'buffer'))
  const leaves = () => entries.forEach(leafHash)
  const [figure, baseline, ours] = await perSecond([
    { run: append, times: batch },
    { run: bare, times: batch },
    { run: leaves, times: batch },
  ])
  return [
    {
      what: `entries appended, ${batch} a checkpoint, with bundles, tiles and signature, in memory`,
      figure,
      unit: 'entries/s',
      baseline: { what: `${bareHash} of the same entries`, figure: baseline },
      better: 'more',
      goal: 0.2,
    },
    {
      what: 'leaf hashes by @noble/hashes, which also runs in a browser',
      figure: ours,
      unit: 'hashes/s',
      baseline: { what: bareHash, figure: baseline },
      better: 'more',
    },
  ]
}

async function proving(): Promise<Measurement[]> {
  const files = new Map<string, Uint8Array>()
  let edge: Edge = emptyEdge
  while (edge.size < treeSize) {
    const grown = growEdge(edge, entries)
    for (const { path, bytes } of grown.files) files.set(path, bytes)
    edge = grown.edge
  }
  const store = memoryStore(files)
  const root = rootOfEdge(edge)
  let turn = 0
  const next = () => (turn = (turn + 7919) % treeSize)
  const prove = async (leafIndex = next()) => {
    const proof = await tiledInclusion(store, leafIndex, treeSize)
    if (!proof.ok) throw new Error(proof.refusal.code)
    return proof.value
  }
  const known = await prove(4242)
  const claim = { leafIndex: 4242, treeSize, leafHash: leafHash(entries[4242 % batch]!), root, proof: known }
  if (!verifyInclusion(claim)) throw new Error('the proof does not hold')
  const node = new Uint8Array(65)
  const bareClimb = () => {
    for (let step = 0; step < known.length; step += 1) hash('sha256', node, 'buffer')
  }
  const often = (work: () => unknown) => () => {
    for (let count = 0; count < 100; count += 1) work()
  }
  const [made, consistent, verified, climbed] = await perSecond([
    { run: prove, times: 1 },
    { run: () => tiledConsistency(store, 1 + next(), treeSize), times: 1 },
    { run: often(() => verifyInclusion(claim)), times: 100 },
    { run: often(bareClimb), times: 100 },
  ])
  const baseline = { what: `the ${known.length} bare SHA-256 of one proof (node:crypto)`, figure: climbed }
  const of = `of ${treeSize.toLocaleString('en')} leaves`
  return [
    { what: `inclusion proofs ${of} verified`, figure: verified, unit: 'proofs/s', baseline, better: 'more', goal: 0.4 },
    { what: `inclusion proofs ${of} made from tiles`, figure: made, unit: 'proofs/s', baseline, better: 'more' },
    { what: `consistency proofs ${of} made from tiles`, figure: consistent, unit: 'proofs/s', baseline, better: 'more' },
  ]
}

async function credentials(): Promise<Measurement[]> {
  const issuer = 'did:web:ocop.example.vn'
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as {
    publicKey: CryptoKey
    privateKey: CryptoKey
  }
  const { kty, crv, x } = await crypto.subtle.exportKey('jwk', publicKey)
  const facts = { issuer, keys: [{ kty, crv, x, kid: 'k1' }], now: new Date('2026-11-23T00:00:00Z') }
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OcopCertificate'],
    issuer,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2029-01-01T00:00:00Z',
    credentialSubject: { id: 'https://id.example.vn/01/08938504170016', stars: 5 },
  }
  const issued = await issueCredential(credential, { kid: 'k1', privateKey })
  if (!issued.ok) throw new Error(issued.refusal.property)
  const message = new TextEncoder().encode(issued.value)
  const [both, bare] = await perSecond([
    {
      run: async () => {
        const jwt = await issueCredential(credential, { kid: 'k1', privateKey })
        const verified = jwt.ok && (await verifyCredential(jwt.value, facts))
        if (!verified || !verified.ok) throw new Error('the credential does not verify')
      },
      times: 1,
    },
    {
      run: async () => {
        const signature = await crypto.subtle.sign('Ed25519', privateKey, message)
        if (!(await crypto.subtle.verify('Ed25519', publicKey, signature, message))) throw new Error('the signature does not verify')
      },
      times: 1,
    },
  ])
  const baseline = { what: 'bare Ed25519 signed and verified (WebCrypto)', figure: bare }
  return [
    { what: 'credentials issued and verified (vc+jwt, EdDSA)', figure: both, unit: 'credentials/s', baseline, better: 'more', goal: 0.5 },
  ]
}

export default {
  summary: 'the transparency log and credentials beside the bare hashes and signatures that they are made of',
  async run() {
    return [...(await appending()), ...(await proving()), ...(await credentials())]
  },
} satisfies Benchmark
