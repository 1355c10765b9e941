import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64 } from './base64.ts'
import { verifyCheckpoint } from './checkpoint.ts'
import type { CheckpointVerificationRefusal, LogPolicy, VerifiedCheckpoint } from './checkpoint.ts'
import { HASH_BYTES } from './hash.ts'
import type { Hash } from './hash.ts'
import { verifyInclusion } from './verify-proof.ts'

/** What proves offline that an entry is in a log: its place, the way up to the root, and the signed checkpoint. `extra` is nobody's word. */
export type LogProof = { index: number; proof: readonly Hash[]; checkpoint: string; extra?: Uint8Array }

/** The first line that is not as tlog-proof asks, counted from 1. */
export type LogProofRefusal = { code: 'malformed-proof'; line: number }

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^53 leaves has no longer way. */
const MAX_STEPS = 53

/**
 * Writes a proof as the text of a `.tlog-proof` file (C2SP tlog-proof).
 *
 * @example formatLogProof({ index: 0, proof: [], checkpoint: 'a\n1\n…' }) // 'c2sp.org/tlog-proof@v1\nindex 0\n\na\n1\n…'
 */
export function formatLogProof({ index, proof, checkpoint, extra }: LogProof): string {
  const head = [
    FIRST_LINE,
    ...(extra?.length ? [`extra ${extra.toBase64()}`] : []),
    `index ${index}`,
    ...proof.map((hash) => hash.toBase64()),
  ]
  return `${head.join('\n')}\n\n${checkpoint}`
}

/**
 * Reads the text of a `.tlog-proof` file. Refuses with the number of the line that is wrong; the checkpoint is not looked at yet.
 *
 * @example parseLogProof('c2sp.org/tlog-proof@v1\nindex 0\n\na\n1\n…') // { ok: true, value: { index: 0, proof: [], checkpoint: 'a\n1\n…' } }
 * @example parseLogProof('c2sp.org/tlog-proof@v1\nindex 00\n\n') // { ok: false, refusal: { code: 'malformed-proof', line: 2 } }
 */
export function parseLogProof(text: string): Outcome<LogProof, LogProofRefusal> {
  const no = (line: number) => refuse('malformed-proof', { line })
  const end = text.indexOf('\n\n')
  const lines = text.slice(0, Math.max(end, 0)).split('\n')
  if (lines[0] !== FIRST_LINE) return no(1)
  const second = /^extra (?<encoded>.+)$/.exec(lines[1] ?? '')?.groups?.['encoded']
  const extra = second === undefined ? undefined : readBase64(second)
  if (second !== undefined && !extra) return no(2)
  const at = extra ? 2 : 1
  const index = /^index (?<index>0|[1-9]\d*)$/.exec(lines[at] ?? '')?.groups?.['index']
  if (index === undefined || !Number.isSafeInteger(Number(index))) return no(at + 1)
  const steps = lines.slice(at + 1)
  if (steps.length > MAX_STEPS) return no(at + 2 + MAX_STEPS)
  const proof = steps.map(readBase64)
  const wrong = proof.findIndex((hash) => hash?.length !== HASH_BYTES)
  if (wrong >= 0) return no(at + 2 + wrong)
  const hashes = proof.filter((hash) => hash !== undefined)
  return done({ index: Number(index), proof: hashes, checkpoint: text.slice(end + 2), ...(extra ? { extra } : {}) })
}

/**
 * Verifies offline that an entry of this leaf hash is in the log that the policy names: the proof leads to the root, and the root is signed.
 * Refuses `not-included` when it leads elsewhere. Tells where it stands and who signed.
 *
 * @example verifyLogProof('', { leafHash: leafHash(bytes('a')), policy: { origin: 'a', keys: [] } }) // { ok: false, refusal: { code: 'malformed-proof', line: 1 } }
 */
export async function verifyLogProof(
  text: string,
  { leafHash, policy }: { leafHash: Hash; policy: LogPolicy },
): Promise<
  Outcome<{ index: number; checkpoint: VerifiedCheckpoint }, LogProofRefusal | CheckpointVerificationRefusal | { code: 'not-included' }>
> {
  const read = parseLogProof(text)
  if (!read.ok) return read
  const { index, proof } = read.value
  const checkpoint = await verifyCheckpoint(read.value.checkpoint, policy)
  if (!checkpoint.ok) return checkpoint
  const { size: treeSize, root } = checkpoint.value
  const included = verifyInclusion({ leafIndex: index, treeSize, leafHash, root, proof })
  return included ? done({ index, checkpoint: checkpoint.value }) : refuse('not-included')
}
