import { readFileSync } from 'node:fs'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { GenerateKeyPairResult, JWK } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  credentialStatus,
  issueCredential,
  readCredential,
  readDateTime,
  statusEntry,
  statusListCredential,
  verifyCredential,
} from './credential.ts'
import type { Credential } from './credential.ts'
import { emptyStatusList, withStatus } from './status-list.ts'

type Vectors = { now: string; issuer: string; jwks: { keys: JWK[] }; cases: { id: string; jwt: string; valid: boolean; why: string }[] }
const vectors = JSON.parse(readFileSync(new URL('vectors/vc-jwt.json', import.meta.url), 'utf8')) as Vectors
const facts = { issuer: vectors.issuer, keys: vectors.jwks.keys, now: new Date(vectors.now) }

const codeOf = async (jwt: string, changed: Partial<typeof facts> = {}) => {
  const outcome = await verifyCredential(jwt, { ...facts, ...changed })
  return outcome.ok ? 'valid' : outcome.refusal.code
}

describe('the credentials of the vectors', () => {
  test('the credentials of the vectors are complete', () => expect(vectors.cases).toHaveLength(5))

  test.each(vectors.cases)(
    'the credential $id of the vectors has the published verdict: valid or the reason against it',
    async ({ id, jwt, valid }) => {
      const expected = { bad_expired: 'expired', bad_not_yet: 'not-yet-valid' }[id]
      expect(await codeOf(jwt)).toBe(valid ? 'valid' : expected)
    },
  )

  test('a credential is valid from its first second until before its last', async () => {
    const { jwt } = vectors.cases[0]!
    expect(await codeOf(jwt, { now: new Date('2026-01-01T00:00:00Z') })).toBe('valid')
    expect(await codeOf(jwt, { now: new Date('2025-12-31T23:59:59.999Z') })).toBe('not-yet-valid')
    expect(await codeOf(jwt, { now: new Date('2028-12-31T23:59:59.999Z') })).toBe('valid')
    expect(await codeOf(jwt, { now: new Date('2029-01-01T00:00:00Z') })).toBe('expired')
  })

  test('a credential does not verify with any character changed', async () => {
    const { jwt } = vectors.cases[0]!
    const other = (character: string) => (character === 'A' ? 'B' : 'A')
    for (let at = 0; at < jwt.length; at += 7) {
      expect(await codeOf(jwt.slice(0, at) + other(jwt[at]!) + jwt.slice(at + 1))).not.toBe('valid')
    }
    // The last of 86 characters holds four bits that belong to no byte.
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.indexOf(jwt.at(-1)!)
    const twin = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[last ^ 1]!
    expect(await codeOf(jwt.slice(0, -1) + twin)).toBe('malformed-jwt')
  })
})

const issuer = 'did:web:ocop.example.vn'
const now = new Date('2026-11-23T00:00:00Z')
const certificate: Credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://ocop.example.vn/vc/1',
  type: ['VerifiableCredential', 'OcopCertificate'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2029-01-01T00:00:00+07:00',
  credentialSubject: { id: 'https://id.example.vn/01/08938504170016', stars: 5 },
}
let ed25519: GenerateKeyPairResult
let p256: GenerateKeyPairResult
let keys: JWK[]
beforeAll(async () => {
  ed25519 = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  p256 = await generateKeyPair('ES256', { extractable: true })
  keys = [
    { ...(await exportJWK(ed25519.publicKey)), kid: `${issuer}#k1` },
    { ...(await exportJWK(p256.publicKey)), kid: `${issuer}#k2` },
  ]
})

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const part = (value: unknown) => bytes(value).toBase64({ alphabet: 'base64url', omitPadding: true })
const header = { alg: 'EdDSA', typ: 'vc+jwt', kid: `${issuer}#k1` }
const signed = (payload: unknown, changed: object = {}, key: CryptoKey | Uint8Array = ed25519.privateKey) =>
  new CompactSign(bytes(payload)).setProtectedHeader({ ...header, ...changed }).sign(key)
const verdict = async (jwt: string, changed: Partial<typeof facts> = {}) => {
  const outcome = await verifyCredential(jwt, { issuer, keys, now, ...changed })
  return outcome.ok ? 'valid' : outcome.refusal
}

