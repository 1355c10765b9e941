import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openRemembered } from './remembered.ts'

const root = await mkdtemp(join(tmpdir(), 'dacsan-remembered-'))
afterAll(() => rm(root, { recursive: true }))
let folders = 0
const aFolder = () => join(root, String((folders += 1)))
const keyOf = (text: string) => createHash('sha256').update(text).digest('hex')
const bytes = (length: number, value = 7) => new Uint8Array(length).fill(value)

test('what was remembered is recalled by its key, by other processes too, and nothing else is', async () => {
  const folder = aFolder()
  await openRemembered(folder, { bytes: 1000, days: 1 }).remember(keyOf('a'), bytes(10))
  const other = openRemembered(folder, { bytes: 1000, days: 1 })
  expect(Buffer.from((await other.recall(keyOf('a')))!).equals(bytes(10))).toBe(true)
  expect(await other.recall(keyOf('b'))).toBeNull()
  await expect(other.recall('../../etc/passwd')).rejects.toThrow(RangeError)
})

test('a file that a crash cut short is as good as none', async () => {
  const folder = aFolder()
  const memory = openRemembered(folder, { bytes: 1000, days: 1 })
  await memory.remember(keyOf('a'), bytes(100))
  const place = join(folder, keyOf('a'))
  await writeFile(place, (await readFile(place)).subarray(0, 90))
  expect(await memory.recall(keyOf('a'))).toBeNull()
  await writeFile(place, '')
  expect(await memory.recall(keyOf('a'))).toBeNull()
})

test('it holds no more than its bound: what was not asked for the longest goes first', async () => {
  const folder = aFolder()
  const memory = openRemembered(folder, { bytes: 1000, days: 1 })
  const names = ['a', 'b', 'c', 'd']
  for (const [age, name] of names.entries()) {
    await memory.remember(keyOf(name), bytes(200))
    const used = new Date(Date.now() - (10 - age) * 60_000)
    await utimes(join(folder, keyOf(name)), used, used)
  }
  await memory.recall(keyOf('a'))
  await memory.remember(keyOf('e'), bytes(200))
  const left = await Promise.all([...names, 'e'].map(async (name) => ((await memory.recall(keyOf(name))) ? name : '')))
  expect(left.join('')).toBe('ade')
})

test('what nobody asked for in so many days is gone', async () => {
  const folder = aFolder()
  await openRemembered(folder, { bytes: 1000, days: 7 }).remember(keyOf('old'), bytes(10))
  const longAgo = new Date(Date.now() - 8 * 86_400_000)
  await utimes(join(folder, keyOf('old')), longAgo, longAgo)
  await openRemembered(folder, { bytes: 1000, days: 7 }).remember(keyOf('new'), bytes(10))
  expect(await readdir(folder)).toEqual([keyOf('new')])
})

test('where nothing can be written nothing is remembered and nothing fails', async () => {
  const folder = aFolder()
  await writeFile(folder, 'a file where the folder should be')
  const memory = openRemembered(folder, { bytes: 1000, days: 1 })
  await memory.remember(keyOf('a'), bytes(10))
  expect(await memory.recall(keyOf('a'))).toBeNull()
})
