import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { emptyEdge, memoryStore, tilePath as ourTilePath } from '@dacsan/transparency-log'
import { appendToLog } from '@dacsan/transparency-log/log'
import { signerOf } from '@dacsan/transparency-log/note'
import { beforeAll, expect, test } from 'vitest'

// The script of the page is plain JavaScript without types: what a visitor reads is what runs.
type Head = { origin: string; size: number; root: Uint8Array }
type Line = { fact: string; entry: string; place: number }
type Read = (path: string) => Promise<Uint8Array>
type Script = {
  readCheckpoint: (note: string, vkey: string) => Promise<Head>
  tilePath: (level: number, index: number, size: number) => string
  isProven: (line: Line, head: Head, read: Read) => Promise<boolean>
}
const script = new URL('../../../static/proof.js', import.meta.url)
const { readCheckpoint, tilePath, isProven } = (await import(script.href)) as Script

const lineOf = (place: number): Line => {
  const fact = `{"lot":"số ${place}"}`
  const digest = createHash('sha256').update(fact).digest('base64url')
  return { fact, entry: JSON.stringify({ digest, key: `lot_${place}`, kind: 'lot' }), place }
}
const signer = await signerOf('ocop.example/log', new Uint8Array(32).fill(7))

async function aLogOf(size: number) {
  const store = memoryStore()
  const entries = Array.from({ length: size }, (_, place) => new TextEncoder().encode(lineOf(place).entry))
  const appended = await appendToLog(store, { origin: signer.name, signer, edge: emptyEdge, entries })
  if (!appended.ok) throw new Error(appended.refusal.code)
  const read: Read = async (path) => {
    const bytes = await store.read(path)
    if (!bytes) throw new Error(`no ${path}`)
    return bytes
  }
  return { note: appended.value.checkpoint, read }
}

let large: Awaited<ReturnType<typeof aLogOf>>
beforeAll(async () => {
  large = await aLogOf(66_000)
})

test.each([1, 2, 3, 5, 8, 255, 256, 257, 600])('every place of a log of %i entries is proven from its tiles', async (size) => {
  const { note, read } = await aLogOf(size)
  const head = await readCheckpoint(note, signer.vkey)
  expect(head).toMatchObject({ origin: 'ocop.example/log', size })
  for (const place of new Set([0, 1, Math.floor(size / 2), size - 2, size - 1]))
    if (place >= 0 && place < size) expect(await isProven(lineOf(place), head, read), String(place)).toBe(true)
})

test('a log with tiles on three levels proves its places', async () => {
  const head = await readCheckpoint(large.note, signer.vkey)
  for (const place of [0, 65_535, 65_536, 65_999]) expect(await isProven(lineOf(place), head, large.read), String(place)).toBe(true)
})

test('a fact, an entry, a place or a tile that was changed is not proven', async () => {
  const { note, read } = await aLogOf(300)
  const head = await readCheckpoint(note, signer.vkey)
  const line = lineOf(7)
  expect(await isProven({ ...line, fact: line.fact.replace('7', '8') }, head, read)).toBe(false)
  expect(await isProven({ ...lineOf(8), place: 7 }, head, read)).toBe(false)
  expect(await isProven({ ...line, place: 300 }, head, read)).toBe(false)
  const changed: Read = async (path) => (await read(path)).map((byte, at) => (at === 0 ? byte ^ 1 : byte))
  expect(await isProven(line, head, changed)).toBe(false)
})

test('a checkpoint that another key signed is not read', async () => {
  const { note } = await aLogOf(2)
  const other = await signerOf('ocop.example/log', new Uint8Array(32).fill(8))
  await expect(readCheckpoint(note, other.vkey)).rejects.toThrow('no key of the log')
  await expect(readCheckpoint(note.replace('\n2\n', '\n3\n'), signer.vkey)).rejects.toThrow('no key of the log')
})

test('a checkpoint that an older key of the log signed is read as well', async () => {
  const { note } = await aLogOf(2)
  const newer = await signerOf('ocop.example/log', new Uint8Array(32).fill(8))
  expect(await readCheckpoint(note, `${signer.vkey}\n${newer.vkey}\n`)).toMatchObject({ size: 2 })
})

test('tiles stand where C2SP says', () => {
  for (const [level, index, size] of [
    [0, 0, 1],
    [0, 0, 256],
    [0, 1234, 1_234 * 256 + 7],
    [1, 3, 256 * 256 * 4],
  ] as const) {
    const width = Math.min(256, Math.floor(size / 256 ** level) - index * 256)
    expect(tilePath(level, index, size)).toBe(ourTilePath({ level, index, width }))
  }
})

test('the script of the page is at most 10 KB', async () => {
  expect((await readFile(script)).length).toBeLessThan(10 * 1024)
})
