import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { sha256 } from '@noble/hashes/sha2.js'
import { readBase64 } from './base64.ts'

/** What a key signs: the text of a note, or that a witness saw a checkpoint at a time (C2SP signed-note and tlog-cosignature). */
export type KeyType = 'ed25519' | 'cosignature/v1'

/** A key that a reader trusts: it was handed over on another way than the note. */
export type VerifierKey = { name: string; keyId: string; type: KeyType; publicKey: Uint8Array<ArrayBuffer> }

/** The part that is wrong; `key-id` when it does not follow from name, type and key. */
export type VerifierKeyRefusal = { code: 'bad-verifier-key'; part: 'form' | 'name' | 'type' | 'public-key' | 'key-id' }

const bytesOfTypes: Readonly<Record<KeyType, number>> = { ed25519: 0x01, 'cosignature/v1': 0x04 }
const typesOfBytes = new Map(Object.entries(bytesOfTypes).map(([type, byte]) => [byte, type as KeyType]))

/** Longer than any key: patterns that look for whole characters overflow the stack on millions of them. */
export const MAX_KEY_LENGTH = 10_000

/** A key name has no space and no plus, so that a signature line and a vkey fall apart in one way only. */
export const isKeyName = (name: string) => name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name)

/**
 * The id beside the name in a signature line: the first four bytes of SHA-256(name, LF, type, public key), as eight hexadecimal digits.
 *
 * @example keyIdOf('example.com/log', 'ed25519', new Uint8Array(32)) // 'a3ad76db'
 */
export function keyIdOf(name: string, type: KeyType, publicKey: Uint8Array): string {
  const hash = sha256.create().update(new TextEncoder().encode(`${name}\n`))
  return hash.update(Uint8Array.of(bytesOfTypes[type])).update(publicKey).digest().subarray(0, 4).toHex()
}

/**
 * Writes a verifier key as `name+key id+base64(type, public key)`, the form that Go's sumdb and C2SP share. Throws for a name that cannot be one.
 *
 * @example formatVerifierKey('example.com/log', 'ed25519', new Uint8Array(32)) // 'example.com/log+a3ad76db+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
 */
export function formatVerifierKey(name: string, type: KeyType, publicKey: Uint8Array): string {
  if (!isKeyName(name) || publicKey.length !== 32) throw new TypeError('a verifier key has a name without space or plus, and 32 bytes')
  return `${name}+${keyIdOf(name, type, publicKey)}+${Uint8Array.of(bytesOfTypes[type], ...publicKey).toBase64()}`
}

/**
 * Reads a verifier key. Refuses one whose id does not follow from its name and key, and types other than Ed25519 and its cosignature.
 *
 * @example parseVerifierKey('truyxuat.example.vn/log1+768cf245+AZRfBmknuaNqT750Eds2MQ0DyXsz+Sg8R2Gqi/8ffGt3').value.keyId // '768cf245'
 * @example parseVerifierKey('truyxuat.example.vn/log1') // { ok: false, refusal: { code: 'bad-verifier-key', part: 'form' } }
 */
export function parseVerifierKey(vkey: string): Outcome<VerifierKey, VerifierKeyRefusal> {
  const no = (part: VerifierKeyRefusal['part']) => refuse('bad-verifier-key', { part })
  if (vkey.length > MAX_KEY_LENGTH) return no('form')
  const { name, keyId, encoded } = /^(?<name>[^+]*)\+(?<keyId>[0-9a-fA-F]{8})\+(?<encoded>.*)$/su.exec(vkey)?.groups ?? {}
  const material = encoded === undefined ? undefined : readBase64(encoded)
  if (name === undefined || keyId === undefined || !material) return no('form')
  if (!isKeyName(name)) return no('name')
  const type = typesOfBytes.get(material[0] ?? 0)
  if (!type) return no('type')
  const publicKey = material.slice(1)
  if (publicKey.length !== 32) return no('public-key')
  if (keyIdOf(name, type, publicKey) !== keyId.toLowerCase()) return no('key-id')
  return done({ name, keyId: keyId.toLowerCase(), type, publicKey })
}
