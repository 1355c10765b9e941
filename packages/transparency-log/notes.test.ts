import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyRoot } from './index.ts'
import {
  addSignature,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  keyIdOf,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  readSigner,
  signNote,
  signerOf,
  verifyCheckpoint,
  verifyNote,
} from './note.ts'
import type { VerifierKey } from './note.ts'

type Vectors = { origin: string; verifierKey: string; cases: { id: string; note: string; valid: boolean; why: string }[] }
const vectors = JSON.parse(readFileSync(new URL('vectors/checkpoints.json', import.meta.url), 'utf8')) as Vectors

function key(vkey: string): VerifierKey {
  const parsed = parseVerifierKey(vkey)
  if (!parsed.ok) throw new Error(parsed.refusal.part)
  return parsed.value
}
const seed = (number: number) => new Uint8Array(32).fill(number)

describe('the signed checkpoints', () => {
  test('the signed checkpoints of the vectors are complete', () => expect(vectors.cases).toHaveLength(6))

  test.each(vectors.cases)('the signed checkpoint $id has the published verdict: $why', async ({ note, valid }) => {
    const checkpoint = await verifyCheckpoint(note, { origin: vectors.origin, keys: [key(vectors.verifierKey)] })
    expect(checkpoint.ok).toBe(valid)
    if (!valid) expect(checkpoint).toMatchObject({ refusal: { code: 'wrong-signature' } })
  })

  test('a verified checkpoint gives its origin, its size and its root', async () => {
    const keys = [key(vectors.verifierKey)]
    const [, , extended] = vectors.cases
    expect(await verifyCheckpoint(extended!.note, { origin: vectors.origin, keys })).toEqual({
      ok: true,
      value: {
        origin: vectors.origin,
        size: 12,
        root: Uint8Array.fromBase64('P3m7e0NbBTIWUdrv03TNxoHcBvqmXjdOODN7iMoEbeo='),
        extensions: ['ext 1'],
        signatures: [{ name: vectors.origin, keyId: '768cf245' }],
        witnesses: [],
      },
    })
    expect(await verifyCheckpoint(extended!.note, { origin: 'another.example/log', keys })).toMatchObject({
      refusal: { code: 'another-log' },
    })
    expect(await verifyCheckpoint(extended!.note, { origin: vectors.origin, keys: [] })).toMatchObject({
      refusal: { code: 'unknown-signers' },
    })
  })
})

// The example of Go's golang.org/x/mod/sumdb/note, the reference of the form: key, text and signature as published there.
const peter = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  secret: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}

describe('the published note of Go', () => {
  test('the published note of Go verifies, and is written again byte for byte', async () => {
    const note = `${peter.text}\n${peter.signature}`
    expect(await verifyNote(note, [key(peter.vkey)])).toEqual({
      ok: true,
      value: { text: peter.text, signatures: [{ name: 'PeterNeumann', keyId: 'c74f20a3' }] },
    })
    const signer = await readSigner(peter.secret)
    if (!signer.ok) throw new Error('the secret key was not read')
    expect(signer.value.vkey).toBe(peter.vkey)
    expect(await signNote(peter.text, signer.value)).toBe(note)
  })

  test('the published note of Go does not verify with any bit of its signature changed', async () => {
    const bytes = Uint8Array.fromBase64(peter.signature.split(' ')[2]!.trim())
    for (let bit = 32; bit < bytes.length * 8; bit += 5) {
      const changed = bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)))
      const note = `${peter.text}\n— PeterNeumann ${changed.toBase64()}\n`
      expect(await verifyNote(note, [key(peter.vkey)])).toMatchObject({ refusal: { code: 'wrong-signature' } })
    }
  })

  test('a mangled secret key is refused', async () => {
    for (const at of [0, 5, 12, 30, 40, 70]) {
      expect(await readSigner(peter.secret.slice(0, at) + peter.secret.slice(at + 1))).toMatchObject({
        refusal: { code: 'bad-signer-key' },
      })
    }
    expect(await readSigner(peter.secret.replace('c74f20a3', 'c74f20a4'))).toMatchObject({ refusal: { code: 'bad-signer-key' } })
  })
})

