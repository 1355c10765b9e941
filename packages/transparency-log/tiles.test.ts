import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isCovered,
  emptyEdge,
  emptyRoot,
  growEdge,
  leafHash,
  loadEdge,
  memoryStore,
  parseTilePath,
  partialTiles,
  proveConsistency,
  proveInclusion,
  proveSubtree,
  readBundle,
  rootOfEdge,
  rootOfLeaves,
  tilePath,
  tiledConsistency,
  tiledInclusion,
  tiledRoot,
  tiledSubtree,
} from './index.ts'
import type { Edge, Tile, TileStore } from './index.ts'

const entry = (index: number) => new TextEncoder().encode(`event ${index}`)
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => entry(from + index))

/** A log that grew in these steps, every file of every step kept. */
function grown(...sizes: number[]) {
  const files = new Map<string, Uint8Array>()
  let edge: Edge = emptyEdge
  for (const size of sizes) {
    const step = growEdge(edge, entries(edge.size, size))
    for (const { path, bytes } of step.files) files.set(path, bytes)
    edge = step.edge
  }
  return { edge, files, store: memoryStore(files), leaves: entries(0, edge.size).map(leafHash) }
}

describe('paths', () => {
  test('the path of a tile has the form of C2SP tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 63, index: 0, width: 1 })).toBe('tile/63/000.p/1')
    expect(tilePath({ level: 'entries', index: 1000, width: 256 })).toBe('tile/entries/x001/000')
    expect(tilePath({ level: 1, index: 999, width: 255 })).toBe('tile/1/999.p/255')
  })

  test.each([
    'tile/64/000',
    'tile/00/000',
    'tile/0/0',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/07',
    'tile/0/000.p/1/',
    'tile/0/../000',
    'tile/entries/000.p/999',
    'checkpoint',
    '',
    `tile/0/${'x999/'.repeat(6)}999`,
  ])('the path "%s" is not a tile path', (path) => {
    expect(parseTilePath(path)).toEqual({ ok: false, refusal: { code: 'not-a-tile-path' } })
  })

  test('the path of a tile is read back as it was written', () => {
    const level = fc.oneof(fc.nat(63), fc.constant('entries' as const))
    fc.assert(
      fc.property(level, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ ok: true, value: { level, index, width } })
      }),
    )
  })

  test('the partial tiles of 70,000 and of 256 leaves are those of the C2SP text', () => {
    expect(partialTiles(70_000).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1'])
    expect(partialTiles(256).map(tilePath)).toEqual(['tile/1/000.p/1'])
    expect(partialTiles(0)).toEqual([])
  })
})

test('a checkpoint covers exactly the files that its log needs, and none that a crash may have left', () => {
  fc.assert(
    fc.property(fc.nat(70_000), fc.integer({ min: 1, max: 600 }), (size, more) => {
      const tileOf = (path: string) => (parseTilePath(path) as { value: Tile }).value
      for (const tile of partialTiles(size)) expect(isCovered(tile, size)).toBe(true)
      for (const tile of partialTiles(size)) expect(isCovered({ ...tile, width: tile.width + 1 }, size)).toBe(false)
      const left = Math.floor(size / 256)
      expect(isCovered(tileOf(tilePath({ level: 'entries', index: left, width: 256 })), size)).toBe(false)
      if (left > 0) expect(isCovered({ level: 0, index: left - 1, width: 256 }, size)).toBe(true)
      expect(isCovered({ level: 0, index: Math.floor((size + more) / 256), width: 256 }, size)).toBe(false)
    }),
  )
})

