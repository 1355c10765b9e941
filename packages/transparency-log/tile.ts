import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256

/** A file of the log: a tile of hashes at a level, or a bundle of entries. A width below 256 is partial. */
export type Tile = { level: number | 'entries'; index: number; width: number }

/** The path is not spelled as tlog-tiles spells it. */
export type TilePathRefusal = { code: 'not-a-tile-path' }

/**
 * Where a tile is served (C2SP tlog-tiles): the index in groups of three digits, all but the last behind an `x`, so that no file stands in the
 * place of a folder.
 *
 * @example tilePath({ level: 0, index: 1234067, width: 256 }) // 'tile/0/x001/x234/067'
 * @example tilePath({ level: 'entries', index: 273, width: 112 }) // 'tile/entries/273.p/112'
 */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!
  const last = groups.pop()!
  const suffix = width === TILE_WIDTH ? '' : `.p/${width}`
  return ['tile', level, ...groups.map((group) => `x${group}`), last].join('/') + suffix
}

const form = /^tile\/(?<level>entries|0|[1-9]\d?)\/(?<index>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/

/**
 * Reads a path back. Only the one form that {@link tilePath} writes is a path: no other zeros, level at most 63, partial width 1 to 255.
 *
 * @example parseTilePath('tile/0/x001/x234/067.p/8') // { ok: true, value: { level: 0, index: 1234067, width: 8 } }
 * @example parseTilePath('tile/0/x000/001') // { ok: false, refusal: { code: 'not-a-tile-path' } }
 */
export function parseTilePath(path: string): Outcome<Tile, TilePathRefusal> {
  const { level = '', index = '', width } = form.exec(path)?.groups ?? {}
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  }
  const isTile = index !== '' && level !== '' && (level === 'entries' || Number(level) <= 63) && Number.isSafeInteger(tile.index)
  if (!isTile || tilePath(tile) !== path) return refuse('not-a-tile-path')
  return width !== undefined && tile.width >= TILE_WIDTH ? refuse('not-a-tile-path') : done(tile)
}

/** How many hashes the level has in all in a tree of this size: those of full tiles below. */
const hashesAt = (level: number, size: number) => Math.floor(size / TILE_WIDTH ** level)

/**
 * Whether a checkpoint of this size speaks of the tile or bundle. Only such a file may be served: one that a crash left behind is written over by
 * the next writer, and a cache would keep the lost one.
 *
 * @example isCovered({ level: 0, index: 0, width: 256 }, 255) // false
 * @example isCovered({ level: 1, index: 0, width: 1 }, 256) // true
 */
export function isCovered({ level, index, width }: Tile, size: number): boolean {
  return index * TILE_WIDTH + width <= hashesAt(level === 'entries' ? 0 : level, size)
}

/** The tile at this place in a tree of this size. */
export function tileAt(level: number, index: number, size: number): Tile {
  return { level, index, width: Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH) }
}

/**
 * The tiles along the right edge that are not full, from level 0 up: what a checkpoint of this size obliges the log to serve beside the full ones.
 *
 * @example partialTiles(70_000) // [{ level: 0, index: 273, width: 112 }, { level: 1, index: 1, width: 17 }, { level: 2, index: 0, width: 1 }]
 */
export function partialTiles(size: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const tile = tileAt(level, Math.floor(hashesAt(level, size) / TILE_WIDTH), size)
    if (tile.width > 0) tiles.push(tile)
  }
  return tiles
}
