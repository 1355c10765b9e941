import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialKeyOf, issueCredential, packCredential, statusEntry, unpackCredential, verifyCredential } from './credential.ts'

const { cases } = JSON.parse(readFileSync(new URL('vectors/vc-jwt.json', import.meta.url), 'utf8')) as { cases: { jwt: string }[] }
const issuer = 'did:web:ocop.example.vn'
const { privateKey, publicKey } = await credentialKeyOf(new Uint8Array(32).fill(7))
const kid = `${issuer}#k1`
const list = 'https://ocop.example.vn/status/1'
const issued = await issueCredential(
  {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OcopCertificate'],
    issuer,
    validFrom: '2026-12-01T00:00:00+07:00',
    validUntil: '2029-12-02T00:00:00+07:00',
    credentialSubject: { product: 'Mật hoa dừa cô đặc', stars: 4 },
    credentialStatus: [statusEntry(list, 6), statusEntry(list, 7, 'refresh')],
  },
  { kid, privateKey },
)
if (!issued.ok) throw new Error(issued.refusal.property)
const jwt = issued.value
const facts = { issuer, keys: [{ ...publicKey, kid }], now: new Date('2027-01-01T00:00:00Z') }

test('a packed credential is the same credential again, whoever issued it', async () => {
  for (const token of [jwt, ...cases.map((one) => one.jwt)]) {
    expect(await unpackCredential(await packCredential(token))).toEqual({ ok: true, value: token })
  }
})

test('a packed credential takes less than half the room of the token in a symbol', async () => {
  // ISO/IEC 18004: three digits are ten bits, any other character eight.
  expect(((await packCredential(jwt)).length * 10) / 3).toBeLessThan((jwt.length * 8) / 2)
})

test('a credential does not verify with any bit of any character changed', async () => {
  const places = fc.tuple(fc.nat({ max: jwt.length - 1 }), fc.nat({ max: 6 }))
  await fc.assert(
    fc.asyncProperty(places, async ([at, bit]) => {
      const changed = jwt.slice(0, at) + String.fromCharCode(jwt.charCodeAt(at) ^ (1 << bit)) + jwt.slice(at + 1)
      expect((await verifyCredential(changed, facts)).ok).toBe(false)
    }),
    { numRuns: 2000 },
  )
  expect((await verifyCredential(jwt, facts)).ok).toBe(true)
})

test('what a packed credential unpacks to with any bit changed is refused, or is the credential itself', async () => {
  const bytes = Uint8Array.fromHex(`0${BigInt(await packCredential(jwt)).toString(16)}`)
  const believed: number[] = []
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3]! ^= 0x80 >> (bit & 7)
    const unpacked = await unpackCredential(BigInt(`0x${changed.toHex()}`).toString())
    // Bits behind the last block of deflate belong to nothing.
    if (unpacked.ok && unpacked.value !== jwt && (await verifyCredential(unpacked.value, facts)).ok) believed.push(bit)
  }
  expect(believed).toEqual([])
})

test('what is no packed credential is refused, also what would fill the memory', async () => {
  const bomb = await new Response(new Blob([new Uint8Array(10_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))).bytes()
  const heavy = new Uint8Array(65 + bomb.length)
  heavy[0] = 1
  heavy.set(bomb, 65)
  for (const text of ['', '42', '0', jwt, '%', '1'.repeat(200), '1'.repeat(30_000), BigInt(`0x${heavy.toHex()}`).toString()]) {
    expect(await unpackCredential(text)).toEqual({ ok: false, refusal: { code: 'malformed-packed-credential' } })
  }
  await expect(packCredential('a.b')).rejects.toThrow(TypeError)
})