describe('verifier keys', () => {
  test.each([
    // Published in the tests of transparency-dev/formats: a key for notes, and the cosignature key of a witness in service.
    ['TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6', 'ed25519'],
    ['remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2', 'cosignature/v1'],
    ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'ed25519'],
  ])('the text %s is a verifier key, and is written back unchanged', (vkey, type) => {
    const parsed = key(vkey)
    expect(parsed.type).toBe(type)
    expect(formatVerifierKey(parsed.name, parsed.type, parsed.publicKey)).toBe(vkey)
  })

  test.each([
    ['bananas.sigstore.dev+12344556', 'form'],
    ['rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!', 'form'],
    ['rekor.sigstore.dev+12345678+AwEB', 'type'],
    ['rekor.sigstore.dev+NOT_A_NUMBER+AQcC', 'form'],
    ['PeterNeumann+00000000+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key-id'],
    ['PeterNeumanm+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'key-id'],
    ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'form'],
    ['PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'type'],
    ['Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'name'],
    ['+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'name'],
    ['PeterNeumann+c74f20a3+AQ==', 'public-key'],
    ['', 'form'],
  ])('the text %s is not a verifier key: its %s is wrong', (vkey, part) => {
    expect(parseVerifierKey(vkey)).toEqual({ ok: false, refusal: { code: 'bad-verifier-key', part } })
  })

  test('a key text of millions of characters is refused', async () => {
    const long = '😀'.repeat(2_000_000)
    expect(parseVerifierKey(`${long}+00000000+AQ==`)).toMatchObject({ ok: false })
    expect(await readSigner(`PRIVATE+KEY+${long}+00000000+AQ==`)).toMatchObject({ ok: false })
  })

  test('no part of a verifier key is itself a verifier key', () => {
    const parts = Array.from({ length: peter.vkey.length }, (_, from) =>
      Array.from({ length: peter.vkey.length - from }, (_, more) => [from, from + more + 1]),
    )
    const keys = parts.flat().filter(([from, to]) => parseVerifierKey(peter.vkey.slice(from, to)).ok)
    expect(keys).toEqual([[0, peter.vkey.length]])
  })

  test('the same public key has another key id under another type', () => {
    const { name, publicKey } = key(peter.vkey)
    expect(keyIdOf(name, 'cosignature/v1', publicKey)).not.toBe(keyIdOf(name, 'ed25519', publicKey))
    expect(() => formatVerifierKey('a b', 'ed25519', publicKey)).toThrow(TypeError)
    expect(() => formatVerifierKey('ab', 'ed25519', publicKey.slice(1))).toThrow(TypeError)
  })
})

describe('notes', () => {
  const line = '— ai.example AAAAAAE=\n'

  test('the text of a note may have blank lines: the last one separates the signatures', () => {
    expect(parseNote(`a\n\nb\n\n${line}${line}`)).toMatchObject({
      ok: true,
      value: { text: 'a\n\nb\n', signatures: [{ name: 'ai.example' }, {}] },
    })
  })

  test.each([
    ['no text', '', { code: 'malformed-note', why: 'no-signatures' }],
    ['no blank line', `a\n${line}`, { code: 'malformed-note', why: 'no-signatures' }],
    ['nothing after the blank line', 'a\n\n', { code: 'malformed-note', why: 'no-signatures' }],
    ['no newline at the end', `a\n\n${line.trimEnd()}`, { code: 'malformed-note', why: 'no-signatures' }],
    ['a carriage return', `a\r\n\n${line}`, { code: 'malformed-note', why: 'not-text' }],
    ['a tab', `a\tb\n\n${line}`, { code: 'malformed-note', why: 'not-text' }],
    ['a lone surrogate', `a\ud800\n\n${line}`, { code: 'malformed-note', why: 'not-text' }],
    ['a hyphen in place of the dash', `a\n\n- ai.example AAAAAAE=\n`, { code: 'malformed-signature', line: 3 }],
    ['two spaces', `a\n\n${line}—  ai.example AAAAAAE=\n`, { code: 'malformed-signature', line: 4 }],
    ['a name with a plus', `a\n\n— ai+example AAAAAAE=\n`, { code: 'malformed-signature', line: 3 }],
    ['a name with a no-break space', `a\n\n— ai\u00a0example AAAAAAE=\n`, { code: 'malformed-signature', line: 3 }],
    ['a signature that is a key id alone', 'a\n\n— ai.example AAAAAA==\n', { code: 'malformed-signature', line: 3 }],
    ['base64 without padding', 'a\n\n— ai.example AAAAAAE\n', { code: 'malformed-signature', line: 3 }],
    ['base64 with stray bits', 'a\n\n— ai.example AAAAAAF=\n', { code: 'malformed-signature', line: 3 }],
    ['base64url', 'a\n\n— ai.example AAAA_-A=\n', { code: 'malformed-signature', line: 3 }],
    ['a hundred and one signatures', `a\n\n${line.repeat(101)}`, { code: 'malformed-note', why: 'too-many-signatures' }],
    ['a line of a million characters', `${'a'.repeat(1_000_000)}\n\n${line}`, { code: 'malformed-note', why: 'too-long' }],
  ])('a note with %s is refused', (_, note, refusal) => {
    expect(parseNote(note)).toEqual({ ok: false, refusal })
  })

  test('a known key needs name and id, and one wrong signature of a known key makes the note invalid', async () => {
    const [one, two] = [await signerOf('ai.example', seed(1)), await signerOf('ai.example', seed(2))]
    const note = await signNote('a\n', one)
    expect(await verifyNote(note, [key(two.vkey)])).toMatchObject({ refusal: { code: 'unknown-signers' } })
    const both = await addSignature(note, two)
    if (!both.ok) throw new Error(both.refusal.code)
    expect(await verifyNote(both.value, [key(two.vkey)])).toMatchObject({ value: { signatures: [{ keyId: two.keyId }] } })
    expect(await verifyNote(both.value, [key(one.vkey), key(two.vkey)])).toMatchObject({ value: { signatures: [{}, {}] } })
    const spoilt = parseNote(both.value)
    if (!spoilt.ok) throw new Error(spoilt.refusal.code)
    const [first, second] = spoilt.value.signatures
    const swapped = formatNote({ text: 'a\n', signatures: [first!, { ...second!, signature: first!.signature }] })
    expect(await verifyNote(swapped, [key(one.vkey), key(two.vkey)])).toEqual({
      ok: false,
      refusal: { code: 'wrong-signature', name: 'ai.example', keyId: two.keyId },
    })
  })

  test('a signature of half a megabyte is kept when another one is added', async () => {
    const note = formatNote({ text: 'a\n', signatures: [{ name: 'ai.example', keyId: '00000000', signature: new Uint8Array(500_000) }] })
    expect(await addSignature(note, await signerOf('ai.example', seed(1)))).toMatchObject({ ok: true })
  })

  test('a text that cannot be a note makes the signer throw', async () => {
    const signer = await signerOf('ai.example', seed(1))
    for (const text of ['', 'a', 'a\tb\n', 'a\r\n', '\ud800\n']) await expect(signNote(text, signer)).rejects.toThrow(TypeError)
    await expect(signerOf('ai example', seed(1))).rejects.toThrow(TypeError)
    await expect(signerOf('ai.example', new Uint8Array(31))).rejects.toThrow(TypeError)
  })

  test('every signed note verifies', async () => {
    const signer = await signerOf('ai.example', seed(3))
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\x00-\x1f]/g, ''))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        const text = `${lines.join('\n')}\n`
        fc.pre(text.isWellFormed())
        expect(await verifyNote(await signNote(text, signer), [key(signer.vkey)])).toMatchObject({ ok: true, value: { text } })
      }),
      { numRuns: 50 },
    )
  })
})

