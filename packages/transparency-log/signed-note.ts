import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64 } from './base64.ts'
import { concat } from './bytes.ts'
import { isKeyName } from './vkey.ts'
import type { KeyType, VerifierKey } from './vkey.ts'

/** One line under a note. Who made it is known only once it is verified. */
export type NoteSignature = { name: string; keyId: string; signature: Uint8Array<ArrayBuffer> }

/** A text, with its final newline, and the signatures under it. */
export type Note = { text: string; signatures: readonly NoteSignature[] }

/** Why a text is not a signed note; `line` counts from 1. */
export type NoteRefusal =
  | { code: 'malformed-note'; why: 'too-long' | 'not-text' | 'no-signatures' | 'too-many-signatures' }
  | { code: 'malformed-signature'; line: number }

/** A signature that a known key made; a witness also says when, in seconds since 1970. */
export type VerifiedSignature = { name: string; keyId: string; time?: number }

/** A note that may be believed: at least one known key signed it, and none of the known ones wrongly. */
export type VerifiedNote = { text: string; signatures: VerifiedSignature[] }

/** Why a note is not believed. */
export type NoteVerificationRefusal = NoteRefusal | { code: 'unknown-signers' } | { code: 'wrong-signature'; name: string; keyId: string }

const MAX_NOTE_LENGTH = 1_000_000
/** C2SP asks for at least 16. */
const MAX_SIGNATURES = 100
const KEY_ID_BYTES = 4
const TIME_BYTES = 8

/**
 * Reads a signed note (C2SP signed-note). The text must not be used before {@link verifyNote}.
 * Refuses control characters, half characters, a note without signatures, and a signature line in any other spelling, with its number.
 *
 * @example parseNote('Xin chào\n\n— ai.example AAAAAAE=\n').value.signatures.map(({ name, keyId }) => [name, keyId]) // [['ai.example', '00000000']]
 * @example parseNote('Xin chào\n') // { ok: false, refusal: { code: 'malformed-note', why: 'no-signatures' } }
 */
export function parseNote(note: string): Outcome<Note, NoteRefusal> {
  if (note.length > MAX_NOTE_LENGTH) return refuse('malformed-note', { why: 'too-long' })
  if (!note.isWellFormed() || /[\x00-\x09\x0b-\x1f]/.test(note)) return refuse('malformed-note', { why: 'not-text' })
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n') || split + 2 === note.length) return refuse('malformed-note', { why: 'no-signatures' })
  const lines = note.slice(split + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return refuse('malformed-note', { why: 'too-many-signatures' })
  const signatures = lines.map(readSignatureLine)
  const wrong = signatures.indexOf(undefined)
  if (wrong >= 0) return refuse('malformed-signature', { line: note.slice(0, split + 2).split('\n').length + wrong })
  return done({ text: note.slice(0, split + 1), signatures: signatures.filter((signature) => signature !== undefined) })
}

function readSignatureLine(line: string): NoteSignature | undefined {
  const { name = '', encoded = '' } = /^— (?<name>[^ ]+) (?<encoded>[^ ]+)$/u.exec(line)?.groups ?? {}
  const bytes = readBase64(encoded)
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES).toHex(), signature: bytes.slice(KEY_ID_BYTES) }
}

/**
 * Writes a note back, as {@link parseNote} reads it.
 *
 * @example formatNote(parseNote('Xin chào\n\n— ai.example AAAAAAE=\n').value) // 'Xin chào\n\n— ai.example AAAAAAE=\n'
 */
export function formatNote({ text, signatures }: Note): string {
  const line = ({ name, keyId, signature }: NoteSignature) => `— ${name} ${concat([Uint8Array.fromHex(keyId), signature]).toBase64()}\n`
  return `${text}\n${signatures.map(line).join('')}`
}

/**
 * Verifies a note by the keys that the reader trusts. Signatures of other keys are passed over; a wrong one under a known name and id spoils the
 * whole note (C2SP signed-note, "Signatures").
 *
 * @example
 * verifyNote('Xin chào\n\n— ai.example AAAAAAE=\n', [])
 * // { ok: false, refusal: { code: 'unknown-signers' } }
 */
export async function verifyNote(note: string, keys: readonly VerifierKey[]): Promise<Outcome<VerifiedNote, NoteVerificationRefusal>> {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value
  const verified = new Map<VerifierKey, VerifiedSignature>()
  for (const { name, keyId, signature } of signatures) {
    const key = keys.find((known) => known.name === name && known.keyId === keyId)
    if (!key) continue
    const checked = await checkSignature(text, key, signature)
    if (!checked) return refuse('wrong-signature', { name, keyId })
    // Who signs twice has still one voice.
    if (!verified.has(key)) verified.set(key, { name, keyId, ...checked })
  }
  return verified.size > 0 ? done({ text, signatures: [...verified.values()] }) : refuse('unknown-signers')
}

async function checkSignature(text: string, { type, publicKey }: VerifierKey, signature: Uint8Array<ArrayBuffer>) {
  const witnessed = type === 'cosignature/v1'
  const time = witnessed ? readTime(signature) : undefined
  if (witnessed && time === undefined) return undefined
  const sound = await verifyEd25519(publicKey, signature.slice(witnessed ? TIME_BYTES : 0), messageOf(text, type, time))
  return sound ? (time === undefined ? {} : { time }) : undefined
}

/** What is signed: the text itself, or, by a witness, two lines before it (C2SP tlog-cosignature). */
export function messageOf(text: string, type: KeyType, time = 0): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(type === 'ed25519' ? text : `cosignature/v1\ntime ${time}\n${text}`)
}

/** Seconds before a signature, big-endian; one that a number cannot hold exactly is not a time of ours. */
function readTime(signature: Uint8Array): number | undefined {
  if (signature.length < TIME_BYTES) return undefined
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : undefined
}

async function verifyEd25519(publicKey: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', key, signature, message)
  } catch {
    // Some engines refuse to import what is not a point of the curve.
    return false
  }
}