describe('issuing', () => {
  test('a credential issued with an Ed25519 or P-256 key verifies to the same credential', async () => {
    for (const [kid, { privateKey }] of [['k1', ed25519] as const, ['k2', p256] as const]) {
      const jwt = await issueCredential(certificate, { kid: `${issuer}#${kid}`, privateKey })
      expect(jwt.ok && (await verifyCredential(jwt.value, { issuer, keys, now }))).toEqual({ ok: true, value: certificate })
    }
  })

  test('a credential that no verifier would accept is not issued, and an RSA key throws', async () => {
    const { privateKey } = ed25519
    const wrong = { ...certificate, credentialSubject: {} }
    expect(await issueCredential(wrong, { kid: 'k1', privateKey })).toEqual({
      ok: false,
      refusal: { code: 'malformed-credential', property: 'credentialSubject' },
    })
    const rsa = await generateKeyPair('RS256')
    await expect(issueCredential(certificate, { kid: 'k1', privateKey: rsa.privateKey })).rejects.toThrow(TypeError)
  })
})

describe('the header', () => {
  test('a token without signature or with a shared secret is refused, even if the secret is the public key', async () => {
    const { x = '' } = keys[0]!
    const secret = Uint8Array.fromBase64(x, { alphabet: 'base64url' })
    expect(await verdict(`${part({ ...header, alg: 'none' })}.${part(certificate)}.`)).toEqual({ code: 'unsupported-algorithm' })
    expect(await verdict(await signed(certificate, { alg: 'HS256' }, secret))).toEqual({ code: 'unsupported-algorithm' })
    const shared = [{ kty: 'oct', k: x, kid: `${issuer}#k1` }]
    expect(await verdict(await signed(certificate, { alg: 'HS256' }, secret), { keys: shared })).toEqual({ code: 'unsupported-algorithm' })
    expect(await verdict(await signed(certificate), { keys: shared })).toEqual({ code: 'unusable-key' })
  })

  test('a key is used only with its own algorithm and only for signatures', async () => {
    const jwt = await signed(certificate)
    const [k1, k2] = keys as [JWK, JWK]
    expect(await verdict(await signed(certificate, { kid: k2.kid }))).toEqual({ code: 'unusable-key' })
    expect(await verdict(jwt, { keys: [{ ...k1, use: 'enc' }] })).toEqual({ code: 'unusable-key' })
    expect(await verdict(jwt, { keys: [{ ...k1, alg: 'ES256' }] })).toEqual({ code: 'unusable-key' })
    expect(await verdict(jwt, { keys: [{ ...k1, use: 'sig', alg: 'Ed25519' }] })).toBe('valid')
    expect(await verdict(jwt, { keys: [{ ...k1, x: 'AAAA' }] })).toEqual({ code: 'unusable-key' })
    expect(await verdict(jwt, { keys: [{ ...k2, x: k1.x!, kid: k1.kid! }] })).toEqual({ code: 'unusable-key' })
    // A secret key that strayed into the set is used by its public part alone.
    expect(await verdict(jwt, { keys: [{ ...k1, ...(await exportJWK(ed25519.privateKey)) }] })).toBe('valid')
  })

  test('the key is the one that kid names, and belongs to the issuer', async () => {
    const [k1] = keys as [JWK]
    expect(await verdict(await signed(certificate, { kid: undefined }))).toEqual({ code: 'unknown-key' })
    expect(await verdict(await signed(certificate, { kid: `${issuer}#k9` }))).toEqual({ code: 'unknown-key' })
    expect(await verdict(await signed(certificate), { keys: [k1, k1] })).toEqual({ code: 'unknown-key' })
    const foreign = 'did:web:another.example#k1'
    expect(await verdict(await signed(certificate, { kid: foreign }), { keys: [{ ...k1, kid: foreign }] })).toEqual({ code: 'unknown-key' })
    expect(await verdict(await signed(certificate, { kid: 'k1' }), { keys: [{ ...k1, kid: 'k1' }] })).toBe('valid')
  })

  test('the header typ of a credential is vc+jwt', async () => {
    for (const typ of ['vc+jwt', 'application/vc+jwt', 'VC+JWT']) expect(await verdict(await signed(certificate, { typ }))).toBe('valid')
    for (const typ of [undefined, 'JWT', 'vp+jwt', 'vc+sd-jwt', 'vc+ld+jwt']) {
      expect(await verdict(await signed(certificate, { typ }))).toEqual({ code: 'not-a-credential' })
    }
  })

  test('a token with a critical header parameter that is not understood is refused', async () => {
    const protectedHeader = { ...header, crit: ['exp'], exp: 1 }
    const jwt = `${part(protectedHeader)}.${part(certificate)}.${part('x'.repeat(64))}`
    expect(await verdict(jwt)).toEqual({ code: 'malformed-jwt' })
  })

  test.each([
    '',
    '.',
    '..',
    'a.b',
    'a.b.c',
    'a.b.c.d',
    `${part([])}.${part({})}.AAAA`,
    `${part('nonsense')}.${part({})}.AAAA`,
    '%',
    `${part({ alg: 'EdDSA' })}=.${part({})}.AAAA`,
  ])('the text %j is not a token', async (jwt) => expect(await verdict(jwt)).toEqual({ code: 'malformed-jwt' }))

  test('a credential with the signature of a stranger or for another payload is refused', async () => {
    const stranger = await generateKeyPair('EdDSA', { crv: 'Ed25519' })
    expect(await verdict(await signed(certificate, {}, stranger.privateKey))).toEqual({ code: 'wrong-signature' })
    const [head, , signature] = (await signed(certificate)).split('.')
    expect(await verdict(`${head}.${part({ ...certificate, validUntil: '2040-01-01T00:00:00Z' })}.${signature}`)).toEqual({
      code: 'wrong-signature',
    })
  })
})

