import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { credentialKeyOf, issueCredential, statusEntry, statusListCredential } from '@dacsan/transparency-log/credential'
import type { Credential } from '@dacsan/transparency-log/credential'
import { emptyStatusList, withStatus } from '@dacsan/transparency-log/status-list'
import { describe, expect, test } from 'vitest'
import { operations } from './ops.ts'

const vectors = new URL('../../../packages/transparency-log/vectors/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, vectors), 'utf8')
const json = <T>(path: string) => JSON.parse(read(path)) as T
const ask = async (op: string, input: unknown) => {
  const outcome = await operations[op]!(input)
  return outcome.ok ? outcome.value : outcome.refusal
}

type Proof = { id: string; wantErr?: boolean; proof: string[] | null }
const trees = json<{ inclusion: Proof[]; consistency: Proof[] }>('merkle-trees.json')
const proofs = [
  ...read('merkle-proofs.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Proof),
  ...trees.inclusion.map((proof) => ({ ...proof, id: 'inclusion/tree' })),
  ...trees.consistency.map((proof) => ({ ...proof, id: 'consistency/tree' })),
].filter(({ id }) => Object.hasOwn(operations, `merkle.${id.split('/')[0]}`))

test.each(proofs)('the merkle operation for $id gives the published verdict', async ({ id, wantErr = false, ...input }) => {
  expect(await ask(`merkle.${id.split('/')[0]}`, input)).toEqual({ valid: !wantErr })
})

test('the merkle operations answer wrong base64, indexes and proofs with "not valid" and never crash', async () => {
  const claim = { leafIdx: 0, treeSize: 1, root: '%', leafHash: '%', proof: ['%'] }
  for (const changed of [
    {},
    { proof: [] },
    { proof: null },
    { proof: undefined },
    { leafIdx: -1 },
    { treeSize: 1e300 },
    { leafIdx: 0.5 },
  ]) {
    expect(await ask('merkle.inclusion', { ...claim, ...changed })).toEqual({ valid: false })
  }
  expect(await ask('merkle.consistency', { size1: 0, size2: 0, root1: '', root2: '', proof: [] })).toEqual({ valid: false })
  expect(await ask('merkle.inclusion', { ...claim, leafIdx: '0' })).toMatchObject({ code: 'bad-input' })
})

describe('note.verify', () => {
  const { cases, verifierKey: vkey } = json<{ verifierKey: string; cases: { id: string; note: string; valid: boolean }[] }>(
    'checkpoints.json',
  )

  test.each(cases)('note.verify gives the published verdict for the checkpoint $id', async ({ note, valid }) => {
    const [origin, size, root] = note.split('\n')
    const told = valid ? { origin, size: Number(size), root } : { origin: null, size: null, root: null }
    expect(await ask('note.verify', { note, vkey })).toEqual({ valid, ...told })
  })

  test('note.verify answers a malformed note with "not valid", and refuses a malformed key', async () => {
    expect(await ask('note.verify', { note: 'a\n\n', vkey })).toMatchObject({ valid: false })
    expect(await ask('note.verify', { note: '', vkey: 'a+b+c' })).toEqual({ code: 'bad-verifier-key', part: 'form' })
  })
})

describe('vc.verify', () => {
  type Vectors = { now: string; issuer: string; jwks: unknown; cases: { id: string; jwt: string; valid: boolean }[] }
  const { now, issuer, jwks, cases } = json<Vectors>('vc-jwt.json')

  test.each(cases)('vc.verify gives the published verdict for the credential $id', async ({ id, jwt, valid }) => {
    const reasons: Record<string, string> = { bad_expired: 'expired', bad_not_yet: 'not-yet-valid' }
    expect(await ask('vc.verify', { jwt, jwks, issuer, now })).toEqual({ valid, reason: reasons[id] ?? '' })
  })

  test('vc.verify refuses malformed dates and key sets, and ignores malformed keys', async () => {
    const [{ jwt } = { jwt: '' }] = cases
    expect(await ask('vc.verify', { jwt, jwks, issuer, now: '2026' })).toEqual({ code: 'bad-date', now: '2026' })
    expect(await ask('vc.verify', { jwt, jwks: {}, issuer, now })).toMatchObject({ code: 'bad-input' })
    expect(await ask('vc.verify', { jwt, jwks: { keys: [{}, [], { kid: 7 }] }, issuer, now })).toEqual({
      valid: false,
      reason: 'unknown-key',
    })
  })
})

test.each(['arrays', 'french'])('the jcs operation gives the published form of %s', async (name) => {
  expect(await ask('jcs', { text: read(`jcs/${name}.in.json`) })).toEqual({ text: read(`jcs/${name}.out.json`) })
})

test('the jcs operation refuses infinite numbers and repeated keys', async () => {
  expect(await ask('jcs', { text: '1e999' })).toEqual({ code: 'number-too-large', at: 0 })
  expect(await ask('jcs', { text: '{"a":1,"a":1}' })).toEqual({ code: 'repeated-key', at: 7 })
})

test('status.check gives the bit at the index, which may be a text', async () => {
  const bits = new Uint8Array(16_384)
  bits[5] = 0b0010_0000
  const encodedList = `u${gzipSync(bits).toString('base64url')}`
  expect(await ask('status.check', { encodedList, index: 42 })).toEqual({ value: 1 })
  expect(await ask('status.check', { encodedList, index: '42' })).toEqual({ value: 1 })
  expect(await ask('status.check', { encodedList, index: 43 })).toEqual({ value: 0 })
  expect(await ask('status.check', { encodedList, index: 131_072 })).toEqual({ code: 'no-such-status' })
  expect(await ask('status.check', { encodedList: 'u', index: 0 })).toEqual({ code: 'malformed-status-list' })
})

describe('certificate.verify', async () => {
  const issuer = 'did:web:ocop.example.vn'
  const id = 'https://ocop.example.vn/status-lists/1'
  const signer = async (byte: number) => credentialKeyOf(new Uint8Array(32).fill(byte))
  const own = await signer(1)
  const jwks = { keys: [{ ...own.publicKey, kid: `${issuer}#k1` }] }
  const sign = async (credential: Credential, { privateKey } = own) => {
    const issued = await issueCredential(credential, { kid: `${issuer}#k1`, privateKey })
    if (!issued.ok) throw new Error(issued.refusal.property)
    return issued.value
  }
  const certificate: Credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OcopCertificate'],
    issuer,
    validFrom: '2026-01-01T00:00:00+07:00',
    validUntil: '2029-01-01T00:00:00+07:00',
    credentialSubject: { stars: 4 },
    credentialStatus: [statusEntry(id, 6), statusEntry(id, 7, 'refresh')],
  }
  const listWith = async (...set: number[]) => {
    const bits = set.reduce((list, at) => withStatus(list, at, 1), emptyStatusList())
    const days = { validFrom: '2026-11-23T00:00:00Z', validUntil: '2026-11-24T00:00:00Z' }
    return statusListCredential({ id, issuer, bits, purpose: ['revocation', 'refresh'], ...days })
  }
  const now = '2026-11-23T12:00:00Z'
  const jwt = await sign(certificate)
  const verdict = async (changed: object) =>
    ask('certificate.verify', { jwt, jwks, statusList: await sign(await listWith()), now, ...changed })

  test('certificate.verify says valid, or by what it is not, for each way in which a certificate ends', async () => {
    expect(await verdict({})).toEqual({ valid: true, reason: '' })
    expect(await verdict({ statusList: null })).toEqual({ valid: true, reason: '' })
    const cases: [object, string][] = [
      [{ statusList: await sign(await listWith(6)) }, 'revoked'],
      [{ statusList: await sign(await listWith(7)) }, 'superseded'],
      [{ statusList: await sign(await listWith(6, 7)) }, 'revoked'],
      [{ now: '2029-01-01T00:00:00+07:00' }, 'expired'],
      [{ now: '2025-12-31T23:59:59+07:00' }, 'not-yet-valid'],
      // A list of yesterday does not say what is against it today.
      [{ now: '2026-11-24T00:00:00Z' }, 'status-list-expired'],
      [{ jwt: await sign(certificate, await signer(2)) }, 'wrong-signature'],
      [{ statusList: await sign(await listWith(), await signer(2)) }, 'status-list-wrong-signature'],
      [{ statusList: await sign({ ...(await listWith()), id: `${id}0` }) }, 'another-status-list'],
      [{ statusList: jwt }, 'not-a-status-list'],
      [{ statusList: 'x' }, 'status-list-malformed-jwt'],
      [{ jwks: { keys: [] } }, 'unknown-key'],
      [{ jwt: jwt.slice(1) }, 'malformed-jwt'],
    ]
    for (const [changed, reason] of cases) expect([reason, await verdict(changed)]).toEqual([reason, { valid: false, reason }])
    expect(await verdict({ now: '2026' })).toEqual({ code: 'bad-date', now: '2026' })
  })

  test('certificate.verify gives the published verdict for the credentials of the vectors', async () => {
    type Vectors = { now: string; jwks: unknown; cases: { id: string; jwt: string; valid: boolean }[] }
    const vectors = json<Vectors>('vc-jwt.json')
    for (const { id: name, jwt: token, valid } of vectors.cases)
      expect([name, await ask('certificate.verify', { jwt: token, jwks: vectors.jwks, now: vectors.now })]).toEqual([
        name,
        { valid, reason: { bad_expired: 'expired', bad_not_yet: 'not-yet-valid' }[name] ?? '' },
      ])
  })
})