describe('checkpoints', () => {
  const root = emptyRoot.toBase64()

  test('the example checkpoint of the C2SP text is read', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
    const parsed = parseCheckpoint(text)
    expect(parsed).toMatchObject({ ok: true, value: { origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] } })
    expect(parsed.ok && formatCheckpoint(parsed.value)).toBe(text)
  })

  test.each([
    [`\n0\n${root}\n`, 'origin'],
    [`a\n00\n${root}\n`, 'size'],
    [`a\n-1\n${root}\n`, 'size'],
    [`a\n+1\n${root}\n`, 'size'],
    [`a\n1e3\n${root}\n`, 'size'],
    [`a\n9007199254740993\n${root}\n`, 'size'],
    [`a\n\n${root}\n`, 'size'],
    [`a\n0\n${root.slice(4)}\n`, 'root'],
    [`a\n0\n${root.slice(0, -1)}\n`, 'root'],
    [`a\n0\n`, 'root'],
    [`a\n0\n${root}\n\n`, 'extension'],
    [`a\n0\n${root}\nx\n\ny\n`, 'extension'],
    [`a\n0\n${root}`, 'end'],
    ['', 'origin'],
  ])('the checkpoint %j is refused for its %s', (text, line) => {
    expect(parseCheckpoint(text)).toEqual({ ok: false, refusal: { code: 'malformed-checkpoint', line } })
  })

  test('a checkpoint line that would be read as another makes the writer throw', () => {
    const head = { origin: 'a', size: 0, root: emptyRoot, extensions: [] }
    for (const wrong of [
      { origin: 'a\n9' },
      { origin: '' },
      { size: -1 },
      { root: seed(1).slice(1) },
      { extensions: [''] },
      { extensions: ['a\nb'] },
    ]) {
      expect(() => formatCheckpoint({ ...head, ...wrong })).toThrow(TypeError)
    }
  })
})