describe('the credential', () => {
  test.each([
    ['a context that is not a list', { '@context': 'https://www.w3.org/ns/credentials/v2' }, '@context'],
    ['the context of the older data model first', { '@context': ['https://www.w3.org/2018/credentials/v1'] }, '@context'],
    ['another context first', { '@context': ['https://example.vn/c', 'https://www.w3.org/ns/credentials/v2'] }, '@context'],
    ['another type', { type: ['OcopCertificate'] }, 'type'],
    ['no type', { type: [] }, 'type'],
    ['no issuer', { issuer: undefined }, 'issuer'],
    ['an issuer that is not an address', { issuer: 'OCOP' }, 'issuer'],
    ['an id that is not an address', { id: 'no' }, 'id'],
    ['no subject', { credentialSubject: undefined }, 'credentialSubject'],
    ['an empty list of subjects', { credentialSubject: [] }, 'credentialSubject'],
    ['a text as the subject', { credentialSubject: 'x' }, 'credentialSubject'],
    ['a date without time', { validFrom: '2026-01-01' }, 'validFrom'],
    ['a time without offset', { validUntil: '2029-01-01T00:00:00' }, 'validUntil'],
    ['a day that does not exist', { validFrom: '2026-02-30T00:00:00Z' }, 'validFrom'],
    ['an end before the beginning', { validUntil: '2025-01-01T00:00:00Z' }, 'validUntil'],
    ['a status without type', { credentialStatus: {} }, 'credentialStatus'],
    ['the claim vc of the older data model', { vc: {} }, 'vc'],
    ['the claim exp that is not a number', { exp: '2029' }, 'exp'],
    ['the claim nbf that is not a number', { nbf: '2020' }, 'nbf'],
  ])('a credential with %s is refused', async (_, changed, property) => {
    expect(await verdict(await signed({ ...certificate, ...changed }))).toEqual({ code: 'malformed-credential', property })
  })

  test('a payload that is not an object is not a credential', async () => {
    for (const payload of ['"text"', 'null', '[]', 'nonsense', '']) {
      expect(await verdict(await signed(payload))).toEqual({ code: 'malformed-credential', property: '' })
    }
  })

  test('a credential may have an issuer object, several subjects, and further contexts and properties', async () => {
    const changed = {
      issuer: { id: issuer, name: 'OCOP' },
      credentialSubject: [{ id: 'urn:x:1' }, { stars: 4 }],
      '@context': [...certificate['@context'], 'https://example.vn/c', { stars: 'https://example.vn/stars' }],
      type: 'VerifiableCredential',
      v: 1,
    }
    expect(await verdict(await signed({ ...certificate, ...changed }))).toBe('valid')
  })

  test('a credential of another issuer is refused, even if a key of the trusted issuer signed it', async () => {
    expect(await verdict(await signed({ ...certificate, issuer: 'did:web:another.example' }))).toEqual({
      code: 'another-issuer',
      issuer: 'did:web:another.example',
    })
    expect(await verdict(await signed({ ...certificate, iss: 'did:web:another.example' }))).toMatchObject({ code: 'another-issuer' })
    expect(await verdict(await signed({ ...certificate, iss: issuer }))).toBe('valid')
  })

  test('a credential is also limited by the claims exp and nbf, if it has them', async () => {
    const seconds = now.valueOf() / 1000
    expect(await verdict(await signed({ ...certificate, exp: seconds }))).toMatchObject({ code: 'expired' })
    expect(await verdict(await signed({ ...certificate, exp: seconds + 1, nbf: seconds }))).toBe('valid')
    expect(await verdict(await signed({ ...certificate, nbf: seconds + 1 }))).toMatchObject({ code: 'not-yet-valid' })
  })

  test('the times of a credential are read with their offset', () => {
    expect(readDateTime('2028-02-29T23:59:59.5+07:00')?.toISOString()).toBe('2028-02-29T16:59:59.500Z')
    for (const text of [
      '',
      '2026-13-01T00:00:00Z',
      '2027-02-29T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:60Z',
      '2026-01-01 00:00:00Z',
      '2026-01-00T00:00:00Z',
    ]) {
      expect(readDateTime(text)).toBeUndefined()
    }
    expect(readCredential(certificate)).toEqual({ ok: true, value: certificate })
  })
})

