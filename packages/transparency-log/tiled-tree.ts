import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBundle } from './bundle.ts'
import { bitLength, isCount, rangesOfProof } from './climb.ts'
import type { Range } from './climb.ts'
import type { Edge } from './edge.ts'
import { HASH_BYTES, emptyRoot, nodeHash, perfectRoot } from './hash.ts'
import type { Hash } from './hash.ts'
import { assertSubtree } from './tree.ts'
import { readTile } from './tile-store.ts'
import type { TileRefusal, TileStore } from './tile-store.ts'
import { TILE_WIDTH, tileAt, tilePath } from './tile.ts'
import type { Tile } from './tile.ts'

/** A complete subtree: 2^height leaves, the `index`-th of its kind. */
type Subtree = { height: number; index: number }

/**
 * The root of the first `size` leaves, from tiles alone.
 *
 * @example tiledRoot(memoryStore(), 0) // { ok: true, value: emptyRoot }
 * @example tiledRoot(memoryStore(), 1) // { ok: false, refusal: { code: 'tile-missing', path: 'tile/0/000.p/1' } }
 */
export async function tiledRoot(store: TileStore, size: number): Promise<Outcome<Hash, TileRefusal>> {
  if (!isCount(size)) throw new RangeError(`${size} counts no leaves`)
  if (size === 0) return done(emptyRoot)
  const roots = await hashesOf(store, size, [[0, size]])
  return roots.ok ? done(roots.value[0]!) : roots
}

/**
 * The proof that leaf `leafIndex` stands in the tree of the first `size` leaves, from tiles alone: at most two tiles a level.
 * Refuses with the path of a tile that is missing or cut short; throws when there is no such leaf. Whether the tiles are true, the proof tells:
 * verify it against the root of a checkpoint.
 *
 * @example tiledInclusion(memoryStore(), 0, 1) // { ok: true, value: [] }
 */
export function tiledInclusion(store: TileStore, leafIndex: number, size: number): Promise<Outcome<Hash[], TileRefusal>> {
  return tiledSubtree(store, leafIndex, leafIndex + 1, size)
}

/**
 * The proof that the tree of `size2` leaves begins with the tree of `size1`, from tiles alone. Throws when `size1` is 0 or above `size2`.
 *
 * @example tiledConsistency(memoryStore(), 1, 2) // { ok: false, refusal: { code: 'tile-missing', path: 'tile/0/000.p/2' } }
 */
export function tiledConsistency(store: TileStore, size1: number, size2: number): Promise<Outcome<Hash[], TileRefusal>> {
  return tiledSubtree(store, 0, size1, size2)
}

/**
 * The proof that leaves `start` … `end - 1` form a subtree of the first `size` leaves, from tiles alone; throws when they do not.
 *
 * @example tiledSubtree(memoryStore(), 0, 2, 2) // { ok: true, value: [] }
 */
export async function tiledSubtree(store: TileStore, start: number, end: number, size: number): Promise<Outcome<Hash[], TileRefusal>> {
  assertSubtree(start, end, size)
  return hashesOf(store, size, rangesOfProof(start, end, size))
}

/**
 * Reads back what a log of this size must know to grow: at most one tile a level and one bundle.
 *
 * @example loadEdge(memoryStore(), 0) // { ok: true, value: emptyEdge }
 */
export async function loadEdge(store: TileStore, size: number): Promise<Outcome<Edge, TileRefusal>> {
  if (!isCount(size)) throw new RangeError(`${size} counts no leaves`)
  const tiles: Uint8Array[] = []
  for (let level = 0; size >= TILE_WIDTH ** level; level += 1) {
    const tile = tileAt(level, Math.floor(size / TILE_WIDTH ** (level + 1)), size)
    const read = tile.width === 0 ? done(new Uint8Array()) : await readTile(store, tile)
    if (!read.ok) return read
    tiles.push(read.value)
  }
  const bundle = await openBundle(store, size)
  return bundle.ok ? done({ size, tiles, bundle: bundle.value }) : bundle
}

async function openBundle(store: TileStore, size: number): Promise<Outcome<Uint8Array, TileRefusal>> {
  const width = size % TILE_WIDTH
  if (width === 0) return done(new Uint8Array())
  const path = tilePath({ level: 'entries', index: Math.floor(size / TILE_WIDTH), width })
  const bytes = await store.read(path)
  if (!bytes) return refuse('tile-missing', { path })
  const entries = readBundle(bytes)
  return entries.ok && entries.value.length === width ? done(bytes) : refuse('tile-broken', { path })
}

async function hashesOf(store: TileStore, size: number, ranges: readonly Range[]): Promise<Outcome<Hash[], TileRefusal>> {
  const needed = ranges.map(completeSubtrees)
  const tiles = new Map(
    needed
      .flat()
      .map((subtree) => tileOf(subtree, size))
      .map((tile) => [tilePath(tile), tile]),
  )
  const stored = new Map<string, Uint8Array>()
  const reads = await Promise.all([...tiles].map(async ([path, tile]) => [path, await readTile(store, tile)] as const))
  for (const [path, read] of reads) {
    if (!read.ok) return read
    stored.set(path, read.value)
  }
  const hashOf = (subtree: Subtree) => hashInTile(subtree, stored.get(tilePath(tileOf(subtree, size)))!)
  return done(needed.map((subtrees) => subtrees.map(hashOf).reduceRight((right, left) => nodeHash(left, right))))
}

/** A range that a proof asks for, as complete subtrees from the largest to the smallest. */
function completeSubtrees([from, to]: Range): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = from; at < to;) {
    const height = bitLength(to - at) - 1
    subtrees.push({ height, index: at / 2 ** height })
    at += 2 ** height
  }
  return subtrees
}

/** Eight heights of the tree lie in one tile; its own hashes are those whose height is a multiple of eight. */
function tileOf({ height, index }: Subtree, size: number): Tile {
  return tileAt(Math.floor(height / 8), Math.floor(index / 2 ** (8 - (height % 8))), size)
}

function hashInTile({ height, index }: Subtree, tile: Uint8Array): Hash {
  const width = 2 ** (height % 8)
  const first = (index * width) % TILE_WIDTH
  return perfectRoot(tile.subarray(first * HASH_BYTES, (first + width) * HASH_BYTES))
}
