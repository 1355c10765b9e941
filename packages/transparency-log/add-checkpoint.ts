import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { HASH_BYTES, emptyRoot } from './hash.ts'
import type { Hash } from './hash.ts'
import { parseNote } from './signed-note.ts'
import type { Signer } from './signer.ts'
import type { VerifierKey } from './vkey.ts'
import { cosignCheckpoint } from './witness.ts'
import type { SeenHead } from './witness.ts'

/** What a log asks of a witness: the size that it saw last, the proof from there, and the checkpoint that is to be cosigned. */
export type AddCheckpoint = { old: number; proof: readonly Hash[]; note: string }

/** Longer than the way through any tree. */
const mostHashes = 63

/**
 * Writes the body of `POST <prefix>/add-checkpoint` (C2SP tlog-witness).
 *
 * @example formatAddCheckpoint({ old: 0, proof: [], note: 'a\n1\n…' }) // 'old 0\n\na\n1\n…'
 */
export function formatAddCheckpoint({ old, proof, note }: AddCheckpoint): string {
  return `${[`old ${old}`, ...proof.map((hash) => hash.toBase64())].join('\n')}\n\n${note}`
}

/**
 * Reads such a body; the note is not looked at yet.
 *
 * @example parseAddCheckpoint('old 0\n\na\n1\n…') // { ok: true, value: { old: 0, proof: [], note: 'a\n1\n…' } }
 * @example parseAddCheckpoint('old 00\n\n') // { ok: false, refusal: { code: 'malformed-request' } }
 */
export function parseAddCheckpoint(body: string): Outcome<AddCheckpoint, { code: 'malformed-request' }> {
  const no = () => refuse('malformed-request')
  const end = body.indexOf('\n\n')
  if (end < 0) return no()
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const old = /^old (?<size>0|[1-9]\d*)$/.exec(first)?.groups?.['size']
  if (old === undefined || !Number.isSafeInteger(Number(old)) || lines.length > mostHashes) return no()
  const proof = lines.map(readBase64)
  if (proof.some((hash) => hash?.length !== HASH_BYTES)) return no()
  return done({ old: Number(old), proof: proof.filter((hash) => hash !== undefined), note: body.slice(end + 2) })
}

/** A witness: its key, the logs that it knows, and what it saw last of each. */
export type Witness = {
  signer: Signer
  logs: readonly VerifierKey[]
  /** Null before the first time. */
  seen: (origin: string) => Promise<SeenHead | null>
  /** Kept for good when the promise is kept: only then is the cosignature handed out. */
  keep: (origin: string, head: SeenHead) => Promise<void>
}

/** An answer over HTTP. */
export type WitnessAnswer = { status: 200 | 400 | 403 | 404 | 409 | 422; type: string; body: string }

const plain = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({ status, type: 'text/plain; charset=utf-8', body })

/**
 * The answer to `POST <prefix>/add-checkpoint` (C2SP tlog-witness): the cosignature alone, 409 with the size that was seen where the log thinks of another,
 * 422 for a proof that does not hold, 404 for a log that is not known, 403 where its key did not sign. One question at a time: the caller holds the others.
 *
 * @example (await answerAddCheckpoint('', { witness: {}, time: 0 })).status // 400
 */
export async function answerAddCheckpoint(
  body: string,
  { witness: { signer, logs, seen, keep }, time }: { witness: Witness; time: number },
): Promise<WitnessAnswer> {
  const asked = parseAddCheckpoint(body)
  if (!asked.ok) return plain(400, 'this is no request to add a checkpoint\n')
  const { old, proof, note } = asked.value
  const read = parseNote(note)
  const head = read.ok ? parseCheckpoint(read.value.text) : read
  if (!head.ok) return plain(400, 'the checkpoint cannot be read\n')
  const { origin, size } = head.value
  const keys = logs.filter(({ name }) => name === origin)
  if (keys.length === 0) return plain(404, 'this log is not known here\n')
  if (old > size) return plain(400, 'the log was never larger than it is\n')
  const last = (await seen(origin)) ?? { size: 0, root: emptyRoot }
  const cosigned = await cosignCheckpoint(note, { seen: last, proof, policy: { origin, keys }, witness: signer, time })
  // Who signed comes before what was seen: a stranger is told nothing.
  if (!cosigned.ok && ['unknown-signers', 'wrong-signature'].includes(cosigned.refusal.code))
    return plain(403, 'the log did not sign this\n')
  if (old !== last.size || (!cosigned.ok && cosigned.refusal.code === 'log-forked'))
    return { status: 409, type: 'text/x.tlog.size', body: `${last.size}\n` }
  if (!cosigned.ok) return plain(422, 'the proof does not hold\n')
  await keep(origin, cosigned.value.seen)
  const line = cosigned.value.note.trimEnd().split('\n').at(-1)!
  return plain(200, `${line}\n`)
}
