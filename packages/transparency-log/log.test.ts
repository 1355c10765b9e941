import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileStore } from './file-store.ts'
import { emptyEdge, leafHash, memoryStore, rootOfLeaves, tiledInclusion, verifyInclusion } from './index.ts'
import type { Edge, TileStore } from './index.ts'
import { appendToLog, auditLog, openLog } from './log.ts'
import { parseVerifierKey, signerOf, verifyCheckpoint } from './note.ts'
import type { VerifierKey } from './note.ts'

const origin = 'ai.example/log'
const signer = await signerOf(origin, new Uint8Array(32).fill(1))
const keys = [(parseVerifierKey(signer.vkey) as { value: VerifierKey }).value]
const entries = (from: number, to: number, word = 'event') =>
  Array.from({ length: to - from }, (_, index) => new TextEncoder().encode(`${word} ${from + index}`))

async function append(store: TileStore, edge: Edge, to: number, word?: string) {
  const outcome = await appendToLog(store, { origin, signer, edge, entries: entries(edge.size, to, word) })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

/** A store whose power fails after so many writes. */
function failing(files: Map<string, Uint8Array>, writes: number): TileStore {
  const store = memoryStore(files)
  return { ...store, write: (path, bytes) => (writes-- > 0 ? store.write(path, bytes) : Promise.reject(new Error('power cut'))) }
}

test('a reopened log has its last state, and its proofs verify against its checkpoint', async () => {
  const store = memoryStore()
  let edge = (await append(store, emptyEdge, 3)).edge
  const opened = await openLog(store, { origin, keys })
  expect(opened).toEqual({ ok: true, value: edge })
  const { checkpoint } = await append(store, edge, 700)
  const head = await verifyCheckpoint(checkpoint, { origin, keys })
  if (!head.ok) throw new Error(head.refusal.code)
  const { size: treeSize, root } = head.value
  for (const leafIndex of [0, 2, 3, 255, 256, 699]) {
    const proof = await tiledInclusion(store, leafIndex, treeSize)
    const hash = leafHash(entries(leafIndex, leafIndex + 1)[0]!)
    expect(proof.ok && verifyInclusion({ leafIndex, treeSize, leafHash: hash, root, proof: proof.value })).toBe(true)
  }
  expect(await auditLog(store, head.value)).toEqual({ ok: true, value: { entries: 700 } })
})

describe('a power cut', () => {
  test('a power cut after any write leaves the log complete, in its old state or in the new one', async () => {
    const before = new Map<string, Uint8Array>()
    const { edge } = await append(memoryStore(before), emptyEdge, 250)
    const writes = (await append(memoryStore(new Map(before)), edge, 600), 9)
    for (let cut = 0; cut <= writes; cut += 1) {
      const files = new Map(before)
      const outcome = await append(failing(files, cut), edge, 600).then(
        () => 'written',
        () => 'cut',
      )
      const opened = await openLog(memoryStore(files), { origin, keys })
      expect(opened).toMatchObject({ ok: true, value: { size: outcome === 'written' ? 600 : 250 } })
      if (!opened.ok) continue
      expect(
        await auditLog(memoryStore(files), { size: opened.value.size, root: rootOfLeaves(entries(0, opened.value.size).map(leafHash)) }),
      ).toMatchObject({ ok: true })
      // The next writer may come with other entries and in other steps, and nothing of the lost ones shines through.
      const store = memoryStore(files)
      const { edge: next } = await append(store, opened.value, opened.value.size + 5, 'other')
      const { edge: last, checkpoint } = await append(store, next, 900, 'other')
      const head = await verifyCheckpoint(checkpoint, { origin, keys })
      expect(last.size).toBe(900)
      expect(head.ok && (await auditLog(store, head.value))).toEqual({ ok: true, value: { entries: 900 } })
    }
  })

  test('a power cut before the first checkpoint leaves an empty log', async () => {
    const files = new Map<string, Uint8Array>()
    await expect(append(failing(files, 1), emptyEdge, 2)).rejects.toThrow('power cut')
    expect(files.size).toBe(1)
    expect(await openLog(memoryStore(files), { origin, keys })).toEqual({ ok: true, value: emptyEdge })
  })
})

describe('tampering', () => {
  async function stored(size: number) {
    const files = new Map<string, Uint8Array>()
    const { checkpoint } = await append(memoryStore(files), emptyEdge, size)
    const head = await verifyCheckpoint(checkpoint, { origin, keys })
    if (!head.ok) throw new Error(head.refusal.code)
    return { files, store: memoryStore(files), head: head.value }
  }

  test('C57: a changed or deleted byte in any file is detected, and the file is named', async () => {
    const { files, store, head } = await stored(300)
    for (const [path, bytes] of Array.from(files)) {
      if (path === 'checkpoint') continue
      files.set(path, bytes.with(bytes.length - 1, bytes.at(-1)! ^ 1))
      const named = path.replace('tile/entries/', 'tile/0/')
      expect(await auditLog(store, head)).toEqual({ ok: false, refusal: { code: 'log-altered', path: named } })
      files.delete(path)
      expect(await auditLog(store, head)).toEqual({ ok: false, refusal: { code: 'tile-missing', path } })
      files.set(path, bytes)
    }
    expect(await auditLog(store, { ...head, root: head.root.with(0, 0) })).toMatchObject({ refusal: { path: 'checkpoint' } })
    files.set('tile/entries/000', files.get('tile/entries/000')!.slice(0, -1))
    expect(await auditLog(store, head)).toEqual({ ok: false, refusal: { code: 'tile-broken', path: 'tile/entries/000' } })
  })

  test('a change at the right edge is detected when the log is opened', async () => {
    const { files, store } = await stored(300)
    const edge = files.get('tile/0/001.p/44')!
    files.set('tile/0/001.p/44', edge.with(0, edge[0]! ^ 1))
    expect(await openLog(store, { origin, keys })).toEqual({ ok: false, refusal: { code: 'log-altered', path: 'checkpoint' } })
    files.delete('tile/entries/001.p/44')
    expect(await openLog(store, { origin, keys })).toMatchObject({ refusal: { code: 'tile-missing' } })
  })

  test('a changed checkpoint is detected by its signature', async () => {
    const { files, store } = await stored(3)
    const text = new TextDecoder().decode(files.get('checkpoint')).replace('\n3\n', '\n2\n')
    files.set('checkpoint', new TextEncoder().encode(text))
    expect(await openLog(store, { origin, keys })).toMatchObject({ refusal: { code: 'wrong-signature' } })
    expect(await openLog(store, { origin: 'another', keys })).toMatchObject({ ok: false })
  })
})

test('a second writer with an outdated state is refused before it writes', async () => {
  const files = new Map<string, Uint8Array>()
  await append(memoryStore(files), emptyEdge, 2)
  const before = [...files]
  expect(await appendToLog(memoryStore(files), { origin, signer, edge: emptyEdge, entries: entries(0, 1) })).toEqual({
    ok: false,
    refusal: { code: 'another-writer', size: 2 },
  })
  expect([...files]).toEqual(before)
})

test('a log in a folder has the files that C2SP asks a web server to serve', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'))
  try {
    const store = fileStore(folder)
    const { edge, checkpoint } = await append(store, emptyEdge, 257)
    expect(await readFile(join(folder, 'checkpoint'), 'utf8')).toBe(checkpoint)
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
    expect(names.map((file) => join(file.parentPath, file.name).slice(folder.length + 1)).toSorted()).toEqual([
      'checkpoint',
      'tile/0/000',
      'tile/0/001.p/1',
      'tile/1/000.p/1',
      'tile/entries/000',
      'tile/entries/001.p/1',
    ])
    expect(await openLog(fileStore(folder), { origin, keys })).toEqual({ ok: true, value: edge })
    expect(await store.read('tile/0/000/nothing')).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true })
  }
})
