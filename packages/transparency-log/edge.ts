import { writeBundle } from './bundle.ts'
import { concat } from './bytes.ts'
import { bitLength } from './climb.ts'
import { HASH_BYTES, emptyRoot, leafHash, nodeHash, perfectRoot } from './hash.ts'
import type { Hash } from './hash.ts'
import { TILE_WIDTH, tilePath } from './tile.ts'
import type { Tile } from './tile.ts'

/** All that a log must know to grow: the partial tiles along the right edge of its tree, from level 0 up, and the partial bundle of entries. */
export type Edge = { readonly size: number; readonly tiles: readonly Uint8Array[]; readonly bundle: Uint8Array }

/** A file that must be stored before the tree may be spoken of. */
export type TileFile = { path: string; bytes: Uint8Array }

/**
 * The edge of a log without entries.
 *
 * @example emptyEdge.size // 0
 */
export const emptyEdge: Edge = { size: 0, tiles: [], bundle: new Uint8Array() }

/**
 * The root hash of the tree whose edge this is.
 *
 * @example rootOfEdge(growEdge(emptyEdge, [bytes('a')]).edge).toHex() // leafHash(bytes('a')).toHex()
 */
export function rootOfEdge({ tiles }: Edge): Hash {
  const peaks = tiles.toReversed().flatMap(peaksOf)
  return peaks.length === 0 ? emptyRoot : peaks.reduceRight((right, left) => nodeHash(left, right))
}

/**
 * Puts entries at the end of a log. Answers with the new edge and the files to store, in the order to store them: bundles, then tiles from
 * level 0 up. Two hashes an entry on average; what is already stored is not read. Throws when an entry is over 65,535 bytes.
 *
 * @example growEdge(emptyEdge, [bytes('a')]).files.map(({ path }) => path) // ['tile/entries/000.p/1', 'tile/0/000.p/1']
 */
export function growEdge(edge: Edge, entries: readonly Uint8Array[]): { edge: Edge; files: TileFile[] } {
  const size = edge.size + entries.length
  if (!Number.isSafeInteger(size)) throw new RangeError('a log has at most 2^53 - 1 entries')
  const bundles = bundlesOf(edge, entries)
  const { tiles, files } = addHashes(edge, entries.map(leafHash))
  return { edge: { size, tiles, bundle: bundles.open }, files: [...bundles.files, ...files] }
}

function bundlesOf({ size, bundle }: Edge, entries: readonly Uint8Array[]): { open: Uint8Array; files: TileFile[] } {
  const files: TileFile[] = []
  let open = bundle
  for (let next = 0; next < entries.length;) {
    const at = size + next
    const chunk = entries.slice(next, next + TILE_WIDTH - (at % TILE_WIDTH))
    next += chunk.length
    const bytes = concat([open, writeBundle(chunk)])
    const tile: Tile = { level: 'entries', index: Math.floor(at / TILE_WIDTH), width: (at % TILE_WIDTH) + chunk.length }
    files.push({ path: tilePath(tile), bytes })
    open = tile.width === TILE_WIDTH ? new Uint8Array() : bytes
  }
  return { open, files }
}

/** Level by level: the hashes that arrive fill tiles, and the root of each full one arrives at the level above. */
function addHashes(edge: Edge, hashes: Hash[]): { tiles: Uint8Array[]; files: TileFile[] } {
  const files: TileFile[] = []
  const tiles: Uint8Array[] = []
  let arriving = hashes
  for (let level = 0; level < edge.tiles.length || arriving.length > 0; level += 1) {
    const first = Math.floor(edge.size / TILE_WIDTH ** (level + 1))
    const row = concat([edge.tiles[level] ?? new Uint8Array(), ...arriving])
    const full = Math.floor(row.length / (TILE_WIDTH * HASH_BYTES))
    const roots: Hash[] = []
    for (let index = 0; index < full; index += 1) {
      const bytes = row.slice(index * TILE_WIDTH * HASH_BYTES, (index + 1) * TILE_WIDTH * HASH_BYTES)
      files.push({ path: tilePath({ level, index: first + index, width: TILE_WIDTH }), bytes })
      roots.push(perfectRoot(bytes))
    }
    const rest = row.slice(full * TILE_WIDTH * HASH_BYTES)
    if (arriving.length > 0 && rest.length > 0) {
      files.push({ path: tilePath({ level, index: first + full, width: rest.length / HASH_BYTES }), bytes: rest })
    }
    tiles.push(rest)
    arriving = roots
  }
  return { tiles, files }
}

/** The roots of the complete subtrees over the hashes of a partial tile, the largest first: one for each bit of its width. */
function peaksOf(tile: Uint8Array): Hash[] {
  const peaks: Hash[] = []
  for (let at = 0; at < tile.length;) {
    const length = 2 ** (bitLength((tile.length - at) / HASH_BYTES) - 1) * HASH_BYTES
    peaks.push(perfectRoot(tile.subarray(at, at + length)))
    at += length
  }
  return peaks
}
