import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { verifyCheckpoint } from './checkpoint.ts'
import type { CheckpointVerificationRefusal, LogPolicy, VerifiedCheckpoint } from './checkpoint.ts'
import { sameBytes } from './hash.ts'
import type { Hash } from './hash.ts'
import { addSignature } from './signer.ts'
import type { Signer } from './signer.ts'
import { verifyConsistency } from './verify-proof.ts'

/** The last head of a log that someone saw; at first size 0 and the empty root. */
export type SeenHead = { size: number; root: Hash }

/** `log-forked` is the alarm: the log signed two histories that exclude each other. `stale` may be a late letter. */
export type GrowthRefusal =
  | CheckpointVerificationRefusal
  | { code: 'stale-checkpoint'; size: number }
  | { code: 'log-forked' | 'not-consistent'; size: number }

/**
 * Verifies that a log only grew since the head that was seen last (C2SP tlog-witness, "add-checkpoint"): a signed checkpoint, not smaller, with a proof
 * of consistency; nothing is to be proved from an empty log. Refuses `log-forked` for another root at the same size, and `not-consistent`
 * for a proof that does not hold, which is a fork or a wrong proof.
 *
 * @example (await verifyGrowth('', { seen: { size: 0, root: emptyRoot }, proof: [], policy: { origin: 'a', keys: [] } })).refusal.code // 'malformed-note'
 */
export async function verifyGrowth(
  note: string,
  { seen, proof, policy }: { seen: SeenHead; proof: readonly Hash[]; policy: LogPolicy },
): Promise<Outcome<VerifiedCheckpoint, GrowthRefusal>> {
  const checkpoint = await verifyCheckpoint(note, policy)
  if (!checkpoint.ok) return checkpoint
  const { size, root } = checkpoint.value
  if (size < seen.size) return refuse('stale-checkpoint', { size: seen.size })
  if (size === seen.size && !sameBytes(root, seen.root)) return refuse('log-forked', { size })
  const claim = { size1: seen.size, size2: size, root1: seen.root, root2: root, proof }
  const holds = seen.size === 0 ? proof.length === 0 : verifyConsistency(claim)
  return holds ? checkpoint : refuse('not-consistent', { size })
}

/**
 * A witness's answer to a new checkpoint: verified by {@link verifyGrowth}, then cosigned with the time in seconds since 1970. The head that comes
 * back must be stored in place of `seen`, in one step with the comparison, before the note is handed out: else two answers at once could roll it back.
 *
 * @example (await cosignCheckpoint('', { seen: { size: 0, root: emptyRoot }, proof: [], policy: { origin: 'a', keys: [] }, witness: signer, time: 0 })).ok // false
 */
export async function cosignCheckpoint(
  note: string,
  { witness, time, ...facts }: { seen: SeenHead; proof: readonly Hash[]; policy: LogPolicy; witness: Signer; time: number },
): Promise<Outcome<{ note: string; seen: SeenHead }, GrowthRefusal>> {
  const checkpoint = await verifyGrowth(note, facts)
  if (!checkpoint.ok) return checkpoint
  const cosigned = await addSignature(note, witness, time)
  if (!cosigned.ok) return cosigned
  const { size, root } = checkpoint.value
  return done({ note: cosigned.value, seen: { size, root } })
}
