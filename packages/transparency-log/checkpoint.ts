import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64 } from './base64.ts'
import { HASH_BYTES } from './hash.ts'
import type { Hash } from './hash.ts'
import { verifyNote } from './signed-note.ts'
import type { NoteVerificationRefusal, VerifiedSignature } from './signed-note.ts'
import type { VerifierKey } from './vkey.ts'

/** The head of a log: which log, how many leaves, their root. Extension lines are opaque and better left out. */
export type Checkpoint = { origin: string; size: number; root: Hash; extensions: readonly string[] }

/** The first line that is not as tlog-checkpoint asks. */
export type CheckpointRefusal = { code: 'malformed-checkpoint'; line: 'origin' | 'size' | 'root' | 'extension' | 'end' }

/**
 * Writes the text of a checkpoint (C2SP tlog-checkpoint), ready to be signed. Throws for a line that would be read as another.
 *
 * @example formatCheckpoint({ origin: 'ai.example/log', size: 0, root: emptyRoot, extensions: [] }) // 'ai.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, size, root.toBase64(), ...extensions, ''].join('\n')
  const read = parseCheckpoint(text)
  if (!read.ok || read.value.origin !== origin || read.value.extensions.length !== extensions.length) {
    throw new TypeError('no line of a checkpoint is empty or has a newline; its root has 32 bytes')
  }
  return text
}

/**
 * Reads the text of a checkpoint. Refuses with the line that is wrong: a size has no sign and no leading zero and fits a number exactly, a root is
 * the base64 of 32 bytes, no extension line is empty.
 *
 * @example parseCheckpoint('ai.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n').value.size // 0
 * @example parseCheckpoint('ai.example/log\n00\n') // { ok: false, refusal: { code: 'malformed-checkpoint', line: 'size' } }
 */
export function parseCheckpoint(text: string): Outcome<Checkpoint, CheckpointRefusal> {
  const no = (line: CheckpointRefusal['line']) => refuse('malformed-checkpoint', { line })
  const lines = text.split('\n')
  if (lines.pop() !== '') return no('end')
  const [origin = '', size = '', encoded = '', ...extensions] = lines
  if (origin === '') return no('origin')
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return no('size')
  const root = readBase64(encoded)
  if (root?.length !== HASH_BYTES) return no('root')
  return extensions.includes('') ? no('extension') : done({ origin, size: Number(size), root, extensions })
}

/** Whom a reader believes: the log's own keys, the witnesses' keys, and how many witnesses it wants to hear. */
export type LogPolicy = { origin: string; keys: readonly VerifierKey[]; witnesses?: readonly VerifierKey[]; quorum?: number }

/** A checkpoint that the log signed, and who of the known witnesses cosigned it and when. */
export type VerifiedCheckpoint = Checkpoint & { signatures: VerifiedSignature[]; witnesses: VerifiedSignature[] }

/** Why a checkpoint is not believed; `unknown-signers` too when only witnesses signed. */
export type CheckpointVerificationRefusal =
  | NoteVerificationRefusal
  | CheckpointRefusal
  | { code: 'another-log'; origin: string }
  | { code: 'too-few-witnesses'; got: number; wanted: number }

/**
 * Verifies the signed checkpoint of one log: a key of the log signed it, it speaks of this `origin`, and at least `quorum` (0) of the known
 * witnesses cosigned. A witness alone makes no checkpoint.
 *
 * @example verifyCheckpoint('', { origin: 'ai.example/log', keys: [] }) // { ok: false, refusal: { code: 'malformed-note', why: 'no-signatures' } }
 */
export async function verifyCheckpoint(
  note: string,
  { origin, keys, witnesses: known = [], quorum = 0 }: LogPolicy,
): Promise<Outcome<VerifiedCheckpoint, CheckpointVerificationRefusal>> {
  const verified = await verifyNote(note, [...keys, ...known])
  if (!verified.ok) return verified
  const by = (some: readonly VerifierKey[]) =>
    verified.value.signatures.filter(({ name, keyId }) => some.some((key) => key.name === name && key.keyId === keyId))
  const [signatures, witnesses] = [by(keys), by(known)]
  if (signatures.length === 0) return refuse('unknown-signers')
  const checkpoint = parseCheckpoint(verified.value.text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== origin) return refuse('another-log', { origin: checkpoint.value.origin })
  if (witnesses.length < quorum) return refuse('too-few-witnesses', { got: witnesses.length, wanted: quorum })
  return done({ ...checkpoint.value, signatures, witnesses })
}