describe('growing', () => {
  test('a log of 70,000 entries has the files of the C2SP text, and their root', { timeout: 30_000 }, async () => {
    const { edge, files, leaves, store } = grown(70_000)
    const hashTiles = [...files.keys()].filter((path) => /^tile\/\d/.test(path))
    expect(hashTiles.filter((path) => path.startsWith('tile/0/') && !path.includes('.p/'))).toHaveLength(273)
    expect(hashTiles.filter((path) => !path.startsWith('tile/0/') || path.includes('.p/')).toSorted()).toEqual([
      'tile/0/x000/273.p/112'.replace('x000/', ''),
      'tile/1/000',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ])
    expect(files.get('tile/1/000')).toHaveLength(8192)
    expect(rootOfEdge(edge)).toEqual(rootOfLeaves(leaves))
    expect(await tiledRoot(store, 70_000)).toEqual({ ok: true, value: rootOfLeaves(leaves) })
    expect(await tiledInclusion(store, 69_999, 70_000)).toEqual({ ok: true, value: proveInclusion(leaves, 69_999) })
    expect(await tiledConsistency(store, 65_536, 70_000)).toEqual({ ok: true, value: proveConsistency(leaves, 65_536) })
    expect(await loadEdge(store, 70_000)).toEqual({ ok: true, value: edge })
  })

  test('a log that grows in any steps has the same edge and the same root', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 8 }), (steps) => {
        const sizes = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0))
        const inSteps = grown(...sizes)
        const atOnce = grown(sizes.at(-1) ?? 0)
        expect(inSteps.edge).toEqual(atOnce.edge)
        expect(rootOfEdge(inSteps.edge)).toEqual(rootOfLeaves(inSteps.leaves))
        for (const [path, bytes] of atOnce.files) expect(inSteps.files.get(path)).toEqual(bytes)
      }),
      { numRuns: 30 },
    )
  })

  test('an entry bundle holds the entries whose leaf hashes are in the tile beside it', () => {
    const { files } = grown(100, 300)
    for (const [path, bytes] of files) {
      if (!path.startsWith('tile/entries/')) continue
      const bundle = readBundle(bytes)
      const hashes = bundle.ok ? bundle.value.map(leafHash) : []
      expect(Uint8Array.of(...hashes.flatMap((hash) => [...hash]))).toEqual(files.get(path.replace('entries', '0')))
    }
    expect([...files.keys()].filter((path) => path.includes('entries'))).toEqual([
      'tile/entries/000.p/100',
      'tile/entries/000',
      'tile/entries/001.p/44',
    ])
  })

  test('a log of 250,000 entries has the same root, added at once or in steps', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 250_000 }, () => new Uint8Array(1))
    const half = growEdge(emptyEdge, many.slice(0, 100_000)).edge
    expect(rootOfEdge(growEdge(emptyEdge, many).edge)).toEqual(rootOfEdge(growEdge(half, many.slice(100_000)).edge))
  })

  test('an entry may be empty and may have up to 65,535 bytes', () => {
    const { edge, files } = growEdge(emptyEdge, [new Uint8Array(), new Uint8Array(65_535)])
    expect(edge.size).toBe(2)
    expect(readBundle(files[0]!.bytes)).toMatchObject({ ok: true, value: [{ length: 0 }, { length: 65_535 }] })
    expect(() => growEdge(emptyEdge, [new Uint8Array(65_536)])).toThrow(RangeError)
  })

  test('a truncated entry bundle is refused at its broken entry', () => {
    expect(readBundle(Uint8Array.of(0, 1, 97, 0, 2, 98))).toEqual({ ok: false, refusal: { code: 'broken-bundle', at: 3 } })
    expect(readBundle(Uint8Array.of(0))).toEqual({ ok: false, refusal: { code: 'broken-bundle', at: 0 } })
  })
})

describe('proofs from tiles alone', () => {
  test('the proofs from tiles are those of the tree in memory, at every stored size', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 0, max: 1200 }), fc.nat(), async (size, more, place) => {
        const { store, leaves: all } = grown(size, size + more)
        const leaves = all.slice(0, size)
        const leafIndex = place % size
        expect(await tiledRoot(store, size)).toEqual({ ok: true, value: rootOfLeaves(leaves) })
        expect(await tiledInclusion(store, leafIndex, size)).toEqual({ ok: true, value: proveInclusion(leaves, leafIndex) })
        expect(await tiledConsistency(store, leafIndex + 1, size)).toEqual({ ok: true, value: proveConsistency(leaves, leafIndex + 1) })
        expect(await tiledConsistency(store, size, all.length)).toEqual({ ok: true, value: proveConsistency(all, size) })
        const start = leafIndex - (leafIndex % 8)
        const end = Math.min(start + 8, size)
        expect(await tiledSubtree(store, start, end, size)).toEqual({ ok: true, value: proveSubtree(leaves, start, end) })
        expect(await loadEdge(store, size)).toMatchObject({ ok: true, value: { size } })
      }),
      { numRuns: 40 },
    )
  })

  test('a proof from tiles uses the full tile where the partial one was deleted', async () => {
    const { store, files, leaves } = grown(200, 300)
    for (const path of files.keys()) if (path.startsWith('tile/0/000.p/')) files.delete(path)
    expect(await tiledRoot(store, 200)).toEqual({ ok: true, value: rootOfLeaves(leaves.slice(0, 200)) })
  })

  test('a proof from tiles reads at most two tiles a level', { timeout: 30_000 }, async () => {
    const { files } = grown(70_000)
    const read: string[] = []
    const counting: TileStore = { ...memoryStore(files), read: (path) => (read.push(path), Promise.resolve(files.get(path))) }
    await tiledInclusion(counting, 12_345, 70_000)
    expect(read.toSorted()).toEqual(
      ['tile/0/048', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1'].slice(0, read.length).toSorted(),
    )
    expect(read.length).toBeLessThanOrEqual(6)
  })

  test('a proof from tiles names the tile that is missing or truncated', async () => {
    const { store, files } = grown(300)
    files.set('tile/0/001.p/44', new Uint8Array(44 * 32 - 1))
    expect(await tiledRoot(store, 300)).toEqual({ ok: false, refusal: { code: 'tile-broken', path: 'tile/0/001.p/44' } })
    files.delete('tile/0/001.p/44')
    expect(await tiledInclusion(store, 299, 300)).toEqual({ ok: false, refusal: { code: 'tile-missing', path: 'tile/0/001.p/44' } })
    files.delete('tile/1/000.p/1')
    expect(await loadEdge(store, 300)).toMatchObject({ ok: false, refusal: { code: 'tile-missing' } })
  })

  test('an empty log has only a root', async () => {
    expect(await tiledRoot(memoryStore(), 0)).toEqual({ ok: true, value: emptyRoot })
    expect(await loadEdge(memoryStore(), 0)).toEqual({ ok: true, value: emptyEdge })
    expect(growEdge(emptyEdge, [])).toEqual({ edge: emptyEdge, files: [] })
    await expect(tiledInclusion(memoryStore(), 0, 0)).rejects.toThrow(RangeError)
    await expect(tiledRoot(memoryStore(), 1.5)).rejects.toThrow(RangeError)
  })
})