describe('the status', () => {
  const id = 'https://ocop.example.vn/status/1'
  const credential = { ...certificate, credentialStatus: statusEntry(id, 42) }
  const listOf = (bits: Uint8Array<ArrayBuffer>, changed: object = {}) =>
    statusListCredential({ id, issuer, bits, validFrom: '2026-01-01T00:00:00Z', ...changed })

  test('the status of a credential is 0 until its bit is set in the list, which is a credential itself', async () => {
    const issued = await issueCredential(await listOf(withStatus(emptyStatusList(), 42, 1)), {
      kid: `${issuer}#k2`,
      privateKey: p256.privateKey,
    })
    const list = issued.ok ? await verifyCredential(issued.value, { issuer, keys, now }) : issued
    expect(list.ok && (await credentialStatus(credential, list.value))).toEqual({ ok: true, value: [{ purpose: 'revocation', status: 1 }] })
    expect(await credentialStatus(credential, await listOf(emptyStatusList()))).toEqual({
      ok: true,
      value: [{ purpose: 'revocation', status: 0 }],
    })
  })

  test('a credential may have several statuses for several purposes', async () => {
    const both = {
      ...certificate,
      credentialStatus: [statusEntry(id, 1), statusEntry(id, 2, 'suspension'), statusEntry('https://elsewhere.example/1', 3)],
    }
    const list = await listOf(withStatus(emptyStatusList(), 2, 1))
    const subject = { ...list.credentialSubject, statusPurpose: ['revocation', 'suspension'] }
    expect(await credentialStatus(both, { ...list, credentialSubject: subject })).toEqual({
      ok: true,
      value: [
        { purpose: 'revocation', status: 0 },
        { purpose: 'suspension', status: 1 },
      ],
    })
    expect(await credentialStatus(both, list)).toEqual({ ok: false, refusal: { code: 'another-status-list' } })
  })

  test.each([
    ['a credential that is not a status list', certificate, 'not-a-status-list'],
    ['a status list of another issuer', { issuer: 'did:web:another.example' }, 'another-issuer'],
    ['another status list', { id: 'https://ocop.example.vn/status/2' }, 'another-status-list'],
    ['a status list for another purpose', { purpose: 'suspension' }, 'another-status-list'],
  ])('a status is refused with %s', async (_, changed, code) => {
    const list = code === 'not-a-status-list' ? certificate : await listOf(emptyStatusList(), changed)
    expect(await credentialStatus(credential, list)).toEqual({ ok: false, refusal: { code } })
  })

  test('a malformed status entry is refused', async () => {
    const list = await listOf(emptyStatusList())
    const entry = statusEntry(id, 42)
    const asked = async (changed: object) => credentialStatus({ ...certificate, credentialStatus: { ...entry, ...changed } }, list)
    for (const statusListIndex of ['-1', '1.5', '', 'x', '1e3', null, '9'.repeat(16)]) {
      expect(await asked({ statusListIndex })).toEqual({ ok: false, refusal: { code: 'malformed-status-entry' } })
    }
    expect(await asked({ statusListIndex: '131072' })).toEqual({ ok: false, refusal: { code: 'no-such-status' } })
    expect(await asked({ statusSize: 'x' })).toEqual({ ok: false, refusal: { code: 'malformed-status-entry' } })
    expect(await asked({ statusSize: 0 })).toMatchObject({ ok: false })
    expect(await credentialStatus(certificate, list)).toEqual({ ok: false, refusal: { code: 'another-status-list' } })
    const broken = { ...list, credentialSubject: { ...list.credentialSubject, encodedList: 'u' } }
    expect(await credentialStatus(credential, broken)).toEqual({ ok: false, refusal: { code: 'malformed-status-list' } })
  })
})
