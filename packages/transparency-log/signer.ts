import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64 } from './base64.ts'
import { concat } from './bytes.ts'
import { ed25519Of } from './ed25519.ts'
import { formatNote, messageOf, parseNote } from './signed-note.ts'
import type { NoteRefusal } from './signed-note.ts'
import { MAX_KEY_LENGTH, formatVerifierKey, isKeyName, keyIdOf } from './vkey.ts'
import type { KeyType } from './vkey.ts'

/** A key that signs notes. `vkey` is for those who verify; the secret stays in the engine. */
export type Signer = { name: string; keyId: string; type: KeyType; vkey: string; privateKey: CryptoKey }

/** The text is not a secret key; it does not say more about a secret. */
export type SignerRefusal = { code: 'bad-signer-key' }

/**
 * Makes a signer of 32 secret random bytes, such as `crypto.getRandomValues(new Uint8Array(32))`. Throws for a name that cannot be one.
 *
 * @example (await signerOf('ai.example', new Uint8Array(32))).vkey // 'ai.example+ae152897+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
 */
export async function signerOf(name: string, seed: Uint8Array, type: KeyType = 'ed25519'): Promise<Signer> {
  if (!isKeyName(name) || seed.length !== 32) throw new TypeError('a signer has a name without space or plus, and 32 bytes')
  const { privateKey, publicKey } = await ed25519Of(seed)
  return { name, keyId: keyIdOf(name, type, publicKey), type, vkey: formatVerifierKey(name, type, publicKey), privateKey }
}

/**
 * Reads a signer from the text that Go's `note.GenerateKey` writes: `PRIVATE+KEY+name+key id+base64(type, seed)`.
 *
 * @example (await readSigner('PRIVATE+KEY+ai.example+ae152897+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).value.keyId // 'ae152897'
 */
export async function readSigner(text: string): Promise<Outcome<Signer, SignerRefusal>> {
  if (text.length > MAX_KEY_LENGTH) return refuse('bad-signer-key')
  const {
    name = '',
    keyId,
    encoded = '',
  } = /^PRIVATE\+KEY\+(?<name>[^+]*)\+(?<keyId>[0-9a-f]{8})\+(?<encoded>.*)$/u.exec(text)?.groups ?? {}
  const material = readBase64(encoded)
  const type = (
    [
      ['ed25519', 1],
      ['cosignature/v1', 4],
    ] as const
  ).find(([, byte]) => byte === material?.[0])?.[0]
  if (!isKeyName(name) || material?.length !== 33 || !type) return refuse('bad-signer-key')
  const signer = await signerOf(name, material.subarray(1), type)
  return signer.keyId === keyId ? done(signer) : refuse('bad-signer-key')
}

/**
 * Writes a signed note under a text. Throws for a text that can be none: without final newline, or with control characters.
 *
 * @example (await signNote('Xin chào\n', await signerOf('ai.example', new Uint8Array(32)))).split('\n').length // 4
 */
export async function signNote(text: string, signer: Signer, time?: number): Promise<string> {
  const note = formatNote({ text, signatures: [await signatureOf(text, signer, time)] })
  if (!parseNote(note).ok || !text.endsWith('\n')) throw new TypeError('a note is text that ends in a newline')
  return note
}

/**
 * Puts one more signature under a note; a witness needs the `time`, in seconds since 1970. The signatures that stand there are kept as they are,
 * and nothing is verified: who cosigns has verified first.
 *
 * @example (await addSignature('Xin chào\n', await signerOf('ai.example', new Uint8Array(32)))).refusal.code // 'malformed-note'
 */
export async function addSignature(note: string, signer: Signer, time?: number): Promise<Outcome<string, NoteRefusal>> {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value
  return done(formatNote({ text, signatures: [...signatures, await signatureOf(text, signer, time)] }))
}

async function signatureOf(text: string, { name, keyId, type, privateKey }: Signer, time?: number) {
  const witnessed = type === 'cosignature/v1'
  if (witnessed && !(Number.isSafeInteger(time) && (time as number) >= 0)) throw new TypeError('a witness says when: whole seconds')
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, messageOf(text, type, time)))
  const stamp = new Uint8Array(witnessed ? 8 : 0)
  if (witnessed) new DataView(stamp.buffer).setBigUint64(0, BigInt(time as number))
  return { name, keyId, signature: concat([stamp, signature]) }
}
