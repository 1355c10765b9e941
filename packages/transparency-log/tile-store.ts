import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { HASH_BYTES } from './hash.ts'
import { TILE_WIDTH, tilePath } from './tile.ts'
import type { Tile } from './tile.ts'

/** Where a log keeps its files: a folder, a table, a bucket behind HTTP. A path is written anew only with what agrees with every checkpoint. */
export type TileStore = {
  /** `undefined` when nothing is stored there. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Whole or not at all, and lasting when the promise is kept. */
  write(path: string, bytes: Uint8Array): Promise<void>
}

/** The file that is not there, or has not the length that its width asks for. */
export type TileRefusal = { code: 'tile-missing' | 'tile-broken'; path: string }

/**
 * A store that forgets, for tests and for short lists.
 *
 * @example memoryStore().read('checkpoint') // undefined
 */
export function memoryStore(files: Map<string, Uint8Array> = new Map()): TileStore {
  return {
    read: (path) => Promise.resolve(files.get(path)),
    write: (path, bytes) => {
      files.set(path, bytes)
      return Promise.resolve()
    },
  }
}

/** A log may drop a partial tile once the full one is there, which begins with the same hashes (C2SP tlog-tiles, "Partial Tiles"). */
export async function readTile(store: TileStore, tile: Tile): Promise<Outcome<Uint8Array, TileRefusal>> {
  const path = tilePath(tile)
  const partial = await store.read(path)
  if (partial) return partial.length === tile.width * HASH_BYTES ? done(partial) : refuse('tile-broken', { path })
  if (tile.width === TILE_WIDTH) return refuse('tile-missing', { path })
  const full = await readTile(store, { ...tile, width: TILE_WIDTH })
  return full.ok ? done(full.value.subarray(0, tile.width * HASH_BYTES)) : refuse('tile-missing', { path })
}