describe('what others in the world have signed', () => {
  test('the published checkpoint of a log in service verifies', async () => {
    const note =
      'geomys.org/witness/test-log\n1\nBCml5C32yqMcl0gjTrcSOeNVx59oPnSdytBzDGBO5k0=\n\n— geomys.org/witness/test-log wHh/9BPsoBNr2x0Ol3qPBYasIN0HI2ZiBg5ac0v3LQq/7F+YO7U4oWbDeJn1VaWVrlbSEM30Gr7WWYQjj2SBxRoJ/Ao=\n'
    const keys = [key('geomys.org/witness/test-log+c0787ff4+AeMb5VOzy60PTGdGmLPxOKGAa0jNyDGsgv2rnprGju1t')]
    expect(await verifyCheckpoint(note, { origin: 'geomys.org/witness/test-log', keys })).toMatchObject({ ok: true, value: { size: 1 } })
  })

  test('a checkpoint of Certificate Transparency verifies with the cosignatures of four witnesses in service', async () => {
    // 1,432,088,532 leaves on 23 May 2026. The log's own two signatures are of types that are passed over here.
    const note = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`
    const vkeys = [
      'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM',
      'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
      'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
      'witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv',
    ]
    const verified = await verifyNote(note, vkeys.map(key))
    expect(verified).toMatchObject({
      ok: true,
      value: { signatures: vkeys.map((vkey) => ({ name: vkey.split('+')[0], time: 0x6a122120 })) },
    })
    expect(verified.ok && parseCheckpoint(verified.value.text)).toMatchObject({ ok: true, value: { size: 1_432_088_532 } })
    const parsed = parseNote(note)
    expect(parsed.ok && formatNote(parsed.value)).toBe(note)
    expect(await verifyNote(note.replace('1432088532', '42'), vkeys.map(key))).toMatchObject({ refusal: { code: 'wrong-signature' } })
  })
})

describe('cosignatures', () => {
  const head = formatCheckpoint({ origin: 'ai.example/log', size: 0, root: emptyRoot, extensions: [] })

  test('the cosignature of a witness has its time, in the form of C2SP', async () => {
    const [log, witness] = [await signerOf('ai.example/log', seed(1)), await signerOf('witness.example/w1', seed(2), 'cosignature/v1')]
    const signed = await addSignature(await signNote(head, log), witness, 1_679_315_147)
    if (!signed.ok) throw new Error(signed.refusal.code)
    const policy = { origin: 'ai.example/log', keys: [key(log.vkey)], witnesses: [key(witness.vkey)] }
    expect(await verifyCheckpoint(signed.value, policy)).toMatchObject({
      ok: true,
      value: { signatures: [{ name: 'ai.example/log' }], witnesses: [{ name: 'witness.example/w1', time: 1_679_315_147 }] },
    })
    // By hand, as the text of tlog-cosignature has it: id, eight bytes of time, then the signature over two lines and the note text.
    const line = Uint8Array.fromBase64(signed.value.trimEnd().split('\n').at(-1)!.split(' ')[2]!)
    expect(line).toHaveLength(4 + 8 + 64)
    expect(line.subarray(0, 4).toHex()).toBe(witness.keyId)
    expect(line.subarray(4, 12).toHex()).toBe('00000000641850cb')
    const message = new TextEncoder().encode(`cosignature/v1\ntime 1679315147\n${head}`)
    const publicKey = await crypto.subtle.importKey('raw', key(witness.vkey).publicKey, 'Ed25519', true, ['verify'])
    expect(await crypto.subtle.verify('Ed25519', publicKey, line.slice(12), message)).toBe(true)
  })

  test('a cosignature with another time, or without a time, is refused', async () => {
    const witness = await signerOf('w.example', seed(2), 'cosignature/v1')
    const note = await signNote(head, witness, 1_679_315_147)
    const parsed = parseNote(note)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const { signature } = parsed.value.signatures[0]!
    const forged = (bytes: Uint8Array<ArrayBuffer>) =>
      formatNote({ text: head, signatures: [{ name: 'w.example', keyId: witness.keyId, signature: bytes }] })
    for (const bytes of [signature.with(7, 0), signature.with(0, 0x80), signature.slice(8), signature.slice(0, 7), signature.with(0, 1)]) {
      expect(await verifyNote(forged(bytes), [key(witness.vkey)])).toMatchObject({ refusal: { code: 'wrong-signature' } })
    }
    await expect(signNote(head, witness)).rejects.toThrow(TypeError)
    await expect(signNote(head, witness, 1.5)).rejects.toThrow(TypeError)
    const secret = `PRIVATE+KEY+w.example+${witness.keyId}+${Uint8Array.of(4, ...seed(2)).toBase64()}`
    expect(await readSigner(secret)).toMatchObject({ ok: true, value: { type: 'cosignature/v1', vkey: witness.vkey } })
  })
})
