import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const synced = vi.hoisted(() => [] as string[])
vi.mock(import('./durable.ts'), async (original) => {
  const durable = await original()
  return { ...durable, sync: async (path: string) => void (synced.push(path), await durable.sync(path)) }
})
// Test files share what they import (vitest.config.ts): these two may be there already, with the real thing in them.
vi.resetModules()
const { openFileStore } = await import('./files.ts')
const { openSecret } = await import('./secrets.ts')

const dataDir = await realpath(await mkdtemp(join(tmpdir(), 'dacsan-durable-')))
afterAll(() => rm(dataDir, { recursive: true }))
beforeEach(() => void synced.splice(0))

test('the folder that a stored file lies in, and the one above it where it is new, are on disk before the file is answered for', async () => {
  const { hash } = await openFileStore({ dataDir }).keepOwn(Buffer.from('a paper'), { name: 'a.pdf', mediaType: 'application/pdf' })
  const files = join(dataDir, 'files')
  expect(synced).toEqual(expect.arrayContaining([dataDir, files, join(files, hash.slice(0, 2))]))
})

test('a secret and its folder are on disk before anything is signed with it', async () => {
  await openSecret(dataDir, 'session')
  expect(synced).toEqual([join(dataDir, 'keys'), dataDir])
})
