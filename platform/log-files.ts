import { tilePath } from '@dacsan/transparency-log'
import type { TileStore } from '@dacsan/transparency-log'
import { CHECKPOINT_PATH } from '@dacsan/transparency-log/log'
import { parseCheckpoint } from '@dacsan/transparency-log/note'

/** The verifier keys of the log, one a line: the first is the one that it was begun with, the last signs now. */
export const vkeyPath = 'vkey'
/** The newest checkpoint that a witness has cosigned. */
export const cosignedPath = 'cosigned'
/** What is written last, and says what the rest is. */
export const logNotes: readonly string[] = [vkeyPath, cosignedPath, CHECKPOINT_PATH]

const width = 256

/** Every file of a log that its notes speak of: the tiles first. */
export async function* readLogFiles(log: TileStore): AsyncIterable<{ path: string; bytes: Uint8Array }> {
  const notes = new Map<string, Uint8Array>()
  for (const path of logNotes) {
    const bytes = await log.read(path)
    if (bytes) notes.set(path, bytes)
  }
  const tiles = new Set([cosignedPath, CHECKPOINT_PATH].flatMap((path) => tilesOf(sizeIn(notes.get(path)))))
  for (const path of tiles) {
    const bytes = await log.read(path)
    // Which tile is missing, the proof of the log says.
    if (bytes) yield { path, bytes }
  }
  for (const [path, bytes] of notes) yield { path, bytes }
}

/** How many entries a signed note says that there are; whether it may say so, its signature shows elsewhere. */
export function sizeIn(note: Uint8Array | undefined): number {
  const checkpoint = note && parseCheckpoint(`${new TextDecoder().decode(note).split('\n\n', 1)[0]}\n`)
  return checkpoint?.ok ? checkpoint.value.size : 0
}

function tilesOf(size: number): string[] {
  const entries = levelOf('entries', size)
  const hashes: string[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / width)) hashes.push(...levelOf(level, count))
  return [...entries, ...hashes]
}

function levelOf(level: number | 'entries', count: number): string[] {
  const full = Array.from({ length: Math.floor(count / width) }, (_, index) => tilePath({ level, index, width }))
  const rest = count % width
  return rest === 0 ? full : [...full, tilePath({ level, index: full.length, width: rest })]
}
