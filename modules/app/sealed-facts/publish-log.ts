import { cosignedPath, logNotes, sizeIn } from '@dacsan/platform/log-files'
import { openFilePlace } from '@dacsan/platform/open-file-place'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { isCovered, parseTilePath } from '@dacsan/transparency-log'
import type { TileStore } from '@dacsan/transparency-log'
import { CHECKPOINT_PATH, auditLog, openLog } from '@dacsan/transparency-log/log'
import type { LogRefusal } from '@dacsan/transparency-log/log'
import { verifyCheckpoint } from '@dacsan/transparency-log/note'
import { readCheckpoint, readSealLog } from './seal-log.ts'
import type { LogPlace } from './seal-log.ts'

/** The newest checkpoint as it is signed; null before anything was sealed. */
export async function newestCheckpoint(place: LogPlace): Promise<string | null> {
  const log = await readSealLog(place)
  return log && readCheckpoint(log)
}

/** How many entries the newest checkpoint covers, as it says itself; 0 before the first. */
export async function logSize(place: LogPlace): Promise<number> {
  return sizeIn(await openFilePlace(place).log.read(CHECKPOINT_PATH))
}

/**
 * A file of the log that anybody may have, or null: checkpoint, key, and the tiles of hashes that the checkpoint covers, by which proofs are made. The
 * entries say which facts there are, and stay here.
 */
export async function publicLogFile(place: LogPlace, path: string): Promise<{ bytes: Uint8Array; isFinal: boolean } | null> {
  const log = await readSealLog(place)
  if (!log) return null
  const tile = parseTilePath(path)
  if (!tile.ok && !logNotes.includes(path)) return null
  if (tile.ok) {
    if (tile.value.level === 'entries') return null
    const opened = await openLog(log.store, log.policy)
    if (!opened.ok || !isCovered(tile.value, opened.value.size)) return null
  }
  const bytes = path === CHECKPOINT_PATH ? await checkpointWithWitnesses(log.store) : await log.store.read(path)
  return bytes ? { bytes, isFinal: tile.ok } : null
}

/** The newest checkpoint; with what witnesses signed under it, where they have seen it by now. */
async function checkpointWithWitnesses(store: TileStore): Promise<Uint8Array | undefined> {
  const [newest, cosigned] = await Promise.all([store.read(CHECKPOINT_PATH), store.read(cosignedPath)])
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
  return cosigned && text(cosigned).startsWith(text(newest)) ? cosigned : newest
}

/** Takes in a checkpoint of this log that witnesses have cosigned, where the log is still the one that they saw. */
export async function takeCosigned(
  { config }: { config: LogPlace },
  note: string,
): Promise<Outcome<{ size: number; witnesses: string[] }, LogRefusal | { code: 'no-log' | 'no-witness' | 'older-than-taken' }>> {
  const log = await readSealLog(config)
  if (!log) return refuse('no-log')
  const checkpoint = await verifyCheckpoint(note, log.policy)
  if (!checkpoint.ok) return checkpoint
  const { size, root, witnesses } = checkpoint.value
  if (witnesses.length === 0) return refuse('no-witness')
  const same = await auditLog(log.store, { size, root })
  if (!same.ok) return same
  const before = await readCheckpoint(log, cosignedPath)
  const taken = before === null ? null : await verifyCheckpoint(before, log.policy)
  if (taken?.ok && taken.value.size > size) return refuse('older-than-taken')
  await log.store.write(cosignedPath, new TextEncoder().encode(note))
  return done({ size, witnesses: witnesses.map(({ name }) => name) })
}
