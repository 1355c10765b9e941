import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBundle } from './bundle.ts'
import { formatCheckpoint, parseCheckpoint, verifyCheckpoint } from './checkpoint.ts'
import type { Checkpoint, CheckpointVerificationRefusal, LogPolicy } from './checkpoint.ts'
import { emptyEdge, growEdge, rootOfEdge } from './edge.ts'
import type { Edge, TileFile } from './edge.ts'
import { sameBytes } from './hash.ts'
import type { Hash } from './hash.ts'
import { parseNote } from './signed-note.ts'
import { signNote } from './signer.ts'
import type { Signer } from './signer.ts'
import type { TileRefusal, TileStore } from './tile-store.ts'
import { loadEdge } from './tiled-tree.ts'
import { TILE_WIDTH, partialTiles, tilePath } from './tile.ts'

/** Where the signed checkpoint stands among the files of a log (C2SP tlog-tiles). */
export const CHECKPOINT_PATH = 'checkpoint'

/** `log-altered` names the file that is not what was signed. */
export type LogRefusal = TileRefusal | CheckpointVerificationRefusal | { code: 'log-altered'; path: string }

/**
 * Opens a log where it was left: verifies its checkpoint, reads the right edge of the tree and holds it against the signed root.
 * Without a checkpoint the log is empty, whatever else lies there: what was written before a crash was never spoken of.
 * Refuses with `log-altered` when the files are not those that were signed.
 *
 * @example openLog(memoryStore(), { origin: 'ai.example/log', keys: [] }) // { ok: true, value: emptyEdge }
 */
export async function openLog(store: TileStore, policy: LogPolicy): Promise<Outcome<Edge, LogRefusal>> {
  const stored = await store.read(CHECKPOINT_PATH)
  if (!stored) return done(emptyEdge)
  const checkpoint = await verifyCheckpoint(new TextDecoder().decode(stored), policy)
  if (!checkpoint.ok) return checkpoint
  const edge = await loadEdge(store, checkpoint.value.size)
  if (!edge.ok) return edge
  return sameBytes(rootOfEdge(edge.value), checkpoint.value.root) ? edge : refuse('log-altered', { path: CHECKPOINT_PATH })
}

/**
 * Puts entries at the end of a log and signs for it. Writes bundles first, then tiles from level 0 up, and the checkpoint last: whatever is lost
 * in between, the checkpoint that stands there still finds every file it speaks of, and the next writer writes over the rest.
 * One writer at a time: refuses when the stored checkpoint is of another size than `edge`, and the caller holds a lock against true races.
 * A reader is to be served only what the checkpoint covers.
 *
 * @example (await appendToLog(memoryStore(), { origin: 'ai.example', signer, edge: emptyEdge, entries: [bytes('a')] })).value.edge.size // 1
 */
export async function appendToLog(
  store: TileStore,
  { origin, signer, edge, entries }: { origin: string; signer: Signer; edge: Edge; entries: readonly Uint8Array[] },
): Promise<Outcome<{ edge: Edge; checkpoint: string }, { code: 'another-writer'; size: number }>> {
  const size = await storedSize(store)
  if (size !== edge.size) return refuse('another-writer', { size })
  const grown = growEdge(edge, entries)
  for (const { path, bytes } of grown.files) await store.write(path, bytes)
  const head: Checkpoint = { origin, size: grown.edge.size, root: rootOfEdge(grown.edge), extensions: [] }
  const checkpoint = await signNote(formatCheckpoint(head), signer)
  await store.write(CHECKPOINT_PATH, new TextEncoder().encode(checkpoint))
  return done({ edge: grown.edge, checkpoint })
}

async function storedSize(store: TileStore): Promise<number> {
  const stored = await store.read(CHECKPOINT_PATH)
  const note = stored ? parseNote(new TextDecoder().decode(stored)) : undefined
  const head = note?.ok ? parseCheckpoint(note.value.text) : undefined
  return head?.ok ? head.value.size : 0
}

/**
 * Proves a whole log: from the entries in the bundles every hash, every tile and the root are computed anew and held against what is stored.
 * Refuses with the path of the first file that is missing, broken or altered. Reads everything once, 256 entries at a time.
 *
 * @example auditLog(memoryStore(), { size: 0, root: emptyRoot }) // { ok: true, value: { entries: 0 } }
 */
export async function auditLog(
  store: TileStore,
  { size, root }: { size: number; root: Hash },
): Promise<Outcome<{ entries: number }, LogRefusal>> {
  let edge = emptyEdge
  while (edge.size < size) {
    const width = Math.min(TILE_WIDTH, size - edge.size)
    const path = tilePath({ level: 'entries', index: edge.size / TILE_WIDTH, width })
    const bundle = await store.read(path)
    if (!bundle) return refuse('tile-missing', { path })
    const entries = readBundle(bundle)
    if (!entries.ok || entries.value.length !== width) return refuse('tile-broken', { path })
    const grown = growEdge(edge, entries.value)
    for (const file of grown.files.filter(({ path }) => !path.includes('.p/'))) {
      const fault = await compare(store, file)
      if (fault) return fault
    }
    edge = grown.edge
  }
  // Partial tiles are stored for the sizes that were signed, and those on the way here were not.
  for (const tile of partialTiles(size)) {
    const fault = await compare(store, { path: tilePath(tile), bytes: edge.tiles[Number(tile.level)]! })
    if (fault) return fault
  }
  return sameBytes(rootOfEdge(edge), root) ? done({ entries: size }) : refuse('log-altered', { path: CHECKPOINT_PATH })
}

async function compare(store: TileStore, { path, bytes }: TileFile) {
  const stored = await store.read(path)
  if (!stored) return refuse('tile-missing', { path })
  return sameBytes(stored, bytes) ? undefined : refuse('log-altered', { path })
}
